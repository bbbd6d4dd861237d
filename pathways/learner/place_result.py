"""One result read: its grade on its scale, its subject by one name, and what it counts as."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pathways.errors import SubjectError
from pathways.learner.blanks import Said, said
from pathways.learner.learner import Result
from pathways.learner.qualifications import Qualification, find_qualification
from pathways.learner.record import Held, Kind
from pathways.learner.scale import GradeOnScale
from pathways.learner.scales import parse_grade
from pathways.learner.subjects import GcseSubject, find_subject

_DEVOLVED_NAME = {"wales": "GCSE (Wales)", "northern_ireland": "GCSE (NI)"}


@dataclass(frozen=True, slots=True)
class Placed:
    """One result read: what was said, in which subject, and what is held if there is a grade."""

    subject: GcseSubject
    kind: str
    said: Said
    gcses: int
    held: Held | None = None
    rank: int = 0


def place_result(result: Result, nation: str) -> Placed:
    """The result of a learner of that nation, placed; raises `InputError` if it cannot be read."""
    qualification = find_qualification(result.qualification)
    subject = subject_of(result)
    gcses = _gcses(qualification, subject)
    saying = said(result.grade)
    if saying != "grade" or result.grade is None:
        return Placed(subject, qualification.kind, saying, gcses)
    local = _local(qualification, nation)
    grade = parse_grade(local.name, result.grade, double=subject.double)
    if grade.nation != "england":
        qualification = local
    kind, points = _counts_as(qualification, subject, grade)
    held = Held(
        subject=subject.name,
        qualification=qualification.name,
        kind=kind,
        grade=grade.text,
        level=grade.level,
        points=points,
        families=subject.families,
        predicted=result.status == "predicted",
        regulated=result.regulated,
        nation=grade.nation or qualification.nation,
    )
    return Placed(subject, qualification.kind, saying, gcses, held, grade.rank)


def _local(qualification: Qualification, nation: str) -> Qualification:
    """A plain "GCSE" is that of the learner's own nation, unless its grade is a number."""
    if qualification.name != "GCSE" or nation not in _DEVOLVED_NAME:
        return qualification
    return find_qualification(_DEVOLVED_NAME[nation])


def subject_of(result: Result) -> GcseSubject:
    """The subject of a result. Only GCSEs and Functional Skills have a closed list of subjects."""
    typed = " ".join(result.subject.split())
    qualification = find_qualification(result.qualification)
    try:
        found = find_subject(typed)
    except SubjectError:
        if not typed or qualification.kind in ("gcse", "functional_skills"):
            raise
        return GcseSubject(typed, frozenset(), usual=False, order=0, double=False)
    if not found.double or qualification.kind == "gcse":
        return found
    # "Science" is the two-GCSE subject among GCSEs alone.
    if qualification.kind == "vocational":
        return find_subject("Applied Science")
    return replace(found, name=typed, double=False)


def _gcses(qualification: Qualification, subject: GcseSubject) -> int:
    if qualification.kind != "gcse":
        return 0
    return 2 if subject.double or qualification.counts == "as_two" else 1


def _counts_as(
    qualification: Qualification, subject: GcseSubject, grade: GradeOnScale
) -> tuple[Kind, tuple[float, ...]]:
    if len(grade.points) == 2:
        # Nobody has set what a double award in English or maths is worth one GCSE at a time.
        two_in_one = subject.families & {"English", "Maths"}
        return ("other", ()) if two_in_one else ("combined_science", grade.points)
    if qualification.counts == "half":
        return "other", ()
    return qualification.kind, grade.points
