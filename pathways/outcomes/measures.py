"""How good chances are, measured on students that were not used to make them.

All take `shares` and `students` of one shape, cells x grades, lowest grade first: the chances
given to each cell, and how many of its held-out students got each grade.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pathways.outcomes.bands import Floats

BINS = 10


def log_loss(shares: Floats, students: Floats) -> float:
    """Mean of minus the log of the chance given to what happened, per student; lower is better."""
    return -float((students * np.log(np.maximum(shares, 1e-12))).sum() / students.sum())


def ranked_probability_score(shares: Floats, students: Floats) -> float:
    """Mean squared error over all thresholds, from 0 (perfect) to 1; lower is better."""
    return float(np.mean(brier_by_threshold(shares, students)))


def brier_by_threshold(shares: Floats, students: Floats) -> list[float]:
    """Mean squared error of "this grade or above", for each grade but the lowest."""
    tail, got = _tails(shares), _tails(students)
    n = students.sum(axis=-1, keepdims=True)
    error = got * (1 - tail) ** 2 + (n - got) * tail**2
    return [float(value) for value in error.sum(axis=0) / n.sum()]


@dataclass(frozen=True, slots=True)
class Bin:
    """One row of a reliability table: chances between two tenths, said and seen, in per cent."""

    lowest: int
    highest: int
    students: int
    said: float
    seen: float


def reliability(shares: Floats, students: Floats, *, threshold: int) -> list[Bin]:
    """What was said and what was seen for "grade `threshold` or above", by tenths of what was said."""
    said, got, n, place = _at(shares, students, threshold)
    rows = []
    for at in range(BINS):
        here = place == at
        total = float(n[here].sum())
        if total:
            rows.append(
                Bin(
                    at * 100 // BINS,
                    (at + 1) * 100 // BINS,
                    int(total),
                    100 * float((said * n)[here].sum()) / total,
                    100 * float(got[here].sum()) / total,
                )
            )
    return rows


def calibration_error(shares: Floats, students: Floats, *, threshold: int) -> float:
    """Expected calibration error in percentage points: the mean gap of the reliability table."""
    said, got, n, place = _at(shares, students, threshold)
    gaps = np.bincount(place, weights=said * n - got, minlength=BINS)
    return 100 * float(np.abs(gaps).sum() / n.sum())


def calibration_interval(
    shares: Floats, students: Floats, *, threshold: int, seed: int, draws: int = 500
) -> tuple[float, float]:
    """A 95% bootstrap interval of the calibration error: students drawn again within each cell."""
    rng = np.random.default_rng(seed)
    said, got, n, place = _at(shares, students, threshold)
    whole = n.round().astype(np.int64)
    rate = np.divide(got, n, out=np.zeros_like(got), where=n > 0)
    again = rng.binomial(whole, np.clip(rate, 0, 1), size=(draws, len(whole)))
    errors = np.empty(draws)
    for at, drawn in enumerate(again):
        gaps = np.bincount(place, weights=said * n - drawn, minlength=BINS)
        errors[at] = np.abs(gaps).sum() / n.sum()
    low, high = np.quantile(100 * errors, [0.025, 0.975])
    return float(low), float(high)


def loss_interval(
    first: Floats, second: Floats, students: Floats, *, seed: int, draws: int = 500
) -> tuple[float, float]:
    """A 95% bootstrap interval of the log loss of `first` minus that of `second` on the same students."""
    rng = np.random.default_rng(seed)
    gain = np.log(np.maximum(second, 1e-12)) - np.log(np.maximum(first, 1e-12))
    flat, weights = gain.ravel(), students.ravel()
    drawn = rng.poisson(weights, size=(draws, len(weights)))
    means = drawn @ flat / drawn.sum(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return float(low), float(high)


def _tails(cells: Floats) -> Floats:
    return np.asarray(np.cumsum(cells[..., ::-1], axis=-1)[..., ::-1][..., 1:])


def _at(
    shares: Floats, students: Floats, threshold: int
) -> tuple[Floats, Floats, Floats, np.ndarray[tuple[int, ...], np.dtype[np.int64]]]:
    said = shares[..., threshold:].sum(axis=-1)
    got = students[..., threshold:].sum(axis=-1)
    place = np.minimum((said * BINS).astype(np.int64), BINS - 1)
    return said, got, students.sum(axis=-1), place
