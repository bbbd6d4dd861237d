"""The fictional training area: chosen quietly on Start, and labelled on every page while it is."""

from __future__ import annotations

import streamlit as st

from pathways.ui import advice, state
from pathways.ui.parts.markup import mark
from pathways.words import say


def area_label() -> None:
    """On every page: that this area is made up, and the way back to the real one."""
    if not advice.catalogue().fictional:
        return
    with st.container(key="training-label", horizontal=True, vertical_alignment="center"):
        st.html(
            mark(
                '<p class="pw-training" role="note"><b>{name}:</b> {words}</p>',
                name=say("UI_TRAINING_LABEL"),
                words=say("UI_TRAINING_WORDS"),
            ),
            width="stretch",
        )
        if state.training():
            _switch("UI_TRAINING_LEAVE", training=False)


def for_advisers() -> None:
    """On Start, folded: practise with the training area."""
    if advice.catalogue().fictional:
        return
    with st.expander(say("UI_TRAINING_TITLE")):
        st.markdown(say("UI_TRAINING_ABOUT"))
        _switch("UI_TRAINING_ENTER", training=True)


def _switch(words: str, *, training: bool) -> None:
    st.button(
        say(words),
        key="leave-training" if not training else "enter-training",
        on_click=state.choose_training,
        kwargs={"training": training},
    )
