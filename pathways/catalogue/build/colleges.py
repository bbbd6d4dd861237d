"""Offers and signposts from the course lists that colleges and others publish."""

from __future__ import annotations

from dataclasses import dataclass, field

import pandas as pd

from pathways.catalogue.build.area import Area
from pathways.catalogue.build.rows import rows_of
from pathways.catalogue.naming import course_id, offer_id, provider_id, site_id, slug
from pathways.catalogue.reference import college_titles
from pathways.catalogue.types import Course, EntryRule, Offer, Route, Signpost

PAGES = "provider-pages"

_ROUTES: dict[str, tuple[Route, str, str]] = {
    "t_level": ("t_level", "T Level", "3"),
    "aaq_btec": ("vocational_l3", "Level 3 vocational course", "3"),
    "level_2": ("level_2", "Level 2 course", "2"),
    "level_1": ("level_1", "Level 1 course", "1"),
    "entry": ("entry_level", "Entry level course", "E"),
    "supported_internship": ("supported_internship", "Supported internship", ""),
}
"""How a published list's qualification word becomes route, plain name and level."""


@dataclass(frozen=True, slots=True)
class CollegeOffers:
    """What the published course lists became."""

    courses: dict[str, Course] = field(default_factory=dict)
    offers: list[Offer] = field(default_factory=list)
    rules: list[EntryRule] = field(default_factory=list)
    signposts: list[Signpost] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)


def published_names(area: Area) -> dict[str, str]:
    """Names that published facts use for providers without a URN there -> provider id."""
    return {
        published: provider_id(extra.get("urn", ""), "", extra["name"])
        for extra in area.also_teaching_here
        for published in extra["published_names"]
    }


def campus_site(area: Area, owner: str, campus: str) -> str:
    """The site a campus name means; the main address where the provider has no list of campuses."""
    for entry in area.sites.get(owner.removeprefix("urn-"), ()):
        if campus in entry["campus_names"]:
            return site_id(owner, entry["name"])
    return site_id(owner)


def college_offers(area: Area, listed: pd.DataFrame, held: set[str]) -> CollegeOffers:
    """Published course rows -> offers where level and title are stated, signposts where they are not.

    `held` are the provider ids of the catalogue; a row of another provider is reported, not guessed.
    """
    found = CollegeOffers()
    names = published_names(area)
    for row in rows_of(listed):
        owner = provider_id(row["provider_urn"], "", "") if row["provider_urn"] else ""
        owner = owner or names.get(row["provider_name"], "")
        if owner not in held:
            found.unplaced.append(f"{row['provider_name']}: {row['course_title']}")
        elif row["qualification"]:
            _add_offer(found, area, owner, row)
        else:
            found.signposts.append(_signpost(owner, row))
    return found


def _add_offer(found: CollegeOffers, area: Area, owner: str, row: dict[str, str]) -> None:
    route, qualification, level = _ROUTES[row["qualification"]]
    name = college_titles()[row["course_title"]]
    course = Course(
        course_id=course_id(qualification, name.name),
        route=route,
        qualification=qualification,
        subject=name.name,
        field=name.field,
        level=level,  # type: ignore[arg-type]
    )
    site = campus_site(area, owner, row["campus"])
    made = offer_id(site, course.course_id)
    rule_id = ""
    if row["entry_rule"]:
        rule_id = f"{owner}:{course.course_id}"
        found.rules.append(
            EntryRule(
                rule_id=rule_id,
                provider_id=owner,
                scope="programme",
                qualification=row["qualification"],
                subject=name.name,
                rule=row["entry_rule"],
                note=row["note"],
                basis="published",
                confidence=row["confidence"],  # type: ignore[arg-type]
                page_url=row["page_url"],
                source_id=PAGES,
            )
        )
    found.courses[course.course_id] = course
    found.offers.append(
        Offer(
            offer_id=made,
            site_id=site,
            course_id=course.course_id,
            basis="provider",
            basis_year=row["start"] or "year not stated",
            title=row["course_title"],
            entries_note="not published",
            note=". ".join(part for part in (row["note"], row["english_maths_note"]) if part),
            programme_rule_id=rule_id,
            rule_basis="published" if rule_id else "unknown",
            length_years=row["duration_years"],
            confidence=row["confidence"],  # type: ignore[arg-type]
            page_url=row["page_url"],
            source_id=PAGES,
        )
    )


def _signpost(owner: str, row: dict[str, str]) -> Signpost:
    name = college_titles()[row["course_title"]]
    route: Route = "level_1" if row["level"].startswith("1") else "level_2"
    return Signpost(
        signpost_id=f"{owner}:listed:{slug(row['course_title'])}",
        route=route,
        lane="college",
        reason="LISTED_LEVEL_NOT_STATED",
        provider_id=owner,
        provider_name=row["provider_name"],
        place=row["campus"],
        detail=name.name,
        url=row["page_url"],
        source_id=PAGES,
    )


def general_signposts(providers: list[tuple[str, str, str]]) -> list[Signpost]:
    """General further education colleges run courses below level 3 that no official list shows.

    `providers` are (provider id, name, town) of the area's general further education colleges.
    """
    routes: tuple[Route, ...] = ("level_2", "level_1", "entry_level")
    return [
        Signpost(
            signpost_id=f"{owner}:below-level-3:{route}",
            route=route,
            lane="college",
            reason="FE_COLLEGE_BELOW_LEVEL_3",
            provider_id=owner,
            provider_name=name,
            place=town,
            year="2023/24",
            source_id="dfe-results-2024",
        )
        for owner, name, town in providers
        for route in routes
    ]
