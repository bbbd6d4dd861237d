"""Qualifications approved for public funding, with whether 16 to 19-year-olds are covered."""

from __future__ import annotations

from pathlib import Path

from pathways.catalogue.sources.draft import Reading
from pathways.catalogue.sources.table import draft_text_table

_COLUMNS = {
    "qan": ("QualificationNumber",),
    "title": ("QualificationName",),
    "awarding_organisation": ("AwardingOrganisation",),
    "level": ("Level",),
    "type": ("QualificationType",),
    "ssa": ("SectorSubjectArea",),
    "age1619_available": ("Age1619_FundingAvailable",),
    "start": ("Age1619_FundingApprovalStartDate",),
    "end": ("Age1619_FundingApprovalEndDate",),
}


def read_approved(path: Path | str) -> Reading:
    """Read the list; dates are those of the 16 to 19 funding, 2026-09-01 or "".

    Columns: qan (eight characters), title, awarding_organisation, level, type, ssa (sector
    subject area), age1619_available (bool), start, end. Most
    end dates are renewed each year: one is no proof that a course closes.
    """
    draft = draft_text_table(path, required=_COLUMNS)
    draft.table["qan"] = draft.table["qan"].str.replace("/", "", regex=False).str.upper()
    draft.require_match("qan", r"\d{7}[\dX]", code="BAD_QUALIFICATION_NUMBER")
    draft.unique("qan")
    available = draft.table["age1619_available"].str.casefold()
    draft.require("age1619_available", available.isin(["true", "false"]), code="BAD_VALUE")
    draft.table["age1619_available"] = available.loc[draft.table.index] == "true"
    draft.dates("start", "end")
    return draft.reading(*_COLUMNS)
