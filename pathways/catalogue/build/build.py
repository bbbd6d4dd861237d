"""The build: reads, joins, reports what was dropped and why, and gives the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from pathways.catalogue import sources
from pathways.catalogue.build.apprenticeships import standard_offers, training_signposts
from pathways.catalogue.build.area import Area
from pathways.catalogue.build.colleges import (
    campus_site,
    college_offers,
    general_signposts,
    published_names,
)
from pathways.catalogue.build.entry_rules import (
    attach,
    offers_of_rules,
    published_rules,
    typical_rules,
)
from pathways.catalogue.build.facts import Facts, known_sources
from pathways.catalogue.build.offers import subject_offers
from pathways.catalogue.build.programmes import programme_offers
from pathways.catalogue.build.providers import institutions_of, providers_and_sites
from pathways.catalogue.build.results import provider_destinations, provider_results
from pathways.catalogue.build.rows import rows_of
from pathways.catalogue.naming import provider_id, site_id
from pathways.catalogue.types import Course, Event, LeftOut, Note, Offer, Row, Signpost

SUBJECTS_FILE = "official-data/catalogue/kingston_surrey_sutton_2024-25_institution_subject.csv.gz"
APPRENTICESHIPS = "official-data/apprenticeships/"
STEPS = ("institutions", "subjects", "colleges", "apprenticeships", "entry rules", "results")

Tables = dict[str, Sequence[Row]]


@dataclass
class BuildReport:
    """What a build joined, what it dropped and why, as lines for a person."""

    lines: list[str] = field(default_factory=list)
    accounts: dict[str, int] = field(default_factory=dict)

    def say(self, line: str) -> None:
        """Add a line."""
        self.lines.append(line)


def build(
    area: Area, facts: Facts, *, step: Callable[[str], None] = lambda name: None
) -> tuple[Tables, BuildReport]:
    """All tables of an area, and the report. `step` is told each stage as it starts."""
    report = BuildReport()

    step("institutions")
    institutions = institutions_of(facts, area)
    urns = set(institutions["urn"])
    report.say(f"{len(urns)} institutions of the 2023/24 tables are in {area.title}.")

    step("subjects")
    totals = _totals(facts, area, report)
    new = _elsewhere(totals, urns)
    providers, sites = providers_and_sites(facts, area, institutions, new)
    listed = subject_offers(totals)
    courses: dict[str, Course] = dict(listed.courses)
    offers: list[Offer] = list(listed.offers)
    left_out: list[LeftOut] = list(listed.left_out)
    report.accounts["subject_rows"] = len(totals)
    report.say(
        f"{len(totals)} official subject rows: {len(listed.offers)} are offers, "
        f"{len(left_out)} are left out with the reason in left_out.csv."
    )
    without = urns - set(totals["urn"])
    more, programmes = programme_offers(facts.results, without)
    courses |= more
    offers += programmes
    if len(totals):
        names = institutions[institutions["urn"].isin(without)]["name"]
        report.say(f"{len(without)} institutions have no subject rows{named(names)}.")
    report.say(f"{len(programmes)} offers stand for programmes whose subjects are not listed.")

    step("colleges")
    held = {provider.provider_id for provider in providers}
    signposts: list[Signpost] = general_signposts(
        [
            (provider.provider_id, provider.name, _town(sites, provider.provider_id))
            for provider in providers
            if provider.kind == "fe_college" and provider.urn in urns
        ]
    )
    rules = []
    if _has_area_facts(area, facts):
        found = college_offers(
            area, facts.read("area-facts/college_courses.csv", sources.read_college_courses), held
        )
        courses |= {key: course for key, course in found.courses.items() if key not in courses}
        offers += found.offers
        rules += found.rules
        signposts += found.signposts
        report.say(
            f"{len(found.offers)} offers and {len(found.signposts)} signposts come from "
            "providers' own course lists."
        )
        for lost in found.unplaced:
            report.say(f"Not placed, no such provider here: {lost}.")

    step("apprenticeships")
    here = {ukprn: _training_site(area, urn) for urn, ukprn in area.ukprns.items()}
    if area.districts and facts.has(APPRENTICESHIPS + "provider_by_district_2024-26.parquet"):
        standards = facts.read(
            APPRENTICESHIPS + "subjects_and_standards_0.parquet", sources.read_standards
        )
        more, trained = standard_offers(standards, here)
        courses |= more
        offers += trained
        others = training_signposts(
            facts.read(
                APPRENTICESHIPS + "provider_by_district_2024-26.parquet", sources.read_districts
            ),
            facts.read(APPRENTICESHIPS + "provider_breakdowns_0.parquet", sources.read_breakdowns),
            area.districts,
            shown=set(here),
            names=dict(zip(standards["ukprn"], standards["provider"], strict=True)),
        )
        signposts += others
        report.say(
            f"{len(trained)} apprenticeship standards of the area's colleges are offers; "
            f"{len(others)} signposts name other training providers."
        )

    step("entry rules")
    own, typical = _entry_rules(area, facts)
    more, listed_by_rule = offers_of_rules(attach(offers, courses, own + typical).unattached)
    courses |= {key: course for key, course in more.items() if key not in courses}
    offers += listed_by_rule
    report.say(
        f"{len(listed_by_rule)} offers rest on a subject's entry grades on the provider's own page."
    )
    attached = attach(offers, courses, own + typical)
    offers = attached.offers
    rules += own + typical
    local = sum(rule.basis == "published" for rule in rules)
    report.say(f"{local} published and {len(typical)} typical entry rules.")
    for rule in attached.unattached:
        report.say(f"No offer for the published rule {rule.rule_id} ({rule.rule}).")
    offers, courses = _merge(offers, courses, report)

    step("results")
    everyone = {provider.urn for provider in providers if provider.urn}
    tables: Tables = {
        "sources": list(known_sources().values()),
        "providers": providers,
        "sites": sites,
        "courses": list(courses.values()),
        "offers": offers,
        "entry_rules": _used_rules(rules, offers),
        "results": [
            *provider_results(facts.years_of_results, everyone),
            *provider_destinations(facts.destinations, everyone),
        ],
        "signposts": signposts,
        "events": _events(area, facts, held),
        "notes": _notes(area, facts, held),
        "left_out": left_out,
    }
    tables["sources"] = _cited(tables)
    for problem in facts.problems:
        report.say(problem.message)
    return tables, report


FEW = 12


def named(names: Iterable[str]) -> str:
    """ ": A, B, C" where a person would read the list; nothing where it is long."""
    listed = list(names)
    return f": {', '.join(listed)}" if 0 < len(listed) <= FEW else ""


def _has_area_facts(area: Area, facts: Facts) -> bool:
    return bool(area.also_teaching_here) and facts.has("area-facts/college_courses.csv")


def _totals(facts: Facts, area: Area, report: BuildReport) -> pd.DataFrame:
    """Subject rows of institutions in the area, including ones the 2023/24 tables do not have."""
    if not facts.has(SUBJECTS_FILE):
        report.say("No subject results beside the official files: programmes only.")
        return pd.DataFrame(columns=["urn", "name", "la", "subject", "institution_type"])
    totals = facts.totals(SUBJECTS_FILE)
    known = facts.institutions.set_index("urn")["la_code"]
    by_name = facts.authorities.set_index("la")["la_code"]
    codes = totals["urn"].map(known).fillna(totals["la"].map(by_name))
    totals = totals.assign(la_code=codes)
    if area.la_codes is not None:
        return totals[codes.isin(area.la_codes)]
    if area.centre is not None:
        inside = institutions_of(facts, area)["urn"]
        return totals[totals["urn"].isin(set(inside))]
    return totals


def _elsewhere(totals: pd.DataFrame, urns: set[str]) -> pd.DataFrame:
    """Institutions that only the subject results name, once each, with our kind."""
    extra = totals[~totals["urn"].isin(urns)].drop_duplicates("urn")
    kinds = [_kind(kind) for kind in extra["institution_type"]]
    fees = ["yes" if kind == "independent_school" else "" for kind in kinds]
    return extra.assign(kind=kinds, fee_paying=fees)


def _kind(institution_type: str) -> str:
    """Our kind for an institution type as the subject results word it."""
    if "Independent" in institution_type:
        return "independent_school"
    if "Further Education" in institution_type:
        return "fe_college"
    return "sixth_form_college" if "16-19" in institution_type else "school_sixth_form"


def _town(sites: Sequence[Any], owner: str) -> str:
    return next((site.town for site in sites if site.provider_id == owner and site.town), "")


def _training_site(area: Area, urn: str) -> str:
    """Where a college's apprenticeships are shown: its first campus here, else its main address."""
    owner = provider_id(urn, "", "")
    registered_elsewhere = {extra.get("urn") for extra in area.also_teaching_here}
    campuses = area.sites.get(urn, [])
    if urn in registered_elsewhere and campuses:
        return site_id(owner, campuses[0]["name"])
    return campus_site(area, owner, "")


