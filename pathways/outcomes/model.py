"""Chances: what happened to others with a similar average GCSE score, or why none can be shown.

The model is plain JSON (`models/outcomes/model.json`), made by `pathways.outcomes.train`
and described in the card beside it. Nothing here is a prediction about one person.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

import numpy as np

from pathways.errors import SourceError
from pathways.outcomes.bands import BANDS, KNOTS, Floats, band_of
from pathways.outcomes.names import candidates
from pathways.outcomes.surface import shares, tails
from pathways.paths import MODELS
from pathways.reason import Reason

SHIPPED = MODELS / "outcomes" / "model.json"
FEWEST = 30
"""Fewest students like the learner for whom chances are shown."""
HIGHEST_AVERAGE = 9.0
FORMAT = 1
UNIT = 100
"""Logits are stored as whole hundredths."""


@dataclass(frozen=True, slots=True)
class Chances:
    """Of students in England with a similar average who finished this course, the share with each grade.

    `grades` run from lowest to highest and `shares` sum to 1, at this `average`. `n` counts the students of
    `band` (an average from `band[0]` up to `band[1]`) in `year`. `no_grade_counted` says
    whether the official counts hold students who finished without a grade.
    """

    qualification: str
    subject: str
    size: float
    grades: tuple[str, ...]
    shares: tuple[float, ...]
    average: float
    n: int
    band: tuple[int, int]
    year: int
    no_grade_counted: bool
    source_id: str

    def at_least(self, grade: str) -> float:
        """The share with this grade or above."""
        return sum(self.shares[self.grades.index(grade) :])


@dataclass(frozen=True, slots=True)
class Abstain:
    """No chances are shown for this course, and why."""

    qualification: str
    subject: str
    because: Reason


@dataclass(frozen=True, slots=True, eq=False)
class Fitted:
    """One course of the model. `students` by band: a number from 30, 0, or None for 1 to 29."""

    qualification: str
    subject: str
    size: float
    grades: tuple[str, ...]
    students: tuple[int | None, ...]
    logits: Floats

    def shares(self, averages: Floats) -> Floats:
        """The share with each grade at each average: shape averages x grades."""
        return shares(tails(self.logits, averages))


@dataclass(frozen=True, eq=False)
class OutcomeModel:
    """All fitted courses of one year, found by official qualification and subject."""

    year: int
    source_id: str
    courses: tuple[Fitted, ...]

    @cached_property
    def by_name(self) -> Mapping[tuple[str, str], tuple[Fitted, ...]]:
        """Courses of each qualification and subject; several where sizes or grade scales differ."""
        found: dict[tuple[str, str], tuple[Fitted, ...]] = {}
        for course in self.courses:
            name = (course.qualification, course.subject)
            found[name] = (*found.get(name, ()), course)
        return MappingProxyType(found)

    def find(
        self, qualification: str, subject: str, *, size: float | None = None
    ) -> tuple[Fitted, ...]:
        """The courses that a name may mean; official and plain names are both understood."""
        for name in candidates(qualification, subject):
            found = self.by_name.get(name, ())
            if found:
                return tuple(c for c in found if size is None or c.size == size)
        return ()


def load_model(path: Path = SHIPPED) -> OutcomeModel:
    """Read a model; raises `SourceError` when it is missing or of another format."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise SourceError(
            "the outcome model cannot be read",
            where=path.name,
            do="Run `python -m pathways model train`.",
        ) from error
    if data.get("format") != FORMAT or data.get("knots") != KNOTS.tolist():
        raise SourceError(
            "the outcome model is of another version",
            where=path.name,
            do="Run `python -m pathways model train`.",
        )
    courses = tuple(
        _fitted(group["qualification"], tuple(group["grades"]), row)
        for group in data["qualifications"]
        for row in group["courses"]
    )
    return OutcomeModel(int(data["year"]), str(data["source_id"]), courses)


def _fitted(qualification: str, grades: tuple[str, ...], row: Mapping[str, object]) -> Fitted:
    logits = np.array(row["logits"], dtype=float).T / UNIT
    logits.setflags(write=False)
    students = row["students"]
    assert isinstance(students, list)
    return Fitted(
        qualification,
        str(row["subject"]),
        float(str(row["size"])),
        grades,
        tuple(students),
        logits,
    )


def chances(
    model: OutcomeModel,
    qualification: str,
    subject: str,
    average_gcse: float | None,
    *,
    size: float | None = None,
) -> Chances | Abstain:
    """Chances of each grade in a course at an average GCSE score from 0 to 9.

    `size` in A levels is needed only where one name has several. Abstains, with a reason,
    rather than raising: no average, a course without enough students, fewer than 30
    students like this one, or an average outside what was seen.
    """
    found = model.find(qualification, subject, size=size)
    reason = _why_not(found, average_gcse, model.year)
    if reason is not None or average_gcse is None:
        return Abstain(qualification, subject, reason or Reason.of("CHANCES_NO_AVERAGE"))
    course = found[0]
    band = band_of(average_gcse)
    return Chances(
        qualification=course.qualification,
        subject=course.subject,
        size=course.size,
        grades=course.grades,
        shares=tuple(course.shares(np.array([average_gcse]))[0].tolist()),
        average=average_gcse,
        n=course.students[band] or 0,
        band=(band, min(band + 1, len(BANDS) - 1)),
        year=model.year,
        no_grade_counted=course.grades[0] in {"U", "Fail"},
        source_id=model.source_id,
    )


def chances_for(
    model: OutcomeModel,
    courses: Sequence[tuple[str, str, float | None]],
    average_gcse: float | None,
) -> tuple[Chances | Abstain, ...]:
    """Chances for many courses (qualification, subject, size), in the order given: never another."""
    return tuple(chances(model, q, s, average_gcse, size=size) for q, s, size in courses)


def _why_not(found: tuple[Fitted, ...], average: float | None, year: int) -> Reason | None:
    if not found:
        return Reason.of("CHANCES_NOT_COUNTED", year=year)
    if len(found) > 1:
        return Reason.of("CHANCES_SEVERAL_SIZES")
    if average is None:
        return Reason.of("CHANCES_NO_AVERAGE")
    if not 0 <= average <= HIGHEST_AVERAGE:
        return Reason.of("CHANCES_AVERAGE_NOT_0_TO_9")
    students = found[0].students
    seen = [band for band, n in enumerate(students) if n != 0]
    band = band_of(average)
    if not seen or not seen[0] <= band <= seen[-1]:
        return Reason.of("CHANCES_OUTSIDE_WHAT_WAS_SEEN", year=year)
    if (students[band] or 0) < FEWEST:
        return Reason.of("CHANCES_TOO_FEW", year=year, fewest=FEWEST)
    return None
