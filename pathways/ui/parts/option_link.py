"""The link to the page of one option: the same everywhere, with a name of its own."""

from __future__ import annotations

import streamlit as st

from pathways.guidance import Option
from pathways.ui import menu
from pathways.ui.parts.markup import plain
from pathways.words import say


def option_link(option: Option) -> None:
    """The subject and the place by name; leads to everything held about it."""
    offer_link(option.offer_id, say("UI_DETAILS", subject=option.subject, provider=option.provider))


def offer_link(offer_id: str, words: str) -> None:
    """A link in other words to the page of an offer."""
    st.page_link(menu.page("option"), label=plain(words), query_params={"offer": offer_id})
