"""The ways to a goal: side by side on a desktop, one under the other on a phone."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pathways.guidance import Guidance
from pathways.routes.drawing import ladder_text
from pathways.routes.ladder import Ladder, Rung
from pathways.ui import keys, state
from pathways.ui.parts.ladder_stop import SHAPES, ask, stop
from pathways.ui.parts.markup import Markup, join, mark, plain
from pathways.ui.parts.option_link import offer_link
from pathways.words import say, say_reason

FIRST = 3
"""How many ways stand open before the rest are asked for."""
_NAMED = 4
"""How many courses of a step are named; the count says how many there are."""
_SHOWN = keys.shown("ways")


def ways(answer: Guidance) -> None:
    """Every way as a line of stops, with a key to the shapes above and a button for more below."""
    shown = answer.ladders[: state.get(_SHOWN) or FIRST]
    st.html(join([_index(shown), _key()]))
    with st.container(key="ways"):
        for number, ladder in enumerate(shown, 1):
            with st.container(key=f"way-{number}"):
                _way(ladder, number, answer)
    left = len(answer.ladders) - len(shown)
    if left:
        st.button(
            say("UI_ROUTE_MORE_WAYS", count=left),
            key="more-ways",
            on_click=state.put,
            args=(_SHOWN, len(answer.ladders)),
        )


def _index(shown: Sequence[Ladder]) -> Markup:
    """On a phone: all the ways at a glance, each a link down the page."""
    return mark(
        '<ol class="pw-index">{items}</ol>',
        items=join(
            mark(
                '<li><a href="#way-{number}">{way}: {title}</a><br>'
                '<span class="pw-quiet">{long}</span></li>',
                number=number,
                way=say("UI_ROUTE_WAY", number=number),
                title=_title(ladder.rungs),
                long=_long(ladder),
            )
            for number, ladder in enumerate(shown, 1)
        ),
    )


def _key() -> Markup:
    return mark(
        '<ul class="pw-line-key">{items}</ul>',
        items=join(
            mark(
                '<li><span class="pw-shape-{shape}" aria-hidden="true"></span>{words}</li>',
                shape=shape,
                words=say(f"UI_ROUTE_KEY_{kind.upper()}"),
            )
            for kind, shape in SHAPES.items()
        ),
    )


def _way(ladder: Ladder, number: int, answer: Guidance) -> None:
    st.html(
        mark(
            '<div class="pw-way" id="way-{at}"><p class="pw-step">{number}</p><h2>{title}</h2>'
            "<p>{long}</p>{because}</div>",
            at=number,
            number=say("UI_ROUTE_WAY", number=number),
            title=_title(ladder.rungs),
            long=_long(ladder),
            because=join(
                mark('<p class="pw-quiet">{words}</p>', words=say_reason(one))
                for one in ladder.because
            ),
        )
    )
    for at, rung in enumerate(ladder.rungs):
        end = "-end" if rung is ladder.rungs[-1] else ""
        with st.container(key=f"stop{end}-{number}-{at}"):
            st.html(stop(ladder, at))
            _who(rung, f"{number}-{at}", answer, first=at == 0)
    st.html(
        mark(
            '<details class="pw pw-as-text"><summary>{words}</summary>{lines}</details>',
            words=say("UI_ROUTE_AS_TEXT", number=number),
            lines=join(
                mark("<p>{line}</p>", line=line) for line in ladder_text(ladder).splitlines()
            ),
        )
    )


def _who(rung: Rung, place: str, answer: Guidance, *, first: bool) -> None:
    """Who runs a step here: the courses, each a link to its page, or who to ask."""
    if rung.kind == "beyond":
        return
    runs = rung.runs
    label = say("UI_ROUTE_ASK") if runs.is_signpost else say("UI_ROUTE_HERE", count=runs.count)
    with st.expander(label, expanded=first, key=f"who-{place}"):
        if runs.is_signpost:
            st.html(mark('<div class="pw">{body}</div>', body=ask(rung)))
            return
        for reason in runs.because:
            st.caption(plain(say_reason(reason)))
        offers(runs.offers[:_NAMED], answer)
        if runs.count > _NAMED:
            st.caption(say("UI_ROUTE_HERE_MORE", shown=_NAMED, count=f"{runs.count:,}"))


def offers(ids: Sequence[str], answer: Guidance) -> None:
    """Offers by name, each a link to its own page."""
    for offer_id in ids:
        option = answer.options.find(offer_id)
        if option is not None:
            offer_link(offer_id, say("UI_ROUTE_OFFER", what=option.subject, who=option.provider))


def _title(rungs: Sequence[Rung]) -> str:
    names = [say_reason(rung.title) for rung in rungs]
    if len(names) == 1:
        return names[0]
    return say("UI_ROUTE_TITLE", first=names[0], then=names[1])


def _long(ladder: Ladder) -> str:
    """How many steps, and about how long: whole years, as the lengths are usual ones and no rule."""
    low, high = (max(1, round(years)) for years in ladder.years)
    count = len(ladder.rungs)
    steps = say("UI_ROUTE_ONE_STEP") if count == 1 else say("UI_ROUTE_STEPS", count=count)
    code = "UI_ROUTE_ABOUT_YEARS" if low == high else "UI_ROUTE_ABOUT_RANGE"
    code = "UI_ROUTE_ABOUT_YEAR" if low == high == 1 else code
    return say("UI_ROUTE_LONG", steps=steps, years=say(code, low=low, high=high))
