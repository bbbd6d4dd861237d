"""Provider results and destinations: the measures that are shown, as published, codes and all."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pathways.catalogue.build.facts import known_sources
from pathways.catalogue.build.rows import rows_of
from pathways.catalogue.naming import provider_id
from pathways.catalogue.types import ProviderResult

DESTINATIONS = "dfe-destinations-16-18"
SHOWN = (
    "students",
    "aps",
    "grade",
    "best3_grade",
    "aab_pct",
    "va",
    "va_lci",
    "va_uci",
    "va_band",
    "retained_pct",
)


YEARS = 3
"""How many years back results are shown: further back says little about a place now."""
_EXAM_COHORTS = ("a_level", "academic", "applied_general", "tech_level", "technical_certificate")
_WITHOUT_GRADE_4 = ("english", "maths")
_COUNTS = {"students", "leavers"}
_KEY = ["urn", "cohort", "year"]


def provider_results(results: pd.DataFrame, urns: set[str]) -> list[ProviderResult]:
    """Rows of the shown measures of the newest years; `results` has a `source_id` for each row.

    A year in which nobody took a cohort (`NE` students) is that one row; a cohort that nobody took
    in any of the years is left out whole. English and maths progress is of its newest year alone.
    """
    ours = results[results["urn"].isin(urns)]
    exams = ours[ours["cohort"].isin(_EXAM_COHORTS) & ours["measure"].isin(SHOWN)]
    # The years are those of all England: what an area lacks does not bring in an older year.
    years = sorted(set(results.loc[results["cohort"].isin(_EXAM_COHORTS), "year"]))[-YEARS:]
    taken = _without_untaken(exams[exams["year"].isin(years)])
    rows = pd.concat([taken, _english_maths(results, urns)])
    return [found for row in rows_of(rows) if (found := _row(row, row["year"])) is not None]


def provider_destinations(destinations: pd.DataFrame, urns: set[str]) -> list[ProviderResult]:
    """Rows of where leavers went; a level that nobody studied (`NA` leavers) is left out whole."""
    ours = destinations[destinations["urn"].isin(urns)]
    none = ours[(ours["measure"] == "leavers") & (ours["text"] == "NA")]
    absent = set(zip(none["urn"], none["cohort"], strict=True))
    rows = ours[[key not in absent for key in zip(ours["urn"], ours["cohort"], strict=True)]]
    rows = rows.assign(source_id=DESTINATIONS)
    year = known_sources()[DESTINATIONS].year
    return [found for row in rows_of(rows) if (found := _row(row, year)) is not None]


def _without_untaken(rows: pd.DataFrame) -> pd.DataFrame:
    students = rows[rows["measure"] == "students"]
    took = students[students["text"] != "NE"]
    ever = set(zip(took["urn"], took["cohort"], strict=True))
    untaken = set(students.loc[students["text"] == "NE", _KEY].itertuples(index=False, name=None))
    keep = [
        (urn, cohort) in ever and ((urn, cohort, year) not in untaken or measure == "students")
        for urn, cohort, year, measure in rows[[*_KEY, "measure"]].itertuples(index=False)
    ]
    return rows[keep]


def _english_maths(results: pd.DataFrame, urns: set[str]) -> pd.DataFrame:
    rows = results[results["cohort"].isin(_WITHOUT_GRADE_4)]
    told = rows.loc[(rows["measure"] == "em_progress") & rows["value"].notna(), "year"]
    newest = max(told, default="")
    rows = rows[(rows["year"] == newest) & rows["urn"].isin(urns)]
    none = set(rows.loc[rows["text"] == "NE", ["urn", "cohort"]].itertuples(index=False, name=None))
    return rows[[key not in none for key in zip(rows["urn"], rows["cohort"], strict=True)]]


def _row(row: dict[str, Any], year: str) -> ProviderResult | None:
    """One row as it is shown, counts below six hidden; None for a cell that says nothing."""
    if pd.isna(row["value"]) and not row["text"]:
        return None
    few = row["measure"] in _COUNTS and pd.notna(row["value"]) and row["value"] < 6
    return ProviderResult(
        provider_id=provider_id(row["urn"], "", ""),
        cohort=row["cohort"],
        year=year,
        measure=row["measure"],
        value=None if pd.isna(row["value"]) or few else float(row["value"]),
        text="fewer than six" if few else row["text"],
        source_id=row["source_id"],
    )
