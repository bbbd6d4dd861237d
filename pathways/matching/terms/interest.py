"""Interest: how near the course is to what the learner likes."""

from __future__ import annotations

import numpy as np

from pathways.matching.table import Floats


def interest(fit: Floats) -> Floats:
    """The fit of each course (`matching.interests`), kept within 0 and 1."""
    return np.clip(fit, 0.0, 1.0)
