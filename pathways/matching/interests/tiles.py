"""Tiles: fields and subjects that a learner picks as liked, or as not for them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

import numpy as np

from pathways.errors import LearnerError
from pathways.matching.interests.riasec import Floats


@dataclass(frozen=True, slots=True)
class Tile:
    """One thing to pick: a field ("Animals") or a school subject ("Maths and numbers")."""

    id: str
    kind: Literal["field", "subject"]
    label: str


@dataclass(frozen=True, slots=True)
class Tiles:
    """All tiles in the order they are shown, and how many may be picked."""

    tiles: tuple[Tile, ...]
    pick_up_to: int

    def label(self, tile_id: str) -> str:
        """The words on a tile."""
        return next(tile.label for tile in self.tiles if tile.id == tile_id)

    def check(self, chosen: Collection[str], *, where: str) -> None:
        """Raise `LearnerError` if a tile does not exist."""
        unknown = sorted(set(chosen) - {tile.id for tile in self.tiles})
        if unknown:
            raise LearnerError(
                f"there is no tile called {unknown[0]!r}.",
                where=where,
                do="Leave it out, or pick again.",
            )


def share(carried: tuple[tuple[str, ...], ...], chosen: Collection[str]) -> Floats:
    """For each subject, the share of the tiles it carries that are chosen, 0 to 1."""
    picked = frozenset(chosen)
    return np.array(
        [sum(t in picked for t in own) / len(own) if own else 0.0 for own in carried],
        dtype=np.float64,
    )
