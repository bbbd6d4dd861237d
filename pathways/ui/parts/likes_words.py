"""The learner's own words: a box, what was read, and ways to put it right."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from pathways.matching.interests.load import subjects
from pathways.matching.interests.reading import Reading
from pathways.ui import keys, likes_state, state
from pathways.ui.parts.likes_read import read
from pathways.ui.parts.likes_steps import next_step
from pathways.ui.parts.markup import plain
from pathways.words import say

LONGEST = 600


def own_words() -> None:
    """The box, then what was read."""
    st.text_area(
        say("UI_LIKES_WORDS"),
        key=keys.MY_WORDS,
        persist_state=state.KEEP,
        max_chars=LONGEST,
        height=130,
        placeholder=say("UI_LIKES_WORDS_HINT"),
        on_change=likes_state.note_misread,
        args=((),),
    )
    st.caption(say("UI_LIKES_WORDS_PRIVATE"))
    text = (state.get(keys.MY_WORDS) or "").strip()
    if not text:
        st.button(say("UI_LIKES_READ"), key="read_words")
    else:
        with st.spinner(say("UI_LIKES_READING")):
            reading = read(text)
        with st.container(key="likes-read"):
            _said(reading)
    next_step("ideas")


def _said(reading: Reading) -> None:
    """What was read, what was set aside, what was not known, and a box to say what was meant."""
    if reading.liked:
        _taken(reading)
    elif not reading.set_aside:
        st.markdown(say("TEXT_NOT_READ"))
    if reading.set_aside:
        names = ", ".join(_name(match.subject) for match in reading.set_aside)
        st.markdown(plain(say("TEXT_SET_ASIDE", subjects=names)))
    if reading.not_understood and reading.readable:
        unknown = ", ".join(reading.not_understood)
        st.caption(plain(say("TEXT_WORDS_NOT_READ", words=unknown)))
    st.multiselect(
        say("UI_LIKES_MEANT"),
        [i for i, kind in zip(subjects().ids, subjects().kinds, strict=True) if kind == "subject"],
        format_func=_name,
        key=keys.MEANT,
        persist_state=state.KEEP,
        placeholder=say("UI_MORE_HINT"),
    )


def _taken(reading: Reading) -> None:
    """Each subject that was read, on until it is tapped away; a second tap brings it back."""
    found = [match.subject for match in reading.liked]
    state.put(keys.READ_AS, [subject for subject in found if subject not in likes_state.misread()])
    st.pills(
        say("UI_LIKES_READ_AS"),
        found,
        selection_mode="multi",
        format_func=_name,
        key=keys.READ_AS,
        on_change=_corrected,
        args=(tuple(found),),
    )
    st.caption(say("UI_LIKES_READ_HELP"))


def _corrected(found: Iterable[str]) -> None:
    kept = state.chosen(keys.READ_AS)
    likes_state.note_misread(subject for subject in found if subject not in kept)


def _name(subject: str) -> str:
    return subjects().names[subjects().ids.index(subject)]