def _entry_rules(area: Area, facts: Facts) -> tuple[list[Any], list[Any]]:
    own, typical = [], []
    if _has_area_facts(area, facts):
        own = published_rules(
            facts.read("area-facts/entry_requirements.csv", sources.read_entry_requirements)
        )
    if facts.has("area-facts/typical_requirements.csv"):
        typical = typical_rules(
            facts.read("area-facts/typical_requirements.csv", sources.read_typical_requirements)
        )
    return own, typical


def _merge(
    offers: list[Offer], courses: dict[str, Course], report: BuildReport
) -> tuple[list[Offer], dict[str, Course]]:
    """One offer per id: a course listed twice for a site is one offer, the clearer row kept."""
    kept: dict[str, Offer] = {}
    for offer in sorted(offers, key=lambda row: (row.offer_id, row.confidence, row.note)):
        if offer.offer_id in kept:
            report.say(f"Listed twice, kept once: {offer.offer_id}.")
        else:
            kept[offer.offer_id] = offer
    used = {offer.course_id for offer in kept.values()}
    return list(kept.values()), {key: row for key, row in courses.items() if key in used}


def _used_rules(rules: list[Any], offers: list[Offer]) -> list[Any]:
    """Published rules all stay (they are facts of the area); typical ones only where used."""
    used = {offer.programme_rule_id for offer in offers} | {
        offer.subject_rule_id for offer in offers
    }
    return [rule for rule in rules if rule.basis == "published" or rule.rule_id in used]


