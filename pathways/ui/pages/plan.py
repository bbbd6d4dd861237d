"""My plan: choices in the learner's own order, what to do by when, and a copy to take along."""

from __future__ import annotations

import streamlit as st

from pathways.clock import today
from pathways.plan.make_sheet import sheet
from pathways.plan.plan import Plan
from pathways.ui import advice, keys, menu, plan_state, state
from pathways.ui.parts import facts, plan_restore
from pathways.ui.parts.frame import heading
from pathways.ui.parts.markup import mark
from pathways.ui.parts.plan_choices import choices
from pathways.ui.parts.plan_dates import dates
from pathways.ui.parts.plan_take import take
from pathways.words import say

catalogue = advice.catalogue()
saved = plan_state.saved(catalogue.name)
learner = state.learner()
carried = bool(state.get(keys.CARRY_GRADES))
plan = Plan(
    area=catalogue.name,
    choices=saved,
    results=learner.results if carried else (),
    start_year=learner.start_year,
)

heading(say("UI_PAGE_PLAN"), say("UI_PLAN_LEAD"), step=say("UI_STEP", number=5, of=5))
plan_restore.arrived()
plan_restore.said()
if not saved:
    with st.container(key="plan-empty", border=True):
        st.markdown(say("UI_PLAN_EMPTY"))
        st.page_link(menu.page("options"), label=say("UI_PLAN_TO_OPTIONS"))
else:
    made = sheet(plan, advice.guidance(), catalogue, on=today())
    if made.gone:
        st.info(say("UI_PLAN_GONE", count=len(made.gone)), icon=":material/info:")
    if made.advice:
        st.html(mark('<div class="pw-panel">{words}</div>', words=facts.reasons(made.advice)))
    with st.container(key="plan-ways", horizontal=True, gap="medium"):
        if len(saved) > 1:
            st.page_link(menu.page("compare"), label=say("UI_PLAN_COMPARE"))
        st.page_link(menu.page("results_day"), label=say("UI_PLAN_RESULTS_DAY"))
    choices(catalogue.name, made.chosen)
    dates(made.to_do)
    take(plan, made)
plan_restore.typed()
