"""Is it fair? The audit that ships, what it does not show, and a small one to run at once."""

from __future__ import annotations

import json

import streamlit as st

from pathways.audit.measures import measures
from pathways.audit.page import html
from pathways.audit.shipped import FULL, command, shipped
from pathways.ui import advice, menu
from pathways.ui.parts.audit_live import small
from pathways.ui.parts.audit_measures import limits, measure_list
from pathways.ui.parts.frame import heading
from pathways.words import say, say_reason

heading(say("UI_PAGE_AUDIT"), say("UI_AUDIT_LEAD"))
catalogue = advice.catalogue()
found = shipped(catalogue)
if found is None:
    st.info(say("UI_AUDIT_NONE"), icon=":material/info:")
    st.code(command(catalogue, FULL), language=None, wrap_lines=True)
else:
    whole = json.loads(found.report.as_json())
    st.markdown(
        say(
            "UI_AUDIT_MADE",
            learners=f"{whole['learners']:,}",
            seed=whole["seed"],
            area=catalogue.title,
        )
    )
    if found.stale:
        said = " ".join(map(say_reason, found.stale))
        st.warning(f"{said} {say('UI_AUDIT_STALE')}", icon=":material/history:")
    else:
        st.markdown(say("UI_AUDIT_AGAIN"))
    st.code(command(catalogue, whole["learners"]), language=None, wrap_lines=True)
    st.html(measure_list(measures(whole)))
    st.header(say("AUDIT_NOT_SHOWN_TITLE"), anchor=False)
    st.html(limits())
    st.header(say("UI_AUDIT_TAKE_TITLE"), anchor=False)
    with st.container(horizontal=True, key="audit-take"):
        st.download_button(
            say("UI_AUDIT_TAKE_JSON"),
            found.report.as_json(),
            file_name=f"audit-{catalogue.name}.json",
            mime="application/json",
        )
        st.download_button(
            say("UI_AUDIT_TAKE_HTML"),
            html(found.report),
            file_name=f"audit-{catalogue.name}.html",
            mime="text/html",
        )
st.header(say("UI_AUDIT_LIVE_TITLE"), anchor=False)
small(catalogue)
st.page_link(menu.page("order"), label=say("UI_AUDIT_METHOD"))
