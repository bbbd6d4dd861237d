"""Simulated interest profiles, for measuring: never shown as anyone's."""

from __future__ import annotations

import numpy as np

from pathways.matching.interests.riasec import Floats

# Correlations on the hexagon R I A S E C: neighbours, one apart, opposite (facts/science.md A5).
_BY_DISTANCE = (1.0, 0.35, 0.10, 0.05)
_R_WITH_C = 0.30


def hexagon() -> Floats:
    """The 6 x 6 correlation matrix of the six types."""
    table = np.array(
        [[_BY_DISTANCE[min((i - j) % 6, (j - i) % 6)] for j in range(6)] for i in range(6)]
    )
    table[0, 5] = table[5, 0] = _R_WITH_C
    return table


def learners(count: int, *, seed: int) -> Floats:
    """`count` random profiles (count x 6), mean 0 and SD 1 on each type."""
    rng = np.random.default_rng(seed)
    return rng.multivariate_normal(np.zeros(6), hexagon(), size=count)
