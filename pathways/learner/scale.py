"""A grade scale as a value: its grades best first, how each is written, where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from pathways.errors import GradeError
from pathways.learner.spelling import key


@dataclass(frozen=True, slots=True)
class Grade:
    """One grade of a scale: `points` are GCSE points, none where nobody has set a conversion."""

    text: str
    points: tuple[float, ...]
    level: int
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scale:
    """The grades of a scale, best first.

    `singles` are the grades that a scale of pairs is made of (empty otherwise). `nation` is
    filled where the scale itself tells whose it is.
    """

    id: str
    title: str
    grades: tuple[Grade, ...]
    source: str
    trust: str
    last_checked: str
    nation: str = ""
    any_text: bool = False
    singles: tuple[str, ...] = ()

    @cached_property
    def by_key(self) -> dict[str, Grade]:
        """Every way of writing each grade, as a key."""
        found: dict[str, Grade] = {}
        for grade in self.grades:
            for written in (grade.text, *grade.also):
                if found.setdefault(key(written), grade) is not grade:
                    raise GradeError(f"Scale {self.id} has two grades written {written!r}.")
        return found

    def rank(self, text: str) -> int:
        """0 for the best grade, rising; for comparing two grades of one scale."""
        return [grade.text for grade in self.grades].index(text)


@dataclass(frozen=True, slots=True)
class GradeOnScale:
    """A typed grade, placed: `text` is the one way we write it, `rank` 0 is the best grade."""

    scale: str
    text: str
    points: tuple[float, ...]
    level: int
    rank: int
    nation: str = ""
