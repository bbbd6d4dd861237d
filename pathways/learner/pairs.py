"""Grades in pairs: Combined Science and double awards, 9-9 to 1-1.

A pair is two grades that are equal or next to each other, the higher first, so nine
grades make seventeen pairs. Source: Ofqual on the GCSE in combined science.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pathways.errors import GradeError
from pathways.learner.scale import Grade, Scale
from pathways.learner.spelling import listed, plain

_TWO = re.compile(r"([a-h]\*?|[0-9])(?:[\s/,&-]|and)*([a-h]\*?|[0-9])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep")
_DAY_MONTH = re.compile(r"(?P<day>\d{1,2})[- ](?P<name>[a-z]{3})[a-z]*(?:[- ]\d{2,4})?")
_NUMBERS = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/\d{2,4}(?: [0:]+)?")
_ISO = re.compile(r"\d{4}-(?P<month>\d{2})-(?P<day>\d{2})(?:[ t][0:.]+)?")
_SERIAL = re.compile(r"\d{5}(?:\.0+)?")


def pairs_of(grades: Sequence[Grade], join: str) -> tuple[Grade, ...]:
    """All pairs of a scale, best first, then its U: 9-9, 9-8, 8-8 ... 1-1, U."""
    ladder = [grade for grade in grades if grade.level > 0]
    made: list[Grade] = []
    for better, worse in zip(ladder, [*ladder[1:], None], strict=True):
        made.append(_pair(better, better, join))
        if worse is not None:
            made.append(_pair(better, worse, join))
    unplaced = next(grade for grade in grades if grade.level == 0)
    return (*made, Grade(unplaced.text, (0.0, 0.0), 0, (*unplaced.also, "UU", "00")))


def _pair(better: Grade, worse: Grade, join: str) -> Grade:
    level = max(better.level, worse.level)
    return Grade(f"{better.text}{join}{worse.text}", better.points + worse.points, level)


def read_pair(scale: Scale, typed: str) -> Grade | None:
    """The pair that `typed` means, None if it is not two grades; `GradeError` if there is no such.

    A spreadsheet may have turned 6-5 into a date (06-May, 05-Jun): day and month are read back
    as the two grades, since a pair is the same pair in either order.
    """
    text = plain(typed)
    for word in ("grades", "grade"):
        text = text.removeprefix(word).strip()
    damaged = _from_date(text)
    singles = damaged or _two(text)
    if singles is None:
        return None
    order = {single.casefold(): place for place, single in enumerate(scale.singles)}
    if not all(single in order for single in singles):
        if damaged:
            raise _date_error(typed)
        return None
    high, low = sorted(singles, key=order.__getitem__)
    if order[low] - order[high] > 1:
        if damaged:
            raise _date_error(typed)
        raise GradeError(
            f"{typed.strip()} is not a pair that is given: the two grades are equal or neighbours.",
            do=f"Near it are {listed(_around(scale, order[high], order[low]))}.",
        )
    return next(
        grade for grade in scale.grades if re.sub(r"-", "", grade.text).casefold() == f"{high}{low}"
    )


def _two(text: str) -> tuple[str, str] | None:
    found = _TWO.fullmatch(text)
    return (found[1], found[2]) if found else None


def _from_date(text: str) -> tuple[str, str] | None:
    if _SERIAL.fullmatch(text):
        raise _date_error(text)
    named = _DAY_MONTH.fullmatch(text)
    if named:
        name = named["name"]
        month = _MONTHS.index(name) + 1 if name in _MONTHS else 0
        return str(int(named["day"])), str(month)
    numbered = _NUMBERS.fullmatch(text) or _ISO.fullmatch(text)
    return (str(int(numbered["day"])), str(int(numbered["month"]))) if numbered else None


def _date_error(typed: str) -> GradeError:
    return GradeError(
        f"{typed.strip()} looks like a date: a spreadsheet may have changed the grade.",
        do="Type the two grades with a dash, such as 6-5, or without one, such as 65.",
    )


def _around(scale: Scale, high: int, low: int) -> list[str]:
    return [grade.text for grade in scale.grades[2 * high : 2 * low + 1]][:5]
