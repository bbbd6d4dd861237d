"""A tiny catalogue in code: typed rows of made-up institutions, published and opened like a real one.

Positions are real places around Kingston, so that a learner's postcode has a distance to them.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

from pathways.catalogue.build.facts import known_sources
from pathways.catalogue.naming import course_id, offer_id, site_id
from pathways.catalogue.publish import publish
from pathways.catalogue.store import Catalogue, load_catalogue
from pathways.catalogue.types import (
    Course,
    EntryRule,
    Offer,
    Provider,
    Route,
    Row,
    Signpost,
    Site,
)

SOURCE = "dfe-subjects-2025"
ABOUT: dict[str, Any] = {"area": "example", "title": "Exampleshire", "start_year": 2027}
LEVELS = {"level_2": "2", "level_1": "1", "entry_level": "E", "apprenticeship_l2": "2"}


@dataclass(frozen=True)
class Tiny:
    """The rows of a catalogue; tables that are not here are empty."""

    providers: tuple[Provider, ...] = ()
    sites: tuple[Site, ...] = ()
    courses: tuple[Course, ...] = ()
    offers: tuple[Offer, ...] = ()
    entry_rules: tuple[EntryRule, ...] = ()
    signposts: tuple[Signpost, ...] = ()

    def tables(self) -> dict[str, Sequence[Row]]:
        """The tables as the build gives them."""
        return {
            "sources": tuple(known_sources().values()),
            "providers": self.providers,
            "sites": self.sites,
            "courses": self.courses,
            "offers": self.offers,
            "entry_rules": self.entry_rules,
            "signposts": self.signposts,
        }

    def publish(self, folder: Path) -> Path:
        """Write the catalogue to a folder and give the folder."""
        publish(self.tables(), folder, about=ABOUT)
        return folder

    def load(self) -> Catalogue:
        """The catalogue opened, through a folder that is gone afterwards."""
        with tempfile.TemporaryDirectory() as folder:
            return load_catalogue(self.publish(Path(folder) / "area"), linked=False)

    def with_offers(self, *offers: Offer) -> Tiny:
        """The same with these offers instead."""
        return replace(self, offers=offers)

    def with_providers(self, change: Callable[[Provider], Provider]) -> Tiny:
        """The same with each provider changed."""
        return replace(self, providers=tuple(change(row) for row in self.providers))


def provider(number: int, kind: str = "school_sixth_form", **changes: Any) -> Provider:
    """A provider with a URN that no institution has."""
    values: dict[str, Any] = {
        "provider_id": f"urn-{900000 + number}",
        "urn": str(900000 + number),
        "name": f"Example Provider {number}",
        "kind": kind,
        "la": "Exampleshire",
        "la_code": "999",
        "gender": "mixed",
        "source_id": "dfe-results-2024",
        "year": "2023/24",
    }
    return Provider(**values | changes)


def site(owner: Provider, name: str = "", *, lat: float = 51.41, lon: float = -0.3) -> Site:
    """A place where a provider teaches; without a name, its main address."""
    return Site(
        site_id=site_id(owner.provider_id, name),
        provider_id=owner.provider_id,
        name=name or "Main site",
        postcode="ZZ1 1ZZ",
        lat=lat,
        lon=lon,
        coordinate_basis="postcode",
        source_id="dfe-results-2024",
    )


def course(
    subject: str, route: str = "a_level", qualification: str = "A level", **changes: Any
) -> Course:
    """A course; its level follows from its route."""
    if route not in get_args(Route):
        raise ValueError(route)
    values: dict[str, Any] = {
        "course_id": course_id(qualification, subject),
        "route": route,
        "qualification": qualification,
        "subject": subject,
        "field": "Science",
        "level": LEVELS.get(route, "3"),
    }
    return Course(**values | changes)


def offer(at: Site, of: Course, **changes: Any) -> Offer:
    """A course at a site; name its rules by `programme_rule_id` and `subject_rule_id`."""
    ruled = changes.get("programme_rule_id") or changes.get("subject_rule_id")
    values: dict[str, Any] = {
        "offer_id": offer_id(at.site_id, of.course_id),
        "site_id": at.site_id,
        "course_id": of.course_id,
        "basis": "results",
        "basis_year": "2024/25",
        "entries": 20,
        "rule_basis": "published" if ruled else "unknown",
        "source_id": SOURCE,
    }
    return Offer(**values | changes)


def rule(text: str, scope: str = "programme", **changes: Any) -> EntryRule:
    """An entry rule whose id is its text, so that an offer can name it."""
    values: dict[str, Any] = {
        "rule_id": text,
        "scope": scope,
        "qualification": "a_level",
        "subject": "",
        "rule": text,
        "basis": "published",
        "entry_year": "2026",
        "source_id": "provider-pages",
    }
    return EntryRule(**values | changes)


SCHOOL = provider(1)
COLLEGE = provider(2, "fe_college")
FEES = provider(3, "independent_school", fee_paying=True, selective="yes", religion="Example Faith")
GIRLS = provider(4, gender="girls")
SCHOOL_SITE, FEES_SITE = site(SCHOOL), site(FEES, lat=51.40, lon=-0.31)
NORTH = site(COLLEGE, "North Campus", lat=51.45, lon=-0.25)
SOUTH = site(COLLEGE, "South Campus", lat=51.30, lon=-0.33)
GIRLS_SITE = site(GIRLS, lat=51.36, lon=-0.2)

BIOLOGY, FRENCH = course("Biology"), course("French", field="Languages")
EPQ = course("Extended Project", qualification="Extended Project (EPQ)", part="alongside")
BUILDING = course("Construction", "level_2", "Level 2 course", field="Construction")
CLOSED_T_LEVEL = course("Onsite Construction", "t_level", "T Level", field="Construction")
LATER_V_LEVEL = course("Business", "v_level", "V Level", field="Business and finance")
PLUMBER = course(
    "Plumbing technician", "apprenticeship_l3", "Apprenticeship, level 3", field="Construction"
)
COURSES = (BIOLOGY, FRENCH, EPQ, BUILDING, CLOSED_T_LEVEL, LATER_V_LEVEL, PLUMBER)

FIVE_FOURS, BIOLOGY_6, TWO_TWOS = rule("5 GCSE@4"), rule("Biology@6", "subject"), rule("2 GCSE@2")
OPEN, AUDITION, MATHS_5 = rule("none"), rule("audition"), rule("5 GCSE@5; Maths@5")
RULES = (FIVE_FOURS, BIOLOGY_6, TWO_TWOS, OPEN, AUDITION, MATHS_5)

_FOURS = {"programme_rule_id": FIVE_FOURS.rule_id}
EXAMPLE = Tiny(
    providers=(SCHOOL, COLLEGE, FEES, GIRLS),
    sites=(SCHOOL_SITE, FEES_SITE, NORTH, SOUTH, GIRLS_SITE),
    courses=COURSES,
    offers=(
        offer(SCHOOL_SITE, BIOLOGY, **_FOURS, subject_rule_id=BIOLOGY_6.rule_id),
        offer(SCHOOL_SITE, FRENCH, **_FOURS),
        offer(SCHOOL_SITE, EPQ),
        offer(NORTH, BIOLOGY, programme_rule_id=TWO_TWOS.rule_id),
        offer(NORTH, BUILDING, programme_rule_id=OPEN.rule_id),
        offer(SOUTH, BUILDING, programme_rule_id=OPEN.rule_id),
        offer(SOUTH, CLOSED_T_LEVEL, programme_rule_id=OPEN.rule_id),
        offer(NORTH, LATER_V_LEVEL, programme_rule_id=OPEN.rule_id),
        offer(NORTH, PLUMBER),
        offer(FEES_SITE, BIOLOGY, programme_rule_id=MATHS_5.rule_id),
        offer(FEES_SITE, FRENCH, programme_rule_id=AUDITION.rule_id),
        offer(GIRLS_SITE, FRENCH, **_FOURS),
    ),
    entry_rules=RULES,
)
"""Schools, a college with two campuses, a fee-paying and a girls' school; a closed and a later course."""
