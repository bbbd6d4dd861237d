"""Work-based options: what the area's colleges train apprentices for, and who else trains here."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from pathways.catalogue.build.rows import rows_of
from pathways.catalogue.naming import course_id, offer_id, slug
from pathways.catalogue.reference import apprenticeship_fields
from pathways.catalogue.types import Course, Offer, Route, Signpost

SOURCE = "dfe-apprenticeships-2025"
YEAR = "2024/25"
FEWEST_STARTS = 6
"""A standard with fewer starts in the year is not shown: too few to rest an offer on."""
FEWEST_HERE = 20
"""A training provider is named where it trained at least this many new apprentices in the area."""

_LEVELS: dict[str, tuple[Route, str, str]] = {
    "L2": ("apprenticeship_l2", "Apprenticeship, level 2", "2"),
    "L3": ("apprenticeship_l3", "Apprenticeship, level 3", "3"),
}


def standard_offers(
    standards: pd.DataFrame, sites: dict[str, str]
) -> tuple[dict[str, Course], list[Offer]]:
    """Level 2 and 3 standards that providers with a site here started apprentices on.

    `sites` maps UKPRN to the site where the provider is shown. The official table does not say where
    an apprentice was trained, and an apprenticeship is a job: both are said on the card.
    """
    rows = standards[
        (standards["year"] == YEAR)
        & (standards["measure"] == "starts")
        & standards["level"].isin(_LEVELS)
        & standards["ukprn"].isin(sites)
    ]
    starts = rows.groupby(
        ["ukprn", "level", "standard", "sector_tier1", "sector_tier2"], as_index=False
    )["value"].sum()
    courses: dict[str, Course] = {}
    offers = []
    for row in rows_of(starts[starts["value"] >= FEWEST_STARTS]):
        route, qualification, level = _LEVELS[row["level"]]
        course = Course(
            course_id=course_id(qualification, row["standard"]),
            route=route,
            qualification=qualification,
            subject=row["standard"],
            field=_field(row["sector_tier1"], row["sector_tier2"]),
            level=level,  # type: ignore[arg-type]
        )
        courses[course.course_id] = course
        site = sites[row["ukprn"]]
        offers.append(
            Offer(
                offer_id=offer_id(site, course.course_id),
                site_id=site,
                course_id=course.course_id,
                basis="results",
                basis_year=YEAR,
                entries=int(row["value"]),
                note="APPRENTICESHIP_IS_A_JOB",
                rule_basis="unknown",
                source_id=SOURCE,
            )
        )
    return courses, offers


def _field(tier1: str, tier2: str) -> str:
    fields = apprenticeship_fields()
    return fields.get(tier2) or fields[tier1]


def training_signposts(
    districts: pd.DataFrame,
    breakdowns: pd.DataFrame,
    area_districts: tuple[str, ...],
    *,
    shown: set[str],
    names: Mapping[str, str],
) -> list[Signpost]:
    """Other training providers that trained new apprentices in the area's districts, under-19s among theirs.

    `shown` are UKPRNs that have offers already; `names` are UKPRN to name as ordinarily written (the
    district table has capitals).
    """
    here = districts[(districts["year"] == YEAR) & districts["delivery"].isin(area_districts)]
    by_provider = here.groupby(["ukprn", "provider"], as_index=False)["starts"].sum()
    young = breakdowns[
        (breakdowns["year"] == YEAR)
        & (breakdowns["age_group"] == "Under 19")
        & breakdowns["level"].isin(_LEVELS)
        & (breakdowns["starts"] >= FEWEST_STARTS)
        & breakdowns["delivery_region"].isin(["South East", "London"])
    ]
    levels = young.groupby("ukprn")["level"].agg(lambda found: sorted(set(found)))
    out: list[Signpost] = []
    for row in rows_of(by_provider.sort_values("ukprn")):
        if row["ukprn"] in shown or row["starts"] < FEWEST_HERE or row["ukprn"] not in levels.index:
            continue
        places = here[(here["ukprn"] == row["ukprn"]) & (here["starts"] > 0)]["delivery"]
        out.extend(
            Signpost(
                signpost_id=f"ukprn-{row['ukprn']}:apprenticeships:{slug(level)}",
                route=_LEVELS[level][0],
                lane="work",
                reason="TRAINED_APPRENTICES_HERE",
                provider_name=names.get(row["ukprn"], row["provider"]),
                place=", ".join(sorted(set(places))),
                count=int(row["starts"]),
                year=YEAR,
                url="https://www.findapprenticeship.service.gov.uk",
                source_id=SOURCE,
            )
            for level in levels[row["ukprn"]]
        )
    return out
