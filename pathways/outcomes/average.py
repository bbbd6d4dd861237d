"""A learner's average GCSE score, as the official counts know it."""

from __future__ import annotations

from pathways.learner.record import Record

FEWEST_GRADES = 3
"""Fewer grades than this make no average worth the name."""


def gcse_points(record: Record) -> tuple[float, ...]:
    """The points of every GCSE grade held, from 0 to 9; Combined Science gives two."""
    return tuple(
        point
        for held in record.held
        if held.kind in {"gcse", "combined_science"}
        for point in held.points
    )


def average_gcse(record: Record) -> float | None:
    """The mean of all GCSE points held, from 0 to 9; Combined Science counts twice.

    None below three grades. The official average also counts some vocational awards taken by
    16, for which our record has no points: an approximation, told in docs/outcomes.md.
    """
    points = gcse_points(record)
    return sum(points) / len(points) if len(points) >= FEWEST_GRADES else None
