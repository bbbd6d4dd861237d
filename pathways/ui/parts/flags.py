"""Good to know: facts for this learner, each with its source and how far to trust it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from pathways.guidance import Flag, Option
from pathways.rules.dated import MARKED
from pathways.ui.parts.frame import panel
from pathways.ui.parts.markup import Markup, join, link, mark
from pathways.ui.parts.rules_trust import sources, trust_mark
from pathways.words import say

_NATION = "NATION_HAS_OWN_SERVICE"
_AT_WORK = frozenset({"LEAST_PAY", "EMPLOYERS_CHOOSE"})
_IN_STUDY = frozenset(
    {"BURSARY_IN_CARE", "BURSARY_DISCRETIONARY", "CARE_TO_LEARN", "CHANGE_OF_COURSE_EARLY"}
    | {"MEALS_UNIVERSAL_CREDIT"}
)
_ON_ROUTE = {"T_LEVEL_AWARD_NOT_BLOCKED": "t_level", "LIST_BY_NUMBER_DECIDES": "vocational_l3"}
_EVERYWHERE = frozenset({"TRAVEL_STATEMENT", "EHC_PLAN_CAN_STAY"})


def other_nation(found: Iterable[Flag]) -> None:
    """For a learner from another nation, in plain view: what Pathways covers, and their own service."""
    for flag in found:
        if flag.code != _NATION:
            continue
        told = {name: str(value) for name, value in flag.values}
        panel(
            say("UI_NATION_TITLE", nation=told["nation"]),
            mark(
                "<p>{covers} {own}</p><p>{service}</p>{mark}",
                covers=say("NATION_COVERED"),
                own=say("UI_NATION_OWN", nation=told["nation"]),
                service=link(told["href"], told["service"]),
                mark=trust_mark((flag.trust, (flag.source_id,))),
            ),
        )


def good_to_know(found: Sequence[Flag]) -> None:
    """Every flag, folded, with the count in view."""
    listed = [flag for flag in found if flag.code != _NATION]
    if not listed:
        return
    st.html(
        mark(
            '<details class="pw-topic pw"><summary><h2>{title}</h2> <span>{count}</span>'
            "</summary>{lines}</details>",
            title=say("UI_FLAGS_TITLE"),
            count=say("UI_FLAGS_COUNT", count=len(listed)),
            lines=flag_list(listed),
        )
    )


def flag_list(found: Iterable[Flag]) -> Markup:
    """Each flag's sentence, and its sources one tap away; what is to be checked first says so."""
    lines = join(mark("<li>{said}{read}</li>", said=said(flag), read=_read(flag)) for flag in found)
    return mark('<ul class="pw-flags">{lines}</ul>', lines=lines) if lines else Markup()


def said(flag: Flag) -> str:
    """A flag's sentence."""
    return say(flag.code, **dict(flag.values))


def of_option(found: Iterable[Flag], option: Option) -> tuple[Flag, ...]:
    """The flags that matter for one option: pay at work, the bursary in study, and so on."""
    return tuple(flag for flag in found if _matters(flag.code, option))


def _matters(code: str, option: Option) -> bool:
    paid = "apprenticeship" in option.route
    return (
        code in _EVERYWHERE
        or (code in _AT_WORK and paid)
        or (code in _IN_STUDY and not paid)
        or (code == "SAME_GRADES_FOR_ALL" and option.kind == "school_sixth_form")
        or _ON_ROUTE.get(code) == option.route
    )


def _read(flag: Flag) -> Markup:
    if flag.trust in MARKED:
        return trust_mark((flag.trust, (flag.source_id,)))
    pages = sources((flag.source_id,))
    if not pages:
        return Markup()
    return mark(
        '<details class="pw-read"><summary>{words}</summary><p>{trust}</p>{pages}</details>',
        words=say("UI_RULES_SOURCE"),
        trust=say(f"UI_TRUST_{flag.trust.upper()}") if flag.trust else "",
        pages=pages,
    )
