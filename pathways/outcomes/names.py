"""From a course of the catalogue to its name in the official counts."""

from __future__ import annotations

from functools import cache

from pathways.catalogue import reference
from pathways.catalogue.types import Course

Name = tuple[str, str]
"""Qualification and subject."""

IB_DIPLOMA: Name = ("International Baccalaureate", "Baccalaureate")


def official_name(course: Course) -> Name:
    """What the official counts call a course; a name they do not know stays as it is."""
    if course.route == "ib":
        return IB_DIPLOMA
    if ": " in course.official_name:
        qualification, _, subject = course.official_name.partition(": ")
        return qualification, subject
    return candidates(course.qualification, course.subject)[-1]


def plain_name(qualification: str, subject: str) -> str:
    """A course of the official counts in our own plain words: "A level Biology"."""
    if (qualification, subject) == IB_DIPLOMA:
        return "the International Baccalaureate Diploma"
    kind = reference.qualifications().get(qualification)
    about = reference.subjects().get(subject)
    return f"{kind.name if kind else qualification} {about.name if about else subject}"


def candidates(qualification: str, subject: str) -> tuple[Name, ...]:
    """The names to try, as given first, then the official ones behind our plain names."""
    plain = _official_qualifications().get(qualification, qualification)
    return (
        (qualification, subject),
        (plain, subject),
        *((plain, name) for name in _official_subjects().get(subject, ())),
    )


@cache
def _official_qualifications() -> dict[str, str]:
    found: dict[str, str] = {}
    for official, ours in reference.qualifications().items():
        found.setdefault(ours.name, official)
    return found


@cache
def _official_subjects() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for official, ours in reference.subjects().items():
        found[ours.name] = (*found.get(ours.name, ()), official)
    return found
