"""From a few words to the subjects they are about: TF-IDF over our own descriptions.

Three likenesses (cosine) are averaged: to a subject's whole description by words and word pairs,
to its nearest everyday phrase by words, and to its nearest phrase by runs of letters, which is
what holds up when spelling does not. Each part of a sentence is read on its own, so that
"bikes and gaming" gives both.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from pathways.matching.interests.clauses import Clause, clauses
from pathways.matching.interests.likeness import Likeness
from pathways.matching.interests.mending import Mender
from pathways.matching.interests.reading import Match, Reading
from pathways.matching.interests.riasec import Floats
from pathways.matching.interests.tokens import stems, words

# Below this likeness a text says nothing that we can read; set on phrases_dev.csv, not on the test.
READABLE = 0.13
# So much of a text is read: a few sentences, so that no text can keep the server busy.
LONGEST = 600
# A subject is read from a text when it is at least this near to the best of its part.
_BESIDE_BEST = 0.5


class TextModel:
    """Reads text as subjects. Build it once from the descriptions; reading changes nothing."""

    def __init__(self, texts: Mapping[str, tuple[str, tuple[str, ...]]]) -> None:
        self.subjects = tuple(texts)
        wholes = [f"{about} {' . '.join(said)}" for about, said in texts.values()]
        phrases = [(p, i) for i, (about, said) in enumerate(texts.values()) for p in (about, *said)]
        kept = [(" ".join(stems(phrase)), i) for phrase, i in phrases if stems(phrase)]
        self._owner = np.array([i for _, i in kept])
        phrased = [phrase for phrase, _ in kept]
        self._whole = Likeness(
            TfidfVectorizer(analyzer=_pairs, sublinear_tf=True),
            [" ".join(stems(whole)) for whole in wholes],
        )
        self._word = Likeness(TfidfVectorizer(analyzer=str.split), phrased)
        self._letter = Likeness(
            TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True), phrased
        )
        self._spelling = Mender(self._word.terms)

    def read(self, text: str, *, count: int = 5) -> Reading:
        """Read the first `LONGEST` letters: at most `count` subjects liked, as many set aside."""
        text = text[:LONGEST]
        found: dict[bool, dict[str, Match]] = {True: {}, False: {}}
        strange: list[str] = []
        # Mending is the slow part: once a word, and kept for no longer than this text.
        mend = {word: self._spelling.mend(word) for word in dict.fromkeys(words(text))}
        for clause in _parts(text):
            scores = self._score(clause.text, mend)
            if scores.max() < READABLE:
                strange += words(clause.text)
                continue
            for place in np.flatnonzero(scores >= _BESIDE_BEST * scores.max()).tolist():
                subject, score = self.subjects[place], float(scores[place])
                old = found[clause.liked].get(subject)
                if old is None or old.score < score:
                    because = self._because(clause.text, place, mend)
                    found[clause.liked][subject] = Match(subject, score, because)
        return Reading(
            _first(found[True], count), _first(found[False], count), tuple(dict.fromkeys(strange))
        )

    def _score(self, part: str, mend: Mapping[str, str]) -> Floats:
        tokens = " ".join(mend[word] for word in words(part))
        if not tokens:
            return np.zeros(len(self.subjects))
        by_word, by_letter = (self._best(each.of(tokens)) for each in (self._word, self._letter))
        # Rounded, so that subjects that are equally near are equal on every machine.
        return np.round((self._whole.of(tokens) + by_word + by_letter) / 3, 12)

    def _best(self, likeness: Floats) -> Floats:
        best = np.zeros(len(self.subjects))
        np.maximum.at(best, self._owner, likeness)
        return best

    def _because(self, part: str, place: int, mend: Mapping[str, str]) -> tuple[str, ...]:
        """The learner's words that the subject's description holds; or all of them."""
        said = words(part)
        held = [word for word in said if self._whole.holds(place, mend[word])]
        return tuple(dict.fromkeys(held or said))


def _parts(text: str) -> list[Clause]:
    """Each clause, and all that is liked taken together, since "and" may join one thing."""
    cut = list(clauses(text))
    liked = [clause.text for clause in cut if clause.liked]
    return cut + ([Clause(" ".join(liked), liked=True)] if len(liked) > 1 else [])


def _pairs(text: str) -> list[str]:
    tokens = text.split()
    return tokens + [f"{a} {b}" for a, b in pairwise(tokens)]


def _first(found: Mapping[str, Match], count: int) -> tuple[Match, ...]:
    return tuple(sorted(found.values(), key=lambda m: (-m.score, m.subject))[:count])
