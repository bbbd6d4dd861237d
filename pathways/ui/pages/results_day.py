"""Results day: real grades beside predicted ones, and at once what they change and what to do."""

from __future__ import annotations

import streamlit as st

from pathways.plan.results_day import ResultsDay, changes
from pathways.ui import advice, keys, menu, plan_state, results_day_state, state
from pathways.ui.parts import results_day_changes as parts
from pathways.ui.parts.frame import heading, status
from pathways.ui.parts.results_day_rows import rows
from pathways.words import say


def _what_changed() -> ResultsDay:
    before, real = state.learner(), results_day_state.real_learner()
    return changes(
        advice.guidance_for("day_before", before),
        advice.guidance_for("day_after", real),
        [choice.offer_id for choice in plan_state.saved(advice.catalogue().name)],
        start_year=real.start_year,
    )


def _no_grades() -> None:
    with st.container(key="day_no_grades", border=True):
        st.markdown(say("UI_DAY_NO_GRADES"))
        st.page_link(
            menu.page("results"), label=say("UI_START_BUTTON"), icon=":material/arrow_forward:"
        )


def _to_tap() -> None:
    """Real grades to tap, then what they change."""
    results_day_state.begin()
    if state.get(keys.STATUS) == "actual":
        st.markdown(say("UI_DAY_KEPT_SOME"))
    st.button(
        say("UI_DAY_AS_PREDICTED"),
        key="day_as_predicted",
        on_click=results_day_state.as_predicted,
        icon=":material/restart_alt:",
    )
    rows()
    found = _what_changed()
    st.header(say("UI_DAY_CHANGES"), anchor=False)
    status(parts.tally(found))
    parts.saved(found, changed=True)
    st.header(say("UI_ENGLISH_AND_MATHS"), anchor=False)
    parts.english_maths(found)
    if any(lane.count for lane in found.newly):
        st.header(say("UI_DAY_NEWLY"), anchor=False)
        st.caption(say("UI_DAY_NEWLY_HOW"))
        parts.newly_open(found)
    st.markdown(say("UI_DAY_KEEP_WHAT"))
    st.button(
        say("UI_DAY_KEEP"),
        key="day_keep",
        type="primary",
        width="stretch",
        on_click=results_day_state.keep,
    )


def _kept() -> None:
    """All grades are real: what to do now, saved options first."""
    found = _what_changed()
    status(say("UI_DAY_KEPT"))
    st.header(say("UI_DAY_NOW"), anchor=False)
    parts.saved(found, changed=False)
    st.header(say("UI_ENGLISH_AND_MATHS"), anchor=False)
    parts.english_maths(found)
    for name, icon in menu.JOURNEY.items():
        if name in ("options", "plan"):
            st.page_link(menu.page(name), label=say(f"UI_DAY_TO_{name.upper()}"), icon=icon)


heading(say("UI_PAGE_RESULTS_DAY"), say("UI_DAY_LEAD"))
if not state.rows():
    _no_grades()
elif results_day_state.awaited():
    _to_tap()
else:
    _kept()
