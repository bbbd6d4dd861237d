"""One spelling for the many ways people type the same thing."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence

_DASHES = re.compile(r"[‐-―−]")
_NOT_KEPT = re.compile(r"[^a-z0-9*]+")


def plain(text: str) -> str:
    """Lower case, one kind of dash, accents and full-width forms made plain, ends trimmed."""
    letters = unicodedata.normalize("NFKD", _DASHES.sub("-", text))
    return "".join(sign for sign in letters if not unicodedata.combining(sign)).casefold().strip()


def key(text: str) -> str:
    """Letters, digits and stars alone: two texts with one key are the same to us.

    >>> key(" D & T ") == key("d and t")
    True
    """
    return _NOT_KEPT.sub("", plain(text).replace("&", " and "))


def listed(words: Sequence[str], last: str = "or") -> str:
    """Words in a sentence: "a, b or c"."""
    return f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def nearest(text: str, known: Iterable[str], count: int = 3) -> list[str]:
    """Up to `count` keys of `known` that look most like the text, nearest first."""
    return difflib.get_close_matches(key(text), list(known), n=count, cutoff=0.6)
