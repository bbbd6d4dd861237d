"""What I like: activities, topics and own words, each of which can be skipped, and what follows."""

from __future__ import annotations

import streamlit as st

from pathways.ui import memory, menu
from pathways.ui.parts.frame import heading
from pathways.ui.parts.likes_cards import cards
from pathways.ui.parts.likes_ideas import show_ideas
from pathways.ui.parts.likes_steps import steps
from pathways.ui.parts.likes_tiles import tiles
from pathways.ui.parts.likes_words import own_words
from pathways.ui.shell import safely
from pathways.words import say

_DRAW = {"cards": cards, "tiles": tiles, "words": own_words, "ideas": show_ideas}


@st.fragment
def _step() -> None:
    """The open step: a tap draws this again, and not the page around it."""
    safely(memory.keep, "likes")
    safely(_DRAW[steps()])


heading(say("UI_PAGE_LIKES"), say("UI_LIKES_LEAD"), step=say("UI_STEP", number=2, of=5))
st.page_link(menu.page("options"), label=say("UI_LIKES_LEAVE"))
_step()
