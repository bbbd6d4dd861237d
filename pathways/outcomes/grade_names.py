"""Grades as people write them: the official counts shorten D*D to *D and A* to *."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORDS = {"D": "Distinction", "HM": "High Merit", "M": "Merit", "HP": "High Pass", "P": "Pass"}
_MIDDLE = ("C", "M", "MM", "MMM")


def grade_name(grade: str, scale: Sequence[str]) -> str:
    """One grade of a scale, written out: "*" is A* on a letter scale and Distinction* elsewhere."""
    letters = "A" in scale
    if grade in {"U", "Fail"}:
        return "no grade" if grade == "U" else "no diploma"
    if letters:
        return "A*" if grade == "*" else grade
    if grade == "*":
        return "Distinction*"
    if grade in _WORDS:
        return _WORDS[grade]
    return grade.replace("*", "D*")


def frame_grade(scale: Sequence[str]) -> str:
    """The grade at which a scale is told in two halves: C, Merit, or the middle of the scale."""
    found = [grade for grade in _MIDDLE if grade in scale]
    return found[0] if found else scale[len(scale) // 2]


def table_grade(text: str) -> str:
    """An average grade of the performance tables, written out: "L2Dist-" is "level 2 Distinction-"."""
    return re.sub(r"^L(\d)", r"level \1 ", text).replace("Dist", "Distinction")
