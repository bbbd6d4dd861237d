"""From counts to a surface: the shared shape of a qualification, then each course's own."""

from __future__ import annotations

import numpy as np
from threadpoolctl import threadpool_limits

from pathways.outcomes.bands import Floats
from pathways.outcomes.likelihood import Likelihood
from pathways.outcomes.own_shape import fit_own_shapes
from pathways.outcomes.shared_shape import fit_shared_shape

FEWEST_TO_FIT = 1500
"""Fewest students of a qualification on one grade scale for which a model is made."""
_FARTHEST = 1200
_UNIT = 100


def fit(students: Floats) -> Floats:
    """Logits at the knots for every item, shape items x knots x thresholds, in stored digits.

    `students` has shape items x bands x grades, lowest grade first.
    """
    counts = Likelihood.of(students)
    with threadpool_limits(1):  # these sums are small: several threads only wait for one another
        return stored(fit_own_shapes(counts, fit_shared_shape(counts))) / _UNIT


def stored(logits: Floats) -> Floats:
    """Logits as whole hundredths, still ordered, with every grade at least possible."""
    whole = np.clip(np.round(logits * _UNIT), -_FARTHEST, _FARTHEST)
    for k in range(1, whole.shape[-1]):
        whole[..., k] = np.minimum(whole[..., k], whole[..., k - 1] - 1)
    return np.asarray(whole)
