"""Dictionary-coded columns: every distinct text once, rows as small integers.

Hundreds of thousands of rows then are a handful of numpy arrays that all sessions
share, that load in milliseconds and that nobody can change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]


def frozen(array: npt.NDArray[np.generic]) -> npt.NDArray[np.generic]:
    """The same array, no longer writable."""
    array.setflags(write=False)
    return array


@dataclass(frozen=True)
class Column:
    """One text column: `codes` point into words stored end to end in `blob` at `ends`."""

    codes: Codes
    blob: npt.NDArray[np.uint8]
    ends: npt.NDArray[np.int64]

    @classmethod
    def of(cls, values: Iterable[str]) -> Column:
        """Code a list of texts; words keep the order in which they first appear."""
        seen: dict[str, int] = {}
        codes = np.fromiter((seen.setdefault(v, len(seen)) for v in values), np.int32)
        encoded = [word.encode() for word in seen]
        ends = np.cumsum([len(word) for word in encoded], dtype=np.int64)
        blob = np.frombuffer(b"".join(encoded), np.uint8)
        return cls(frozen(codes), frozen(blob), frozen(ends))  # type: ignore[arg-type]

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, row: int) -> str:
        return self.words[int(self.codes[row])]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The distinct texts, in code order."""
        data, start, out = self.blob.tobytes(), 0, []
        for end in self.ends.tolist():
            out.append(data[start:end].decode())
            start = end
        return tuple(out)

    @cached_property
    def code_of(self) -> Mapping[str, int]:
        """Text to code."""
        return {word: code for code, word in enumerate(self.words)}

    def where(self, wanted: Iterable[str]) -> npt.NDArray[np.bool_]:
        """Which rows hold one of the wanted texts."""
        known = [self.code_of[word] for word in wanted if word in self.code_of]
        return np.isin(self.codes, known)


@dataclass(frozen=True)
class Table:
    """Columns of equal length, by name."""

    columns: Mapping[str, Column]
    rows: int

    def __len__(self) -> int:
        return self.rows

    def __getitem__(self, name: str) -> Column:
        return self.columns[name]

    def row(self, number: int) -> dict[str, str]:
        """One row as a mapping, for showing it."""
        return {name: column[number] for name, column in self.columns.items()}

    def floats(self, name: str) -> Floats:
        """A column as numbers; empty cells are NaN."""
        column = self.columns[name]
        words = np.array([float(word) if word else np.nan for word in column.words], np.float32)
        if not len(words):
            return np.zeros(0, np.float32)
        return frozen(words[column.codes])  # type: ignore[return-value]

    def match(self, name: str, other: Column) -> Codes:
        """For each row, the row of this table whose key column `name` equals it; -1 where none does."""
        key = self.columns[name]
        row_of = np.full(len(key.words) + 1, -1, np.int32)
        row_of[key.codes[::-1]] = np.arange(len(key), dtype=np.int32)[::-1]
        to_key = np.array([key.code_of.get(word, len(key.words)) for word in other.words], np.int32)
        if not len(other):
            return np.zeros(0, np.int32)
        return frozen(row_of[to_key[other.codes]])  # type: ignore[return-value]
