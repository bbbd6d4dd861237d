"""Where a learner stands: the level that their results usually lead to next.

The lines (`positions` in steps.yaml) follow what providers usually ask. They choose which steps to
show first; whether one offer admits this learner is answered by that offer's own rule.
"""

from __future__ import annotations

from dataclasses import dataclass

from pathways.learner.record import Record
from pathways.routes.steps import Level, Line, positions


@dataclass(frozen=True, slots=True)
class Position:
    """`level` of the step that usually comes next; `settled` is no while results are still awaited."""

    level: Level
    settled: bool
    new_english: bool


def position(record: Record) -> Position:
    """The position of a record. With results still to come, the known ones are taken as typical."""
    points = [point for held in record.held for point in held.points]
    courses = [held.level for held in record.held if held.kind == "vocational"]
    settled = record.complete and not record.missing
    level: Level = 1 if any(point >= 1 for point in points) or any(courses) else 0
    for higher, lines in sorted(positions().items()):
        if any(_reaches(points, courses, line) for line in lines):
            level = higher
    if not settled:
        level = max(level, _guess(points))
    return Position(level, settled, _new_english(record))


def _reaches(points: list[float], courses: list[int], line: Line) -> bool:
    at = sum(point >= line.grade for point in points) + sum(level >= 2 for level in courses)
    return at >= line.gcses


def _guess(points: list[float]) -> Level:
    """With results to come: what the mean of the known ones suggests, the middle with none."""
    if not points:
        return 2
    mean = sum(points) / len(points)
    fits = [level for level, lines in positions().items() if mean >= min(li.grade for li in lines)]
    return max(fits, default=1)


def _new_english(record: Record) -> bool:
    """Whether a result says that English is a new language: an ESOL course, or one from abroad."""
    return any(
        "ESOL" in held.qualification or held.qualification == "Overseas certificate"
        for held in record.held
    )
