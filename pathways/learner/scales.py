"""What the grades of a qualification are, and what a typed grade means.

>>> parse_grade("GCSE Combined Science", "56").text
'6-5'
>>> parse_grade("Level 2 Diploma", "merit").text
'Level 2 Merit'
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pathways.errors import GradeError
from pathways.learner.blanks import said
from pathways.learner.pairs import read_pair
from pathways.learner.qualifications import Qualification, find_qualification
from pathways.learner.scale import Grade, GradeOnScale, Scale
from pathways.learner.spelling import key, listed, plain

__all__ = ["Grade", "GradeOnScale", "Scale", "parse_grade", "scale_of", "valid_grades"]

_WHOLE_NUMBER = re.compile(r"(\d{1,2})\.0+")
_READABLE = re.compile(r"[a-z0-9*\s()/,.&'-]*")


def scale_of(qualification: str) -> Scale:
    """The scale a qualification's grades are usually written on; `GradeError` if it is unknown."""
    return find_qualification(qualification).scales[0]


def valid_grades(qualification: str, *, double: bool = False) -> tuple[str, ...]:
    """The grades to choose from, best first; `double` for a subject that counts as two GCSEs."""
    found = find_qualification(qualification)
    scale = found.double[0] if double and found.double else found.scales[0]
    return tuple(
        grade.text
        for grade in scale.grades
        if not grade.level or grade.text.startswith(found.prefix)
    )


def parse_grade(qualification: str, text: str, *, double: bool = False) -> GradeOnScale:
    """The grade that `text` means; `double` for a subject that counts as two GCSEs.

    Case, spaces and punctuation do not matter. Raises `GradeError` naming the valid grades.
    """
    found = find_qualification(qualification)
    scales = found.double if double and found.double else found.scales
    for scale in scales:
        placed = _read_on(scale, text, found.prefix)
        if placed is not None:
            return placed
    raise _not_a_grade(found, scales, text)


def _read_on(scale: Scale, typed: str, prefix: str) -> GradeOnScale | None:
    if scale.any_text:
        written = " ".join(typed.split())
        kept = bool(written) and said(written) == "grade"
        return GradeOnScale(scale.id, written, (), 0, 0, scale.nation) if kept else None
    text = plain(typed)
    whole = _WHOLE_NUMBER.fullmatch(text)
    text = whole[1] if whole else text
    grade = _find(scale, text, prefix) or _find(scale, text.removeprefix("grade"), prefix)
    if grade is None and scale.singles:
        grade = read_pair(scale, text)
    if grade is None:
        return None
    rank = scale.rank(grade.text)
    return GradeOnScale(scale.id, grade.text, grade.points, grade.level, rank, scale.nation)


def _find(scale: Scale, text: str, prefix: str) -> Grade | None:
    bare = text.strip()
    # Keys drop punctuation, so signs ("6-", "-4") and decimals ("5.5") are refused first.
    if not _READABLE.fullmatch(bare) or bare[:1] == "-" or bare[-1:] == "-" or "." in bare[:-1]:
        return None
    named = scale.by_key.get(key(f"{prefix} {bare}")) if prefix else None
    grade = named or scale.by_key.get(key(bare))
    contradicts = grade and grade.level and not grade.text.startswith(prefix)
    return None if contradicts else grade


def _not_a_grade(found: Qualification, scales: Sequence[Scale], typed: str) -> GradeError:
    pairs = bool(scales[0].singles)
    names = [
        grade.text
        for scale in (scales[:1] if pairs else scales)
        for grade in scale.grades
        if not grade.level or grade.text.startswith(found.prefix)
    ]
    valid = listed(list(dict.fromkeys(names))) if names else "any words"
    kind = "pairs of grades" if pairs else "grades"
    return GradeError(
        f'"{typed.strip()}" is not a grade of {found.name}.',
        do=f"The {kind} are {valid}.",
    )
