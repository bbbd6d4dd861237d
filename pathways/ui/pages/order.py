"""How the order works: what the learner weighs, the formula, and what can never count."""

from __future__ import annotations

import streamlit as st

from pathways.ui import advice
from pathways.ui.parts.frame import heading
from pathways.ui.parts.weights import dots_table, draw_again, weights
from pathways.words import say

heading(say("UI_PAGE_ORDER"), say("UI_ORDER_LEAD"))
st.header(say("UI_ORDER_YOURS"), anchor=False)
answer = advice.guidance()
weights(answer.method)
st.header(say("UI_ORDER_NOW"), anchor=False)
st.html(dots_table(answer.method))
draw_again(answer.method)
for part in ("SUM", "GROUPS", "NEVER", "OWNERS", "LIMITS", "WRONG"):
    st.header(say(f"UI_ORDER_{part}_TITLE"), anchor=False)
    st.markdown(say(f"UI_ORDER_{part}"))
