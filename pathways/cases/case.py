"""One decision case as written in a file, checked for fields that nobody knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from pathways.errors import SourceError

GROUPS = (
    "condition_of_funding",
    "availability",
    "entry",
    "apprenticeship",
    "participation",
    "support",
    "admissions",
    "access",
    "tariff",
)
STATUSES = ("official", "reported", "secondary", "unconfirmed", "changing")
GIVEN = frozenset(
    [
        "start_year",
        "age",
        "age_now",
        "nation",
        "home_nation",
        "programme",
        "planned_hours",
        "full_time",
        "continuing",
        "ehc_plan",
        "sen_support",
        "care_leaver",
        "in_care",
        "prison_leaver",
        "parent",
        "salaried",
        "cannot_study_assessment",
        "english_language",
        "english_literature",
        "maths",
        "results",
        "enrolled_on",
        "exam_entered",
        "wants",
        "asks",
        "qualification",
        "subject",
        "provider",
        "course",
        "rule",
        "planned_months",
        "on",
        "weekly_hours",
        "training_glh",
        "accredited",
        "level_3_achieved",
        "year_group",
        "has_offer",
        "provider_kind",
        "internal",
        "practice",
        "in_school_hours",
        "event",
        "support",
        "universal_credit",
        "household_earnings",
        "household_income",
        "dependent_children",
        "asked_of",
    ]
)
EXPECTED = frozenset(
    [
        "english",
        "maths",
        "planned_hours_each",
        "planned_hours_total",
        "maths_extra_hours",
        "compliant",
        "award_blocked",
        "exam_entry_required",
        "must_pass",
        "duty_on",
        "available",
        "first_teaching",
        "last_start",
        "area_funding",
        "catalogue_action",
        "state",
        "short",
        "grades_met",
        "apprenticeship_english",
        "apprenticeship_maths",
        "age_rule",
        "eligible",
        "general_rule",
        "counts",
        "counts_for_guarantee",
        "guarantee_applies",
        "contact",
        "allowed",
        "required",
        "statement_published",
        "amount",
        "period",
        "points",
    ]
)


@dataclass(frozen=True, slots=True)
class Case:
    """A case: `problems` are fields or values that cannot be read; such a case never passes."""

    id: str
    group: str
    given: MappingProxyType[str, Any]
    expect: MappingProxyType[str, Any]
    status: str = ""
    source: str = ""
    note: str = ""
    problems: tuple[str, ...] = ()


def read_cases(path: Path) -> tuple[Case, ...]:
    """Every case of a file; raises `SourceError` where the file is not a list of cases."""
    try:
        loaded = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, yaml.YAMLError, UnicodeDecodeError) as error:
        raise SourceError(
            f"the cases cannot be read ({error}).", where=path.name, do="Check the file."
        ) from error
    if not isinstance(loaded, list):
        raise SourceError(
            "this is not a list of cases.", where=path.name, do='Start each case with "- id:".'
        )
    seen: set[str] = set()
    cases = []
    for number, row in enumerate(loaded, start=1):
        case = _case(row, number)
        if case.id in seen:
            case = _with(case, f'the id "{case.id}" is used twice')
        seen.add(case.id)
        cases.append(case)
    return tuple(cases)


def _case(row: Any, number: int) -> Case:
    if not isinstance(row, dict):
        return Case(f"case {number}", "", _none(), _none(), problems=("this is not a case",))
    problems = [
        f'unknown field "{key}"'
        for key in row
        if key not in ("id", "group", "given", "expect", "status", "source", "note")
    ]
    given, expect = row.get("given") or {}, row.get("expect") or {}
    if not isinstance(given, dict) or not isinstance(expect, dict):
        problems.append("given and expect are not lists of fields")
        given, expect = {}, {}
    # YAML 1.1 reads a bare `on` as true.
    given = {("on" if key is True else str(key)): one for key, one in given.items()}
    expect = {str(key): one for key, one in expect.items()}
    if row.get("group") not in GROUPS:
        problems.append(f'unknown group "{row.get("group")}"')
    if row.get("status") not in (None, *STATUSES):
        problems.append(f'unknown status "{row.get("status")}"')
    problems += [f'unknown given "{key}"' for key in given if key not in GIVEN]
    problems += [f'unknown expect "{key}"' for key in expect if key not in EXPECTED]
    if not expect:
        problems.append("nothing is expected")
    return Case(
        id=str(row.get("id") or f"case {number}"),
        group=str(row.get("group", "")),
        given=MappingProxyType(given),
        expect=MappingProxyType(expect),
        status=str(row.get("status") or ""),
        source=str(row.get("source") or ""),
        note=str(row.get("note") or ""),
        problems=tuple(problems),
    )


def _with(case: Case, problem: str) -> Case:
    return Case(
        case.id,
        case.group,
        case.given,
        case.expect,
        case.status,
        case.source,
        case.note,
        (*case.problems, problem),
    )


def _none() -> MappingProxyType[str, Any]:
    return MappingProxyType({})


def as_date(said: Any) -> date | None:
    """A date as a case writes it, 'YYYY-MM-DD' or a YAML date."""
    if said is None or isinstance(said, date):
        return said
    return date.fromisoformat(str(said))


def as_yes(said: Any) -> bool:
    """A yes-or-no field; absent is no."""
    return said is True or str(said).casefold() in ("yes", "true")
