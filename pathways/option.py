"""One offer as this learner sees it, made only when somebody looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import overload

import numpy as np
import numpy.typing as npt

from pathways.answers import Availability
from pathways.catalogue.index import LANES
from pathways.catalogue.store import Catalogue
from pathways.guidance import Fact, Option, Options, Place, RuleSource
from pathways.learner.record import Record
from pathways.matching.explain import against, explain
from pathways.matching.reference import reference
from pathways.matching.score import Scored
from pathways.matching.table import Floats
from pathways.nearest import nearest_open
from pathways.reason import Reason
from pathways.taught_at import taught_at
from pathways.travel import Journeys
from pathways.verdicts import States, Verdicts

Rows = npt.NDArray[np.int64]

_MEASURES = ("students", "grade", "aps", "va", "va_lci", "va_uci", "va_band", "retained_pct")
_COHORT_OF_ROUTE = {
    "a_level": ("a_level",),
    "ib": ("academic",),
    "vocational_l3": ("applied_general", "tech_level"),
    "level_2": ("technical_certificate",),
}
"""Which cohort of the official tables a route's students are counted in."""


@dataclass(frozen=True, slots=True)
class View:
    """What an option is made from: the catalogue and what was worked out for all offers at once."""

    catalogue: Catalogue
    verdict: Verdicts
    journeys: Journeys
    record: Record
    scored: Scored
    weightings: Floats


class OptionList(Options):
    """Options of a catalogue, by their rows."""

    def __init__(self, view: View, rows: Rows) -> None:
        self._view = view
        self.rows = rows

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, at: int) -> Option: ...
    @overload
    def __getitem__(self, at: slice) -> OptionList: ...
    def __getitem__(self, at: int | slice) -> Option | OptionList:
        if isinstance(at, slice):
            return OptionList(self._view, self.rows[at])
        return option(self._view, int(self.rows[at]))

    def __iter__(self) -> Iterator[Option]:
        return (option(self._view, row) for row in self.rows.tolist())

    @property
    def states(self) -> States:
        """The code of eligibility of each, into `matching.eligibility.state.STATES`."""
        return self._view.verdict.state[self.rows]

    def of_rows(self, rows: Rows) -> OptionList:
        """Other rows of the same catalogue, seen by the same learner."""
        return OptionList(self._view, rows)

    def find(self, offer_id: str) -> Option | None:
        """The option of an offer id, whether or not a filter shows it."""
        row = self._view.catalogue.index.offer_row.get(offer_id)
        return None if row is None else option(self._view, row)

    def places(self, seed: int) -> tuple[Place, ...]:
        """Where these options are taught: nearest first from a home, otherwise drawn from the seed."""
        return taught_at(self._view.catalogue.index, self._view.journeys, self.rows, seed=seed)


def option(view: View, row: int) -> Option:
    """Everything about one offer for this learner."""
    index = view.catalogue.index
    offer = index.offers.row(row)
    course = index.tables["courses"].row(int(index.course_of[row]))
    site = index.tables["sites"].row(int(index.site_of[row]))
    provider = index.tables["providers"].row(int(index.provider_of[row]))
    eligibility = view.verdict.eligibility(row)
    available = view.verdict.availability(row)
    facts = _results(view, provider["provider_id"], course["route"])
    rules = _rule_sources(view, offer)
    anchors = reference().anchors
    why = explain(row, view.scored, view.weightings, anchors)
    score = float(view.scored.score[row])
    return Option(
        offer_id=offer["offer_id"],
        provider_id=provider["provider_id"],
        provider=provider["name"],
        kind=provider["kind"],
        lane=LANES[index.lane[row]],  # type: ignore[arg-type]
        site=site["name"],
        postcode=site["postcode"],
        route=course["route"],
        qualification=course["qualification"],
        level=course["level"],
        subject=course["subject"],
        field=course["field"],
        size=float(course["size"]) if course["size"] else None,
        title=offer["title"] or f"{course['qualification']} {course['subject']}",
        eligibility=eligibility,
        band=int(view.scored.band[row]),
        score=None if np.isnan(score) else score,
        contributions=tuple(
            (term.name, term.adds) for term in why.terms if term.dots and term.adds is not None
        ),
        against=(against(why.terms, anchors),),
        journey=view.journeys.of(row, site["lat"]),
        english_maths_plan=view.verdict.english_maths(course["route"]),
        availability=available,
        provider_facts=tuple(_provision(provider)),
        results=facts,
        rule_sources=rules,
        basis=offer["basis"],
        basis_year=offer["basis_year"],
        entries=offer["entries"] or offer["entries_note"],
        length_years=offer["length_years"],
        confidence=offer["confidence"],
        note=offer["note"],
        page_url=offer["page_url"],
        website=provider["website"],
        phone=provider["phone"],
        open_instead=nearest_open(index, view.verdict, view.journeys, row),
        data_gaps=tuple(_gaps(offer, site, facts, available)),
        sources=tuple(
            dict.fromkeys(
                (
                    offer["source_id"],
                    provider["source_id"],
                    site["source_id"],
                    *(fact.source_id for fact in facts),
                )
            )
        ),
        explanation=why,
        lat=float(site["lat"]) if site["lat"] else None,
        lon=float(site["lon"]) if site["lon"] else None,
    )


