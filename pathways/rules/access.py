"""Whether a visit from a college or training provider counts as a provider encounter at school."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pathways.reason import Reason
from pathways.rules.answer import Answer, YesNo, answer
from pathways.rules.dated import Basis
from pathways.rules.values import value


@dataclass(frozen=True, slots=True)
class Encounter:
    """A meeting with a provider: whose year group, when, and whether in school hours."""

    year_group: int
    on: date | None
    in_school_hours: bool = False
    event: str = ""


def encounter_counts(encounter: Encounter, *, on: date) -> Answer:
    """Whether the encounter counts; `on` says which year's rules."""
    windows = value("access/windows", on=on)
    hours = value("access/in_school_hours", on=on)
    phase = _phase(windows.value, encounter.year_group)
    if phase is None:
        return answer("no", "ACCESS_OTHER_YEARS", windows)
    not_one = value("access/not_an_encounter", on=on)
    if any(word in encounter.event.casefold().replace("_", " ").split() for word in not_one.value):
        return answer("no", "ACCESS_NOT_AN_ENCOUNTER", not_one)
    if not encounter.in_school_hours:
        return answer("no", "ACCESS_SCHOOL_HOURS", hours)
    if encounter.year_group == phase["any_time_year"]:
        return answer("yes", "ACCESS_ANY_TIME", windows)
    dates = value("access/window_dates", on=on)
    if encounter.on is None:
        return answer("check", "ACCESS_WINDOW", windows, dates)
    inside = _inside(encounter.on, dates.value)
    return answer("yes" if inside else "no", "ACCESS_WINDOW", windows, dates)


@dataclass(frozen=True, slots=True)
class Attendance:
    """Whether pupils must attend, and how many encounters the school arranges."""

    required: YesNo
    encounters: int
    because: tuple[Reason, ...]
    basis: Basis


def attendance(year_group: int, *, on: date) -> Attendance:
    """Whether pupils of a year group must attend provider encounters."""
    windows = value("access/windows", on=on)
    phase = _phase(windows.value, year_group)
    if phase is None:
        return Attendance("no", 0, (Reason.of("ACCESS_OTHER_YEARS"),), Basis.of(windows))
    code = "ACCESS_PUPILS_ATTEND" if phase["attend"] == "yes" else "ACCESS_PUPILS_CHOOSE"
    return Attendance(
        phase["attend"], int(phase["encounters"]), (Reason.of(code),), Basis.of(windows)
    )


def _phase(windows: tuple[Mapping[str, Any], ...], year: int) -> Mapping[str, Any] | None:
    for row in windows:
        if year in (row["any_time_year"], row["window_year"]):
            return row
    return None


def _inside(day: date, dates: Mapping[str, Mapping[str, int]]) -> bool:
    """Whether a day is in the part of the school year that counts, which runs over the new year."""
    start = (dates["from"]["month"], dates["from"]["day"])
    end = (dates["to"]["month"], dates["to"]["day"])
    return (day.month, day.day) >= start or (day.month, day.day) <= end
