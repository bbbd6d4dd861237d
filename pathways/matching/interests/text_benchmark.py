"""How well free text is read: labelled phrases kept apart from what the model is built on."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

from pathways.matching.interests.text_model import TextModel

NOTHING = "none"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase, the subjects any of which is right (none for one that says nothing), its kind."""

    text: str
    accept: frozenset[str]
    kind: str


@dataclass(frozen=True, slots=True)
class Read:
    """A phrase and what was read from it; `rank` counts from 1, None if not among those shown."""

    phrase: Phrase
    shown: tuple[str, ...]
    rank: int | None

    @property
    def right(self) -> bool:
        """A right subject is shown; or nothing is, where nothing was said."""
        return self.rank is not None if self.phrase.accept else not self.shown


@dataclass(frozen=True, slots=True)
class Hits:
    """Share of phrases of a kind with a right subject first, in the first 3, in the first 5."""

    kind: str
    phrases: int
    hit1: float
    hit3: float
    hit5: float


def phrases(text: str) -> tuple[Phrase, ...]:
    """Labelled phrases from the text of a file with columns phrase, accept and kind."""
    return tuple(
        Phrase(row["phrase"], frozenset(row["accept"].split()) - {NOTHING}, row["kind"])
        for row in csv.DictReader(io.StringIO(text))
    )


def read_all(model: TextModel, wanted: Iterable[Phrase]) -> tuple[Read, ...]:
    """Every phrase read as a learner would see it: at most five subjects."""
    return tuple(_read(model, phrase) for phrase in wanted)


def hits(read: Sequence[Read]) -> tuple[Hits, ...]:
    """Hits for each kind of phrase in the order met, then for all that name a subject."""
    named = [one for one in read if one.phrase.accept]
    kinds = dict.fromkeys(one.phrase.kind for one in named)
    each = [_hits(k, [one for one in named if one.phrase.kind == k]) for k in kinds]
    return (*each, _hits("all", named))


def milliseconds(model: TextModel, wanted: Sequence[Phrase]) -> float:
    """Mean time to read one phrase."""
    start = perf_counter()
    for phrase in wanted:
        model.read(phrase.text)
    return 1000 * (perf_counter() - start) / len(wanted)


def _read(model: TextModel, phrase: Phrase) -> Read:
    shown = tuple(match.subject for match in model.read(phrase.text).liked)
    ranks = [place for place, subject in enumerate(shown, 1) if subject in phrase.accept]
    return Read(phrase, shown, min(ranks, default=None))


def _hits(kind: str, read: Sequence[Read]) -> Hits:
    def within(places: int) -> float:
        return sum(one.rank is not None and one.rank <= places for one in read) / len(read)

    return Hits(kind, len(read), within(1), within(3), within(5))


def job_titles(
    jobs: Iterable[tuple[str, Sequence[str]]],
    categories: Mapping[str, Sequence[str]],
    fields: Mapping[str, str],
) -> tuple[Phrase, ...]:
    """Official job titles as phrases: words that are not ours.

    A job is its title and its categories; `categories` gives the fields or subjects of each, and
    `fields` the field of each subject. Any subject of any of its categories is right.
    """
    found: list[Phrase] = []
    for title, own in jobs:
        wanted = {part for category in own for part in categories.get(category, ())}
        accept = frozenset(s for s, field in fields.items() if s in wanted or field in wanted)
        if accept:
            found.append(Phrase(title, accept, "job titles"))
    return tuple(found)


def by_chance(read: Sequence[Read], *, seed: int) -> float:
    """hit@5 if the labels were dealt out at random: what a right answer is worth."""
    dealt = list(read)
    random.Random(seed).shuffle(dealt)
    right = sum(
        bool(set(one.shown) & other.phrase.accept) for one, other in zip(read, dealt, strict=True)
    )
    return right / len(read)
