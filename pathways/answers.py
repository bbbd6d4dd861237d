"""What the rules answer about an offer: eligibility, availability, English and maths. Reasons as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pathways.reason import Reason

EligibilityState = Literal["meets", "near_miss", "ask", "not_yet"]
RuleBasis = Literal["published", "typical", "unknown"]
ClauseState = Literal["held", "short", "missing", "person"]
EnglishMathsStatus = Literal[
    "met",
    "gcse_required",
    "level_2_choice",
    "any_approved",
    "exempt_with_evidence",
    "out_of_scope",
    "review",
]


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of an entry rule, checked.

    `rule` is its typed form; `has` is what the learner holds; `short_by` counts grades or GCSEs (None
    where that has no number); `basis` says whose rule it is.
    """

    rule: str
    scope: Literal["programme", "subject"]
    state: ClauseState
    short_by: int | None = None
    short_unit: Literal["grade", "gcse", ""] = ""
    has: str = ""
    predicted: bool = False
    basis: RuleBasis = "published"


@dataclass(frozen=True, slots=True)
class GradeChange:
    """One grade that would have to change: from what to what."""

    subject: str
    now: str
    needed: str
    steps: int


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Whether the learner's grades meet what is asked, and why."""

    state: EligibilityState
    basis: RuleBasis
    clauses: tuple[Clause, ...] = ()
    smallest_change: tuple[GradeChange, ...] = ()
    because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Availability:
    """Whether the course can be started in the learner's year."""

    state: Literal["yes", "not_yet", "closed", "no", "check", "changing"]
    because: tuple[Reason, ...] = ()
    trust: str = ""
    source_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SubjectStatus:
    """English or maths: what the learner must study after 16, and why. Hours are taught hours a year."""

    status: EnglishMathsStatus
    because: tuple[Reason, ...] = ()
    hours_each: int | None = None
    extra_hours: int | None = None
    trust: str = ""
    source_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EnglishMaths:
    """Both subjects, always kept apart."""

    english: SubjectStatus
    maths: SubjectStatus
