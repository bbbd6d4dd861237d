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
from pathways.ui import memory, menu, state
from pathways.ui.parts.area_choice import area_label
from pathways.ui.parts.markup import mark
from pathways.ui.theme import css
from pathways.words import say

_LOG = logging.getLogger("pathways.ui")
P = ParamSpec("P")


def open_page() -> None:
    """Show the page a person is on, inside the frame, and never a stack trace."""
    page = st.navigation(menu.pages(), position="hidden")
    st.set_page_config(
        page_title=f"{page.title} · {say('UI_NAME')}",
        page_icon=str(ROOT / "static" / "icon.svg"),
        layout="wide",
        initial_sidebar_state="collapsed",
        menu_items={"Get help": None, "Report a bug": None, "About": None},
    )
    st.html(f"<style>{css()}</style>")
    safely(memory.mount, page.url_path)
    if memory.code_waits() and page.url_path != "plan":
        menu.go("plan")
    _top(page.url_path)
    safely(area_label)
    with st.container(key=f"page-{page.url_path or 'start'}"):
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


def _top(here: str) -> None:
    """The name of the app, the journey, and what is beside it. On a phone the journey is at the bottom."""
    with st.container(key="top", horizontal=True, vertical_alignment="center", gap="medium"):
        with st.container(key="brand", width="content"):
            st.page_link(menu.page("start"), label=say("UI_NAME"))
        with st.container(key="menu", horizontal=True, gap="small"):
            for name, icon in menu.JOURNEY.items():
                with st.container(key=_place(name, here), width="content"):
                    st.page_link(menu.page(name), label=say(f"UI_PAGE_{name.upper()}"), icon=icon)
        with st.container(key="aside", horizontal=True, width="content", gap="small"):
            for name in menu.ASIDE:
                with st.container(key=_place(name, here), width="content"):
                    st.page_link(menu.page(name), label=say(f"UI_PAGE_{name.upper()}"))


def _place(name: str, here: str) -> str:
    """The key of a menu entry, which tells the page a person is on from the others."""
    return f"{'here' if name == here else 'there'}-{name}"


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
        for name in menu.FOOTER:
            st.page_link(menu.page(name), label=say(f"UI_PAGE_{name.upper()}"))
        st.html(mark('<p class="pw-quiet">{words}</p>', words=say("UI_FOOTER")), width="content")
    if state.take_notice():
        st.toast(say("UI_CLEARED"))
