"""Are all routes described alike? Length, reading age and loaded words of each description."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pathways.audit.assumptions import FOLDER
from pathways.words import sentences
from pathways.words.reading_age import reading_age
from pathways.yaml_file import read_yaml

ABOUT = "ROUTE_ABOUT_"


@dataclass(frozen=True, slots=True)
class Described:
    """One route's description: words, reading age in years, loaded words found."""

    route: str
    words: int
    reading_age: float
    loaded: tuple[str, ...]


def loaded_words() -> tuple[str, ...]:
    """The words that no description may hold."""
    return tuple(read_yaml(FOLDER / "loaded_words.yaml")["loaded"])


def text_audit(
    texts: Mapping[str, str] | None = None, loaded: tuple[str, ...] | None = None
) -> tuple[Described, ...]:
    """Look at every route's description; by default the ones that ship."""
    if texts is None:
        texts = {
            c.removeprefix(ABOUT).lower(): t for c, t in sentences().items() if c.startswith(ABOUT)
        }
    barred = loaded_words() if loaded is None else loaded
    return tuple(
        Described(
            route,
            len(text.split()),
            round(reading_age(text), 1),
            tuple(w for w in barred if re.search(rf"\b{re.escape(w)}\b", text, re.IGNORECASE)),
        )
        for route, text in sorted(texts.items())
    )
