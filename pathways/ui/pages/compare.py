"""Compare: up to six saved options side by side, the same rows for every one."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pathways.compare import comparison
from pathways.guidance import Option
from pathways.ui import advice, menu, plan_state, state
from pathways.ui.parts.compare_choice import each, picked
from pathways.ui.parts.compare_table import PAPER, table
from pathways.ui.parts.frame import heading, status
from pathways.ui.parts.markup import mark
from pathways.words import say

_DIFFERING = "_compare_differing"


def _too_few(held: Mapping[str, Option]) -> None:
    """With nothing to compare yet: how to save more."""
    with st.container(key="compare_empty", border=True):
        st.markdown(say("UI_COMPARE_ONE_SAVED" if held else "UI_COMPARE_EMPTY"))
        st.page_link(
            menu.page("options"),
            label=say("UI_COMPARE_TO_OPTIONS"),
            icon=":material/arrow_forward:",
        )
    each(area, tuple(held.values()))


def _side_by_side(held: Mapping[str, Option]) -> None:
    if not state.rows():
        st.markdown(say("UI_COMPARE_NO_GRADES"))
        st.page_link(menu.page("results"), label=say("UI_START_BUTTON"))
    shown = picked(held)
    found = comparison(shown)
    with st.container(key="compare_bar", horizontal=True, vertical_alignment="center"):
        differing = st.toggle(
            say("UI_COMPARE_SHOW_DIFFERS"), key=_DIFFERING, persist_state=state.KEEP
        )
        st.page_link(
            menu.page("plan"), label=say("UI_COMPARE_TO_PLAN"), icon=":material/swap_vert:"
        )
    status(say("UI_COMPARE_TALLY", differ=len(found.differing), same=len(found.alike)))
    st.html(PAPER)
    st.html(mark('<div class="pw">{table}</div>', table=table(found, differing=differing)))
    with st.container(key="compare_each"):
        st.header(say("UI_COMPARE_EACH"), anchor=False)
        each(area, shown)


area = advice.catalogue().name
answer = advice.guidance()
saved = {c.offer_id: answer.options.find(c.offer_id) for c in plan_state.saved(area)}
heading(say("UI_PAGE_COMPARE"), say("UI_COMPARE_LEAD"), step=say("UI_STEP", number=4, of=5))
listed = {offer: option for offer, option in saved.items() if option is not None}
if len(listed) < 2:
    _too_few(listed)
else:
    _side_by_side(listed)