def _provision(provider: dict[str, str]) -> Iterator[Reason]:
    """Facts about the kind of provision: said on the card, never a term of the order."""
    if provider["fee_paying"] == "yes":
        yield Reason.of("CHARGES_FEES")
    if provider["gender"] in ("girls", "boys"):
        yield Reason.of("ONE_SEX", who=provider["gender"])
    if provider["selective"] == "yes":
        yield Reason.of("SELECTIVE")
    if provider["religion"]:
        yield Reason.of("FAITH", faith=provider["religion"])
    if provider["status"] and provider["status"] != "Open":
        yield Reason.of("REGISTER_STATUS", status=provider["status"])


def _results(view: View, provider_id: str, route: str) -> tuple[Fact, ...]:
    index = view.catalogue.index
    table, wanted = index.tables["results"], _COHORT_OF_ROUTE.get(route, ())
    if not wanted:
        return ()
    found = []
    cohorts, years = table["cohort"], table["year"]
    newest = max(years.words, default="")  # earlier years are on the option's own page
    for row in index.rows_of_provider("results", provider_id):
        if cohorts[row] not in wanted or years[row] != newest:
            continue
        cells = table.row(row)
        nobody = cells["measure"] == "students" and cells["text"] == "NE"
        if cells["measure"] in _MEASURES and not nobody:
            name = f"{cells['cohort']}.{cells['measure']}"
            shown = cells["value"] or (cells["text"] if cells["measure"] == "grade" else "")
            code = "" if shown else cells["text"]
            found.append(Fact(name, shown, cells["year"], cells["source_id"], code))
    return tuple(found)


def _rule_sources(view: View, offer: dict[str, str]) -> tuple[RuleSource, ...]:
    index = view.catalogue.index
    table, found = index.tables["entry_rules"], []
    for name in ("programme_rule_id", "subject_rule_id"):
        if not offer[name]:
            continue
        rule = table.row(index.rule_row[offer[name]])
        found.append(
            RuleSource(
                scope=rule["scope"],  # type: ignore[arg-type]
                basis=rule["basis"],  # type: ignore[arg-type]
                rule=rule["rule"],
                note=rule["note"],
                entry_year=rule["entry_year"],
                confidence=rule["confidence"],
                page_url=rule["page_url"],
                n_providers=int(rule["n_providers"]) if rule["n_providers"] else None,
                lowest=rule["lowest"],
                highest=rule["highest"],
            )
        )
    return tuple(found)


def _gaps(
    offer: dict[str, str], site: dict[str, str], facts: tuple[Fact, ...], available: Availability
) -> Iterator[str]:
    """Codes of what is not known about an offer, worded in `words/en/option.yaml`."""
    if offer["rule_basis"] != "published":
        yield "GAP_ENTRY_RULE"
    if offer["basis"] == "results":
        yield "GAP_RUNS_NEXT_YEAR"
    if not site["lat"]:
        yield "GAP_PLACE"
    if "campus not stated" in site["name"]:
        yield "GAP_CAMPUS"
    if not facts:
        yield "GAP_RESULTS"
    if available.state in ("check", "changing"):
        yield "GAP_AVAILABILITY"
    yield "GAP_TIMETABLE"
