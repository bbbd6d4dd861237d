"""The shape of a learner's interests: six sides to draw, and the same in words."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin

from pathways.matching.interests.riasec import TYPES, Riasec, Type
from pathways.matching.interests.scoring import Scoring
from pathways.reason import Reason


@dataclass(frozen=True, slots=True)
class Side:
    """One corner of the picture: how far out (0 to 1, None if not known) and where to draw it.

    `x` and `y` are on a unit circle, y up, the first type at the top and the rest clockwise.
    """

    type: Type
    rating: float | None
    out: float | None
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Shape:
    """Six sides and the words that say the same without a picture; never a label."""

    sides: tuple[Side, ...]
    flat: bool
    words: tuple[Reason, ...]


def profile_shape(
    riasec: Riasec, *, scoring: Scoring, lowest: float = 1, highest: float = 5
) -> Shape:
    """The shape of an interest profile on a scale from `lowest` to `highest`."""
    sides = tuple(
        _side(number, letter, getattr(riasec, letter), (lowest, highest))
        for number, letter in enumerate(TYPES)
    )
    flat = riasec.is_flat(below=scoring.flat_spread)
    return Shape(sides, flat, _words(riasec, flat=flat))


def _side(number: int, letter: Type, rating: float | None, scale: tuple[float, float]) -> Side:
    lowest, highest = scale
    out = None
    if rating is not None:
        out = min(max((rating - lowest) / (highest - lowest), 0.0), 1.0)
    angle, reach = number * pi / 3, out or 0.0
    return Side(letter, rating, out, reach * sin(angle), reach * cos(angle))


def _words(riasec: Riasec, *, flat: bool) -> tuple[Reason, ...]:
    if not riasec.known:
        return (Reason.of("SHAPE_NOT_KNOWN"),)
    ranked = sorted(riasec.known, key=lambda t: (-getattr(riasec, t), TYPES.index(t)))
    said = [Reason.of("SHAPE_FLAT")] if flat else []
    said += [Reason.of(f"SHAPE_{t}", rating=f"{getattr(riasec, t):.1f}") for t in ranked]
    said += [Reason.of(f"SHAPE_{t}_NOT_KNOWN") for t in riasec.missing]
    return tuple(said)
