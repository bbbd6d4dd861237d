"""What the learner weighs: dots for each thing, two scales, and the draw inside the groups."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pathways.guidance import Method
from pathways.ui import keys, state
from pathways.ui.parts.markup import Markup, join, mark
from pathways.words import say

_MOST = 5
_OFF = {"destinations"}
"""Terms without any data yet: named in the table, with nothing to move."""


def weights(method: Method) -> None:
    """Dots from 0 to 5 for each term, and where the learner stands on the two scales."""
    for term, dots in method.weights:
        if term in _OFF:
            continue
        key = keys.weight(term)
        if state.get(key) is None:
            state.put(key, int(dots))
        st.segmented_control(
            say(f"TERM_{term.upper()}"),
            list(range(_MOST + 1)),
            key=key,
            persist_state=state.KEEP,
        )
    for key, scale in ((keys.PRACTICAL, "PRACTICAL"), (keys.COURSEWORK, "COURSEWORK")):
        st.segmented_control(
            say(f"UI_ORDER_{scale}"),
            list(range(state.STEPS)),
            format_func=partial(_place, scale),
            key=key,
            persist_state=state.KEEP,
        )


def _place(scale: str, place: int) -> str:
    return say(f"UI_ORDER_{scale}_{place}")


def dots_table(method: Method) -> Markup:
    """The weights in force, as dots and as shares of the whole."""
    whole = sum(dots for _, dots in method.weights) or 1
    return mark(
        '<table class="pw-table"><caption>{caption}</caption><thead><tr>'
        '<th scope="col">{what}</th><th scope="col" class="pw-number">{dots}</th>'
        '<th scope="col" class="pw-number">{share}</th></tr></thead><tbody>{rows}</tbody></table>',
        caption=say("UI_ORDER_TABLE"),
        what=say("UI_ORDER_TERM"),
        dots=say("UI_ORDER_DOTS"),
        share=say("UI_ORDER_SHARE"),
        rows=join(
            mark(
                '<tr><th scope="row">{name}</th><td class="pw-number">{dots}</td>'
                '<td class="pw-number">{share}</td></tr>',
                name=say(f"TERM_{term.upper()}"),
                dots=f"{dots:g}",
                share=f"{100 * dots / whole:.0f} %",
            )
            for term, dots in method.weights
        ),
    )


def draw_again(method: Method) -> None:
    """The seed of the draw, and another one on request."""
    with st.container(horizontal=True, vertical_alignment="center", key="draw"):
        st.markdown(say("UI_ORDER_SEED", seed=method.seed), width="content")
        st.button(say("UI_ORDER_SHUFFLE"), on_click=state.shuffle, key="shuffle")
