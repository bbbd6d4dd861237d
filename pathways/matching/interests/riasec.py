"""Six interest types of one person: making, finding out, creating, helping, leading, organising."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
import numpy.typing as npt

Type = Literal["R", "I", "A", "S", "E", "C"]
TYPES: tuple[Type, ...] = get_args(Type)
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Riasec:
    """How much each type is liked, mean rating 1 to 5; None where too little was answered."""

    R: float | None = None
    I: float | None = None  # noqa: E741 - the name of the type
    A: float | None = None
    S: float | None = None
    E: float | None = None
    C: float | None = None

    @classmethod
    def of(cls, values: Mapping[str, float | None]) -> Riasec:
        """Make one from a mapping of type letters; letters left out are not known."""
        return cls(**{letter: values.get(letter) for letter in TYPES})

    def vector(self) -> Floats:
        """The six values in the order of `TYPES`, NaN where not known."""
        values = (getattr(self, letter) for letter in TYPES)
        return np.array([np.nan if v is None else v for v in values], dtype=np.float64)

    @property
    def known(self) -> tuple[Type, ...]:
        """The types that are known."""
        return tuple(letter for letter in TYPES if getattr(self, letter) is not None)

    @property
    def missing(self) -> tuple[Type, ...]:
        """The types that are not known."""
        return tuple(letter for letter in TYPES if getattr(self, letter) is None)

    def ipsative(self) -> Floats:
        """Each type above or below this person's own mean, NaN where not known."""
        values = self.vector()
        return values - np.nanmean(values) if self.known else values

    def spread(self) -> float | None:
        """Highest minus lowest known type; None with fewer than two known."""
        values = [v for v in self.vector().tolist() if v == v]
        return max(values) - min(values) if len(values) > 1 else None

    def is_flat(self, *, below: float) -> bool:
        """Whether all known types are about equally liked, so that there is no shape to follow."""
        spread = self.spread()
        return spread is not None and spread < below
