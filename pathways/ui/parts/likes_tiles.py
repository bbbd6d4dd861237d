"""Tiles: up to five topics that are liked, and any that are not for me."""

from __future__ import annotations

import streamlit as st

from pathways.matching.interests.load import tiles as shipped
from pathways.ui import keys, likes_state, state
from pathways.ui.parts.likes_steps import next_step
from pathways.words import say

_KINDS = {"field": keys.LIKED_FIELDS, "subject": keys.LIKED_SUBJECTS}


def tiles() -> None:
    """Two groups to pick from, and a folded one for what is not liked."""
    picked = len(likes_state.liked_tiles())
    most = shipped().pick_up_to
    st.header(say("UI_LIKES_PICK", most=most), anchor=False)
    with st.container(key="likes-count"):
        if likes_state.too_many():
            st.warning(say("UI_LIKES_TOO_MANY", most=most), icon=":material/info:")
        else:
            st.caption(say("UI_LIKES_PICKED", count=picked, most=most))
    with st.container(key="likes-tiles"):
        for kind, key in _KINDS.items():
            own = [tile.id for tile in shipped().tiles if tile.kind == kind]
            _pills(f"UI_LIKES_{kind.upper()}", own, key)
        count = len(state.chosen(keys.NOT_FOR_ME))
        title = say("UI_LIKES_NOT_COUNT", count=count) if count else say("UI_LIKES_NOT")
        with st.expander(title):
            _pills("UI_LIKES_NOT_HELP", [t.id for t in shipped().tiles], keys.NOT_FOR_ME)
    next_step("words")


def _pills(words: str, options: list[str], key: str) -> None:
    st.pills(
        say(words),
        options,
        selection_mode="multi",
        format_func=shipped().label,
        key=key,
        persist_state=state.KEEP,
        on_change=_picked,
        args=(key,),
    )


def _picked(key: str) -> None:
    """Keep the first of what was picked, up to the most; a topic is liked or not, never both."""
    liked = key != keys.NOT_FOR_ME
    now = state.chosen(key)
    others = len(likes_state.liked_tiles()) - len(now)
    room = shipped().pick_up_to - others if liked else len(now)
    likes_state.note_too_many(tiles=len(now) > room)
    state.put(key, list(now[:room]))
    for other in (keys.NOT_FOR_ME,) if liked else _KINDS.values():
        state.put(other, [tile for tile in state.chosen(other) if tile not in now[:room]])
