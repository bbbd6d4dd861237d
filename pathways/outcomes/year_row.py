"""One year of a cohort's results as a row of a table: a figure in each cell, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pathways.catalogue.types import ProviderResult
from pathways.outcomes.grade_names import table_grade
from pathways.outcomes.value_added import Progress, is_grade, nobody, signed, why_no_figure
from pathways.reason import Reason


@dataclass(frozen=True, slots=True)
class Figure:
    """What a cell shows; `why` there is nothing to show, where there is not."""

    shown: str
    why: Reason | None = None


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year in figures: students, progress score, who stayed of every 100, average grade."""

    year: str
    students: Figure
    score: Figure
    stayed: Figure
    grade: Figure


def year_row(found: Progress, rows: Mapping[str, ProviderResult]) -> YearRow:
    """The figures of one cohort and year; `rows` by measure."""
    stayed, grade = rows.get("retained_pct"), rows.get("grade")
    return YearRow(
        year=found.year,
        students=_students(found, rows.get("students")),
        score=_missing(found.missing) if found.score is None else Figure(signed(found.score)),
        stayed=_missing(why_no_figure(stayed or nobody(rows)))
        if stayed is None or stayed.value is None
        else Figure(str(round(stayed.value))),
        grade=Figure(table_grade(grade.text))
        if grade is not None and is_grade(grade.text)
        else _missing(why_no_figure(grade or nobody(rows))),
    )


def _students(found: Progress, row: ProviderResult | None) -> Figure:
    if found.students is not None:
        return Figure(f"{found.students:,}")
    few = row is not None and row.text == "fewer than six"
    return _missing(Reason.of("NO_FIGURE_SUPP") if few else why_no_figure(row))


def _missing(why: Reason | None) -> Figure:
    return Figure("", why or Reason.of("NO_FIGURE_NP"))
