"""The rules: every dated value behind the answers, for anybody to read and an adviser to check."""

from __future__ import annotations

import streamlit as st

from pathways.rules.listing import all_values
from pathways.ui import keys, state
from pathways.ui.parts.frame import heading, status
from pathways.ui.parts.rules_list import by_topic, chosen
from pathways.words import say

heading(say("UI_PAGE_RULES"), say("UI_RULES_LEAD"))
rows = all_values()
st.text_input(
    say("UI_RULES_SEARCH"),
    key=keys.RULES_SEARCH,
    persist_state=state.KEEP,
    placeholder=say("UI_RULES_SEARCH_HINT"),
)
st.selectbox(
    say("UI_RULES_TOPIC"),
    list(dict.fromkeys(row.topic for row in rows)),
    index=None,
    format_func=lambda topic: say(f"UI_TOPIC_{topic.upper()}"),
    key=keys.RULES_TOPIC,
    persist_state=state.KEEP,
    placeholder=say("UI_RULES_ALL"),
)
st.checkbox(say("UI_RULES_TO_CHECK"), key=keys.RULES_TO_CHECK, persist_state=state.KEEP)
topic, search = state.get(keys.RULES_TOPIC), (state.get(keys.RULES_SEARCH) or "").strip()
found = chosen(rows, topic=topic, search=search, to_check=bool(state.get(keys.RULES_TO_CHECK)))
status(say("UI_RULES_FOUND", count=len(found), marked=sum(row.marked for row in found)))
if found:
    st.html(by_topic(found, folded=not (topic or search)))
else:
    st.markdown(say("UI_RULES_NONE_FOUND"))
