"""The last digits of a fit: Newton steps from a near answer, so that every machine stores the same."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from pathways.outcomes.bands import Floats

_STEPS = 6
_NEAR = 0.01
"""A longer step than this means that the answer was not near: it is then left as it was."""
_LARGEST = 20.0


def settle(slope: Callable[[Floats], Floats], bend: Floats, x: Floats) -> Floats:
    """A few steps down the slope with one bend; `x` itself where counts fix it too loosely."""
    settled = x
    for _ in range(_STEPS):
        try:
            step = np.linalg.solve(bend, slope(settled))
        except np.linalg.LinAlgError:
            return x
        if not np.abs(step).max() < _NEAR:
            return x
        settled = settled - step
    return settled


def exp(x: Floats) -> Floats:
    """The exponential, held below overflow while a search strays far off."""
    return np.asarray(np.exp(np.minimum(x, _LARGEST)))
