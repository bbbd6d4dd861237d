"""Is exposure equal enough? A test that asks for equality, not one that merely finds no difference."""

from __future__ import annotations

from dataclasses import dataclass
from math import erfc, sqrt
from statistics import NormalDist

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Ratio:
    """Exposure over fair exposure, its interval at 1 - 2 alpha, and whether that is within the margin."""

    ratio: float
    low: float
    high: float
    equivalent: bool


def equivalence(seen: Floats, due: Floats, *, margin: float, alpha: float) -> Ratio:
    """Two one-sided tests of a ratio of sums over learners (delta method); within 1 +- margin is equal."""
    total = due.sum()
    if not total:
        return Ratio(float("nan"), float("nan"), float("nan"), False)
    ratio = seen.sum() / total
    left = seen - ratio * due
    count = len(seen)
    error = sqrt(float(left @ left) * count / max(count - 1, 1)) / total
    reach = NormalDist().inv_cdf(1 - alpha) * error
    low, high = float(ratio - reach), float(ratio + reach)
    return Ratio(float(ratio), low, high, 1 - margin < low and high < 1 + margin)


def permutation_p(seen: Floats, mean: Floats, variance: Floats) -> float:
    """Two-sided p of a group's exposure among all shuffles of labels inside strata, by its exact moments."""
    spread = float(variance.sum())
    if spread <= 0:
        return 1.0
    z = float((seen - mean).sum()) / sqrt(spread)
    return erfc(abs(z) / sqrt(2))


def holm(ps: list[float]) -> list[float]:
    """Holm's correction for asking several questions at once."""
    order = sorted(range(len(ps)), key=lambda i: ps[i])
    adjusted, worst = [0.0] * len(ps), 0.0
    for place, i in enumerate(order):
        worst = max(worst, min(1.0, (len(ps) - place) * ps[i]))
        adjusted[i] = worst
    return adjusted


def correlation(sums: Floats) -> float:
    """A correlation from the sums xy, xx and yy."""
    bottom = float(np.sqrt(sums[1] * sums[2]))
    return float(sums[0]) / bottom if bottom else 0.0
