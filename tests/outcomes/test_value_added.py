"""Value added and results in plain sentences, on hand-written rows and on every real provider."""

from __future__ import annotations

import pandas as pd
import pytest

from pathways.catalogue.build.results import provider_results
from pathways.catalogue.sources.institution_results import read_institution_results
from pathways.catalogue.types import ProviderResult
from pathways.outcomes.value_added import about_progress, about_results, progress, why_no_figure
from pathways.words import say_reason
from tests.support.result_row import row
from tests.support.shared import official_folder


def scored(
    score: float, low: float, high: float, band: int, students: int | None = 120
) -> list[ProviderResult]:
    return [
        row("va", score),
        row("va_lci", low),
        row("va_uci", high),
        row("va_band", band),
        row("students", students, "" if students else "fewer than six"),
    ]


def said(rows: list[ProviderResult]) -> list[str]:
    return [say_reason(reason) for reason in about_progress(progress(rows)[0])]


def codes(rows: list[ProviderResult]) -> list[str]:
    return [reason.code for reason in about_results(rows)[0]]


def test_a_negative_score_says_what_it_means_and_what_it_does_not() -> None:
    text = " ".join(said(scored(-0.32, -0.62, -0.02, 4)))
    assert "below the average for England" in text
    assert "0.32 of a grade lower" in text
    assert "between −0.62 and −0.02" in text
    assert "does not mean that students got worse" in text
    assert "does not say what you would get" in text
    assert "120 students" in text


def test_a_negative_score_whose_range_holds_0_is_not_told_apart_from_average() -> None:
    text = " ".join(said(scored(-0.08, -0.18, 0.03, 3)))
    assert "about the average" in text
    assert "cannot tell this apart" in text
    assert "got worse" not in text


@pytest.mark.parametrize(
    ("band", "words"),
    [(1, "well above"), (2, "above"), (3, "about the"), (4, "below"), (5, "well below")],
)
def test_band_1_is_the_highest(band: int, words: str) -> None:
    assert words in said(scored(0.0, -0.1, 0.1, band))[1]


def test_a_small_group_gets_a_word_of_care_from_29_students_down() -> None:
    reasons = [about_progress(progress(scored(0.1, -0.2, 0.4, 3, n))[0]) for n in (29, 30)]
    small, enough = ({r.code for r in found} for found in reasons)
    assert "VA_SMALL_COHORT" in small
    assert "VA_SMALL_COHORT" not in enough


def test_a_cohort_of_fewer_than_six_has_no_number() -> None:
    text = " ".join(said(scored(0.1, -0.2, 0.4, 3, None)))
    assert "How many students this is about is not published" in text


@pytest.mark.parametrize("code", ["NE", "SUPP", "SP", "NP", "NA", "c", "z"])
def test_every_official_code_has_its_own_words_and_never_a_number(code: str) -> None:
    found = progress([row("va", None, code)])[0]
    assert found.score is None
    assert found.missing == why_no_figure(row("va", None, code))
    text = say_reason(why_no_figure(row("va", None, code)))
    assert "0" not in text


def test_a_figure_that_is_missing_reads_as_not_published() -> None:
    assert why_no_figure(None).code == "NO_FIGURE_NP"
    assert why_no_figure(row("va")).code == "NO_FIGURE_NP"


def test_a_score_without_its_interval_is_not_shown() -> None:
    found = progress([row("va", 0.4), row("va_lci", 0.2), row("va_band", 2)])[0]
    assert (found.score, found.band) == (None, None)


def test_raw_results_come_last_after_progress_and_retention_and_with_care() -> None:
    rows = [row("grade", None, "B-"), row("aab_pct", 21.4), row("retained_pct", 92.6)]
    order = codes(rows + scored(0.2, 0.1, 0.3, 2))
    assert order.index("VA_BAND_2") < order.index("RETENTION") < order.index("RAW_SAYS_WHO_JOINED")
    assert (
        order.index("RAW_SAYS_WHO_JOINED") < order.index("RAW_GRADE") < order.index("RAW_AAB_PCT")
    )


