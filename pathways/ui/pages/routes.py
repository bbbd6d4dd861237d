"""My routes: ways up over the years from the learner's own grades, to a job, a field, or many."""

from __future__ import annotations

import streamlit as st

from pathways.ui import advice, menu, state
from pathways.ui.parts.flags import other_nation
from pathways.ui.parts.frame import heading
from pathways.ui.parts.goal import goal
from pathways.ui.parts.ladder_odds import english_maths_odds, steps_of_100
from pathways.ui.parts.ladder_opens import what_a_4_opens
from pathways.ui.parts.ladder_ways import ways
from pathways.words import say

heading(say("UI_PAGE_ROUTES"), say("UI_ROUTES_LEAD"))
if state.no_results():
    with st.container(key="no_grades", border=True):
        st.markdown(say("UI_ROUTES_NO_GRADES"))
        st.page_link(menu.page("results"), label=say("UI_START_BUTTON"))
goal()
answer = advice.routes_guidance()
other_nation(answer.flags)
ways(answer)
steps_of_100(answer.ladders)
if state.rows():
    english_maths_odds(answer.ladders[0])
    what_a_4_opens(advice.opened(), answer)
st.page_link(menu.page("options"), label=say("UI_ROUTES_TO_OPTIONS"))
