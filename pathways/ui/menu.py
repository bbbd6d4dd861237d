"""The pages there are, by name, and how to go to one."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pathways.paths import ROOT
from pathways.words import say

_FOLDER = ROOT / "pathways" / "ui" / "pages"
JOURNEY = {
    "results": ":material/edit_note:",
    "likes": ":material/favorite:",
    "options": ":material/view_week:",
    "compare": ":material/table_chart:",
    "plan": ":material/checklist:",
}
"""The pages of the journey in order, each with its icon: the menu, in view on every page."""
ASIDE = ("routes", "results_day")
"""Pages beside the journey that are one tap away from everywhere."""
FOOTER = ("order", "audit", "worth", "rules", "data")
"""How it works, and what it rests on."""
_OTHERS = ("start", "option", "area")


def page(name: str) -> StreamlitPage:
    """One page; each is a file, so that tests and links can address it."""
    return st.Page(
        _FOLDER / f"{name}.py", title=say(f"UI_PAGE_{name.upper()}"), default=name == "start"
    )


def pages() -> list[StreamlitPage]:
    """Every page, in the order of the journey."""
    return [page(name) for name in (*_OTHERS, *JOURNEY, *ASIDE, *FOOTER)]


def go(name: str) -> NoReturn:
    """Open another page."""
    st.switch_page(page(name))
