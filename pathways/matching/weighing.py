"""What one learner weighs: dots for each term, and where they stand on each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pathways.errors import LearnerError
from pathways.learner.learner import Learner
from pathways.learner.record import Record
from pathways.matching.reference import Anchors

TERMS = (
    "interest",
    "continuity",
    "learning_style",
    "assessment",
    "travel",
    "options_open",
    "destinations",
)
"""The names of all value terms, in the order in which arrays hold them. There are no others."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """`dots` in the order of `TERMS`; `practical` and `coursework` 0 to 1 and `longest` in minutes, or None.

    `taken` are the subjects studied so far, whatever the grade: grades are never weighed.
    """

    dots: tuple[int, ...]
    practical: float | None = None
    coursework: float | None = None
    longest: int | None = None
    taken: frozenset[str] = frozenset()

    def of(self, term: str) -> int:
        """The dots of a term."""
        return self.dots[TERMS.index(term)]


def weighing(learner: Learner, record: Record, anchors: Anchors) -> Weighing:
    """What this learner weighs; raises `LearnerError` for an unknown term or dots out of range."""
    chosen = learner.preferences
    return Weighing(
        dots=dots_of(chosen.weights, anchors),
        practical=chosen.practical,
        coursework=chosen.coursework,
        longest=learner.max_minutes,
        taken=frozenset(held.subject for held in record.held) | record.missing,
    )


def dots_of(weights: Mapping[str, int], anchors: Anchors) -> tuple[int, ...]:
    """Dots of every term: as given, else the default."""
    for name, dots in weights.items():
        if name not in TERMS:
            raise LearnerError(
                f"there is nothing to weigh called {name!r}.",
                where="preferences.weights",
                do=f"Use one of: {', '.join(TERMS)}.",
            )
        if not anchors.lowest_dots <= dots <= anchors.highest_dots:
            raise LearnerError(
                f"{name} has {dots} dots.",
                where="preferences.weights",
                do=f"Give it {anchors.lowest_dots} to {anchors.highest_dots}.",
            )
    return tuple(weights.get(name, anchors.defaults[name]) for name in TERMS)
