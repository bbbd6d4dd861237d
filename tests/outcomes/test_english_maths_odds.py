"""English and maths after 16: the shipped table, its build, and how it is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.errors import SourceError
from pathways.outcomes.english_maths_odds import (
    TABLE,
    Odds,
    OddsOf100,
    about_odds,
    largest_remainder,
    load_odds,
    odds,
    of_100,
)
from pathways.outcomes.english_maths_table import table_text
from pathways.reason import Reason
from pathways.words import say_reason
from tests.support.shared import official_folder

HEAD = "academic_year,subject,sex,points_prior,points_1618,progress_score,student_count"


def held(subject: str, points: float) -> Odds:
    found = odds(load_odds(), subject, points)
    assert isinstance(found, Odds)
    return found


@pytest.mark.parametrize(
    ("subject", "points", "n", "reached", "improved", "no_entry"),
    # science facts, section B5 (rounded there to whole per cent but for the first figure)
    [
        ("English", 3, 49019, 34.6, 38, 13),
        ("English", 2, 25176, 9.0, 36, 23),
        ("English", 1, 6868, 2.8, 36, 30),
        ("Maths", 3, 54893, 37.6, 40, 10),
        ("Maths", 2, 37034, 4.8, 26, 20),
        ("Maths", 1, 21514, 0.7, 22, 25),
    ],
)
def test_the_shipped_table_holds_the_published_odds(
    subject: str, points: float, n: int, reached: float, improved: int, no_entry: int
) -> None:
    found = held(subject, points)
    assert found.n == n
    assert round(100 * found.reached_4 / n, 1) == reached
    assert round(100 * found.improved / n) == improved
    assert round(100 * found.no_entry / n) == no_entry
    assert found.reached_4 <= found.grade_higher <= found.improved
    assert (found.year, found.source_id) == ("2024/25", "dfe-em-progress-2025")


def test_of_100_counts_everyone_once() -> None:
    split = of_100(held("Maths", 3))
    # by hand: 37.58, 2.54, 50.35 and 9.53 of 100; the two largest remainders go up
    assert split == OddsOf100(reached_4=38, better_below_4=3, no_better=50, no_entry=9)


def test_near_grade_4_the_way_to_4_is_told_first_and_further_off_the_way_up() -> None:
    assert [r.code for r in about_odds(held("English", 3))][:2] == [
        "EM_ODDS_REACHED_4",
        "EM_ODDS_IMPROVED",
    ]
    for grade in (1, 2):
        assert about_odds(held("English", grade))[0].code == "EM_ODDS_IMPROVED"


def test_both_frames_and_the_number_behind_are_told() -> None:
    text = " ".join(say_reason(r) for r in about_odds(held("English", 2)))
    assert "About 36 had" not in text
    assert "about 36 had a higher result" in text
    assert "About 64 did not." in text
    assert "25,176 students" in text
    assert "not a prediction about you" in text


@pytest.mark.parametrize(
    ("subject", "points", "code"),
    [
        ("Maths", 4, "EM_ODDS_HOLDS_4"),
        ("Maths", 9, "EM_ODDS_HOLDS_4"),
        ("Maths", 0, "EM_ODDS_NOT_KNOWN"),
        ("Maths", 3.5, "EM_ODDS_NOT_KNOWN"),
        ("Biology", 3, "EM_ODDS_NOT_KNOWN"),
    ],
)
def test_what_is_not_known_is_said_to_be_so(subject: str, points: float, code: str) -> None:
    found = odds(load_odds(), subject, points)
    assert isinstance(found, Reason)
    assert [r.code for r in about_odds(found)] == [code]
    assert say_reason(found)


def test_the_table_is_built_from_rows_of_all_students_alone(tmp_path: Path) -> None:
    lines = [
        HEAD,
        "202425,Maths,All,3,3,0,600",
        "202425,Maths,All,3,3.5,0.5,50",
        "202425,Maths,All,3,4,1,300",
        "202425,Maths,All,3,No entry,-1,100",
        "202425,Maths,All,3,All,z,1050",
        "202425,Maths,Female,3,4,1,c",
        "202425,Maths,All,1.25,4,2.75,20",
    ]
    path = tmp_path / "progress.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    assert table_text(path).splitlines()[1:] == [
        "Maths,3,1050,300,300,350,100,2024/25,dfe-em-progress-2025"
    ]


def test_a_hidden_count_of_all_students_and_a_missing_column_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "progress.csv"
    path.write_text(HEAD + "\n202425,Maths,All,3,4,1,c\n", "utf-8")
    with pytest.raises(SourceError, match="hidden"):
        table_text(path)
    path.write_text("subject\nMaths\n", "utf-8")
    with pytest.raises(SourceError, match="student_count"):
        table_text(path)
    with pytest.raises(SourceError, match=r"docs/outcomes\.md"):
        table_text(tmp_path / "none.csv")


@pytest.mark.official
def test_the_shipped_table_is_built_from_the_official_file() -> None:
    official = official_folder() / "official-data/prior_attainment/EM_progress_202425.csv"
    assert table_text(official) == TABLE.read_text("utf-8")


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=6).filter(any))
def test_largest_remainder_sums_to_100_and_is_within_one(parts: list[int]) -> None:
    found = largest_remainder(tuple(parts))
    assert sum(found) == 100
    for count, part in zip(found, parts, strict=True):
        assert abs(count - 100 * part / sum(parts)) < 1
