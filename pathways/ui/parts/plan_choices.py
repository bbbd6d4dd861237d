"""The choices of a plan in the learner's order, each with its note, its questions and how to move it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pathways.plan.plan import NOTE_LONGEST
from pathways.plan.sheet import Chosen
from pathways.ui import keys, plan_state, state
from pathways.ui.parts import facts
from pathways.ui.parts.contact import contact
from pathways.ui.parts.markup import Markup, join, mark
from pathways.ui.parts.option_link import option_link
from pathways.words import say
from pathways.words.option import what_in_words

_ROWS = (
    ("UI_ROW_PROVIDER", facts.provider_line),
    ("UI_ROW_WHERE", facts.place),
    ("UI_ROW_GET_IN", facts.to_get_in),
    ("UI_ROW_EM", facts.english_maths),
    ("UI_SECTION_CONTACT", contact),
)


def choices(area: str, chosen: Sequence[Chosen]) -> None:
    """Every choice, first to last."""
    for one in chosen:
        with st.container(key=f"choice-{one.place}"):
            st.html(_about(one))
            with st.container(key=f"choice-do-{one.place}"):
                _note(one)
                _order(area, one, last=len(chosen))


def place_name(place: int) -> str:
    """First choice, second choice, then back-ups."""
    return say(f"UI_PLAN_PLACE_{place if place < 3 else 'MORE'}")


def _about(one: Chosen) -> Markup:
    option = one.option
    return mark(
        '<article class="pw-card"><p class="pw-step">{place}</p><h2>{subject}</h2>'
        '<p class="pw-what">{what}</p>{chip}{runs}<dl class="pw-facts">{rows}</dl>{ask}</article>',
        place=place_name(one.place),
        subject=option.subject,
        what=what_in_words(option),
        chip=facts.chip(option),
        runs=facts.runs(option),
        rows=join(
            mark("<div><dt>{n}</dt><dd>{v}</dd></div>", n=say(name), v=value(option))
            for name, value in _ROWS
        ),
        ask=_ask(one),
    )


def _ask(one: Chosen) -> Markup:
    if not one.questions:
        return Markup()
    return mark(
        "<details><summary>{title}</summary>{questions}</details>",
        title=say("UI_PLAN_ASK"),
        questions=facts.reasons(one.questions),
    )


def _note(one: Chosen) -> None:
    st.text_area(
        say("UI_PLAN_NOTE", subject=one.option.subject, place=one.place),
        key=keys.note(one.option.offer_id),
        max_chars=NOTE_LONGEST,
        height=96,
        placeholder=say("UI_PLAN_NOTE_HINT"),
        persist_state=state.KEEP,
    )


def _order(area: str, one: Chosen, *, last: int) -> None:
    offer = one.option.offer_id
    with st.container(key=f"choice-order-{one.place}", horizontal=True, gap="small"):
        for words, icon, by, off in (
            ("UI_PLAN_UP", ":material/arrow_upward:", -1, one.place == 1),
            ("UI_PLAN_DOWN", ":material/arrow_downward:", 1, one.place == last),
        ):
            st.button(
                say(words),
                icon=icon,
                key=f"{words}-{keys.slug(offer)}",
                disabled=off,
                on_click=plan_state.move,
                args=(area, offer, by),
            )
        st.button(
            say("UI_PLAN_REMOVE"),
            icon=":material/close:",
            key=f"remove-{keys.slug(offer)}",
            on_click=plan_state.toggle,
            args=(area, offer),
        )
    option_link(one.option)
