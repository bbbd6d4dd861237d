"""The ten bands of average GCSE score, and where students sit inside each of them.

The official table says how many students fall in a band, not where. Inside a band
we spread them by a smooth curve through the running total of students, so that
a band filled mostly at its top is not treated as if everyone stood in its middle.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import PchipInterpolator

Floats = NDArray[np.float64]

BANDS = ("<1", "1-<2", "2-<3", "3-<4", "4-<5", "5-<6", "6-<7", "7-<8", "8-<9", "9>=")
"""Names as in the official file, lowest first. The last one is the single score 9."""

KNOTS: Floats = np.array([0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.0])
"""Average GCSE scores at which a curve is held: one a band."""

SLICES = 8
"""Equal slices a band is cut into when a curve is averaged over it."""


def band_of(average_gcse: float) -> int:
    """The index of the band that holds an average GCSE score from 0 to 9."""
    return min(int(average_gcse), len(BANDS) - 1)


def between(points: Floats) -> Floats:
    """How much each knot counts at each point, for reading a curve: shape points x knots.

    Straight lines between knots; flat below the first and above the last.
    """
    at = np.clip(points, KNOTS[0], KNOTS[-1])
    left = np.clip(np.searchsorted(KNOTS, at, side="right") - 1, 0, len(KNOTS) - 2)
    share = (at - KNOTS[left]) / (KNOTS[left + 1] - KNOTS[left])
    weights = np.zeros((len(at), len(KNOTS)))
    rows = np.arange(len(at))
    weights[rows, left] = 1 - share
    weights[rows, left + 1] = share
    return weights


def slice_points() -> Floats:
    """The middle of every slice of every band: shape bands x slices."""
    middles = (np.arange(SLICES) + 0.5) / SLICES
    points = np.arange(len(BANDS))[:, None] + middles[None, :]
    points[-1] = KNOTS[-1]
    return points


def slice_shares(students: Floats) -> Floats:
    """The share of each band's students in each of its slices: shape ... x bands x slices.

    `students` holds students by band (last axis), the single score 9 apart from the rest.
    """
    below = students[..., :-1].reshape(-1, len(BANDS) - 1) + 1e-3
    running = np.concatenate([np.zeros((len(below), 1)), np.cumsum(below, axis=1)], axis=1)
    edges = np.linspace(0, len(BANDS) - 1, (len(BANDS) - 1) * SLICES + 1)
    smooth = PchipInterpolator(np.arange(len(BANDS)), running, axis=1)(edges)
    inside = np.diff(smooth, axis=1).reshape(len(below), len(BANDS) - 1, SLICES)
    shares = inside / inside.sum(axis=2, keepdims=True)
    top = np.full((len(below), 1, SLICES), 1 / SLICES)
    whole = np.concatenate([shares, top], axis=1)
    return np.asarray(whole.reshape(*students.shape, SLICES))
