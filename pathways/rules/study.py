"""Whether what a learner is enrolled on is the study that English or maths asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pathways.answers import EnglishMathsStatus
from pathways.errors import SubjectError
from pathways.learner.subjects import find_subject
from pathways.rules.prior import Subject, place
from pathways.rules.values import value

Answer = Literal["yes", "no", "check"]


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A course in English or maths that a learner will study."""

    subject: str
    qualification: str
    elsewhere: bool = False

    @property
    def course(self) -> str:
        """Subject and qualification in one text, as `counts_as_study` reads it."""
        return f"{self.subject} | {self.qualification}"


def enrolled_in(enrolment: Enrolment) -> Subject | None:
    """Whether it is a course in English or in maths."""
    placed = place(enrolment.subject, enrolment.qualification)
    return placed[0] if placed else None


def counts_as_study(
    subject: Subject, status: EnglishMathsStatus, course: str, *, on: date
) -> Answer:
    """Whether a course (`subject | qualification`) is the study that the status asks for."""
    if status in ("met", "out_of_scope"):
        return "yes"
    if status in ("review", "exempt_with_evidence"):
        return "check"
    named, _, qualification = course.partition(" | ")
    name = _plain(qualification)
    if re.search(r"\bigcse\b|international gcse", name):
        return "yes" if value("english_maths/igcse_as_study", on=on).value else "no"
    lists = value("english_maths/study_that_counts", on=on).value
    accepted = {_plain(one) for one in lists[status]}
    known = {_plain(one) for names in lists.values() for one in names}
    if name in accepted or (_entry(name) and _plain("Functional Skills Entry Level") in accepted):
        if name == "gcse" and subject == "english" and _literature(named):
            return "no" if status == "gcse_required" else "check"
        return "yes"
    if name in known or _entry(name):
        return "no"
    # An approved list that we do not hold decides on any other course.
    return "no" if status == "gcse_required" else "check"


def compliant(
    statuses: dict[Subject, EnglishMathsStatus], enrolled: tuple[Enrolment, ...], *, on: date
) -> Answer:
    """Whether these enrolments satisfy the condition in the subjects they are in.

    With no enrolment at all, every subject that needs study is unsatisfied.
    """
    looked_at = {subject for one in enrolled if (subject := enrolled_in(one))} or set(statuses)
    answers = []
    for subject in looked_at:
        status = statuses[subject]
        courses = [one.course for one in enrolled if enrolled_in(one) == subject]
        found = {counts_as_study(subject, status, one, on=on) for one in courses}
        answers.append(_best(found or {_without_study(status)}))
    return "no" if "no" in answers else "check" if "check" in answers else "yes"


def _best(found: set[Answer]) -> Answer:
    return "yes" if "yes" in found else "check" if "check" in found else "no"


def _without_study(status: EnglishMathsStatus) -> Answer:
    if status in ("met", "out_of_scope"):
        return "yes"
    return "check" if status in ("review", "exempt_with_evidence") else "no"


def _literature(subject: str) -> bool:
    try:
        return find_subject(subject).name == "English Literature"
    except SubjectError:
        return False


def _entry(name: str) -> bool:
    return bool(re.fullmatch(r"functional skills (entry( level)?( [123])?)", name))


def _plain(text: str) -> str:
    text = re.sub(
        r"\s*\(.*?\)|\bfs\b", lambda m: "functional skills" if m[0] == "fs" else "", text.casefold()
    )
    text = re.sub(r"\bl([123])\b", r"level \1", text)
    return " ".join(text.split())
