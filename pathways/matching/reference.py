"""The numbers that the order rests on, read once from data/reference/matching and never changed."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from pathways.paths import REFERENCE
from pathways.yaml_file import read_yaml

FOLDER = REFERENCE / "matching"


@dataclass(frozen=True, slots=True)
class Anchors:
    """Fixed points of the value terms and groups; each is explained in terms.yaml."""

    lowest_dots: int
    highest_dots: int
    defaults: Mapping[str, int]
    near_minutes: float
    far_minutes: float
    same: float
    related: float
    new: float
    everyone: frozenset[str]
    groups_from: tuple[float, ...]
    without_data: int
    draws: int
    concentration: float
    reasons: int
    against_below: float
    cards: int


@dataclass(frozen=True, slots=True)
class Following:
    """What a course follows on from: GCSE subjects, and whether it usually follows one at all."""

    same: frozenset[str]
    related: frozenset[str]
    follows: bool


@dataclass(frozen=True, slots=True)
class Share:
    """One row of a table of values: whom it speaks of (empty text: of any) and the value."""

    route: str
    qualification: str
    about: str
    value: float


@dataclass(frozen=True, slots=True)
class Reference:
    """All of it together; `practical` is by field and `exams` by subject."""

    anchors: Anchors
    continuity: Mapping[str, Following]
    practical: tuple[Share, ...]
    exams: tuple[Share, ...]
    next_steps: tuple[Share, ...]
    destinations: Mapping[str, float]


@cache
def reference() -> Reference:
    """Everything of data/reference/matching."""
    steps = _shares("next_steps.csv", about="", value="families")
    most = max(step.value for step in steps)
    return Reference(
        anchors=_anchors(),
        continuity=MappingProxyType(_continuity()),
        practical=_shares("practical.csv", about="field", value="practical"),
        exams=_shares("assessment.csv", about="subject", value="exams"),
        next_steps=tuple(Share(s.route, s.qualification, "", s.value / most) for s in steps),
        destinations=MappingProxyType(
            {row["route"]: float(row["share"]) for row in _rows("destinations.csv")}
        ),
    )


def _anchors() -> Anchors:
    said = read_yaml(FOLDER / "terms.yaml")
    continuity, bands, robust = said["continuity"], said["bands"], said["robustness"]
    return Anchors(
        lowest_dots=said["dots"]["lowest"],
        highest_dots=said["dots"]["highest"],
        defaults=MappingProxyType(said["defaults"]),
        near_minutes=said["travel"]["near_minutes"],
        far_minutes=said["travel"]["far_minutes"],
        same=continuity["same"],
        related=continuity["related"],
        new=continuity["new"],
        everyone=frozenset(continuity["everyone"]),
        groups_from=tuple(bands["from"]),
        without_data=bands["without_data"],
        draws=robust["draws"],
        concentration=robust["concentration"],
        reasons=said["explain"]["reasons"],
        against_below=said["explain"]["against_below"],
        cards=said["first_screen"]["cards"],
    )


def _continuity() -> dict[str, Following]:
    return {
        row["course_subject"]: Following(
            _names(row["same"]), _names(row["related"]), row["follows"] == "yes"
        )
        for row in _rows("continuity.csv")
    }


def _names(text: str) -> frozenset[str]:
    return frozenset(filter(None, text.split(";")))


def _shares(name: str, *, about: str, value: str) -> tuple[Share, ...]:
    return tuple(
        Share(row["route"], row["qualification"], row.get(about, ""), float(row[value]))
        for row in _rows(name)
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
