"""Each course's own surface: free to differ from the shared shape as far as its students show it.

Every threshold has its own rising curve, so a course may reward high scores more at the
top grades than at the bottom. Two pulls hold it to the shared shape where students are
few: a number of make-believe students at each knot who follow the shared shape, and the
steepness of each step, drawn towards that of the shared shape.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from pathways.outcomes.bands import KNOTS, Floats
from pathways.outcomes.likelihood import Likelihood
from pathways.outcomes.settle import exp, settle
from pathways.outcomes.surface import shares

_HOME = 5
_STEPS = len(KNOTS) - 1
_MOST_STEPS = 60
_NEAR = 1e-3
_TINY = 1e-6
_LONGEST = 3.0
_NUDGE = 1e-5


@dataclass(frozen=True, slots=True)
class Lean:
    """How far a course leans on the shared shape: `students` at each knot, `steepness` of each step."""

    students: float = 20.0
    steepness: float = 10.0


def fit_own_shapes(counts: Likelihood, shared: Floats, *, lean: Lean | None = None) -> Floats:
    """The logits of every item: shape items x knots x thresholds; ordered by construction."""
    by_item = [_fit(_Own(counts.one(at), shared[at], lean or Lean())) for at in range(len(shared))]
    return np.stack(by_item)


@dataclass(frozen=True, slots=True)
class _Own:
    """One course. Its parameters: logits at the home knot, then the log of every step, by threshold."""

    counts: Likelihood
    shared: Floats
    lean: Lean

    def start(self) -> Floats:
        steps = np.log(np.diff(self.shared, axis=0))
        return np.concatenate([self.shared[_HOME][None, :], steps])

    def logits(self, x: Floats) -> Floats:
        rising = np.concatenate([np.zeros((1, x.shape[1])), np.cumsum(exp(x[1:]), axis=0)])
        return np.asarray(x[0] + rising - rising[_HOME])

    def loss(self, x: Floats) -> tuple[float, Floats]:
        """Minus the log likelihood with both pulls, and its slope; infinite where grades cross."""
        logits = self.logits(x)
        here = _at_knots(logits)
        if not (here > 0).all():
            return np.inf, x
        loss, by_logit = self.counts.loss(logits[None])
        wanted = self.lean.students * _at_knots(self.shared)
        loss -= float((wanted * np.log(here)).sum())
        tail = expit(logits)
        by_logit = by_logit[0] + np.diff(-wanted / here, axis=-1) * tail * (1 - tail)
        away = x - self.start()
        away[0] = 0.0
        loss += 0.5 * self.lean.steepness * float((away**2).sum())
        # a later knot feels every step before it, and the home knot none
        after = np.cumsum(by_logit[::-1], axis=0)[::-1]
        by_step = after[1:].copy()
        by_step[:_HOME] -= after[0]
        by_x = np.concatenate([after[:1], by_step * exp(x[1:])])
        return loss, by_x + self.lean.steepness * away

    def bend(self, x: Floats, slope: Floats) -> Floats:
        """An always positive stand-in for the second slopes of the loss."""
        logits = self.logits(x)
        tail = expit(logits)
        held = self.counts.information(logits[None]) + self._held(tail, _at_knots(logits))
        chain = self._chain(x)
        bend = chain.T @ held @ chain
        extra = np.maximum(slope, 0.0) + self.lean.steepness
        extra[0] = 0.0
        bend[np.diag_indices_from(bend)] += extra.ravel() + _TINY  # where counts say nothing
        return np.asarray(bend)

    def _chain(self, x: Floats) -> Floats:
        """The slope of every logit along every parameter, both flattened."""
        thresholds = x.shape[1]
        chain = np.zeros((len(KNOTS), thresholds, len(KNOTS), thresholds))
        step = exp(x[1:])
        for k in range(thresholds):
            chain[:, k, 0, k] = 1.0
            for at in range(_STEPS):
                chain[at + 1 :, k, at + 1, k] += step[at, k]
                if at < _HOME:
                    chain[:, k, at + 1, k] -= step[at, k]
        size = len(KNOTS) * thresholds
        return chain.reshape(size, size)

    def _held(self, tail: Floats, here: Floats) -> Floats:
        """The information of the make-believe students."""
        knots, thresholds = tail.shape
        pull = tail * (1 - tail)
        whole = np.zeros((knots, thresholds, knots, thresholds))
        weight = self.lean.students / np.maximum(here, 1e-12)
        for j in range(knots):
            slope = np.zeros((thresholds + 1, thresholds))
            slope[np.arange(1, thresholds + 1), np.arange(thresholds)] = pull[j]
            slope[np.arange(thresholds), np.arange(thresholds)] -= pull[j]
            whole[j, :, j, :] = slope.T @ (weight[j][:, None] * slope)
        return whole.reshape(knots * thresholds, knots * thresholds)


def _at_knots(logits: Floats) -> Floats:
    return shares(expit(logits))


def _fit(own: _Own) -> Floats:
    """Quick steps until near, exact ones to the end, so that every machine reaches the same digits."""
    x = _near(own)
    size = x.shape

    def loss(flat: Floats) -> tuple[float, Floats]:
        value, slope = own.loss(flat.reshape(size))
        return value, slope.ravel()

    def bend(flat: Floats) -> Floats:
        rows = [
            (loss(flat + step)[1] - loss(flat - step)[1]) / (2 * _NUDGE)
            for step in _NUDGE * np.eye(len(flat))
        ]
        return np.asarray((np.array(rows) + np.array(rows).T) / 2)

    found = minimize(
        loss,
        x.ravel(),
        jac=True,
        hess=bend,
        method="trust-exact",
        options={"gtol": 1e-3, "maxiter": _MOST_STEPS},
    )
    flat = np.asarray(found.x)
    return own.logits(settle(lambda at: loss(at)[1], bend(flat), flat).reshape(size))


def _near(own: _Own) -> Floats:
    """Damped scoring steps: far in a few, but slow at the end."""
    x = own.start()
    value, slope = own.loss(x)
    for _ in range(_MOST_STEPS):
        step = np.linalg.solve(own.bend(x, slope), slope.ravel()).reshape(x.shape)
        size = min(1.0, _LONGEST / max(float(np.abs(step).max()), _NEAR))
        while (there := own.loss(x - size * step))[0] > value and size > _NEAR:
            size /= 2
        if there[0] > value:
            break
        x, (value, slope) = x - size * step, there
        if np.abs(step).max() < _NEAR:
            break
    return x
