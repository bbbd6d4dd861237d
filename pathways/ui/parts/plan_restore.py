"""Opening a plan from its code: typed here, or arrived with a link. What is saved is never lost silently."""

from __future__ import annotations

import streamlit as st

from pathways.errors import PlanCodeError
from pathways.plan.code import Restored, area_of, decode
from pathways.plan.link import code_in
from pathways.ui import advice, keys, memory, plan_state, state
from pathways.ui.parts.frame import Problem, field_problem
from pathways.ui.restored_results import take_over
from pathways.words import say

_PROBLEM = "_plan_problem"
_ARRIVED = "_plan_arrived"
_DONE = "_plan_restored"


def arrived() -> None:
    """Ask before a plan that came with the link takes the place of what is saved."""
    state.put(_ARRIVED, memory.arrived_code() or state.get(_ARRIVED))
    code = state.get(_ARRIVED)
    if not code:
        return
    count = len(plan_state.saved(advice.catalogue().name))
    with st.container(key="plan-arrived", border=True):
        st.markdown(say("UI_PLAN_ARRIVED"))
        if count:
            st.markdown(say("UI_PLAN_ARRIVED_OVER", count=count))
        with st.container(horizontal=True, gap="small"):
            st.button(
                say("UI_PLAN_RESTORE"),
                type="primary",
                key="plan-arrived-yes",
                on_click=_open_arrived,
                args=(code,),
            )
            st.button(say("UI_PLAN_ARRIVED_NO"), key="plan-arrived-no", on_click=_forget)


def typed() -> None:
    """A field for the code, folded away at the end of the page."""
    fold = st.expander(say("UI_PLAN_RESTORE_TITLE"), expanded=bool(state.get(_PROBLEM)))
    with fold, st.form("plan-code", border=False):
        _problem()
        st.text_area(say("UI_PLAN_RESTORE_CODE"), key=keys.PLAN_CODE, height=96, max_chars=2_000)
        st.form_submit_button(say("UI_PLAN_RESTORE"), on_click=_open_typed)


def said() -> None:
    """After opening: that it worked, or why it did not; and what the catalogue no longer has."""
    restored = state.get(_DONE)
    if not isinstance(restored, Restored):
        return
    st.success(say("UI_PLAN_RESTORED", count=len(restored.plan.choices)), icon=":material/check:")
    if restored.gone:
        st.info(say("UI_PLAN_GONE", count=len(restored.gone)), icon=":material/info:")
    state.put(_DONE, None)


def _forget() -> None:
    state.put(_ARRIVED, None)


def _problem() -> None:
    found = state.get(_PROBLEM)
    if found:
        field_problem([Problem(keys.PLAN_CODE, found)], keys.PLAN_CODE)


def _open_typed() -> None:
    _open(state.get(keys.PLAN_CODE) or "")


def _open_arrived(code: str) -> None:
    _forget()
    _open(code)


def _open(text: str) -> None:
    """Read the code against the area it is for: this one, or the other that this app holds."""
    code = code_in(text.strip())
    try:
        area = area_of(code, list(advice.areas()))
        catalogue = advice.areas()[area]
        restored = decode(code, catalogue.index.offer_row, area=area)
    except PlanCodeError as error:
        state.put(_PROBLEM, str(error.message))
        return
    state.choose_training(training=area != advice.default_catalogue().name)
    plan_state.restore(restored.plan)
    take_over(restored.plan.results, restored.plan.start_year)
    state.put(_PROBLEM, None)
    state.put(_DONE, restored)
    state.put(keys.PLAN_CODE, "")
