"""Offers of whole programmes, for institutions whose subjects no official file lists."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from pathways.catalogue.build.rows import rows_of
from pathways.catalogue.naming import course_id, offer_id, provider_id, site_id
from pathways.catalogue.types import Course, Offer, Route


@dataclass(frozen=True, slots=True)
class Programme:
    """What a cohort of the official tables stands for."""

    cohort: str
    route: Route
    qualification: str
    level: str


PROGRAMMES = (
    Programme("a_level", "a_level", "A level", "3"),
    Programme("applied_general", "vocational_l3", "Applied general", "3"),
    Programme("tech_level", "vocational_l3", "Tech level", "3"),
    Programme("technical_certificate", "level_2", "Level 2 technical certificate", "2"),
)
SUBJECT = "Subjects not listed"


def programme_offers(
    results: pd.DataFrame, urns: set[str]
) -> tuple[dict[str, Course], list[Offer]]:
    """One offer per institution of `urns` and cohort that had students, suppressed counts included."""
    courses: dict[str, Course] = {}
    offers: list[Offer] = []
    students = results[(results["measure"] == "students") & results["urn"].isin(urns)]
    for programme in PROGRAMMES:
        rows = students[students["cohort"] == programme.cohort]
        rows = rows[(rows["value"] > 0) | (rows["text"].str.upper() == "SUPP")]
        course = Course(
            course_id=course_id(programme.qualification, SUBJECT),
            route=programme.route,
            qualification=programme.qualification,
            subject=SUBJECT,
            field="Mixed programme",
            level=programme.level,  # type: ignore[arg-type]
        )
        if len(rows):
            courses[course.course_id] = course
        for row in rows_of(rows):
            site = site_id(provider_id(row["urn"], "", ""))
            known = pd.notna(row["value"]) and row["value"] >= 6
            offers.append(
                Offer(
                    offer_id=offer_id(site, course.course_id),
                    site_id=site,
                    course_id=course.course_id,
                    basis="results",
                    basis_year=row["year"],
                    entries=int(row["value"]) if known else None,
                    entries_note="" if known else "fewer than six",
                    rule_basis="unknown",
                    source_id="dfe-results-2024",
                )
            )
    return courses, offers
