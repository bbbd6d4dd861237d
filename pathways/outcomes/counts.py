"""How many students with which average GCSE score got which grade: the official counts, read.

Source: DfE 16-18 transition matrices (Open Government Licence v3.0). `All` rows are
totals and `Unknown prior` has no score, so neither is counted here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from pathways.errors import SourceError
from pathways.outcomes.bands import BANDS, Floats

COLUMNS = (
    "ReportYr",
    "Qual_Description",
    "ASIZE",
    "Subject",
    "gradeStructure",
    "PRIOR_BAND",
    "grade",
    "students",
)
LOWEST = ("U", "Fail")
Item = tuple[str, float]
"""One course to be fitted: subject name and size in A levels."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts of one qualification on one grade scale.

    `grades` run from lowest to highest; `students` has shape items x bands x grades.
    """

    qualification: str
    grades: tuple[str, ...]
    items: tuple[Item, ...]
    students: Floats

    @property
    def total(self) -> int:
        """All students counted."""
        return int(self.students.sum())


def read_counts(path: Path, *, year: int) -> tuple[Counts, ...]:
    """All counts of one year by qualification and grade scale, in a fixed order.

    Raises `SourceError` when the file lacks a column or the year.
    """
    return years_of(read_table(path), year=year, where=str(path.name))


def read_table(path: Path) -> pd.DataFrame:
    """The official file as text, with `students` as whole numbers."""
    if not path.exists():
        raise SourceError(
            "the official transition counts are not there",
            where=str(path.name),
            do="See docs/outcomes.md for where to download them.",
        )
    table = pd.read_csv(path, dtype=str, encoding="utf-8-sig", keep_default_na=False)
    missing = [name for name in COLUMNS if name not in table.columns]
    if missing:
        raise SourceError(
            f"columns {', '.join(missing)} are missing",
            where=str(path.name),
            do="Check that this is the long form of the 16-18 transition counts.",
        )
    return table.assign(students=table["students"].astype(int))


def years_of(
    table: pd.DataFrame, *, year: int, where: str = "transition counts"
) -> tuple[Counts, ...]:
    """The counts of one year out of a read table."""
    rows = table[(table["ReportYr"] == str(year)) & table["PRIOR_BAND"].isin(BANDS)]
    if rows.empty:
        raise SourceError(
            f"there are no students for {year}", where=where, do="Choose another year."
        )
    groups = rows.groupby(["Qual_Description", "gradeStructure"], sort=True)
    return tuple(_counts(str(name), str(scale), part) for (name, scale), part in groups)


def _counts(qualification: str, scale: str, rows: pd.DataFrame) -> Counts:
    grades = low_to_high(scale, frozenset(rows["grade"]))
    found: Mapping[str, int] = {grade: at for at, grade in enumerate(grades)}
    items = sorted(
        {(str(s), float(a)) for s, a in zip(rows["Subject"], rows["ASIZE"], strict=True)}
    )
    place = {item: at for at, item in enumerate(items)}
    students = np.zeros((len(items), len(BANDS), len(grades)))
    for subject, size, band, grade, n in zip(
        rows["Subject"],
        rows["ASIZE"],
        rows["PRIOR_BAND"],
        rows["grade"],
        rows["students"],
        strict=True,
    ):
        students[place[(str(subject), float(size))], BANDS.index(band), found[grade]] += n
    return Counts(qualification, grades, tuple(items), students)


def low_to_high(scale: str, seen: frozenset[str]) -> tuple[str, ...]:
    """The grades of a scale from lowest to highest, with those below the scale that occur.

    A scale of numbers is put in the order of the numbers, as the file does not always do so;
    a grade of the scale that nobody got at either end is left out.
    """
    best_first = scale.split(",")
    if all(grade.isdigit() for grade in best_first):
        best_first = sorted(best_first, key=int, reverse=True)
    below = [grade for grade in LOWEST if grade in seen and grade not in best_first]
    strange = seen - {*best_first, *below}
    if strange:
        raise SourceError(
            f"grades {', '.join(sorted(strange))} are not on the scale {scale}",
            where="transition counts",
            do="Check the column gradeStructure.",
        )
    return tuple(below + [grade for grade in reversed(best_first) if grade in seen])
