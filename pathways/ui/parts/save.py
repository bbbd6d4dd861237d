"""Saving an option to the plan, and the way on from there."""

from __future__ import annotations

import streamlit as st

from pathways.guidance import Option
from pathways.plan.plan import MOST
from pathways.ui import advice, keys, menu, plan_state
from pathways.words import say


def save_button(option: Option, *, at: str = "") -> None:
    """One tap saves, one tap takes out again. `at` tells two buttons for one option apart."""
    area = advice.catalogue().name
    held = plan_state.is_saved(area, option.offer_id)
    full = plan_state.full(area) and not held
    st.button(
        say("UI_SAVED" if held else "UI_SAVE"),
        key=f"{at}{keys.save(option.offer_id)}",
        icon=":material/bookmark_added:" if held else ":material/bookmark:",
        on_click=plan_state.toggle,
        args=(area, option.offer_id),
        disabled=full,
        help=say("UI_SAVE_FULL", most=MOST) if full else None,
    )


def saved_bar() -> None:
    """How many are saved, and where to go with them; nothing before the first."""
    count = len(plan_state.saved(advice.catalogue().name))
    if not count:
        return
    with st.container(key="saved-bar", horizontal=True, vertical_alignment="center", gap="medium"):
        st.markdown(
            f":material/bookmark_added: {say('UI_SAVED_COUNT', count=count)}", width="content"
        )
        if count > 1:
            st.page_link(menu.page("compare"), label=say("UI_TO_COMPARE"))
        st.page_link(menu.page("plan"), label=say("UI_TO_PLAN"))
