"""Words of a text made comparable: small words dropped, endings off, spelling mended."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import get_close_matches

_WORD = re.compile(r"[a-z0-9]+")

# Words that say nothing about what is liked.
_EMPTY_WORDS = """
    a about actually again all also always am an and any anything are as at be become
    becoming been being best bit but by can could cos cuz day days did didnt do does doing
    dont each even ever every everyday everyone everything few for from get getting go going
    gonna good got had has have having he hello help her hi him his how i id idea idk if ill
    im in into is it its ive job jobs just kind know lad lads learning like liked likes lol
    lot lots love loved loves loving make makes mate mates maybe me might mine more most
    much my myself nah never no not nothing now of off ok on one only or other our out over
    own people peoples person quite really school she should so some someone something
    sometimes sort stuff sure than that the their them then there these they thing things
    this those time to too u up ur us very wanna want wants was wasnt we well were what when
    where which while who why will with without work working would yeah yet you your
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
CUTOFF = 0.8
"""How alike a word must be to a known one to be taken for it, 0 to 1."""


def words(text: str) -> list[str]:
    """The words of a text that say something, in small letters, as typed."""
    plain = re.sub(r"['’`]", "", text.casefold())
    return [word for word in _WORD.findall(plain) if word not in _EMPTY]


def stem(word: str) -> str:
    """A word without a common ending, when enough of it is left to know it by."""
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word.removesuffix(ending)
            break
    if word.endswith("s") and not word.endswith("ss") and len(word) >= 4:
        word = word[:-1]
    return word


def stems(text: str) -> list[str]:
    """The stems of the words of a text that say something."""
    return [stem(word) for word in words(text)]


def mended(word: str, known: Collection[str]) -> str:
    """The nearest known stem to a word that is not known; the word's own stem if none is near."""
    own = stem(word)
    if own in known or len(own) < 4:
        return own
    return next(iter(get_close_matches(own, known, n=1, cutoff=CUTOFF)), own)
