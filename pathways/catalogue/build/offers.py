"""Offers from the official subject results: each official row is an offer or is accounted for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from pathways.catalogue.build.rows import rows_of
from pathways.catalogue.naming import course_id, offer_id, provider_id, site_id
from pathways.catalogue.reference import QualificationName, qualifications, subjects
from pathways.catalogue.types import Course, LeftOut, Offer

SUBJECTS = "dfe-subjects-2025"
YEAR = "2024/25"
FEWEST_SHOWN = 6
"""Counts below six are not printed: few enough to point at a person."""

_SIZED = ("Level 3 vocational qualification", "Level 2 vocational qualification")
"""Official group names that hold qualifications of several sizes."""


@dataclass(frozen=True, slots=True)
class SubjectOffers:
    """What the subject results became."""

    courses: dict[str, Course]
    offers: list[Offer]
    left_out: list[LeftOut]


def subject_offers(totals: pd.DataFrame) -> SubjectOffers:
    """One row per institution, qualification, size and subject -> offers, courses and what was left out.

    `totals` has urn, name, qualification, level, asize, subject, entries. An AS level stands for
    itself only where the same subject is not run as an A level there. The parts of an IB diploma
    become one offer. An unknown qualification or subject name raises `KeyError`: add it to
    `data/reference` so that a person decides what it is.
    """
    taught = set(
        totals.loc[totals["qualification"] == "GCE A level", ["urn", "subject"]].itertuples(
            index=False, name=None
        )
    )
    found = SubjectOffers({}, [], [])
    diplomas: set[str] = set()
    ordered = totals.sort_values(["urn", "qualification", "asize", "subject"], ascending=False)
    for row in rows_of(ordered):
        qualification = qualifications()[row["qualification"]]
        urn, subject = row["urn"], row["subject"]
        site = site_id(provider_id(urn, "", ""))
        course = _course(row, qualification)
        made = offer_id(site, course.course_id)
        if qualification.treatment == "as_level" and (urn, subject) in taught:
            beside = course_id("A level", subjects()[subject].name)
            found.left_out.append(_left_out(row, "AS_BESIDE_A_LEVEL", offer_id(site, beside)))
        elif qualification.treatment == "aea":
            found.left_out.append(_left_out(row, "EXTRA_EXAM", ""))
        elif qualification.treatment == "ib_component" and urn in diplomas:
            found.left_out.append(_left_out(row, "PART_OF_IB_DIPLOMA", made))
        else:
            if qualification.route == "ib":
                diplomas.add(urn)
            found.courses[course.course_id] = course
            found.offers.append(_offer(row, made, site, course))
    return found


def _course(row: dict[str, Any], qualification: QualificationName) -> Course:
    subject = subjects()[row["subject"]]
    size = None if pd.isna(row["asize"]) else float(row["asize"])
    name, field = subject.name, subject.field
    if qualification.route == "ib":
        name, field, size = "IB Diploma", "Mixed programme", None
    sized = size if qualification.name in _SIZED else None
    return Course(
        course_id=course_id(qualification.name, name, sized),
        route=qualification.route,
        qualification=qualification.name,
        subject=name,
        field=field,
        level="2" if qualification.route == "level_2" else "3",
        size=size or None,
        part="alongside" if qualification.part == "alongside" else "main",
        official_name=f"{row['qualification']}: {row['subject']}",
    )


def _offer(row: dict[str, Any], made: str, site: str, course: Course) -> Offer:
    entries = float(row["entries"])
    shown = int(entries) if entries >= FEWEST_SHOWN and course.route != "ib" else None
    return Offer(
        offer_id=made,
        site_id=site,
        course_id=course.course_id,
        basis="results",
        basis_year=YEAR,
        entries=shown,
        entries_note=""
        if shown
        else ("not published" if course.route == "ib" else "fewer than six"),
        rule_basis="unknown",
        source_id=SUBJECTS,
    )


def _left_out(row: dict[str, Any], reason: str, into: str) -> LeftOut:
    return LeftOut(
        urn=row["urn"],
        provider=row["name"],
        qualification=row["qualification"],
        size=f"{row['asize']:g}",
        subject=row["subject"],
        reason=reason,
        merged_into=into,
    )
