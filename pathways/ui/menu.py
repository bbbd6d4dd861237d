"""The pages there are, by name, and how to go to one."""

from __future__ import annotations

from typing import NoReturn

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pathways.paths import ROOT
from pathways.words import say

_FOLDER = ROOT / "pathways" / "ui" / "pages"
_TITLES = {
    "start": "UI_PAGE_START",
    "results": "UI_PAGE_RESULTS",
    "likes": "UI_PAGE_LIKES",
    "options": "UI_PAGE_OPTIONS",
    "routes": "UI_PAGE_ROUTES",
    "option": "UI_PAGE_OPTION",
    "data": "UI_PAGE_DATA",
    "rules": "UI_PAGE_RULES",
    "worth": "UI_PAGE_WORTH",
    "area": "UI_PAGE_AREA",
    "order": "UI_PAGE_ORDER",
}
_HIDDEN = {"option", "rules", "worth", "area", "order"}


def page(name: str) -> StreamlitPage:
    """One page; each is a file, so that tests and links can address it."""
    return st.Page(
        _FOLDER / f"{name}.py",
        title=say(_TITLES[name]),
        default=name == "start",
        visibility="hidden" if name in _HIDDEN else "visible",
    )


def pages() -> list[StreamlitPage]:
    """Every page, in the order of the journey."""
    return [page(name) for name in _TITLES]


def go(name: str) -> NoReturn:
    """Open another page."""
    st.switch_page(page(name))
