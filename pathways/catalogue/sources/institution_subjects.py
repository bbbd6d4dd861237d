"""DfE results by institution, qualification, subject and grade: the workbook or its CSV form."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from pathways.catalogue.sources.draft import Reading
from pathways.catalogue.sources.numbers import whole
from pathways.catalogue.sources.table import draft_text_table

SHEET = "Institution_subject_results"

_COLUMNS = {
    "urn": ("URN", "school_urn"),
    "name": ("School or college name", "school_name"),
    "la": ("Local Authority", "la_name"),
    "institution_type": ("School or college type", "establishment_type"),
    "exam_cohort": ("Exam cohort",),
    "qualification": ("Qualification",),
    "level": ("Level",),
    "asize": ("ASIZE",),
    "gsize": ("GSIZE",),
    "grade_structure": ("Grade structure",),
    "subject": ("Subject",),
    "grade": ("Grade/Total entries",),
    "exams": ("Number of exams",),
    "year": ("Year",),
}
_TOTAL = "Total"


def read_institution_subjects(path: Path | str) -> Reading:
    """How many exams got each grade, where.

    One row per institution, qualification, size, subject and grade, with a `Total` row each.
    Columns: urn, name, la, institution_type, exam_cohort, qualification, level, asize (in A
    levels), gsize (in GCSEs), grade_structure (best first), subject, grade, exams (float or
    NaN), exams_code ("SUPP" where too few), year ("2024/25").
    """
    draft = draft_text_table(path, required=_COLUMNS, sheet=SHEET)
    draft.urns()
    draft.require_match("year", r"20\d\d", code="BAD_YEAR")
    draft.require("subject", draft.table["subject"] != "", code="MISSING_VALUE")
    draft.require("qualification", draft.table["qualification"] != "", code="MISSING_VALUE")
    for column in ("level", "grade"):
        draft.table[column] = draft.table[column].map(whole)
    for column in ("asize", "gsize"):
        draft.numbers(column)
    draft.unique(
        *("urn", "exam_cohort", "qualification", "level", "asize", "gsize"),
        *("grade_structure", "subject", "grade", "year"),
    )
    draft.numbers("exams", code_column="exams_code")
    draft.table["year"] = draft.table["year"].map(_academic_year)
    columns = [name for name in _COLUMNS if name != "year"]
    return draft.reading(*columns, "exams_code", "year")


def totals(reading: Reading) -> pd.DataFrame:
    """One row per institution, qualification, size and subject, with `entries` and `entries_code`.

    Totals are given even below six: such numbers must not be printed in the app.
    """
    rows = reading.table[reading.table["grade"] == _TOTAL].drop(columns="grade")
    rows = rows.rename(columns={"exams": "entries", "exams_code": "entries_code"})
    return rows.reset_index(drop=True)


def _academic_year(ends: str) -> str:
    return f"{int(ends) - 1}/{ends[2:]}"
