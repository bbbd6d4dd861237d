"""Conditional regression: does the kind of provider explain place on the page, once suitability is fixed?

Exposure (DCG weight over the page's mean weight) on score, travel and kind of provider, with one
constant for every stratum of every learner. Errors are clustered by learner.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pathways.audit.exposure import fair

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
_MINUTES_A_STEP = 15.0


@dataclass(frozen=True, slots=True)
class Coefficients:
    """Coefficients and standard errors: score, 15 minutes of travel, then each kind but the base."""

    value: Floats
    error: Floats


def moments(
    covariates: Floats, stratum: Ints, kind: Ints, kinds: int, weights: Floats
) -> tuple[Floats, Floats]:
    """X'X and X'y of one learner's page (score and minutes, then kinds), each stratum's mean taken out."""
    columns = np.zeros((len(kind), kinds + 2))
    columns[:, :2] = np.nan_to_num(covariates) / (1.0, _MINUTES_A_STEP)
    columns[np.arange(len(kind)), 2 + kind] = 1
    for number in range(columns.shape[1]):
        columns[:, number] -= fair(columns[:, number], stratum)
    y = (weights - fair(weights, stratum)) / weights.mean()
    return columns.T @ columns, columns.T @ y


def fit(xtx: Floats, xty: Floats, base: int) -> Coefficients:
    """Pooled least squares over learners (n x k x k and n x k); the kind `base` is left out."""
    keep = np.array([i for i in range(xty.shape[1]) if i != base + 2])
    xtx, xty = xtx[:, keep][:, :, keep], xty[:, keep]
    bread = np.linalg.pinv(xtx.sum(axis=0))
    value = bread @ xty.sum(axis=0)
    left = xty - xtx @ value
    error = np.sqrt(np.diag(bread @ (left.T @ left) @ bread))
    full, wide = np.full(xty.shape[1] + 1, 0.0), np.full(xty.shape[1] + 1, 0.0)
    full[keep], wide[keep] = value, error
    return Coefficients(full, wide)
