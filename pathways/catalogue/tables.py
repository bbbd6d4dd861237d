"""The tables of a published catalogue: their files, row types and keys."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

from pathways.catalogue.types import (
    Course,
    EntryRule,
    Event,
    LeftOut,
    Note,
    Offer,
    Provider,
    ProviderResult,
    Row,
    Signpost,
    Site,
    Source,
)

FORMAT = 1
"""Version of the folder layout: a folder of another version is refused."""


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One table: its file, its row type and the columns that make a row unique."""

    name: str
    row: type[Row]
    key: tuple[str, ...]

    @property
    def file(self) -> str:
        """File name inside a catalogue folder."""
        return f"{self.name}.csv"

    @property
    def columns(self) -> tuple[str, ...]:
        """Column names in file order."""
        return tuple(self.row.model_fields)


TABLES = (
    TableSpec("sources", Source, ("source_id",)),
    TableSpec("providers", Provider, ("provider_id",)),
    TableSpec("sites", Site, ("site_id",)),
    TableSpec("courses", Course, ("course_id",)),
    TableSpec("offers", Offer, ("offer_id",)),
    TableSpec("entry_rules", EntryRule, ("rule_id",)),
    TableSpec("results", ProviderResult, ("provider_id", "cohort", "year", "measure")),
    TableSpec("signposts", Signpost, ("signpost_id",)),
    TableSpec("events", Event, ("provider_id", "kind", "date", "text")),
    TableSpec("notes", Note, ("provider_id", "topic", "text")),
    TableSpec("left_out", LeftOut, ("urn", "qualification", "size", "subject")),
)
BY_NAME = {table.name: table for table in TABLES}


def cell(value: object) -> str:
    """A value as the text of a cell: None is empty, whole numbers have no decimals, lines end in LF."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.6g}" if abs(value) < 1000 else f"{value:g}"
    # A lone CR would end the row for whoever reads the table.
    return str(value).replace("\r\n", "\n").replace("\r", "\n")


def as_csv(spec: TableSpec, rows: Iterable[Row]) -> str:
    """Rows as CSV text, sorted by key so that the same facts give the same bytes."""
    ordered = sorted(rows, key=lambda row: tuple(cell(getattr(row, part)) for part in spec.key))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(spec.columns)
    writer.writerows([cell(getattr(row, column)) for column in spec.columns] for row in ordered)
    return text.getvalue()
