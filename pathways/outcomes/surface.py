"""A chance surface: for each course, the chance of each grade or above along the average GCSE score.

Held as logits at the knots, shape items x knots x thresholds, threshold k being "grade k+1 of the
scale or above". The surface never falls along the knots and never rises along the thresholds;
straight lines between knots keep both true everywhere, so a higher score never has a lower chance.
"""

from __future__ import annotations

import numpy as np
from scipy.special import expit

from pathways.outcomes.bands import Floats, between


def tails(logits: Floats, points: Floats) -> Floats:
    """The chance of each grade or above at each point: shape ... x points x thresholds."""
    return np.asarray(expit(between(points) @ logits))


def shares(tail: Floats) -> Floats:
    """The chance of each grade, lowest first, from the chances of each grade or above."""
    edge = (*tail.shape[:-1], 1)
    whole = np.concatenate([np.ones(edge), tail, np.zeros(edge)], axis=-1)
    return np.asarray(-np.diff(whole, axis=-1))


def disorder(logits: Floats) -> int:
    """How many neighbouring pairs break the order; zero for a sound surface."""
    falls = int((np.diff(logits, axis=-2) < 0).sum())
    rises = int((np.diff(logits, axis=-1) > 0).sum())
    return falls + rises
