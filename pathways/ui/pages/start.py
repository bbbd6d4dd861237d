"""Start: what this is, who it is for, what happens to the answers, and one button."""

from __future__ import annotations

import streamlit as st

from pathways.ui import menu
from pathways.ui.parts.area_choice import for_advisers
from pathways.ui.parts.frame import heading
from pathways.ui.parts.markup import join, mark
from pathways.words import say

with st.container(key="hero"):
    heading(say("UI_START_TITLE"), say("UI_START_LEAD"))
    if st.button(
        say("UI_START_BUTTON"),
        type="primary",
        key="start",
        icon=":material/arrow_forward:",
        icon_position="right",
    ):
        menu.go("results")
    st.page_link(menu.page("options"), label=say("UI_LOOK_AROUND"))
st.html(
    mark(
        '<div class="pw-trio">{parts}</div>',
        parts=join(
            mark(
                "<section><h2>{title}</h2><p>{body}</p></section>",
                title=say(f"UI_START_{name}_TITLE"),
                body=say(f"UI_START_{name}"),
            )
            for name in ("WHO", "FAIR", "PRIVATE")
        ),
    )
)
for_advisers()
