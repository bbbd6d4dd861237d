"""GCSE grades as they fall in England: a compact table from the official statistics."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pathways.errors import SourceError
from pathways.paths import REFERENCE

TABLE = REFERENCE / "audit" / "gcse_grades.csv"
SOURCE = "DfE, key stage 4 performance 2022/23 (revised), subject time series"
YEAR = "202223"
NAMES = MappingProxyType(
    {
        "Mathematics": "Maths",
        "Design & Technology": "Design and Technology",
        "Food Preparation & Nutrition": "Food Preparation and Nutrition",
        "Physical Education": "PE",
        "Media/Film/TV": "Media Studies",
    }
)
"""Official names that differ from ours; subjects that are many in one are left out."""
WANTED = (
    *(
        "English Language",
        "English Literature",
        "Maths",
        "Combined Science",
        "Biology",
        "Chemistry",
    ),
    *("Physics", "History", "Geography", "Religious Studies", "French", "Spanish", "German"),
    *("Computer Science", "Art and Design", "Design and Technology", "Business", "PE", "Drama"),
    *(
        "Food Preparation and Nutrition",
        "Music",
        "Media Studies",
        "Dance",
        "Economics",
        "Engineering",
    ),
)
_SINGLE = tuple("987654321")
_PAIRS = tuple("99 98 88 87 77 76 66 65 55 54 44 43 33 32 22 21 11".split())  # noqa: SIM905 - plainer


@dataclass(frozen=True, slots=True)
class Grades:
    """One subject: entries, and the share with each grade, best first; the rest got U."""

    entries: int
    grades: tuple[str, ...]
    shares: tuple[float, ...]


def build_gcse_grades(official: Path) -> str:
    """The compact table as CSV text, from the official subject time series (`.csv.gz`)."""
    with gzip.open(official, "rt", encoding="utf-8-sig", newline="") as file:
        rows = [
            r for r in csv.DictReader(file) if r["time_period"] == YEAR and r["gender"] == "Total"
        ]
    if not rows:
        raise SourceError(
            f"There is no year {YEAR}.", where=official.name, do="Use the file of 2022/23."
        )
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("subject", "entries", "grade", "percent", "source"))
    for row in rows:
        subject = NAMES.get(row["subject"], row["subject"])
        grades = _PAIRS if subject == "Combined Science" else _SINGLE
        if subject in WANTED and row["grade"] in grades:
            written = "-".join(row["grade"])
            writer.writerow(
                (subject, row["total_exam_entries"], written, row["percentage_achieving"], SOURCE)
            )
    return out.getvalue()


@cache
def gcse_grades() -> Mapping[str, Grades]:
    """Grades of each subject from the table that ships."""
    found: dict[str, list[dict[str, str]]] = {}
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["subject"], []).append(row)
    return MappingProxyType(
        {
            subject: Grades(
                int(rows[0]["entries"]),
                tuple(row["grade"] for row in rows),
                tuple(float(row["percent"]) / 100 for row in rows),
            )
            for subject, rows in found.items()
        }
    )
