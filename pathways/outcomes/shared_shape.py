"""The shape that the courses of one qualification share: what a thin course leans on.

A monotone ordinal model with partial pooling: the logit of "grade k or above" is
`slope_s * g(score) - threshold_sk`, with one rising curve `g` for all courses, and each
course's slope, place and gaps between grades drawn towards those of the qualification.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize

from pathways.outcomes.bands import KNOTS, Floats
from pathways.outcomes.likelihood import Likelihood
from pathways.outcomes.settle import exp, settle

_HOME = 5
"""The knot at which the shared curve is zero (an average of 5.5)."""
_STEPS: Floats = np.diff(KNOTS)
_LOG_STEPS: Floats = np.log(_STEPS)
_NUDGE = 1e-5
_FAINT = 0.1
"""A pull on the shared gaps, too weak to matter but for grades that hardly anyone got."""


@dataclass(frozen=True, slots=True)
class Pooling:
    """How strongly courses are drawn together; larger is stronger."""

    curve: float = 1.0
    slope: float = 20.0
    place: float = 0.5
    gaps: float = 10.0


def fit_shared_shape(counts: Likelihood, *, pooling: Pooling | None = None) -> Floats:
    """The logits of the shared shape for every item: shape items x knots x thresholds."""
    shape = _Shape(counts, pooling or Pooling())
    near = minimize(
        shape.loss,
        shape.start(),
        jac=True,
        method="L-BFGS-B",
        options={"maxiter": 500, "maxcor": 30},
    )
    nearer = minimize(
        shape.loss,
        near.x,
        jac=True,
        hess=shape.bend,
        method="trust-exact",
        options={"gtol": 1e-3, "maxiter": 50},
    )
    at = np.asarray(nearer.x)
    return shape.logits(settle(lambda x: shape.loss(x)[1], shape.bend(at), at))


@dataclass(frozen=True, slots=True)
class _Shape:
    counts: Likelihood
    pooling: Pooling

    @property
    def items(self) -> int:
        return len(self.counts.students)

    @property
    def thresholds(self) -> int:
        return int(self.counts.students.shape[2]) - 1

    def start(self) -> Floats:
        """Every course alike, with the grade shares of all of them together."""
        totals = self.counts.students.sum(axis=(0, 1)) + 1.0
        tail = np.cumsum(totals[::-1])[::-1][1:] / totals.sum()
        theta = -np.log(tail / (1 - tail))
        gaps = np.log(np.maximum(np.diff(theta), 0.05))
        return np.concatenate(
            [
                _LOG_STEPS,
                [0.0],
                np.zeros(self.items),
                theta[:1],
                np.zeros(self.items),
                gaps,
                np.zeros(self.items * (self.thresholds - 1)),
            ]
        )

    def _split(self, x: Floats) -> list[Floats]:
        sizes = [len(_STEPS), 1, self.items, 1, self.items, self.thresholds - 1]
        return np.split(x, np.cumsum(sizes))

    def _parts(self, x: Floats) -> tuple[Floats, Floats, Floats, Floats]:
        raw, level, own, first, place, gaps, own_gaps = self._split(x)
        rising = np.concatenate([[0.0], np.cumsum(exp(raw))])
        curve = rising - rising[_HOME]
        slope = exp(level + own)
        gap = exp(gaps + own_gaps.reshape(self.items, self.thresholds - 1))
        theta = (first + place)[:, None] + np.concatenate(
            [np.zeros((self.items, 1)), np.cumsum(gap, axis=1)], axis=1
        )
        return curve, slope, gap, theta

    def logits(self, x: Floats) -> Floats:
        """The shape as logits at the knots."""
        curve, slope, _, theta = self._parts(x)
        return np.asarray(slope[:, None, None] * curve[None, :, None] - theta[:, None, :])

    def loss(self, x: Floats) -> tuple[float, Floats]:
        """Minus the log likelihood with the pull of pooling, and its slope."""
        raw, _, own, _, place, gaps, own_gaps = self._split(x)
        curve, slope, gap, theta = self._parts(x)
        logits = slope[:, None, None] * curve[None, :, None] - theta[:, None, :]
        loss, by_logit = self.counts.loss(logits)
        pull = self.pooling
        excess = raw - _LOG_STEPS
        loss += 0.5 * (
            pull.curve * float(excess @ excess)
            + pull.slope * float(own @ own)
            + pull.place * float(place @ place)
            + pull.gaps * float(own_gaps @ own_gaps)
            + _FAINT * float(gaps @ gaps)
        )
        by_curve = np.einsum("sjk,s->j", by_logit, slope)
        by_rising = by_curve.copy()
        by_rising[_HOME] -= by_curve.sum()
        by_step = np.cumsum(by_rising[::-1])[::-1][1:]
        by_raw = by_step * exp(raw) + pull.curve * excess
        by_slope = np.einsum("sjk,j->s", by_logit, curve) * slope
        by_theta = -by_logit.sum(axis=1)
        by_place = by_theta.sum(axis=1)
        by_gap = np.cumsum(by_theta[:, ::-1], axis=1)[:, ::-1][:, 1:] * gap
        return loss, np.concatenate(
            [
                by_raw,
                [by_slope.sum()],
                by_slope + pull.slope * own,
                [by_place.sum()],
                by_place + pull.place * place,
                by_gap.sum(axis=0) + _FAINT * gaps,
                by_gap.ravel() + pull.gaps * own_gaps,
            ]
        )

    def bend(self, x: Floats) -> Floats:
        """The second slopes of the loss, by differences of its slope."""
        rows = np.empty((len(x), len(x)))
        for at in range(len(x)):
            step = np.zeros(len(x))
            step[at] = _NUDGE
            rows[at] = (self.loss(x + step)[1] - self.loss(x - step)[1]) / (2 * _NUDGE)
        return np.asarray((rows + rows.T) / 2)
