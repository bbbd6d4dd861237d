"""The look-up table that the model must beat: the published percentages, used as they stand."""

from __future__ import annotations

import numpy as np

from pathways.outcomes.bands import Floats

HALF_A_STUDENT = 0.5
"""Added to every cell, so that a grade nobody got in a small cell is not called impossible."""


def look_up(students: Floats) -> Floats:
    """The share with each grade in each band: shape items x bands x grades, as `students`."""
    cells = students + HALF_A_STUDENT
    return np.asarray(cells / cells.sum(axis=-1, keepdims=True))


def order_broken(shares: Floats, students: Floats) -> tuple[int, int]:
    """Neighbouring bands with students where a better average has a lower chance of the upper half.

    Returns how many pairs are broken, and how many there are.
    """
    upper = shares[..., shares.shape[-1] // 2 :].sum(axis=-1)
    n = students.sum(axis=-1)
    both = (n[:, :-1] > 0) & (n[:, 1:] > 0)
    falls = (np.diff(upper, axis=1) < -1e-12) & both
    return int(falls.sum()), int(both.sum())
