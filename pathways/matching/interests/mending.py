"""Spelling mended as `tokens.mended` does, and faster: words that cannot be near are never compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from string import ascii_lowercase, digits

import numpy as np
import numpy.typing as npt

from pathways.matching.interests.tokens import CUTOFF, mended, stem

_SIGNS = {sign: place for place, sign in enumerate(ascii_lowercase + digits)}


class Mender:
    """Knows a set of stems. Nothing that is asked of it is kept."""

    def __init__(self, known: Collection[str]) -> None:
        self._known = frozenset(known)
        self._words = sorted(self._known)
        self._letters = np.array([_counts(word) for word in self._words], np.int64)
        self._lengths = np.array([len(word) for word in self._words], np.int64)

    def mend(self, word: str) -> str:
        """The nearest known stem; the word's own stem if none is near."""
        own = stem(word)
        if own in self._known or len(own) < 4:
            return own
        # Letters in common, in any order, bound from above how alike two words are.
        common = np.minimum(self._letters, _counts(own)).sum(axis=1)
        near = np.flatnonzero(2.0 * common / (self._lengths + len(own)) >= CUTOFF)
        return mended(word, [self._words[place] for place in near.tolist()])


def _counts(word: str) -> npt.NDArray[np.int64]:
    counts = np.zeros(len(_SIGNS), np.int64)
    for sign, number in Counter(word).items():
        counts[_SIGNS[sign]] = number
    return counts
