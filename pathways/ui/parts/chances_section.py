"""The chances of one option, for those who ask: one tap, and nothing is worked out before it."""

from __future__ import annotations

import streamlit as st

from pathways.guidance import Option
from pathways.learner.read_record import read_record
from pathways.outcomes.for_option import chances_for_option, course_of
from pathways.outcomes.model import OutcomeModel, load_model
from pathways.ui import advice, keys, state
from pathways.ui.parts.chances_view import chances
from pathways.ui.parts.markup import mark
from pathways.words import say


@st.cache_resource(show_spinner=False)
def model() -> OutcomeModel:
    """The outcome model, read once and shared by all visitors: nothing in it can be changed."""
    return load_model()


def chances_section(option: Option) -> None:
    """The question, a switch, and the answer when it is on."""
    st.header(say("UI_CHANCES_TITLE"), anchor=False)
    st.html(mark('<p class="pw-quiet">{words}</p>', words=say("UI_CHANCES_LEAD")))
    asked = st.toggle(
        say("UI_CHANCES_SHOW"), key=keys.chances(option.offer_id), persist_state=state.KEEP
    )
    if asked:
        course = course_of(advice.catalogue().index, option.offer_id)
        found = chances_for_option(course, read_record(state.learner()), model())
        st.html(mark('<div class="pw">{body}</div>', body=chances(found)))
