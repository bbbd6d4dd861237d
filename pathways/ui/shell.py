"""The frame around every page: title, layout, theme, menu, footer, and one handler for errors."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from typing import ParamSpec

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pathways.errors import PathwaysError
from pathways.paths import ROOT
from pathways.ui import menu, state
from pathways.ui.parts.area_choice import area_label
from pathways.ui.parts.markup import mark
from pathways.ui.theme import css
from pathways.words import say

_LOG = logging.getLogger("pathways.ui")
P = ParamSpec("P")
_WIDE = {"routes", "options"}
_MENU = {
    "start": "UI_PAGE_START",
    "results": "UI_PAGE_RESULTS",
    "likes": "UI_MENU_LIKES",
    "options": "UI_PAGE_OPTIONS",
    "routes": "UI_PAGE_ROUTES",
    "data": "UI_MENU_DATA",
}
_FOOTER = ("order", "worth", "rules")


def open_page() -> None:
    """Show the page a person is on, inside the frame, and never a stack trace."""
    page = st.navigation(menu.pages(), position="top")
    wide = page.url_path in _WIDE
    st.set_page_config(
        page_title=f"{page.title} · {say('UI_NAME')}",
        page_icon=str(ROOT / "static" / "icon.svg"),
        layout="wide" if wide else "centered",
        initial_sidebar_state="collapsed",
        menu_items={"Get help": None, "Report a bug": None, "About": None},
    )
    st.logo(str(ROOT / "static" / "logo.svg"), size="large")
    st.html(f"<style>{css()}</style>")
    _menu()
    safely(area_label)
    safely(_run, page)
    _footer()


def _run(page: StreamlitPage) -> None:
    state.begin()
    page.run()


def safely(draw: Callable[P, None], /, *given: P.args, **named: P.kwargs) -> None:
    """Draw, or say that something broke. A fragment needs its own: it runs again without the frame."""
    try:
        draw(*given, **named)
    except Exception as error:
        explain(error)


def _menu() -> None:
    """The menu in plain view on a phone, where Streamlit folds its own away."""
    with st.container(key="menu", horizontal=True, gap="medium"):
        for name, words in _MENU.items():
            st.page_link(menu.page(name), label=say(words))


def explain(error: Exception) -> None:
    """Say that something broke, with a number that finds it in the log: the one handler of the UI."""
    number = secrets.token_hex(3).upper()
    _LOG.exception("reference %s", number, exc_info=error)
    said = error.message if isinstance(error, PathwaysError) else say("UI_BROKEN_WHAT")
    st.html(
        mark(
            '<section class="pw-summary" role="alert"><h2>{title}</h2><p>{said}</p>'
            "<p>{keep} {reference}</p></section>",
            title=say("UI_BROKEN_TITLE"),
            said=said,
            keep=say("UI_BROKEN_KEEP"),
            reference=say("UI_BROKEN_REFERENCE", number=number),
        )
    )


def _footer() -> None:
    """What is on every page: clearing, and where the facts come from."""
    with st.container(key="footer", horizontal=True, vertical_alignment="center", gap="medium"):
        st.button(say("UI_CLEAR"), key="clear", on_click=state.clear, icon=":material/delete:")
        for name in _FOOTER:
            st.page_link(menu.page(name), label=say(f"UI_PAGE_{name.upper()}"))
        st.html(mark('<p class="pw-quiet">{words}</p>', words=say("UI_FOOTER")), width="content")
    if state.take_notice():
        st.toast(say("UI_CLEARED"))
