"""Chances as 100 icons: whole people, the whole spread, and both ways of saying it."""

from __future__ import annotations

from dataclasses import dataclass

from pathways.outcomes.grade_names import frame_grade, grade_name
from pathways.outcomes.model import Abstain, Chances
from pathways.outcomes.names import plain_name
from pathways.reason import Reason

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class IconArray:
    """100 students by grade, best grade first, and how many did and did not get `frame` or above.

    `text` is the same as reasons, for reading aloud: both ways of saying it, then every grade.
    """

    counts: tuple[tuple[str, int], ...]
    frame: str
    got: int
    did_not: int
    n: int
    year: int
    text: tuple[Reason, ...]


def icon_array(chances: Chances) -> IconArray:
    """Of 100 students like these, how many got each grade.

    Rounded on the running total from the best grade down, so that the counts sum to 100, no
    count is a whole icon off, and a better average never shows fewer icons at a grade or above
    (rounding each grade by largest remainder would not keep that).
    """
    grades, shares = chances.grades[::-1], chances.shares[::-1]
    counts, before, running = [], 0, 0.0
    for share in shares:
        running += share
        here = min(HUNDRED, int(HUNDRED * running + 0.5))
        counts.append(here - before)
        before = here
    counts[-1] += HUNDRED - before
    frame = frame_grade(chances.grades)
    got = sum(counts[: grades.index(frame) + 1])
    named = tuple(
        (grade_name(grade, chances.grades), count)
        for grade, count in zip(grades, counts, strict=True)
    )
    name = grade_name(frame, chances.grades)
    return IconArray(
        named, name, got, HUNDRED - got, chances.n, chances.year, _text(chances, named, name, got)
    )


def _text(
    chances: Chances, named: tuple[tuple[str, int], ...], frame: str, got: int
) -> tuple[Reason, ...]:
    whole = Reason.of(
        "CHANCES_OF_100",
        average=f"{chances.average:.1f}",
        course=plain_name(chances.qualification, chances.subject),
        year=chances.year,
        grade=frame,
        got=got,
        did_not=HUNDRED - got,
    )
    spread = [Reason.of("CHANCES_OF_100_GRADE", grade=name, count=count) for name, count in named]
    return (whole, *spread, Reason.of("CHANCES_N", **_band(chances)))


def _band(chances: Chances) -> dict[str, str | int]:
    low, high = chances.band
    band = f"{low}" if low == high else f"{low} to {high}"
    return {"n": f"{chances.n:,}", "year": chances.year, "band": band}


def about_chances(chances: Chances | Abstain) -> tuple[Reason, ...]:
    """What must stand beside chances, or why there are none, in the order to be read."""
    if isinstance(chances, Abstain):
        return (chances.because, Reason.of("CHANCES_NONE_IS_NOT_BAD_NEWS"))
    codes = ["CHANCES_NOT_ABOUT_YOU", "CHANCES_LEAVERS_NOT_COUNTED"]
    codes += [] if chances.no_grade_counted else ["CHANCES_NO_GRADE_NOT_COUNTED"]
    codes += ["CHANCES_WHO_CHOSE_IT", "CHANCES_NOT_BETWEEN_SUBJECTS", "CHANCES_WHAT_ELSE_MATTERS"]
    return tuple(Reason.of(code) for code in codes)
