"""What the learner asks to see. A filter takes away and says how many; nothing is hidden unasked."""

from __future__ import annotations

import streamlit as st

from pathways.ui import advice, keys, state
from pathways.words import say

_STATES = ("meets", "near_miss", "ask", "not_yet")
_HIDE = ("girls", "boys", "selective", "faith")


def filters() -> None:
    """Subjects first, the rest folded."""
    with st.container(key="filters"):
        st.multiselect(
            say("UI_WANT"),
            advice.choices(),
            format_func=_named,
            key=keys.WANT,
            on_change=_side_by_side,
            persist_state=state.KEEP,
            placeholder=say("UI_WANT_HINT"),
        )
        with st.expander(_more_label()):
            _pills("UI_STATES", list(_STATES), "UI_STATE_", keys.STATES)
            _pills("UI_ROUTES", advice.routes(), "UI_ROUTE_", keys.ROUTES)
            st.segmented_control(
                say("UI_MINUTES_FILTER"),
                [20, 30, 45, 60, 90],
                key=keys.MINUTES,
                persist_state=state.KEEP,
            )
            _pills("UI_HIDE", list(_HIDE), "UI_HIDE_", keys.HIDE)


def _side_by_side() -> None:
    """Who names a subject wants to see its places beside each other."""
    state.put(keys.LANE, None)  # a phone opens a lane that has something
    if state.chosen(keys.WANT) and state.get(keys.VIEW) == "routes":
        state.put(keys.VIEW, "side")


def _pills(words: str, options: list[str], prefix: str, key: str) -> None:
    st.pills(
        say(words),
        options,
        selection_mode="multi",
        format_func=lambda option: say(prefix + option.upper()),
        key=key,
        persist_state=state.KEEP,
    )


def _named(choice: str) -> str:
    if choice.startswith(advice.FIELD):
        return say("UI_ALL_OF", field=choice.removeprefix(advice.FIELD))
    return choice.removeprefix(advice.SUBJECT)


def _more_label() -> str:
    set_now = sum(bool(state.get(key)) for key in keys.FILTERS if key != keys.WANT)
    return say("UI_FILTERS_SET", count=set_now) if set_now else say("UI_FILTERS")
