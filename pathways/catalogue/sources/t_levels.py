"""T Level providers and venues as DfE listed them in 2021 and 2022: far more teach them now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from pathways.catalogue.sources.draft import UKPRN, Draft, Reading
from pathways.catalogue.sources.problem import Problem, refused
from pathways.catalogue.sources.raw import RawFile, read_json

_COLUMNS = ("ukprn", "provider", "venue", "town", "postcode", "lat", "lon", "delivery_year")
_TEST_DOMAIN = "ytest.com"


def read_t_level_providers(path: Path | str, qualifications: Path | str) -> Reading:
    """One row per venue, T Level and year.

    Columns: ukprn, provider, venue ("" where unnamed), town, postcode, lat, lon, delivery_year
    (int), t_level (its name, from the `qualifications` file), website. Test records are left
    out with a problem.
    """
    raw, providers = _list(path, "providers")
    names = _names(qualifications)
    problems: list[Problem] = []
    rows: list[dict[str, str]] = []
    for place, provider in enumerate(providers, start=1):
        at = f"providers, record {place}"
        if _is_test(provider):
            problems.append(Problem(raw.name, None, at, "TEST_RECORD", _TEST_DOMAIN, "row"))
            continue
        for row in _venue_rows(provider, raw.name):
            name = names.get(row["number"])
            if name is None:
                code, number = "UNKNOWN_T_LEVEL", row["number"]
                problems.append(Problem(raw.name, None, at, code, number, "row"))
            else:
                rows.append(row | {"t_level": name})
    columns = (*_COLUMNS, "t_level", "website")
    draft = _draft(raw, rows, columns, problems)
    draft.require_match("delivery_year", r"20\d\d", code="BAD_YEAR")
    draft.unique("ukprn", "postcode", "venue", "delivery_year", "t_level")
    draft.table["delivery_year"] = draft.table["delivery_year"].astype("int64")
    return draft.reading(*columns)


def read_t_level_additional(path: Path | str, qualifications: Path | str) -> Reading:
    """The providers added in 2022; the layout is that of `read_t_level_providers`."""
    return read_t_level_providers(path, qualifications)


def read_course_directory(path: Path | str) -> Reading:
    """T Levels in the national course directory's own form, one row per venue.

    Columns: ukprn, provider, venue, town, postcode, lat, lon, t_level, start_date,
    entry_requirements, who_for, website. Contacts are not read.
    """
    raw, offers = _list(path, "tLevels")
    rows = [
        {
            "ukprn": _text(offer, "provider", "ukprn"),
            "provider": _text(offer, "provider", "providerName"),
            **_place(venue, "venueName"),
            "t_level": _text(offer, "qualification", "tLevelName").removeprefix("T Level ").strip(),
            "start_date": _text(offer, "startDate"),
            "entry_requirements": _text(offer, "entryRequirements"),
            "who_for": _text(offer, "whoFor"),
            "website": _text(offer, "website"),
        }
        for offer in offers
        for venue in _children(offer, "locations", raw.name)
    ]
    columns = (*_COLUMNS[:-1], "t_level", "start_date", "entry_requirements", "who_for", "website")
    draft = _draft(raw, rows, columns, [])
    draft.dates("start_date")
    return draft.reading(*columns)


def _list(path: Path | str, field: str) -> tuple[RawFile, list[dict[str, Any]]]:
    raw, loaded = read_json(path)
    return raw, _children(loaded, field, raw.name)


def _names(path: Path | str) -> Mapping[str, str]:
    raw, loaded = read_json(path)
    names = loaded.get("qualifications") if isinstance(loaded, dict) else None
    if not isinstance(names, dict) or not names:
        raise refused(raw.name, "MISSING_FIELD", value="qualifications", expected="a list of names")
    return {str(number): str(name).strip() for number, name in names.items()}


def _is_test(provider: Mapping[str, Any]) -> bool:
    everywhere = [provider, *(provider.get("locations") or [])]
    return any(str(p.get("email", "")).casefold().endswith("@" + _TEST_DOMAIN) for p in everywhere)


def _venue_rows(provider: Mapping[str, Any], file: str) -> Iterator[dict[str, str]]:
    for venue in _children(provider, "locations", file):
        place = _place(venue, "name") | {"website": _text(venue, "website")}
        for year in _children(venue, "deliveryYears", file):
            for number in year.get("qualifications") or []:
                yield {
                    "ukprn": _text(provider, "ukPrn"),
                    "provider": _text(provider, "name"),
                    **place,
                    "delivery_year": _text(year, "year"),
                    "number": str(number),
                }


def _place(venue: Mapping[str, Any], name: str) -> dict[str, str]:
    return {
        "venue": _text(venue, name),
        "town": _text(venue, "town"),
        "postcode": _text(venue, "postcode"),
        "lat": _text(venue, "latitude"),
        "lon": _text(venue, "longitude"),
    }


def _children(parent: object, field: str, file: str) -> list[dict[str, Any]]:
    found = parent.get(field) if isinstance(parent, dict) else None
    if not isinstance(found, list) or not all(isinstance(child, dict) for child in found):
        raise refused(file, "MISSING_FIELD", value=field, expected="a list of records")
    return found


def _text(record: Mapping[str, Any], *path: str) -> str:
    """The value at a path of fields, as text; "" where there is none."""
    value: Any = record
    for field in path:
        value = value.get(field) if isinstance(value, dict) else None
    return "" if value is None else str(value).strip()


def _draft(
    raw: RawFile, rows: list[dict[str, str]], columns: tuple[str, ...], problems: list[Problem]
) -> Draft:
    if not rows and not problems:
        raise refused(raw.name, "EMPTY_FILE")
    table = pd.DataFrame(rows, columns=list(columns), dtype="str")
    table.index = pd.RangeIndex(1, len(table) + 1, name="row")
    draft = Draft(table, {}, file=raw.name, sha256=raw.sha256, problems=problems)
    draft.rows_read += len(problems)
    draft.require_match("ukprn", UKPRN, code="BAD_UKPRN")
    draft.postcodes()
    draft.positions()
    draft.websites()
    return draft
