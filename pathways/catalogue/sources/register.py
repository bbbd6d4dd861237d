"""The register of schools and colleges (GIAS), in its full form and in three short ones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pathways.catalogue.sources.draft import UKPRN, Reading
from pathways.catalogue.sources.problem import refused
from pathways.catalogue.sources.table import Headings, draft_text_table

Form = Literal["full", "status_list", "open_list", "open_and_closed_list"]

_COLUMNS: Headings = {
    "urn": ("URN",),
    "ukprn": ("UKPRN",),
    "name": ("EstablishmentName", "name"),
    "type": ("TypeOfEstablishment (name)",),
    "phase": ("PhaseOfEducation (name)", "phase_of_education"),
    "status": ("EstablishmentStatus (name)", "status"),
    "la": ("LA (name)", "local_authority_name"),
    "street": ("Street",),
    "town": ("Town", "town"),
    "postcode": ("Postcode", "postcode"),
    "easting": ("Easting",),
    "northing": ("Northing",),
    "low_age": ("StatutoryLowAge",),
    "high_age": ("StatutoryHighAge",),
    "sixth_form": ("OfficialSixthForm (name)",),
    "gender": ("Gender (name)", "gender"),
    "religion": ("ReligiousCharacter (name)",),
    "admissions": ("AdmissionsPolicy (name)",),
    "website": ("SchoolWebsite",),
    "open_date": ("OpenDate", "open_date"),
    "close_date": ("CloseDate", "close_date"),
    "trust": ("Trusts (name)",),
}
# Tried in this order: the columns that tell each form from the others.
_FORMS: dict[Form, frozenset[str]] = {
    "full": frozenset(_COLUMNS),
    "status_list": frozenset({"la", "phase", "gender", "status"}),
    "open_and_closed_list": frozenset({"town", "postcode", "open_date", "close_date"}),
    "open_list": frozenset({"town", "postcode", "open_date"}),
}
_SIXTH_FORM = {"Has a sixth form": "yes", "Does not have a sixth form": "no"}


@dataclass(frozen=True, slots=True, eq=False)
class RegisterReading(Reading):
    """A register with the form it was in: it says which columns are filled."""

    form: Form


def read_register(path: Path | str) -> RegisterReading:
    """Read any form of the register.

    Columns: urn, ukprn, name, type, phase, status, la, street, town, postcode, easting and
    northing (metres) and low_age, high_age (float or NaN), sixth_form (yes, no or blank),
    gender, religion, admissions, website, open_date, close_date (2026-09-01), trust; "" where
    the form lacks them. Columns that name people are never read.
    """
    draft = draft_text_table(
        path, required={name: _COLUMNS[name] for name in ("urn", "name")}, optional=_COLUMNS
    )
    form = next((f for f, marks in _FORMS.items() if marks <= draft.headings.keys()), None)
    if form is None:
        missing = [_COLUMNS[name][0] for name in _COLUMNS if name not in draft.headings]
        raise refused(draft.file, "MISSING_COLUMN", columns=", ".join(missing))
    draft.urns()
    draft.unique("urn")
    draft.blank_unless_match("ukprn", UKPRN, code="BAD_UKPRN")
    draft.postcodes()
    draft.websites()
    draft.dates("open_date", "close_date")
    for column in ("easting", "northing", "low_age", "high_age"):
        draft.numbers(column)
    draft.table["sixth_form"] = draft.table["sixth_form"].map(lambda t: _SIXTH_FORM.get(t, ""))
    read = draft.reading(*_COLUMNS)
    return RegisterReading(
        read.table, read.problems, read.file, read.sha256, read.rows_read, form=form
    )
