"""The way from My options to My routes: no list of options is a dead end."""

from __future__ import annotations

import streamlit as st

from pathways.guidance import Guidance
from pathways.ui import menu
from pathways.ui.parts.markup import mark
from pathways.words import say

FEW = 10
"""With fewer options than this that the learner's grades meet, the page points to the routes."""


def to_routes(answer: Guidance) -> None:
    """A link for those who carry on with English or maths, and for those with few options now."""
    both = answer.english_maths
    carry_on = not {both.english.status, both.maths.status} <= {"met", "out_of_scope"}
    meets = sum(dict(lane.counts).get("meets", 0) for lane in answer.lanes)
    if not carry_on and meets >= FEW:
        return
    with st.container(key="to-routes"):
        code = "UI_TO_ROUTES_EM" if carry_on else "UI_TO_ROUTES_FEW"
        st.html(mark("<p>{words}</p>", words=say(code)))
        st.page_link(
            menu.page("routes"), label=say("UI_TO_ROUTES"), icon=":material/arrow_forward:"
        )
