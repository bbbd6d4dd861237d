"""Reading the official counts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from pathways.errors import SourceError
from pathways.outcomes.counts import low_to_high, read_counts
from tests.outcomes.counts_sample import HEAD, row


def written(folder: Path, *lines: str) -> Path:
    path = folder / "counts.csv"
    path.write_text("\n".join([HEAD, *lines]) + "\n", "utf-8-sig")
    return path


def test_totals_and_students_of_unknown_average_are_not_counted(tmp_path: Path) -> None:
    lines = [
        row("5-<6", "C", 7),
        row("5-<6", "U", 2),
        row("All", "C", 9),
        row("Unknown prior", "C", 4),
    ]
    (counts,) = read_counts(written(tmp_path, *lines), year=2025)
    assert counts.grades == ("U", "C")
    assert counts.total == 9
    assert counts.students[0, 5].tolist() == [2, 7]


def test_other_years_are_left_out(tmp_path: Path) -> None:
    lines = [row("5-<6", "C", 7), row("5-<6", "C", 70, year=2024)]
    (counts,) = read_counts(written(tmp_path, *lines), year=2025)
    assert counts.total == 7


@pytest.mark.parametrize(
    ("scale", "seen", "wanted"),
    [
        ("*,A,B,C,D,E", {"U", "E", "A", "*"}, ("U", "E", "A", "*")),
        ("7,6,5,4,3,1,2", {"1", "2", "3"}, ("1", "2", "3")),
        ("45,44,24", {"Fail", "24", "44", "45"}, ("Fail", "24", "44", "45")),
        ("*,D,M,P", {"P", "M", "D", "*"}, ("P", "M", "D", "*")),
    ],
)
def test_grades_run_from_lowest_to_highest(
    scale: str, seen: set[str], wanted: tuple[str, ...]
) -> None:
    assert low_to_high(scale, frozenset(seen)) == wanted


def test_a_grade_that_is_not_on_the_scale_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="grades X are not on the scale"):
        read_counts(written(tmp_path, row("5-<6", "X", 1)), year=2025)


def test_a_file_without_a_column_is_refused_by_the_columns_name(tmp_path: Path) -> None:
    path = tmp_path / "counts.csv"
    path.write_text("ReportYr,Subject\n2025,Biology\n", "utf-8")
    with pytest.raises(SourceError, match="PRIOR_BAND"):
        read_counts(path, year=2025)


def test_a_missing_file_and_a_missing_year_say_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"docs/outcomes\.md"):
        read_counts(tmp_path / "none.csv", year=2025)
    with pytest.raises(SourceError, match="no students for 2031"):
        read_counts(written(tmp_path, row("5-<6", "C", 1)), year=2031)


def test_each_size_of_a_subject_is_a_course_of_its_own(tmp_path: Path) -> None:
    small = row("5-<6", "C", 3).replace(",111,3,1,4,", ",111,3,0.5,2,")
    (counts,) = read_counts(written(tmp_path, row("5-<6", "C", 7), small), year=2025)
    assert counts.items == (("Biology", 0.5), ("Biology", 1.0))
    assert np.array_equal(counts.students[:, 5, 0], [3, 7])
