"""Cosine likeness of a short text to many known ones by TF-IDF, term by term.

scikit-learn learns the terms once; a text is then weighed by hand, since it has a few dozen terms and
the library's checks of its input take longer than the sum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from pathways.matching.interests.riasec import Floats


class Likeness:
    """Known texts, and how alike another is to each of them. Asking changes nothing."""

    def __init__(self, learner: TfidfVectorizer, known: Sequence[str]) -> None:
        weights = learner.fit_transform(known).tocsc()
        self._of = learner.build_analyzer()
        self._column: dict[str, int] = learner.vocabulary_
        self._idf: Floats = learner.idf_
        self._sublinear: bool = learner.sublinear_tf
        self._starts, self._rows, self._weights = weights.indptr, weights.indices, weights.data
        self._count = len(known)

    def of(self, text: str) -> Floats:
        """The likeness to every known text, 0 to 1."""
        terms = Counter(filter(lambda term: term in self._column, self._of(text)))
        if not terms:
            return np.zeros(self._count)
        columns = [self._column[term] for term in terms]
        often = np.array(list(terms.values()), np.float64)
        weight = (1 + np.log(often) if self._sublinear else often) * self._idf[columns]
        weight /= np.sqrt(weight @ weight)
        parts = [slice(self._starts[column], self._starts[column + 1]) for column in columns]
        rows = np.concatenate([self._rows[part] for part in parts])
        sums = np.concatenate(
            [share * self._weights[part] for share, part in zip(weight, parts, strict=True)]
        )
        return np.asarray(np.bincount(rows, sums, minlength=self._count), np.float64)

    def holds(self, place: int, term: str) -> bool:
        """Whether a known text has this term."""
        column = self._column.get(term)
        if column is None:
            return False
        return place in self._rows[self._starts[column] : self._starts[column + 1]]

    @property
    def terms(self) -> frozenset[str]:
        """All terms of the known texts."""
        return frozenset(self._column)
