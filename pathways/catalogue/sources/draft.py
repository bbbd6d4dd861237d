"""A table on its way in: each check keeps the good rows and reports the bad ones.

Rows keep the number they have in the file until `reading()`, and columns remember
the heading the file gives them, so that a `Problem` names what a person can find.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pandas as pd

from pathways.catalogue.sources.numbers import read_numbers, whole
from pathways.catalogue.sources.problem import Problem

URN = r"[1-9]\d{5}"
UKPRN = r"1\d{7}"
POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}"
WEBSITE = r"https?://[^\s/.<>\"']+(\.[^\s/.<>\"']+)+([/?#][^\s<>\"]*)?"

_DATE_FORMS = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(T.*)?"),
    re.compile(r"(?P<d>\d\d?)[-/](?P<m>\d\d?)[-/](?P<y>\d{4})"),
)


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What came of a file: its good rows, its problems, and which bytes it was.

    `rows_read` counts the rows of the file that hold anything, before any was left out.
    """

    table: pd.DataFrame
    problems: tuple[Problem, ...]
    file: str
    sha256: str
    rows_read: int


class Draft:
    """A table being checked.

    `table` starts as text, indexed by the file's row number; `headings` holds the file's own
    heading of each column it has.
    """

    def __init__(
        self,
        table: pd.DataFrame,
        headings: Mapping[str, str],
        *,
        file: str,
        sha256: str,
        problems: Iterable[Problem] = (),
        rows_read: int | None = None,
    ) -> None:
        self.table = table
        self.headings = headings
        self.file = file
        self.sha256 = sha256
        self.problems = list(problems)
        self.rows_read = len(table) if rows_read is None else rows_read

    def keep(self, rows: pd.Series) -> None:
        """Keep these rows and say nothing of the others, which are of another kind, not wrong."""
        self.table = self.table[rows]

    def require(self, column: str, good: pd.Series, *, code: str) -> None:
        """Leave out the rows that are not good, with a problem for each."""
        self._report(column, good, code, "row")
        self.table = self.table[good]

    def _tidy(self, column: str, tidied: pd.Series, pattern: str, code: str) -> None:
        """Take the tidied cells that match and blank the others, reporting what the file says."""
        good = (tidied == "") | tidied.str.fullmatch(pattern)
        self._report(column, good, code, "cell")
        self.table[column] = tidied.where(good, "")

    def require_match(self, column: str, pattern: str, *, code: str) -> None:
        """Leave out rows whose cell does not match, a spreadsheet's ".0" taken off first."""
        self.table[column] = self.table[column].map(whole)
        self.require(column, self.table[column].str.fullmatch(pattern), code=code)

    def blank_unless_match(self, column: str, pattern: str, *, code: str) -> None:
        """Blank filled cells that do not match."""
        self._tidy(column, self.table[column].map(whole), pattern, code)

    def require_one_of(self, column: str, allowed: Collection[str]) -> None:
        """Leave out rows whose cell is not an allowed value; "" must be allowed by name."""
        self.require(column, self.table[column].isin(list(allowed)), code="BAD_VALUE")

    def urns(self, column: str = "urn") -> None:
        """Leave out rows without a URN."""
        self.require_match(column, URN, code="BAD_URN")

    def unique(self, *columns: str) -> None:
        """Leave out rows that repeat these columns of an earlier row."""
        repeated = self.table.duplicated(subset=list(columns))
        keys = self.table.loc[repeated, list(columns)]
        heading = self.headings.get(columns[0], columns[0])
        self.problems += [
            Problem(self.file, int(row), heading, "DUPLICATE_ROW", " / ".join(map(str, key)), "row")
            for row, key in zip(keys.index, keys.itertuples(index=False), strict=True)
        ]
        self.table = self.table[~repeated]

    def postcodes(self, column: str = "postcode") -> None:
        """Put postcodes in the form KT1 2AB; blank what is not one."""
        self._tidy(column, self.table[column].map(tidy_postcode), POSTCODE, "BAD_POSTCODE")

    def dates(self, *columns: str) -> None:
        """Put dates in the form 2026-09-01; blank what is not one."""
        for column in columns:
            cells = self.table[column]
            read = cells.map(iso_date)
            self._report(column, (cells == "") | (read != ""), "BAD_DATE", "cell")
            self.table[column] = read

    def websites(self, column: str = "website") -> None:
        """Put web addresses in a form that can be linked; blank what is not one."""
        self._tidy(column, self.table[column].map(web_address), WEBSITE, "BAD_WEBSITE")

    def numbers(self, column: str, *, code_column: str = "") -> None:
        """Make a column float64 (NaN where there is no number), codes going to `code_column`."""
        values, codes, readable = read_numbers(self.table[column])
        self._report(column, readable, "BAD_NUMBER", "cell")
        self.table[column] = values
        if code_column:
            self.table[code_column] = codes

    def positions(self, lat: str = "lat", lon: str = "lon") -> None:
        """Make latitude and longitude (WGS 84 degrees) numbers; leave out rows outside England."""
        for column, low, high in ((lat, 49.0, 61.0), (lon, -9.0, 3.0)):
            values, _, _ = read_numbers(self.table[column])
            inside = values.between(low, high)
            self.require(column, inside, code="BAD_COORDINATE")
            self.table[column] = values[inside]

    def reading(self, *columns: str) -> Reading:
        """The table as checked, with these columns or all, rows numbered afresh."""
        table = self.table[list(columns)] if columns else self.table
        problems = tuple(sorted(self.problems, key=lambda p: p.row or 0))
        return Reading(
            table.reset_index(drop=True), problems, self.file, self.sha256, self.rows_read
        )

    def _report(
        self, column: str, good: pd.Series, code: str, left_out: Literal["row", "cell"]
    ) -> None:
        bad = self.table.loc[~good.astype(bool), column]
        heading = self.headings.get(column, column)
        for row, value in bad.items():
            shown = str(value)
            said = code if shown else "MISSING_VALUE"
            self.problems.append(Problem(self.file, int(str(row)), heading, said, shown, left_out))


def tidy_postcode(text: str) -> str:
    """Upper case with one space before the last three characters."""
    packed = "".join(text.upper().split())
    return f"{packed[:-3]} {packed[-3:]}" if len(packed) > 3 else packed


def iso_date(text: str) -> str:
    """A date as 2026-09-01, day before month as British files write it; "" for anything else."""
    for form in _DATE_FORMS:
        found = form.fullmatch(text)
        if found:
            try:
                return date(*(int(found[part]) for part in "ymd")).isoformat()
            except ValueError:
                return ""
    return ""


def web_address(text: str) -> str:
    """An address with http:// or https:// in small letters; "" for what says that there is none."""
    if text.casefold() in {"", "not available", "not applicable", "none", "n/a"}:
        return ""
    text = re.sub(r"^(https?)(:/*|//+)", lambda m: f"{m[1].lower()}://", text, flags=re.IGNORECASE)
    return text if text.startswith(("http://", "https://")) else f"http://{text}"
