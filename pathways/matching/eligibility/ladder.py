"""The grades above a result, one step at a time, on its own scale."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from math import floor

from pathways.catalogue.entry_rules.vocabulary import vocabulary
from pathways.learner.record import Held

# Eight points with U: on an award that spans both levels, level 1 Distinction is one below level 2 Pass.
COURSE_SCALE = (
    "Level 1 Pass",
    "Level 1 Merit",
    "Level 1 Distinction",
    "Level 2 Pass",
    "Level 2 Merit",
    "Level 2 Distinction",
    "Level 2 Distinction*",
)
MUSIC = "ABRSM"
_TOP_MUSIC_GRADE = 8


@lru_cache(maxsize=4096)
def ladder(held: Held) -> tuple[Held, ...]:
    """The same result one grade better, two grades better, and so on to the top; empty at the top.

    Combined Science climbs its own scale of 17 pairs (5-5, 6-5, 6-6). A level of functional
    skills or entry level is another qualification, not a grade, so those have no ladder.
    """
    if held.points and held.kind in ("gcse", "combined_science"):
        return _numbered(held)
    if held.kind == "vocational":
        return _course(held)
    if held.qualification == MUSIC:
        grade = music_grade(held) or _TOP_MUSIC_GRADE
        return tuple(
            replace(held, grade=f"Grade {n}") for n in range(grade + 1, _TOP_MUSIC_GRADE + 1)
        )
    return ()


def steps_until(held: Held, enough: Callable[[Held], bool]) -> int | None:
    """How many grades better this result must be to be enough: 0 if it is, None if it never can."""
    return next((n for n, at in enumerate((held, *ladder(held))) if enough(at)), None)


def course_place(held: Held) -> int | None:
    """Where a level 1 or 2 course grade stands on `COURSE_SCALE`; -1 for U, None if unreadable."""
    if held.grade in ("U", ""):
        return -1 if held.grade else None
    text = held.grade if held.grade.startswith("Level") else f"Level {held.level} {held.grade}"
    text = text.replace("Level 1 Distinction*", "Level 1 Distinction")
    return COURSE_SCALE.index(text) if text in COURSE_SCALE else None


def music_grade(held: Held) -> int | None:
    """The number of a graded music exam, None if unreadable."""
    digits = "".join(c for c in held.grade if c.isdigit())
    return int(digits) if digits else None


def _numbered(held: Held) -> tuple[Held, ...]:
    found = []
    points = held.points
    while min(points) < 9:
        points = _next(points)
        text = "-".join(f"{point:g}" for point in points)
        found.append(replace(held, points=points, grade=text))
    return tuple(found)


def _next(points: tuple[float, ...]) -> tuple[float, ...]:
    """One step: a single grade up, or the lower of a pair up until both are the same."""
    *higher, lowest = points
    if not higher:
        return (_up(lowest),)
    if lowest <= 0:
        return (max(1.0, higher[0]), 1.0)  # U is one step below 1-1
    if lowest < higher[0]:
        return tuple(sorted((higher[0], _up(lowest)), reverse=True))
    return (_up(higher[0]), lowest)


def _up(point: float) -> float:
    return float(min(9, floor(point) + 1))


def _course(held: Held) -> tuple[Held, ...]:
    place = course_place(held)
    if place is None:
        return ()
    both = held.qualification in vocabulary().gcse_sized
    own = [text for text in COURSE_SCALE[place + 1 :] if both or text[6] == str(held.level)]
    return tuple(replace(held, grade=text, level=int(text[6])) for text in own)
