"""The numbers that scoring rests on, read from data/reference/interests/scoring.yaml."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scoring:
    """Weights and thresholds; each is explained, with its source, in scoring.yaml."""

    min_answered: int
    min_types: int
    flat_spread: float
    interest_weight: float
    favourite_weight: float
    weak_cohesion: float
    same_field: float
    strong_r: float
    good_r: float
