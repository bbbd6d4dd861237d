"""A ladder: steps over the years from where a learner stands, as data that a page can draw or read aloud."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pathways.answers import Availability, EnglishMathsStatus
from pathways.reason import Reason

SubjectName = Literal["english", "maths"]
RungKind = Literal["study", "work", "beyond"]


@dataclass(frozen=True, slots=True)
class SubjectPlan:
    """English or maths on one route: what is studied there, how much, and by whose rule.

    `study` names the courses that count (`GCSE`, `Functional Skills Level 2`); `lower` those that a
    provider may use first, with evidence. Hours are taught hours a year. `until` says when it ends.
    """

    subject: SubjectName
    status: EnglishMathsStatus
    study: tuple[str, ...] = ()
    lower: tuple[str, ...] = ()
    hours_each: int | None = None
    extra_hours: int | None = None
    because: tuple[Reason, ...] = ()
    whose_rule: Reason | None = None
    when: Reason | None = None
    until: Reason | None = None
    closed_until: tuple[Reason, ...] = ()
    trust: str = ""
    source_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EnglishMathsPlan:
    """Both subjects on one route, always kept apart."""

    route: str
    english: SubjectPlan
    maths: SubjectPlan


@dataclass(frozen=True, slots=True)
class Runs:
    """Who runs a step here: offers of the catalogue, or a signpost with names, and why.

    `offers` are ids in the page's own order, the first few of `count`. `named` are providers or a
    local authority to ask, where nothing is listed.
    """

    offers: tuple[str, ...] = ()
    count: int = 0
    named: tuple[str, ...] = ()
    because: tuple[Reason, ...] = ()
    source_ids: tuple[str, ...] = ()

    @property
    def is_signpost(self) -> bool:
        """Whether no offer of the catalogue stands behind it."""
        return not self.offers


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder for one learner. `age` and `year` are at its start; `years` is its usual length.

    `title`, `needs` and `gives` are worded; `exits` are ids of steps that it opens besides the next.
    `pay_trust` and `pay_source_ids` say what the pay rests on.
    """

    step: str
    kind: RungKind
    level: str
    route: str
    years: tuple[float, float]
    age: int
    year: int
    title: Reason
    length: Reason
    needs: tuple[Reason, ...]
    gives: Reason
    funding: tuple[Reason, ...]
    pay: tuple[Reason, ...]
    english_maths: EnglishMathsPlan | None
    runs: Runs
    exits: tuple[str, ...]
    availability: Availability
    of_100: Reason
    source_ids: tuple[str, ...]
    pay_trust: str = ""
    pay_source_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ladder:
    """Steps to a goal, to a field, or towards many. `english` and `maths` are the honest odds of each."""

    ladder_id: str
    goal: str
    fields: tuple[str, ...]
    rungs: tuple[Rung, ...]
    because: tuple[Reason, ...]
    english: tuple[Reason, ...]
    maths: tuple[Reason, ...]

    @property
    def years(self) -> tuple[float, float]:
        """Usual length of the whole ladder, from and to."""
        low, high = zip(*(rung.years for rung in self.rungs), strict=True)
        return sum(low), sum(high)
