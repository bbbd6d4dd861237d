"""What the page of one option needs of outcomes: chances or why not, and results in their order."""

from __future__ import annotations

from typing import Any

import pytest

from pathways.catalogue.types import Course, ProviderResult
from pathways.learner.record import Held, Record
from pathways.outcomes.cited import cited
from pathways.outcomes.for_option import (
    OptionChances,
    all_results,
    chances_for_option,
    course_of,
    results_for_option,
    results_of,
)
from pathways.outcomes.model import Abstain, Chances, OutcomeModel
from pathways.words import say_reason
from tests.support.result_row import row
from tests.support.tiny import EXAMPLE


def course(**changes: Any) -> Course:
    values: dict[str, Any] = {
        "course_id": "c1",
        "route": "a_level",
        "qualification": "A level",
        "subject": "Biology",
        "field": "Science",
        "level": "3",
        "size": 1.0,
        "official_name": "GCE A level: Biology",
    }
    return Course(**values | changes)


def record(*grades: int, predicted: bool = False) -> Record:
    return Record(
        tuple(
            Held(f"S{n}", "GCSE", "gcse", str(g), 2, (float(g),), predicted=predicted)
            for n, g in enumerate(grades)
        )
    )


def codes(found: OptionChances) -> list[str]:
    return [reason.code for reason in found.about]


def test_chances_come_with_100_people_and_the_words_that_must_stand_beside(
    shipped: OutcomeModel,
) -> None:
    found = chances_for_option(course(), record(6, 5, 6, 6), shipped)
    assert isinstance(found.chances, Chances)
    assert found.icons is not None
    assert found.icons.got + found.icons.did_not == 100
    assert sum(count for _, count in found.icons.counts) == 100
    assert codes(found)[:2] == ["CHANCES_NOT_ABOUT_YOU", "CHANCES_LEAVERS_NOT_COUNTED"]
    assert (found.average, found.grades, found.predicted) == (5.75, 4, False)


def test_a_predicted_grade_is_told_apart(shipped: OutcomeModel) -> None:
    assert chances_for_option(course(), record(6, 5, 6, predicted=True), shipped).predicted


def test_combined_science_counts_as_two_grades(shipped: OutcomeModel) -> None:
    pair = Held("Combined Science", "GCSE", "combined_science", "6-5", 2, (6.0, 5.0))
    found = chances_for_option(course(), Record((*record(6).held, pair)), shipped)
    assert found.grades == 3
    assert found.average == pytest.approx(17 / 3)


@pytest.mark.parametrize(
    ("about", "grades", "why"),
    [
        ({}, (6, 6), "CHANCES_NO_AVERAGE"),
        (
            {"official_name": "GCE A level: Falconry", "subject": "Falconry"},
            (6, 6, 6),
            "NOT_COUNTED",
        ),
        (
            {"route": "t_level", "qualification": "T Level", "official_name": "", "size": None},
            (6, 6, 6),
            "NOT_COUNTED",
        ),
        ({}, (1, 1, 1), "TOO_FEW"),
    ],
)
def test_where_there_is_no_figure_the_reason_is_said_and_no_picture_is_made(
    shipped: OutcomeModel, about: dict[str, Any], grades: tuple[int, ...], why: str
) -> None:
    found = chances_for_option(course(**about), record(*grades), shipped)
    assert isinstance(found.chances, Abstain)
    assert found.icons is None
    assert why in codes(found)[0]
    assert codes(found)[1] == "CHANCES_NONE_IS_NOT_BAD_NEWS"
    assert "no figure" in say_reason(found.about[0])


def scored(year: str = "2023/24", cohort: str = "a_level") -> list[ProviderResult]:
    found = {"va": -0.2, "va_lci": -0.3, "va_uci": -0.1, "va_band": 4, "students": 90}
    return [row(name, value, year=year, cohort=cohort) for name, value in found.items()]


def test_a_year_is_told_as_progress_then_who_stayed_then_grades() -> None:
    found = results_for_option(
        "a_level", [row("grade", None, "C+"), row("retained_pct", 94.0), *scored()]
    )
    ((year,),) = found.cohorts
    assert year.progress.score == -0.2
    assert [reason.code for reason in year.about][:2] == ["VA_BAND_4", "VA_BELOW"]
    assert "VA_NEGATIVE_MEANS" in {reason.code for reason in year.about}
    assert [reason.code for reason in year.retention] == ["RETENTION"]
    assert [reason.code for reason in year.raw] == ["RAW_SAYS_WHO_JOINED", "RAW_GRADE"]


def test_three_years_are_kept_newest_first() -> None:
    rows = [*scored("2021/22"), *scored("2023/24"), *scored("2022/23")]
    (years,) = results_for_option("a_level", rows).cohorts
    assert [year.progress.year for year in years] == ["2023/24", "2022/23", "2021/22"]


def test_a_route_has_the_cohorts_it_is_counted_in_and_no_other() -> None:
    rows = [*scored(cohort="tech_level"), *scored(), *scored(cohort="applied_general")]
    found = results_for_option("vocational_l3", rows)
    assert [years[0].progress.cohort for years in found.cohorts] == [
        "applied_general",
        "tech_level",
    ]


@pytest.mark.parametrize("route", ["t_level", "apprenticeship_l3", "level_1", "entry_level"])
def test_a_route_that_the_tables_do_not_count_says_so(route: str) -> None:
    missing = results_for_option(route, scored()).missing
    assert missing is not None
    assert missing.code == "NO_FIGURE_ROUTE"


def test_a_place_without_results_of_this_kind_says_so() -> None:
    missing = results_for_option("level_2", scored()).missing
    assert missing is not None
    assert missing.code == "NO_FIGURE_PLACE"


def test_an_average_grade_of_the_tables_is_written_out() -> None:
    rows = [row("grade", None, "L2Dist-", cohort="technical_certificate")]
    ((year,),) = results_for_option("level_2", rows).cohorts
    assert "level 2 Distinction-" in say_reason(year.raw[-1])


def test_courses_and_results_are_found_in_a_catalogue() -> None:
    index = EXAMPLE.load().index
    for offer, at in index.offer_row.items():
        assert course_of(index, offer).course_id == index.offers["course_id"][at]
    every = all_results(index)
    providers = {result.provider_id for result in every}
    assert [r for p in sorted(providers) for r in results_of(index, p)] == sorted(
        every, key=lambda result: result.provider_id
    )


def test_the_source_of_the_chances_is_known(shipped: OutcomeModel) -> None:
    assert cited()[shipped.source_id].licence
