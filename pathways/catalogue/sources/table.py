"""Any official or provider table as text: CSV or a sheet of a workbook, in any column order.

`read_text_table` is for whoever wants the text; the readers of this package start
from `draft_text_table` and check further. All is text: a code such as NA stays a
code, and leading zeros stay.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pandas as pd

from pathways.catalogue.sources.draft import Draft, Reading
from pathways.catalogue.sources.problem import Problem, refused
from pathways.catalogue.sources.raw import RawFile, read_raw
from pathways.catalogue.sources.workbook import sheet_rows

__all__ = ["Headings", "Problem", "Reading", "draft_text_table", "read_text_table"]

Headings = Mapping[str, Sequence[str]]
"""Our name for a column, to the headings that files give it (case and spaces do not matter)."""

Rows = Iterable[tuple[int, list[str]]]

_DELIMITERS = (",", ";", "\t", "|")
_LONGEST_CELL = 1_000_000


def read_text_table(
    path: Path | str,
    *,
    required: Headings,
    optional: Headings | None = None,
    delimiter: str | None = None,
) -> Reading:
    """A CSV file (plain or gzip) as text under our column names, indexed by the file's row number.

    Optional columns that the file lacks are filled with "". Columns not asked for are ignored.
    Raises `SourceError` for a file that cannot be used, listing every missing column at once.
    """
    draft = draft_text_table(path, required=required, optional=optional, delimiter=delimiter)
    return Reading(draft.table, tuple(draft.problems), draft.file, draft.sha256, draft.rows_read)


def draft_text_table(
    path: Path | str,
    *,
    required: Headings,
    optional: Headings | None = None,
    delimiter: str | None = None,
    sheet: str = "",
) -> Draft:
    """The same, to be checked further; with `sheet`, a workbook with that sheet also does."""
    raw = read_raw(path)
    if sheet and raw.kind == "xlsx":
        rows: Rows = sheet_rows(raw, sheet)
    else:
        rows = _csv_rows(raw.expect("csv"), required, delimiter)
    return _select(raw, iter(rows), required, optional or {})


def _csv_rows(
    raw: RawFile, required: Headings, delimiter: str | None
) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(_LONGEST_CELL)
    text = raw.text
    if "\x00" in text:
        raise refused(raw.name, "DAMAGED_FILE", value="empty characters")
    delimiter = delimiter or _delimiter(text, required)
    # strict: an unpaired quotation mark would otherwise swallow the rows after it in silence.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    row = 0
    try:
        for row, cells in enumerate(reader, start=1):
            yield row, cells
    except csv.Error as error:
        raise refused(raw.name, "OPEN_QUOTE", row=row + 1) from error


def _delimiter(text: str, required: Headings) -> str:
    """The delimiter that finds most of the required columns in the first row; a comma in doubt."""
    first = next((line for line in text.splitlines()[:50] if line.strip()), "")
    return max(
        _DELIMITERS, key=lambda d: len(_found(next(csv.reader([first], delimiter=d)), required))
    )


def _select(
    raw: RawFile, rows: Iterator[tuple[int, list[str]]], required: Headings, optional: Headings
) -> Draft:
    _, headings = next(((n, cells) for n, cells in rows if any(c.strip() for c in cells)), (0, []))
    _check_headings(raw.name, headings, required, optional)
    places = _found(headings, {**optional, **required})
    needed = 1 + max(places[name] for name in required) if required else 0
    width = len(headings)

    numbers: list[int] = []
    columns: dict[str, list[str]] = {name: [] for name in places}
    problems: list[Problem] = []
    rows_read = 0
    for number, cells in rows:
        if not any(cell and not cell.isspace() for cell in cells):
            continue
        rows_read += 1
        if len(cells) < needed or (len(cells) > width and any(cells[width:])):
            problems.append(Problem(raw.name, number, "", "BAD_ROW", str(len(cells)), "row"))
            continue
        numbers.append(number)
        for name, place in places.items():
            columns[name].append(cells[place].strip() if place < len(cells) else "")
    if not rows_read:
        raise refused(raw.name, "EMPTY_FILE")

    index = pd.Index(numbers, name="row", dtype="int64")
    table = pd.DataFrame(columns, index=index, dtype="str")
    for name in {**required, **optional}:
        if name not in table:
            table[name] = pd.Series("", index=index, dtype="str")
    table = table[[*required, *(name for name in optional if name not in required)]]
    spelt = {name: headings[place].strip() for name, place in places.items()}
    problems += _unreadable(raw.name, table, spelt)
    return Draft(
        table, spelt, file=raw.name, sha256=raw.sha256, problems=problems, rows_read=rows_read
    )


def _check_headings(
    file: str, headings: Sequence[str], required: Headings, optional: Headings
) -> None:
    plain = [_plain(heading) for heading in headings]
    missing = [
        names[0] for name, names in required.items() if name not in _found(headings, required)
    ]
    if missing:
        raise refused(file, "MISSING_COLUMN", columns=", ".join(missing))
    for place in _found(headings, {**optional, **required}).values():
        if plain.count(plain[place]) > 1:
            raise refused(file, "REPEATED_COLUMN", row=1, column=headings[place].strip())


def _found(headings: Sequence[str], wanted: Headings) -> dict[str, int]:
    """Our name to the place of its heading; of several accepted spellings the first named wins."""
    plain = [_plain(heading) for heading in headings]
    places: dict[str, int] = {}
    for name, spellings in wanted.items():
        place = next((plain.index(s) for s in map(_plain, spellings) if s in plain), None)
        if place is not None:
            places[name] = place
    return places


def _plain(heading: str) -> str:
    return "".join(heading.split()).casefold()


def _unreadable(file: str, table: pd.DataFrame, spelt: Mapping[str, str]) -> Iterator[Problem]:
    """Report and blank the cells with a character that was lost when the file was saved."""
    for column in table:
        name = str(column)
        bad = table[name].str.contains("\ufffd", regex=False)
        if bad.any():
            for row, value in table.loc[bad, name].items():
                yield Problem(file, int(str(row)), spelt[name], "BAD_ENCODING", str(value), "cell")
            table.loc[bad, name] = ""
