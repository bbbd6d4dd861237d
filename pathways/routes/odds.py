"""Honest odds: English and maths by the grade held, and each step on one base, "of 100 who start"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from pathways.learner.record import Record
from pathways.outcomes.english_maths_odds import about_odds, load_odds, odds
from pathways.reason import Reason
from pathways.routes.steps import FOLDER
from pathways.rules.english_maths import prior_of
from pathways.rules.prior import Prior, Subject
from pathways.rules.values import start_day
from pathways.yaml_file import read_yaml

_IN_TABLE: Mapping[Subject, str] = {"english": "English", "maths": "Maths"}
_NOBODY_KNOWS = Reason.of("EM_ODDS_NOT_KNOWN")


def english_maths_odds(record: Record, subject: Subject, *, start_year: int) -> tuple[Reason, ...]:
    """What happened to students in England with this grade, by the end of 16 to 18 study.

    Progress comes first for grades 1 and 2. Nothing is said of a grade that is not known yet.
    """
    prior = prior_of(record, subject, on=start_day(start_year))
    if prior.accepted:
        return (Reason.of("EM_ODDS_HOLDS_4"),)
    grade = _recorded(prior)
    if prior.not_known or grade is None or prior.functional_skills:
        return (_NOBODY_KNOWS,)
    return about_odds(odds(load_odds(), _IN_TABLE[subject], grade))


def _recorded(prior: Prior) -> int | None:
    """The grade the official table counts under: Language; Literature alone is not told apart there."""
    return prior.grade


def of_100(step: str) -> Reason:
    """Of 100 who start a step, how many finish it; or why there is no such figure."""
    row = _table()[step]
    if "finish" not in row:
        return Reason.of(row["because"])
    return Reason.of(
        "OF_100_WHO_START", finish=row["finish"], rest=100 - row["finish"], year=row["year"]
    )


@dataclass(frozen=True, slots=True)
class Figure:
    """How many `finish` of 100 who start: of which year and students, what it leaves out, its source."""

    finish: int
    year: int
    population: str
    not_known: str
    title: str
    href: str
    trust: str


def figure_of(step: str) -> Figure | None:
    """The figure of a step on the one base, of 100 who start; None where there is none."""
    row = _table()[step]
    if "finish" not in row:
        return None
    source = row["source"]
    return Figure(
        finish=row["finish"],
        year=row["year"],
        population=row["population"],
        not_known=row["not_known"],
        title=source["title"],
        href=source["href"],
        trust=source["trust"],
    )


@cache
def _table() -> Mapping[str, dict[str, Any]]:
    return MappingProxyType(read_yaml(FOLDER / "of_100.yaml"))