def _owner(area: Area, row: dict[str, str], held: set[str]) -> str | None:
    owner = provider_id(row["provider_urn"], "", "") if row["provider_urn"] else ""
    owner = owner or published_names(area).get(row["provider_name"], "")
    return owner if owner in held or not owner else None


def _events(area: Area, facts: Facts, held: set[str]) -> list[Event]:
    if not _has_area_facts(area, facts):
        return []
    rows = rows_of(facts.read("area-facts/events_deadlines.csv", sources.read_events))
    return [
        Event(
            provider_id=owner,
            provider_name=row["provider_name"],
            kind=row["kind"],
            date=row["date"],
            text=row["date_text_own_words"],
            page_url=row["page_url"],
            source_id="provider-pages",
        )
        for row in rows
        if (owner := _owner(area, row, held)) is not None
    ]


def _notes(area: Area, facts: Facts, held: set[str]) -> list[Note]:
    if not _has_area_facts(area, facts):
        return []
    rows = facts.read("area-facts/provider_notes.csv", sources.read_provider_notes)
    return [
        Note(
            provider_id=owner,
            topic=row["topic"],
            entry_year=row["entry_year"],
            text=row["note_own_words"],
            page_url=row["page_url"],
            source_id="provider-pages",
        )
        for row in rows_of(rows)
        if (owner := _owner(area, row, held)) is not None
    ]


def _cited(tables: Tables) -> list[Row]:
    """The sources that the tables really cite, plus the postcode source behind every position."""
    cited = {"os-postcodes-2025", "gias-2024", "dfe-websites-2019"}
    for name, rows in tables.items():
        if name != "sources":
            cited.update(getattr(row, "source_id", "") for row in rows)
    return [row for row in tables["sources"] if getattr(row, "source_id", "") in cited]
