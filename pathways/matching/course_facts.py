"""What the reference tables say of each distinct course, worked out once a catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from pathways.matching.reference import Following, Reference, Share
from pathways.matching.table import Courses, Floats


@dataclass(frozen=True, slots=True, eq=False)
class CourseFacts:
    """Per course: `practical`, `exams`, `next_steps`, `destinations` 0 to 1 (NaN: no row), `follows`."""

    practical: Floats
    exams: Floats
    next_steps: Floats
    destinations: Floats
    follows: tuple[Following | None, ...]


def course_facts(courses: Courses, reference: Reference) -> CourseFacts:
    """Look every course up; the most exact row wins."""
    blank = ("",) * len(courses.subject)
    return CourseFacts(
        practical=_shares(courses, courses.field, reference.practical),
        exams=_shares(courses, courses.subject, reference.exams),
        next_steps=_shares(courses, blank, reference.next_steps),
        destinations=np.array(
            [reference.destinations.get(route, np.nan) for route in courses.route], np.float64
        ),
        follows=tuple(reference.continuity.get(subject) for subject in courses.subject),
    )


def _shares(courses: Courses, about: Iterable[str], rows: tuple[Share, ...]) -> Floats:
    known = {(row.route, row.qualification, row.about): row.value for row in rows}
    return np.array(
        [
            _most_exact(known, *course)
            for course in zip(courses.route, courses.qualification, about, strict=True)
        ],
        np.float64,
    )


def _most_exact(
    known: dict[tuple[str, str, str], float], route: str, qualification: str, about: str
) -> float:
    for key in (
        (route, qualification, about),
        (route, "", about),
        (route, qualification, ""),
        (route, "", ""),
    ):
        if key in known:
            return known[key]
    return float("nan")
