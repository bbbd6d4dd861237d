"""Tests of an average grade and of the total of the best so many."""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from pathways.catalogue.entry_rules.atoms import Average, BestOf
from pathways.learner.record import Held
from pathways.matching.eligibility.ladder import ladder
from pathways.matching.eligibility.results import Results
from pathways.matching.eligibility.standing import Check, standing

_CLOSE = 1e-9  # averages are quotients of small numbers


def check_average(atom: Average, results: Results) -> Check:
    """The mean grade over all GCSEs, Combined Science as two."""
    points = [point for held in results.gcses for point in results.points(held)]
    has = f"{sum(points) / len(points):.2f}".rstrip("0").rstrip(".") if points else ""
    predicted = any(held.predicted for held in results.gcses)
    if not results.all_gcses_known:
        return replace(standing(atom, None, best_short=0, has=has), predicted=predicted)
    needs = atom.points * len(points) - sum(points) if points else float("inf")
    return standing(atom, _points_short(needs, results), has=has, predicted=predicted)


def _points_short(needs: float, results: Results) -> int | None:
    """Grade steps to so many points: exact for one step, rounded up beyond."""
    if needs <= _CLOSE:
        return 0
    gain = max((_one_step(held, results) for held in results.gcses), default=0.0)
    if gain >= needs - _CLOSE:
        return 1
    return max(2, ceil(needs - _CLOSE)) if needs != float("inf") and gain else None


def _one_step(held: Held, results: Results) -> float:
    above = ladder(held)
    return sum(results.points(above[0])) - sum(results.points(held)) if above else 0.0


def check_best(atom: BestOf, results: Results) -> Check:
    """The total of the best so many grades."""
    points = sorted((p for h in results.gcses for p in results.points(h)), reverse=True)
    total = sum(points[: atom.number])
    top = 9.0 if results.point_scale is None else float(results.point_scale.get(9, 9.0))
    extra = min(results.extra_gcses, atom.number)
    possible = sum(sorted([*points, *[top] * int(extra)], reverse=True)[: atom.number])
    if not results.complete:
        possible = max(possible, atom.points)
    short, best = (max(0, ceil(atom.points - reached - _CLOSE)) for reached in (total, possible))
    return standing(
        atom,
        short,
        best_short=best,
        has=f"{total:g}",
        predicted=any(held.predicted for held in results.gcses),
    )
