"""Results of three years and destinations in a catalogue: what stays, what is hidden, what is left out."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from pathways.catalogue.build.facts import Facts
from pathways.catalogue.build.results import provider_destinations, provider_results
from pathways.catalogue.types import ProviderResult

URN = "900001"


def table(*rows: tuple[str, str, str, float | str]) -> pd.DataFrame:
    """Rows of (cohort, year, measure, number or text), all of one place."""
    return pd.DataFrame(
        {
            "urn": URN,
            "cohort": cohort,
            "year": year,
            "measure": measure,
            "value": float("nan") if isinstance(cell, str) else cell,
            "text": cell if isinstance(cell, str) else "",
            "source_id": "dfe-results-2024",
        }
        for cohort, year, measure, cell in rows
    )


def said(rows: list[ProviderResult]) -> dict[tuple[str, str, str], float | str | None]:
    return {(r.cohort, r.year, r.measure): r.text or r.value for r in rows}


def test_the_newest_three_years_are_kept() -> None:
    years = ("2018/19", "2021/22", "2022/23", "2023/24")
    rows = provider_results(table(*(("a_level", y, "students", 90.0) for y in years)), {URN})
    assert [row.year for row in rows] == list(years[1:])


def test_a_year_in_which_nobody_took_it_is_one_row_that_says_so() -> None:
    rows = table(
        ("a_level", "2023/24", "students", "NE"),
        ("a_level", "2023/24", "va", "NE"),
        ("a_level", "2022/23", "students", 40.0),
        ("a_level", "2022/23", "retained_pct", 91.0),
    )
    assert said(provider_results(rows, {URN})) == {
        ("a_level", "2023/24", "students"): "NE",
        ("a_level", "2022/23", "students"): 40.0,
        ("a_level", "2022/23", "retained_pct"): 91.0,
    }


def test_a_cohort_that_nobody_took_in_any_year_is_left_out() -> None:
    years = ("2022/23", "2023/24")
    assert provider_results(table(*(("a_level", y, "students", "NE") for y in years)), {URN}) == []


def test_a_count_below_six_is_hidden_in_every_year() -> None:
    rows = table(("a_level", "2022/23", "students", 5.0), ("a_level", "2023/24", "students", 6.0))
    assert said(provider_results(rows, {URN})) == {
        ("a_level", "2022/23", "students"): "fewer than six",
        ("a_level", "2023/24", "students"): 6.0,
    }


def test_english_and_maths_progress_is_of_its_newest_year() -> None:
    rows = table(
        ("a_level", "2023/24", "students", 90.0),
        ("english", "2018/19", "students", 41.0),
        ("english", "2018/19", "em_progress", -0.25),
        ("maths", "2018/19", "em_progress", "NE"),
        ("english", "2017/18", "em_progress", 0.5),
    )
    found = said(provider_results(rows, {URN}))
    assert found["english", "2018/19", "em_progress"] == -0.25
    assert not [key for key in found if key[0] == "maths" or key[1] == "2017/18"]


def test_a_level_that_nobody_left_is_left_out_and_few_leavers_are_hidden() -> None:
    rows = table(
        ("leavers_all", "", "leavers", 5.0),
        ("leavers_all", "", "sustained_pct", "SUPP"),
        ("leavers_level_2", "", "leavers", "NA"),
        ("leavers_level_2", "", "sustained_pct", "NA"),
    ).drop(columns=["year", "source_id"])
    found = provider_destinations(rows, {URN})
    assert [(r.cohort, r.measure, r.value, r.text) for r in found] == [
        ("leavers_all", "leavers", None, "fewer than six"),
        ("leavers_all", "sustained_pct", None, "SUPP"),
    ]
    assert {(r.year, r.source_id) for r in found} == {
        ("2018/19 or 2019/20 (not stated in the file)", "dfe-destinations-16-18")
    }


def test_without_the_optional_files_there_are_no_destinations(tmp_path: Path) -> None:
    assert provider_destinations(Facts(tmp_path).destinations, {URN}) == []


@pytest.mark.parametrize("other", [set(), {"900002"}])
def test_other_places_are_left_out(other: set[str]) -> None:
    assert provider_results(table(("a_level", "2023/24", "students", 90.0)), other) == []
