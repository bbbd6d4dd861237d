"""Groups: scores too near to tell apart share one, and inside it a fair draw decides.

Where groups start is fixed, so that what else is on the list can move nothing.
"""

from __future__ import annotations

import numpy as np

from pathways.matching.reference import Anchors
from pathways.matching.table import Floats, States


def bands(score: Floats, anchors: Anchors) -> States:
    """The group of each score, 1 nearest; where there is no score, a group in the middle."""
    lower = np.array(anchors.groups_from)[:, None]
    group = 1 + (score.reshape(1, -1) < lower).sum(axis=0)
    group = np.where(np.isnan(score).reshape(-1), anchors.without_data, group)
    return group.astype(np.uint8).reshape(score.shape)
