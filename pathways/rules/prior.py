"""What a learner already holds in English or in maths, as the condition of funding sees it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Literal

from pathways.errors import GradeError, SubjectError
from pathways.learner.qualifications import find_qualification
from pathways.learner.subjects import find_subject
from pathways.reason import Reason
from pathways.rules.dated import NOTHING, Basis, DatedValue
from pathways.rules.values import topic, value

Subject = Literal["english", "maths"]
Part = Literal["whole", "literature", "unmapped"]

SUBJECTS: tuple[Subject, ...] = ("english", "maths")
SPOKEN: Mapping[Subject, str] = {"english": "English", "maths": "maths"}

_PARTS: Mapping[str, tuple[Subject, Part]] = {
    "English Language": ("english", "whole"),
    "English Literature": ("english", "literature"),
    "English Language and Literature (Double Award)": ("english", "unmapped"),
    "English as a Second Language": ("english", "unmapped"),
    "Maths": ("maths", "whole"),
    "Mathematics and Numeracy (Double Award)": ("maths", "unmapped"),
    "Numeracy": ("maths", "unmapped"),
}
_NOT_HELD = frozenset({"u", "ungraded", "fail", "failed", "not achieved", "x"})


@dataclass(frozen=True, slots=True)
class PriorResult:
    """One result as typed; `grade` None means not held."""

    subject: str
    qualification: str
    grade: str | None
    predicted: bool = False


@dataclass(frozen=True, slots=True)
class Prior:
    """What is held in one subject.

    `grade` is the GCSE grade (0 for U) of maths or English Language, `literature` that of English
    Literature, None where not held. `accepted` says that something reaches the grade line.
    `unclear` are results that only a person can place. `not_known` are reasons why a grade that
    was taken is not known yet.
    """

    grade: int | None = None
    literature: int | None = None
    accepted: bool = False
    accepted_by: str = ""
    by_literature: bool = False
    unclear: tuple[Reason, ...] = ()
    functional_skills: bool = False
    not_known: tuple[Reason, ...] = ()
    predicted: bool = False
    basis: Basis = NOTHING


def place(subject: str, qualification: str = "") -> tuple[Subject, Part] | None:
    """Which of English and maths a result is in, and which part of it; None for neither."""
    try:
        found = _PARTS.get(find_subject(subject).name)
    except SubjectError:
        found = None
    if found and found[1] == "whole" and re.search(r"double|paired", qualification, re.I):
        return found[0], "unmapped"
    return found


def read_prior(subject: Subject, results: Iterable[PriorResult], *, on: date) -> Prior:
    """What these results come to in one subject. Results in other subjects are passed over."""
    accepted: list[tuple[bool, bool, str, DatedValue]] = []
    best: dict[Part, int] = {}
    unclear: list[Reason] = []
    used: list[DatedValue] = []
    functional_skills = False
    relevant: list[PriorResult] = []
    line = int(value("english_maths/grade_line", on=on).value)
    for result in results:
        equivalence = _equivalence(result.qualification, on)
        placed = place(result.subject, result.qualification) or _by_qualification(equivalence)
        if placed is None or placed[0] != subject or result.grade is None:
            continue
        relevant.append(result)
        grade = result.grade.strip()
        if _is_functional_skills(result.qualification):
            functional_skills |= _is_level_2(result.qualification, grade)
            continue
        if placed[1] == "unmapped":
            unclear.append(_unclear("NOT_MAPPED", subject, result))
            continue
        if equivalence is None:
            if not _has_no_effect(result.qualification):
                unclear.append(_unclear("QUALIFICATION_NOT_LISTED", subject, result))
            continue
        entry: Mapping[str, Any] = equivalence.value
        number = _number(grade, entry, on)
        taken = grade.casefold() in {one.casefold() for one in entry["accepted"]}
        if subject not in entry["subjects"]:
            continue
        if taken or (number is not None and number >= line):
            whole = placed[1] == "whole"
            said = f"{result.qualification} {grade}"
            accepted.append((not result.predicted, whole, said, equivalence))
        elif number is not None:
            best[placed[1]] = max(number, best.get(placed[1], 0))
        elif entry["below"] == "review":
            unclear.append(_unclear(_why(entry), subject, result))
            used.append(equivalence)
    # A result that is given stands before a forecast, and Language before Literature.
    firm, whole, said, by = max(accepted, key=lambda one: one[:2], default=(False, True, "", None))
    if by is not None:
        used = [by] if whole else [by, value("english_maths/literature_counts", on=on)]
    return Prior(
        grade=best.get("whole"),
        literature=best.get("literature"),
        accepted=by is not None,
        accepted_by=said,
        by_literature=not whole,
        unclear=tuple(unclear),
        functional_skills=functional_skills,
        predicted=not firm if by else any(result.predicted for result in relevant),
        basis=Basis.of(*used),
    )


def _unclear(code: str, subject: Subject, result: PriorResult) -> Reason:
    return Reason.of(
        code,
        subject=SPOKEN[subject],
        qualification=result.qualification,
        grade=result.grade or "",
    )


def _why(entry: Mapping[str, Any]) -> str:
    if entry["names"][0] == "Overseas certificate":
        return "OVERSEAS_TO_BE_COMPARED"
    return "BELOW_LINE_NOT_MAPPED" if entry["accepted"] else "QUALIFICATION_NOT_LISTED"


@lru_cache(maxsize=1024)
def _equivalence(qualification: str, on: date) -> DatedValue | None:
    """The entry of a qualification in the list of equivalents, by any of its names."""
    names = {_key(qualification)}
    try:
        names.add(_key(find_qualification(qualification).name))
    except GradeError:
        names.add(_key(re.sub(r"\(.*?(9-1|A\*-G).*?\)", "", qualification)))
    for entry in topic("equivalents", on=on):
        if "names" in entry.value and names & {_key(name) for name in entry.value["names"]}:
            return entry
    return None


def _by_qualification(equivalence: DatedValue | None) -> tuple[Subject, Part] | None:
    """A qualification that exists in one subject alone says the subject itself."""
    if equivalence is None or len(equivalence.value["subjects"]) != 1:
        return None
    return equivalence.value["subjects"][0], "whole"


def _number(grade: str, entry: Mapping[str, Any], on: date) -> int | None:
    """The GCSE number of a grade where its scale has one: 9 to 1 anywhere, letters for England."""
    is_gcse = "GCSE" in entry["names"][0]
    if is_gcse and re.fullmatch(r"[1-9]", grade):
        return int(grade)
    if entry["below"] != "grade":
        return None
    if grade.casefold() in _NOT_HELD:
        return 0
    letters = value("equivalents/gcse_letters_below_line", on=on).value
    found = letters.get(grade.upper())
    return int(found) if found is not None else None


def _is_functional_skills(qualification: str) -> bool:
    return _key(qualification).startswith(("functional skill", "fs "))


def _is_level_2(qualification: str, grade: str) -> bool:
    if grade.casefold() in _NOT_HELD:
        return False
    return (
        "level 2" in _key(qualification) or "level 2" in _key(grade) or "l2" in _key(qualification)
    )


def _has_no_effect(qualification: str) -> bool:
    if _key(qualification).startswith(("esol", "entry level")):
        return True
    try:
        found = find_qualification(qualification)
    except GradeError:
        return False
    return found.kind == "vocational"


def _key(text: str) -> str:
    return " ".join(text.casefold().split())
