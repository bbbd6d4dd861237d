"""How much each option is seen, and how much it would be if equally suitable options were seen alike.

Position weights: 1 / log2(1 + k) (DCG) and (1 - p) p^(k - 1) (RBP), k the place on the page. Options
of one learner with the same eligibility and group are equally suitable: a stratum. Its fair exposure
is the mean weight of its places (Diaz and others 2020; Biega and others 2018, over many visits).
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


def dcg_weights(length: int) -> Floats:
    """The weight of each place from the first, falling with its logarithm."""
    return 1 / np.log2(np.arange(2, length + 2))


def rbp_weights(length: int, p: float) -> Floats:
    """The chance that a reader stops at each place, who reads on with chance `p`."""
    return np.asarray((1 - p) * p ** np.arange(length))


def fair(weights: Floats, stratum: Ints) -> Floats:
    """The mean weight of each one's stratum."""
    return np.asarray(
        (np.bincount(stratum, weights) / np.maximum(np.bincount(stratum), 1))[stratum]
    )


def sums_by(codes: Ints, values: Floats, size: int) -> Floats:
    """The sum of values for each code."""
    return np.asarray(np.bincount(codes, values, minlength=size), np.float64)


def permutation_moments(
    weights: Floats, stratum: Ints, codes: Ints, size: int
) -> tuple[Floats, Floats]:
    """Mean and variance of each group's exposure if labels were shuffled inside every stratum.

    Exact for all shuffles together (sampling without replacement), so no shuffle need be drawn.
    """
    strata = int(stratum.max()) + 1 if len(stratum) else 0
    members = np.bincount(stratum, minlength=strata).astype(np.float64)
    of_group = np.bincount(stratum * size + codes, minlength=strata * size).reshape(strata, size)
    mean = np.bincount(stratum, weights, minlength=strata) / np.maximum(members, 1)
    apart = np.bincount(stratum, (weights - mean[stratum]) ** 2, minlength=strata)
    spread = apart / np.maximum(members - 1, 1)
    rest = (members[:, None] - of_group) / np.maximum(members[:, None], 1)
    return mean @ of_group, (of_group * rest * spread[:, None]).sum(axis=0)


def expected_exposure_loss(seen: Floats, due: Floats) -> float:
    """Squared distance between exposure and fair exposure, as a share of the squared fair exposure."""
    total = float((due**2).sum())
    return float(((seen - due) ** 2).sum()) / total if total else 0.0


def gini(values: Floats) -> float:
    """Gini index of values that are not negative: 0 all alike, towards 1 all with one."""
    ordered = np.sort(values)
    if not len(ordered) or not ordered.sum():
        return 0.0
    places = np.arange(1, len(ordered) + 1)
    return float((2 * places - len(ordered) - 1) @ ordered / (len(ordered) * ordered.sum()))
