"""My options: every route on one screen, places side by side, or on a map; checked and in a fair order."""

from __future__ import annotations

import streamlit as st

from pathways.guidance import Guidance
from pathways.ui import advice, keys, menu, state
from pathways.ui.parts.area_map import area_map
from pathways.ui.parts.english_maths import english_maths
from pathways.ui.parts.filters import filters
from pathways.ui.parts.flags import good_to_know, other_nation
from pathways.ui.parts.frame import heading, status
from pathways.ui.parts.ladder_link import to_routes
from pathways.ui.parts.lane import lane_body, lanes, tally
from pathways.ui.parts.notes import signposts
from pathways.ui.parts.route_lanes import route_lanes
from pathways.ui.parts.save import saved_bar
from pathways.words import say


def _view() -> str | None:
    return st.segmented_control(
        say("UI_VIEW"),
        state.VIEWS,
        format_func=lambda view: say(f"UI_VIEW_{view.upper()}"),
        key=keys.VIEW,
        required=True,
        persist_state=state.KEEP,
        label_visibility="collapsed",
        width="stretch",
    )


def _hidden(answer: Guidance) -> None:
    hidden = sum(lane.hidden for lane in answer.lanes)
    if hidden:
        with st.container(horizontal=True, vertical_alignment="center", key="hidden"):
            st.markdown(say("UI_HIDDEN", count=hidden), width="content")
            st.button(
                say("UI_SHOW_HIDDEN"), key="show_hidden", on_click=state.reset, args=(keys.FILTERS,)
            )


def _fee_paying(answer: Guidance) -> None:
    for lane in answer.lanes:
        if lane.name == "fee_paying" and (lane.options or lane.hidden):
            with st.expander(say("UI_LANE_FEE_PAYING_TITLE", count=len(lane.options))):
                st.markdown(say("UI_FEE_PAYING"))
                st.caption(tally(lane.counts, lane.hidden))
                lane_body(lane)


heading(say("UI_PAGE_OPTIONS"), say("UI_OPTIONS_LEAD"), step=say("UI_STEP", number=3, of=5))
if not state.rows():
    with st.container(key="no_grades", border=True):
        st.markdown(say("UI_NO_GRADES"))
        st.page_link(menu.page("results"), label=say("UI_START_BUTTON"))
answer = advice.guidance()
other_nation(answer.flags)
if state.rows():
    english_maths(answer.english_maths)
to_routes(answer)
filters()
view = _view()
side_by_side = [lane for lane in answer.lanes if lane.name != "fee_paying"]
found = sum(len(lane.options) for lane in side_by_side)
status(say("UI_FOUND" if state.chosen(keys.WANT) else "UI_FOUND_MANY", count=f"{found:,}"))
_hidden(answer)
saved_bar()
if view == "side":
    lanes(side_by_side)
elif view == "map":
    area_map(answer)
else:
    route_lanes(answer.routes, cards=answer.method.cards, year=state.learner().start_year)
if view != "map":
    _fee_paying(answer)
signposts(answer.signposts)
good_to_know(answer.flags)
