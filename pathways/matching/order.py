"""The order of options: what the grades open, then how far in steps, then a fair draw.

Its input has no field for who the provider is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pathways.seeded import Keys, draw

MINUTES_A_STEP = 15
"""Journeys within the same quarter of an hour count as equally far."""
UNKNOWN_STEP = 4
"""Where a journey is not known it stands with an hour: missing never wins and never loses outright."""


@dataclass(frozen=True, slots=True)
class Orderable:
    """What the order may see, one value per offer: eligibility code, minutes (NaN unknown), digest."""

    state: npt.NDArray[np.uint8]
    minutes: npt.NDArray[np.float32]
    digest: Keys


def order(seen: Orderable, seed: int) -> npt.NDArray[np.int64]:
    """Rows in the order to show them."""
    step = np.floor_divide(np.nan_to_num(seen.minutes), MINUTES_A_STEP)
    step = np.where(np.isnan(seen.minutes), UNKNOWN_STEP, step)
    return np.lexsort((draw(seen.digest, seed), step, seen.state))