def test_raw_results_never_stand_alone() -> None:
    order = codes([row("grade", None, "B-")])
    assert order[0] == "COHORT_A_LEVEL"
    assert "NO_FIGURE_NP" in order[: order.index("RAW_GRADE")]


def test_a_suppressed_grade_is_told_as_such() -> None:
    order = codes([row("grade", None, "SUPP"), row("best3_grade", None, "NA")])
    assert order[-4:] == [
        "RAW_GRADE_NO_FIGURE",
        "NO_FIGURE_SUPP",
        "RAW_BEST3_GRADE_NO_FIGURE",
        "NO_FIGURE_NA",
    ]


def test_an_average_grade_of_c_is_a_grade_and_a_small_c_is_a_code() -> None:
    order = codes([row("grade", None, "C"), row("best3_grade", None, "c")])
    assert order[-3:] == ["RAW_GRADE", "RAW_BEST3_GRADE_NO_FIGURE", "NO_FIGURE_C"]


def test_a_generously_graded_year_is_marked() -> None:
    assert "RAW_GENEROUS_YEAR" in codes([row("grade", None, "B", year="2021/22")])


def test_years_are_kept_apart_newest_first() -> None:
    rows = [row("va", 0.1, year="2021/22"), row("va", 0.2), row("va", 0.3, cohort="academic")]
    assert [(p.cohort, p.year) for p in progress(rows)] == [
        ("a_level", "2023/24"),
        ("academic", "2023/24"),
        ("a_level", "2021/22"),
    ]


def test_years_whose_students_had_no_exams_at_16_say_that_no_score_was_published() -> None:
    found = progress([row("students", 90, year="2022/23"), row("students", 90, year="2018/19")])
    assert [one.missing and one.missing.code for one in found] == [
        "NO_FIGURE_YEAR",
        "NO_FIGURE_NP",
    ]


def test_a_year_that_nobody_took_says_so_everywhere() -> None:
    order = codes([row("students", None, "NE")])
    assert order == ["COHORT_A_LEVEL", "NO_FIGURE_NE", "RETENTION_NO_FIGURE", "NO_FIGURE_NE"]


def test_leavers_have_no_progress() -> None:
    assert progress([row("leavers", 90, cohort="leavers_all")]) == ()


SHORT = {"a_level": "ALEV", "academic": "ACAD", "applied_general": "AGEN", "tech_level": "TLEV"}
"""What DfE calls a cohort at the end of its columns; there is no value added for the fifth."""


@pytest.mark.official
def test_every_real_provider_is_told_what_the_official_file_says() -> None:
    path = official_folder() / "official-data/performance/2023-2024_england_ks5final.csv.gz"
    table = pd.read_csv(path, dtype=str, encoding="utf-8-sig", keep_default_na=False)
    table = table[table["RECTYPE"] == "1"].set_index("URN")
    long = read_institution_results(path, year="2023/24").results.table
    rows = provider_results(long.assign(source_id="dfe-results-2024"), set(table.index))
    by_provider: dict[str, list[ProviderResult]] = {}
    for result in rows:
        by_provider.setdefault(result.provider_id, []).append(result)
    scored_cohorts = 0
    for provider, held in by_provider.items():
        official = table.loc[provider.removeprefix("urn-")]
        for found in progress(held):
            short = SHORT.get(found.cohort)
            if short is None:
                continue
            wanted = _numbers(official, short)
            assert (found.score, found.low, found.high, found.band) == wanted, (
                provider,
                found.cohort,
            )
            scored_cohorts += found.score is not None
            text = " ".join(say_reason(reason) for reason in about_progress(found))
            if found.score is None:
                assert "figure" in text
    assert scored_cohorts > 4000


def _numbers(row: pd.Series, short: str) -> tuple[float | None, ...]:
    cells = [row[f"{name}_{short}"] for name in ("VA_INS", "LCI_INS", "UCI_INS", "PROGRESS_BAND")]
    if any(cell in {"NE", "SUPP", "NA", "SP", "NP", ""} for cell in cells):
        return (None,) * 4
    return (*(float(cell) for cell in cells[:3]), int(cells[3]))
