"""The four steps of What I like, open in any order: each can be left out."""

from __future__ import annotations

import streamlit as st

from pathways.ui import keys, state
from pathways.words import say

STEPS = ("cards", "tiles", "words", "ideas")


def steps() -> str:
    """The switch between the steps; the one that is open."""
    with st.container(key="likes-steps"):
        chosen = st.segmented_control(
            say("UI_LIKES_STEPS"),
            STEPS,
            format_func=lambda step: say(f"UI_LIKES_STEP_{step.upper()}"),
            key=keys.LIKES_PART,
            required=True,
            persist_state=state.KEEP,
            width="stretch",
            label_visibility="collapsed",
        )
    return chosen or STEPS[0]


def next_step(step: str) -> None:
    """A button to a step."""
    st.button(
        say(f"UI_LIKES_TO_{step.upper()}"),
        key=f"to-{step}",
        width="stretch",
        type="primary",
        icon=":material/arrow_forward:",
        icon_position="right",
        on_click=state.put,
        args=(keys.LIKES_PART, step),
    )
