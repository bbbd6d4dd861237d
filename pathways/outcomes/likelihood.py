"""How well a chance surface explains counted grades, averaged over each band of scores."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from pathways.outcomes.bands import BANDS, SLICES, Floats, between, slice_points, slice_shares
from pathways.outcomes.surface import shares

_SMALLEST = 1e-300


@dataclass(frozen=True, slots=True)
class Likelihood:
    """Counts of one qualification, ready to be explained.

    `students` has shape items x bands x grades; `inside` says where in each band they sit,
    shape items x bands x slices.
    """

    students: Floats
    inside: Floats

    @classmethod
    def of(cls, students: Floats) -> Likelihood:
        """Counts with their spread inside each band."""
        return cls(students, slice_shares(students.sum(axis=2)))

    def one(self, item: int) -> Likelihood:
        """The same for a single item."""
        return Likelihood(self.students[item : item + 1], self.inside[item : item + 1])

    def band_tails(self, logits: Floats) -> Floats:
        """The chance of each grade or above in each band: shape items x bands x thresholds."""
        return self._over_bands(self._along(logits))

    def band_shares(self, logits: Floats) -> Floats:
        """The chance of each grade in each band: shape items x bands x grades."""
        return shares(self.band_tails(logits))

    def loss(self, logits: Floats) -> tuple[float, Floats]:
        """Minus the log likelihood, and its slope along every logit."""
        along = self._along(logits)
        tail = self._over_bands(along)
        chance = np.maximum(shares(tail), _SMALLEST)
        loss = -float((self.students * np.log(chance)).sum())
        by_share = -self.students / chance
        by_tail = np.diff(by_share, axis=-1)
        by_eta = self.inside[..., None] * by_tail[:, :, None, :] * along * (1 - along)
        flat = by_eta.reshape(len(logits), -1, logits.shape[-1])
        return loss, np.asarray(_AT.T @ flat)

    def information(self, logits: Floats) -> Floats:
        """How sharply the counts fix the logits (Fisher information) of a single item.

        A square matrix over knots x thresholds, flattened.
        """
        along = self._along(logits)[0]
        knots, thresholds = logits.shape[1:]
        pull = self.inside[0][..., None] * along * (1 - along)
        by_knot = np.einsum("bqk,bqj->bjk", pull, _AT.reshape(len(BANDS), SLICES, knots))
        # slope of every grade's share along every logit: share g = tail g - tail g+1
        slope = np.zeros((len(BANDS), thresholds + 1, knots, thresholds))
        for k in range(thresholds):
            slope[:, k + 1, :, k] = by_knot[:, :, k]
            slope[:, k, :, k] = -by_knot[:, :, k]
        chance = np.maximum(self.band_shares(logits)[0], 1e-12)
        weight = self.students[0].sum(axis=1)[:, None] / chance
        flat = slope.reshape(len(BANDS) * (thresholds + 1), knots * thresholds)
        return np.asarray(flat.T @ (weight.reshape(-1, 1) * flat))

    def _over_bands(self, along: Floats) -> Floats:
        return np.asarray((self.inside[:, :, None, :] @ along)[:, :, 0, :])

    def _along(self, logits: Floats) -> Floats:
        """Chances at every slice: shape items x bands x slices x thresholds."""
        return np.asarray(expit(_AT @ logits)).reshape(
            len(logits), len(BANDS), SLICES, logits.shape[2]
        )


_AT: Floats = between(slice_points().ravel())
