"""What one visitor has said they like: the part of the session behind What I like."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from pathways.learner.learner import Interests
from pathways.ui import keys

_CARD_AT = "_card_at"
_MISREAD = "_misread"
_TOO_MANY = "_too_many"
_SURPRISES = "_surprises"


def interests() -> Interests:
    """What the learner said they like so far; what was skipped is left out."""
    rated = {keys.rated_card(str(name)): value for name, value in st.session_state.items()}
    return Interests(
        ratings={card: rating for card, rating in rated.items() if card and rating},
        tiles=liked_tiles(),
        not_for_me=_chosen(keys.NOT_FOR_ME),
        text=st.session_state.get(keys.MY_WORDS) or "",
        misread=misread(),
        meant=_chosen(keys.MEANT),
    )


def liked_tiles() -> tuple[str, ...]:
    """The tiles picked as liked, of both kinds."""
    return (*_chosen(keys.LIKED_FIELDS), *_chosen(keys.LIKED_SUBJECTS))


def card_at() -> int:
    """The place in the pile of interest cards."""
    return int(st.session_state.get(_CARD_AT) or 0)


def turn_to_card(place: int) -> None:
    """Move to another place in the pile."""
    st.session_state[_CARD_AT] = place


def misread() -> tuple[str, ...]:
    """Subjects that the learner says were read wrongly."""
    return tuple(st.session_state.get(_MISREAD) or ())


def note_misread(subjects: Iterable[str]) -> None:
    """Keep which subjects were read wrongly."""
    st.session_state[_MISREAD] = list(subjects)


def note_too_many(*, tiles: bool) -> None:
    """Whether the last tile was one too many."""
    st.session_state[_TOO_MANY] = tiles


def too_many() -> bool:
    """Whether the last tile was one too many."""
    return bool(st.session_state.get(_TOO_MANY))


def surprises() -> int:
    """How often "Surprise me" was pressed."""
    return int(st.session_state.get(_SURPRISES) or 0)


def another_surprise() -> None:
    """Ask for one more surprise."""
    st.session_state[_SURPRISES] = surprises() + 1


def _chosen(key: str) -> tuple[str, ...]:
    return tuple(st.session_state.get(key) or ())
