"""Facts read from providers' own pages (`area-facts/*.csv`): rules, courses, dates and notes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pathways.catalogue.sources.draft import URN, Draft, Reading
from pathways.catalogue.sources.table import draft_text_table

AREAS = ("KSS", "OTHER")  # the default area; elsewhere in England, for typical ranges
SCOPES = ("programme", "subject")
CONFIDENCES = ("clear", "partial")
EVENT_KINDS = ("deadline", "open_event", "enrolment")
CAMPUS_AREAS = ("in area", "just outside")

_YEAR = r"20\d\d"
_PROVIDER = ("provider_urn", "provider_name")
_TYPICAL = (
    *("qualification", "subject", "n_providers", "min", "median", "max"),
    *("common_general_requirement", "n_sharing_it", "grade_basis", "maths_median_where_asked"),
    *("n_asking_maths", "english_median_where_asked", "n_asking_english", "n_no_grade_set"),
    *("n_kss", "n_selective_or_independent"),
)
_TYPICAL_WORDS = ("qualification", "subject", "common_general_requirement", "grade_basis")


def read_entry_requirements(path: Path | str) -> Reading:
    """One published requirement a row, all text, columns as in the file; rules are not parsed."""
    columns = ("provider_type", "area", "scope", "qualification", "subject_or_course", "rule")
    draft = _draft(path, *_PROVIDER, *columns, "rule_note", "entry_year", "page_url", "confidence")
    draft.require_one_of("area", AREAS)
    draft.require_one_of("scope", SCOPES)
    draft.require_one_of("confidence", CONFIDENCES)
    _filled(draft, "qualification", "rule")
    draft.blank_unless_match("entry_year", _YEAR, code="BAD_YEAR")
    return _about_providers(draft, "page_url")


def read_college_courses(path: Path | str) -> Reading:
    """One course seen on a college's pages a row, all text, columns as in the file."""
    course = ("campus", "campus_postcode", "course_title", "qualification", "level", "sector")
    how = ("days_or_hours", "duration_years", "entry_rule", "english_maths_note", "start")
    draft = _draft(path, *_PROVIDER, *course, *how, "page_url", "confidence", "note")
    draft.require_one_of("confidence", CONFIDENCES)
    _filled(draft, "course_title")
    draft.postcodes("campus_postcode")
    return _about_providers(draft, "page_url")


def read_events(path: Path | str) -> Reading:
    """One deadline, open event or enrolment date a row; `date` is 2026-01-15 or ""."""
    draft = _draft(path, *_PROVIDER, "kind", "date", "date_text_own_words", "page_url")
    draft.require_one_of("kind", EVENT_KINDS)
    draft.dates("date")
    return _about_providers(draft, "page_url")


def read_typical_requirements(path: Path | str) -> Reading:
    """Lowest, median and highest grade asked for a subject; numbers are checked and stay text."""
    draft = _draft(path, *_TYPICAL)
    _filled(draft, "qualification", "subject")
    for column in set(_TYPICAL) - set(_TYPICAL_WORDS):
        draft.blank_unless_match(column, r"\d+(\.\d+)?", code="BAD_NUMBER")
    draft.unique("qualification", "subject")
    return draft.reading()


def read_provider_notes(path: Path | str) -> Reading:
    """One fact about a provider a row, columns as in the file."""
    draft = _draft(path, *_PROVIDER, "topic", "entry_year", "note_own_words", "page_url")
    _filled(draft, "topic", "note_own_words")
    draft.blank_unless_match("entry_year", _YEAR, code="BAD_YEAR")
    return _about_providers(draft, "page_url")


def read_campuses(path: Path | str) -> Reading:
    """One college campus a row; the postcode is "" where it was not confirmed."""
    draft = _draft(path, *_PROVIDER, "campus", "address", "postcode", "area", "note")
    draft.require_one_of("area", CAMPUS_AREAS)
    _filled(draft, "campus")
    draft.postcodes()
    return _about_providers(draft)


def _draft(path: Path | str, *columns: str) -> Draft:
    return draft_text_table(path, required={name: (name,) for name in columns})


def _filled(draft: Draft, *columns: str) -> None:
    for column in columns:
        draft.require(column, draft.table[column] != "", code="MISSING_VALUE")


def _about_providers(draft: Draft, *addresses: str) -> Reading:
    """Checks that every file about providers shares: a name, a URN or none, links, no row twice."""
    _filled(draft, "provider_name")
    draft.blank_unless_match("provider_urn", URN, code="BAD_URN")
    for column in addresses:
        draft.websites(column)
    columns: Iterable[str] = map(str, draft.table.columns)
    draft.unique(*columns)
    return draft.reading()
