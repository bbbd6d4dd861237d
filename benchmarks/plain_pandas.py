"""The peer: the same advice the obvious way, with pandas merges and a function called row by row.

Nothing is made slow on purpose: rules are parsed once, results laid out once, distances are one
array. It gives every offer the same state, which the benchmark checks, and orders by state, nearness
and draw: less than `guide` does, so the comparison flatters the plain way.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from pathways.catalogue.entry_rules import parse, unread
from pathways.catalogue.entry_rules.rule import Rule, clauses_of
from pathways.errors import RuleError
from pathways.learner.learner import Learner
from pathways.learner.read_record import read_record
from pathways.matching.eligibility.evaluate import outcome
from pathways.matching.eligibility.results import Results, results_of
from pathways.matching.eligibility.state import STATES
from pathways.places.distance import distances_km
from pathways.places.journeys import best_mode_minutes
from pathways.places.positions import locate
from pathways.places.postcodes import parse_postcode
from pathways.rules.availability import course_availability
from pathways.seeded import digest, draw

MINUTES_A_STEP = 15
"""Journeys within the same quarter of an hour count as equally far."""


def read_catalogue(folder: Path) -> tuple[pd.DataFrame, dict[str, Rule]]:
    """One wide table of offers, and the rules by id."""
    offers, courses, sites, providers, rules = (
        pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
        for name in ("offers", "courses", "sites", "providers", "entry_rules")
    )
    wide = (
        offers.merge(courses, on="course_id")
        .merge(sites, on="site_id", suffixes=("", "_site"))
        .merge(providers, on="provider_id", suffixes=("", "_provider"))
    )
    wide["lat"] = pd.to_numeric(wide["lat"])
    wide["lon"] = pd.to_numeric(wide["lon"])
    return wide, dict(zip(rules["rule_id"], map(_rule, rules["rule"]), strict=True))


def _rule(text: str) -> Rule:
    try:
        return parse(text)
    except RuleError:
        return unread(text)


def advise(learner: Learner, wide: pd.DataFrame, rules: dict[str, Rule]) -> pd.DataFrame:
    """Main offers in the order to show them, with their state and minutes."""
    results = results_of(read_record(learner), ehc_plan=learner.needs.ehc_plan)
    page = wide[wide["part"] == "main"].copy()
    page["state"] = page.apply(_state, axis=1, args=(results, rules, learner.start_year))
    page["minutes"] = np.nan
    if learner.home.postcode:
        home = locate(parse_postcode(learner.home.postcode))
        page["minutes"] = best_mode_minutes(
            distances_km(home.lat, home.lon, page["lat"], page["lon"])
        )[0]
    if learner.max_minutes is not None:
        page = page[~(page["minutes"] > learner.max_minutes)]
    page["step"] = (page["minutes"] // MINUTES_A_STEP).fillna(60 // MINUTES_A_STEP)
    page["draw"] = draw(page["offer_id"].map(digest).to_numpy(np.uint64), learner.seed)
    return page.sort_values(["state", "step", "draw"])


def _state(row: Any, results: Results, rules: dict[str, Rule], start_year: int) -> int:
    available = course_availability(
        row["route"], row["qualification"], row["subject"], start_year=start_year
    ).shown
    if available.state in ("not_yet", "closed", "no"):
        return STATES.index("not_yet")
    asked = [rules[row[name]] for name in ("programme_rule_id", "subject_rule_id") if row[name]]
    clauses = clauses_of(*asked)
    return STATES.index(outcome(clauses, results).state if clauses else "ask")
