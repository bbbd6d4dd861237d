"""The programme a learner would study on, as far as the English and maths condition looks at it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pathways.reason import Reason
from pathways.rules.dated import Basis, DatedValue
from pathways.rules.values import start_day, value

APPRENTICESHIPS = frozenset({"apprenticeship_l2", "apprenticeship_l3", "foundation_apprenticeship"})
NOT_STUDY = frozenset({"job", "volunteering", "none", "traineeship"})
ADULT_BAND = 18
ASSUMED_AGE = 16


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme from September of `start_year`.

    `kind` is a route or `school_or_college`; `age` is at the start; `planned_hours` are of the
    year. With neither hours nor `full_time`, a normal full-time course is assumed.
    """

    kind: str = "school_or_college"
    start_year: int = 2026
    age: int | None = None
    planned_hours: float | None = None
    full_time: bool | None = None
    ehc_plan: bool = False
    cannot_study_assessment: bool = False
    continuing: bool = False
    nation: str = "england"

    @property
    def on(self) -> date:
        """The day it starts."""
        return start_day(self.start_year)

    @property
    def years(self) -> int:
        """Age at the start, 16 where it is not known."""
        return ASSUMED_AGE if self.age is None else self.age

    @property
    def assumed_full_time(self) -> bool:
        """Whether full-time is our assumption."""
        return self.planned_hours is None and self.full_time is None


@dataclass(frozen=True, slots=True)
class Size:
    """Full-time or part-time, and the taught hours each needed subject gets (None: not known)."""

    study: Literal["full_time", "part_time"]
    hours_each: int | None
    basis: Basis


def size(programme: Programme) -> Size:
    """How big the programme is under the bands of its year and age."""
    full_time_hours = _threshold(programme)
    taught = value("english_maths/taught_hours", on=programme.on)
    if programme.planned_hours is not None:
        hours: float | None = programme.planned_hours
        full = programme.planned_hours >= full_time_hours.value
    else:
        full = programme.full_time is not False
        hours = full_time_hours.value if full else None
    each = None if hours is None else _taught(taught, programme.years, hours)
    return Size("full_time" if full else "part_time", each, Basis.of(full_time_hours, taught))


def outside(programme: Programme) -> tuple[Reason, Basis] | None:
    """Why the condition does not apply at all, or None when it does."""
    on = programme.on
    if programme.nation != "england":
        return Reason.of("CONDITION_IS_FOR_ENGLAND"), Basis.of(
            value(f"nations/{programme.nation}", on=on)
        )
    apart = value("english_maths/outside", on=on)
    if programme.kind in apart.value:
        return Reason.of("APPRENTICES_HAVE_OWN_RULE"), Basis.of(apart)
    if programme.kind in NOT_STUDY:
        return Reason.of("NOT_A_STUDY_PROGRAMME"), Basis.of(apart)
    minimum = value("english_maths/minimum_programme_hours", on=on)
    if programme.planned_hours is not None and programme.planned_hours < minimum.value:
        return Reason.of("PROGRAMME_TOO_SHORT", hours=minimum.value), Basis.of(minimum)
    ages = value("english_maths/ages", on=on)
    covered_to = ages.value["with_ehc_plan_to"] if programme.ehc_plan else ages.value["to"]
    if programme.years > covered_to and not programme.continuing:
        return Reason.of("ADULT_NEW_START", age=programme.years), Basis.of(ages)
    return None


def _threshold(programme: Programme) -> DatedValue:
    adult = programme.years >= ADULT_BAND
    name = "full_time_hours_18_plus" if adult else "full_time_hours_16_17"
    return value(f"english_maths/{name}", on=programme.on)


def _taught(table: DatedValue, age: int, hours: float) -> int | None:
    ages = {"any", "18+" if age >= ADULT_BAND else "16-17"}
    fits = [row for row in table.value if row["ages"] in ages and hours >= row["programme_hours"]]
    return max((int(row["hours"]) for row in fits), default=None)
