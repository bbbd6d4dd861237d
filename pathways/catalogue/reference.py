"""The project's own look-up tables that the build reads: plain names, routes and fields."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import cast

from pathways.catalogue.types import Lane, ProviderKind, Route
from pathways.paths import REFERENCE


def _rows(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@dataclass(frozen=True, slots=True)
class QualificationName:
    """An official qualification type in plain words; `treatment` says how its rows become offers."""

    name: str
    route: Route
    part: str
    rule_qualification: str
    treatment: str


@dataclass(frozen=True, slots=True)
class SubjectName:
    """A subject in plain words and the field it belongs to."""

    name: str
    field: str


@dataclass(frozen=True, slots=True)
class InstitutionType:
    """An official institution type: our kind, its lane, whether it charges fees."""

    kind: ProviderKind
    lane: Lane
    fee_paying: bool
    words: str


@cache
def qualifications() -> Mapping[str, QualificationName]:
    """Official qualification name to ours."""
    return MappingProxyType(
        {
            row["official"]: QualificationName(
                row["qualification"],
                cast(Route, row["route"]),
                row["part"],
                row["rule_qualification"],
                row["treatment"],
            )
            for row in _rows("qualifications.csv")
        }
    )


@cache
def subjects() -> Mapping[str, SubjectName]:
    """Official subject name to ours."""
    return MappingProxyType(
        {
            row["official"]: SubjectName(row["subject"], row["field"])
            for row in _rows("subjects.csv")
        }
    )


@cache
def institution_types() -> Mapping[str, InstitutionType]:
    """Official institution type code to ours."""
    return MappingProxyType(
        {
            row["type"]: InstitutionType(
                cast(ProviderKind, row["kind"]),
                cast(Lane, row["lane"]),
                row["fee_paying"] == "yes",
                row["words"],
            )
            for row in _rows("institution_types.csv")
        }
    )


@cache
def college_titles() -> Mapping[str, SubjectName]:
    """Course titles of colleges' own lists to subject and field."""
    return MappingProxyType(
        {
            row["title"]: SubjectName(row["subject"], row["field"])
            for row in _rows("college_titles.csv")
        }
    )


@cache
def rule_subjects() -> Mapping[str, tuple[str, ...]]:
    """Subject names that published entry rules use, to our subject names, beside the identical ones."""
    found: dict[str, tuple[str, ...]] = {}
    for row in _rows("rule_subjects.csv"):
        found[row["asked_for"]] = (*found.get(row["asked_for"], ()), row["subject"])
    return MappingProxyType(found)


@cache
def apprenticeship_fields() -> Mapping[str, str]:
    """Sector of an apprenticeship standard to our field."""
    return MappingProxyType({r["sector"]: r["field"] for r in _rows("apprenticeship_sectors.csv")})


def lane_of(kind: ProviderKind, route: Route) -> Lane:
    """The lane an offer is shown in: work-based routes first, then the kind of provider."""
    if route.startswith(("apprenticeship", "foundation_app", "supported_int")):
        return "work"
    for known in institution_types().values():
        if known.kind == kind:
            return known.lane
    return "work" if kind in ("training_provider", "employer") else "college"
