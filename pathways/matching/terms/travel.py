"""Travel: how short the journey is, against the learner's own longest one."""

from __future__ import annotations

import numpy as np

from pathways.matching.reference import Anchors
from pathways.matching.table import Floats


def travel(minutes: Floats, longest: int | None, anchors: Anchors) -> Floats:
    """1 up to the near anchor, then falling evenly to 0 at the longest journey; NaN where unknown."""
    far = anchors.far_minutes if longest is None else longest
    near = anchors.near_minutes
    if far <= near:
        return np.where(np.isnan(minutes), np.nan, (minutes <= far).astype(np.float64))
    return np.clip((far - minutes) / (far - near), 0.0, 1.0)
