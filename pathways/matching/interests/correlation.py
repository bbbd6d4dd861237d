"""Pearson correlation of one six-sided shape with many, safe for flat and partly known shapes."""

from __future__ import annotations

import numpy as np

from pathways.matching.interests.riasec import Floats

# A shape whose spread is this small beside its size is flat: what is left is rounding.
_FLAT = 1e-9


def pearson(shape: Floats, shapes: Floats, *, min_types: int) -> Floats:
    """r of `shape` (6) with each row of `shapes` (n x 6); NaN where it has no meaning.

    Types that are NaN in `shape` are left out on both sides. There is no r when fewer than
    `min_types` are known, or when either side has no spread.
    """
    known = ~np.isnan(shape)
    none = np.full(len(shapes), np.nan)
    if known.sum() < min_types:
        return none
    mine, theirs = shape[known], shapes[:, known]
    a = mine - mine.mean()
    b = theirs - theirs.mean(axis=1, keepdims=True)
    size_a, size_b = float(np.sqrt(a @ a)), np.sqrt((b * b).sum(axis=1))
    if size_a <= _FLAT * max(1.0, float(np.abs(mine).max())):
        return none
    usable = size_b > _FLAT  # False for NaN rows too
    return np.where(
        usable, np.clip((b @ a) / (size_a * np.where(usable, size_b, 1.0)), -1.0, 1.0), np.nan
    )
