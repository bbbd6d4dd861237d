"""Builds `data/reference/english_maths_progress.csv` from DfE's English and maths progress file."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd

from pathways.errors import SourceError
from pathways.outcomes.english_maths_odds import SUBJECTS, TABLE
from pathways.paths import ROOT

OFFICIAL = ROOT.parent / "shared/official-data/prior_attainment/EM_progress_202425.csv"
SOURCE = "dfe-em-progress-2025"
FEWEST_SHIPPED = 1000
"""Fewer students than this at 16 would put counts of a handful into the table."""
_COLUMNS = ("academic_year", "subject", "sex", "points_prior", "points_1618", "student_count")
_HEAD = (
    *("subject", "points_at_16", "n", "reached_4", "grade_higher", "improved", "no_entry"),
    *("year", "source_id"),
)


def main(*, official: Path = OFFICIAL, out: Path = TABLE) -> Path:
    """Write the compact table; returns where it was written."""
    out.write_text(table_text(official), "utf-8", newline="")
    return out


def table_text(path: Path) -> str:
    """The compact table as CSV text: all students, points at 16 held by 1,000 students or more."""
    rows = _rows(path)
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(_HEAD)
    for subject in SUBJECTS:
        of_subject = rows[rows["subject"] == subject]
        for points in sorted(of_subject["before"].unique()):
            here = of_subject[of_subject["before"] == points]
            if here["students"].sum() >= FEWEST_SHIPPED:
                writer.writerow(
                    [subject, f"{points:g}", *_facts(here, points), _year(here), SOURCE]
                )
    return buffer.getvalue()


def _facts(rows: pd.DataFrame, points: float) -> list[int]:
    after, students = rows["after"], rows["students"]
    who = (after >= 4, after >= points + 1, after > points, after.isna())
    return [int(students.sum()), *(int(students[here].sum()) for here in who)]


def _rows(path: Path) -> pd.DataFrame:
    try:
        table = pd.read_csv(path, dtype=str, encoding="utf-8-sig", keep_default_na=False)
    except OSError as error:
        raise SourceError(
            "the English and maths progress file is not there",
            where=path.name,
            do="See docs/outcomes.md for where to download it.",
        ) from error
    missing = [name for name in _COLUMNS if name not in table.columns]
    if missing:
        raise SourceError(
            f"columns {', '.join(missing)} are missing", where=path.name, do="Check the file."
        )
    table = table[
        (table["sex"] == "All") & (table["points_prior"] != "All") & (table["points_1618"] != "All")
    ]
    if (table["student_count"] == "c").any():
        raise SourceError(
            "counts of all students are hidden in it",
            where=path.name,
            do="Use a file whose rows for all students are complete.",
        )
    return pd.DataFrame(
        {
            "subject": table["subject"],
            "year": table["academic_year"],
            "before": table["points_prior"].astype(float),
            "after": pd.to_numeric(table["points_1618"].replace("No entry", ""), errors="coerce"),
            "students": table["student_count"].astype(int),
        }
    )


def _year(rows: pd.DataFrame) -> str:
    year = str(rows["year"].iloc[0])
    return f"{year[:4]}/{year[4:]}"
