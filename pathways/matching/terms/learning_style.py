"""Learning style: whether a course is as practical as the learner wants."""

from __future__ import annotations

import numpy as np

from pathways.matching.table import Floats


def learning_style(practical: Floats, wanted: float | None) -> Floats:
    """1 where the practical share is what is wanted, 0 where it is the very opposite."""
    if wanted is None:
        return np.full(len(practical), np.nan)
    return 1 - np.abs(practical - wanted)
