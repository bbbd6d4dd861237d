"""A learner's results, read: each grade placed on its scale, each subject named one way.

`Record` is what entry rules and the law are checked against. It knows three
states of a subject: held (with points), missing (taken, grade not known yet)
and not held.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "gcse",  # one GCSE, 9-1 or its equivalent; points = (6,)
    "combined_science",  # two GCSEs; points = (6, 5), higher first
    "vocational",  # level 1/2 vocational certificate taken at 14-16 or after
    "functional_skills",
    "other",  # held, but on no scale that converts to GCSE points
]


@dataclass(frozen=True, slots=True)
class Held:
    """One result on its scale.

    `subject` is a canonical name of `data/reference/gcse_subjects.csv`. `points` are GCSE
    points (9 to 0), one for a GCSE, two for Combined Science, none where the scale
    has no official conversion. `level` is 0 (entry) to 3. `grade` is the canonical
    text on its own scale ("6-5", "Level 2 Merit"). `predicted` marks a forecast.
    """

    subject: str
    qualification: str
    kind: Kind
    grade: str
    level: int
    points: tuple[float, ...]
    families: frozenset[str] = frozenset()
    predicted: bool = False
    regulated: bool = True
    nation: str = "england"


@dataclass(frozen=True, slots=True)
class Record:
    """Everything the learner holds or awaits.

    `missing` are canonical subjects taken whose grade is not known.
    `not_taken` are canonical subjects the learner said they do not hold: neither held nor missing,
    whatever `complete` says.
    `complete` says that these are all the learner's results: only then does an
    unlisted subject count as not held. English and maths are taken by everyone,
    so unless `complete`, an unlisted one is missing.
    """

    held: tuple[Held, ...] = ()
    missing: frozenset[str] = frozenset()
    not_taken: frozenset[str] = frozenset()
    complete: bool = False
