"""What is wrong with a file, a row or a cell, as data that makes a plain sentence.

A bad value is a `Problem` and the rest of the file loads; a file that cannot be
used at all is refused with a `SourceError` that says the same kinds of things.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pathways.errors import SourceError
from pathways.words import say

_LONGEST_VALUE = 60


@dataclass(frozen=True, slots=True)
class Problem:
    """One bad value: `row` is the row a person sees in the file, the headings being row 1.

    `column` is the heading as the file spells it; `code` is stable; `left_out` says what
    was given up for it. `row` is None in files without rows, where `column` names the record.
    """

    file: str
    row: int | None
    column: str
    code: str
    value: str = ""
    left_out: Literal["row", "cell"] = "cell"

    @property
    def message(self) -> str:
        """File, row and column, what is wrong, what was left out, and what to do."""
        what = say(f"SOURCE_{self.code}", value=_shortened(self.value))
        gave_up = say(f"SOURCE_LEFT_OUT_{self.left_out.upper()}")
        do = say(f"SOURCE_{self.code}_DO")
        return f"{where(self.file, self.row, self.column)}: {what} {gave_up} {do}"


def where(file: str, row: int | None = None, column: str = "") -> str:
    """The place in a file, as a person would look for it."""
    parts = [file]
    if row is not None:
        parts.append(f"row {row}")
    if column:
        parts.append(column if row is None else f"column {column}")
    return ", ".join(parts)


def refused(
    file: str, code: str, *, row: int | None = None, column: str = "", **values: str | int
) -> SourceError:
    """The error for a file that cannot be used at all; raise it."""
    return SourceError(
        say(f"SOURCE_{code}", **values),
        where=where(file, row, column),
        do=say(f"SOURCE_{code}_DO", **values),
    )


def _shortened(value: str) -> str:
    return value if len(value) <= _LONGEST_VALUE else value[: _LONGEST_VALUE - 1] + "…"
