"""The order of options: what the grades open, then the group of the score, then a fair draw.

Eligibility comes first as a state and not as a score: the terms that a learner weighs cannot lift
a course that the grades do not open above one that they do, and everything stays on the list.
Its input has no field for who the provider is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pathways.matching.table import Keys, States
from pathways.seeded import draw

BY = ("eligibility", "group", "draw")
"""What the order goes by, first to last."""


@dataclass(frozen=True, slots=True, eq=False)
class Orderable:
    """What the order may see, one value per offer: eligibility code, group, digest."""

    state: States
    band: States
    digest: Keys


def order(seen: Orderable, seed: int) -> npt.NDArray[np.int64]:
    """Rows in the order to show them."""
    return np.lexsort((draw(seen.digest, seed), seen.band, seen.state))
