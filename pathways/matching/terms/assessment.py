"""Assessment: whether a course is marked by exams or coursework as the learner wants."""

from __future__ import annotations

import numpy as np

from pathways.matching.table import Floats


def assessment(exams: Floats, coursework_wanted: float | None) -> Floats:
    """1 where the share that is not exams is what is wanted, 0 where it is the very opposite."""
    if coursework_wanted is None:
        return np.full(len(exams), np.nan)
    return 1 - np.abs((1 - exams) - coursework_wanted)
