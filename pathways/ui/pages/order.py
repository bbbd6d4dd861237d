"""How the order works: what the learner weighs, the formula, what can never count, and the check."""

from __future__ import annotations

import streamlit as st

from pathways.ui import advice, menu
from pathways.ui.parts.frame import heading
from pathways.ui.parts.weights import dots_table, draw_again, waiting, weights
from pathways.words import say

heading(say("UI_PAGE_ORDER"), say("UI_ORDER_LEAD"))
with st.expander(say("UI_ORDER_PARENTS_TITLE"), icon=":material/family_restroom:"):
    st.markdown("\n".join(f"- {say(f'UI_ORDER_PARENTS_{line}')}" for line in range(1, 7)))
st.header(say("UI_ORDER_YOURS"), anchor=False)
answer = advice.guidance()
weights(answer.method)
st.header(say("UI_ORDER_NOW"), anchor=False)
st.html(dots_table(answer.method, waiting(answer.options)))
draw_again(answer.method)
for part in ("SUM", "GROUPS", "NEVER", "OWNERS", "LIMITS", "WRONG"):
    st.header(say(f"UI_ORDER_{part}_TITLE"), anchor=False)
    st.markdown(say(f"UI_ORDER_{part}"))
    if part == "OWNERS":
        st.page_link(menu.page("audit"), label=say("UI_PAGE_AUDIT"), icon=":material/balance:")
