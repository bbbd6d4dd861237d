"""The subjects and routes that fit is worked out for, as arrays, reached by catalogue names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from pathways.matching.interests.riasec import Floats

Ints = npt.NDArray[np.int64]
Kind = Literal["subject", "route"]
UNMAPPED = -1


@dataclass(frozen=True, slots=True)
class Subjects:
    """A table with one row per subject or route; arrays are read-only.

    `z` is n x 6: the mean ratings of the jobs each subject leads to, standardised across the
    catalogue, NaN where a subject has no profile. `cohesion` is how alike those jobs are.
    `aliases` maps a tidied catalogue name to a row.
    """

    ids: tuple[str, ...]
    names: tuple[str, ...]
    fields: tuple[str, ...]
    kinds: tuple[Kind, ...]
    tiles: tuple[tuple[str, ...], ...]
    z: Floats
    cohesion: Floats
    aliases: Mapping[str, int]

    def row(self, subject: str) -> int:
        """The row of an id or a catalogue subject; `UNMAPPED` where there is none."""
        if subject in self.ids:
            return self.ids.index(subject)
        return self.aliases.get(tidy(subject), UNMAPPED)

    def rows(self, subjects: Sequence[str]) -> Ints:
        """The row of each catalogue subject, for gathering fit per offer."""
        found = {name: self.row(name) for name in set(subjects)}
        return np.array([found[name] for name in subjects], dtype=np.int64)


def gather(values: Floats, rows: Ints) -> Floats:
    """Values per subject spread over offers; NaN (not known, never zero) where unmapped."""
    picked: Floats = values[np.where(rows == UNMAPPED, 0, rows)]
    return np.where(rows == UNMAPPED, np.nan, picked)


def tidy(name: str) -> str:
    """A name without case, spacing or "&", so that near spellings meet."""
    return " ".join(name.casefold().replace("&", " and ").split())
