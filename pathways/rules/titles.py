"""Whether two titles of a qualification's subject are the same, whatever the spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable


def plain(title: str) -> str:
    """A title in lower case words, without its qualification, "&" or punctuation.

    >>> plain("T Level Technical Qualification in Onsite Construction")
    'onsite construction'
    """
    text = title.casefold().replace("&", " and ")
    text = re.sub(r"\b(t|v)[ -]?levels?\b|\btechnical qualification\b|\blevel 3\b", " ", text)
    text = re.sub(r"[^a-z0-9]+", " ", text)
    return " ".join(word for word in text.split() if word not in ("in", "and", "the", "s"))


def same(title: str, name: str, also: Iterable[str]) -> bool:
    """Whether a title is a name or one of its other names."""
    return plain(title) in {plain(name), *(plain(one) for one in also)}


def spoken(kind: str, title: str) -> str:
    """Kind and title, without saying the kind twice."""
    return title if title.casefold().startswith(kind.casefold()) else f"{kind} {title}"
