"""How steady a group is: would a course stay in it if the learner weighed a little differently?"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pathways.matching.bands import bands
from pathways.matching.reference import Anchors
from pathways.matching.score import score_of
from pathways.matching.table import Floats


def nearby(dots: Sequence[int], anchors: Anchors, *, random: np.random.Generator) -> Floats:
    """Weightings around the learner's dots (draws x terms), Dirichlet; a term without dots stays off."""
    weights = np.array(dots, np.float64)
    drawn = np.zeros((anchors.draws, len(weights)))
    on = weights > 0
    if on.any():
        drawn[:, on] = random.dirichlet(
            anchors.concentration * weights[on] / weights.sum(), size=anchors.draws
        )
    return drawn


def steadiness(values: Floats, band: int, weightings: Floats, anchors: Anchors) -> float:
    """The share of nearby weightings that leave a course in its group."""
    found = bands(score_of(values, weightings), anchors)
    return float((found == band).mean())
