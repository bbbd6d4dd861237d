"""Why an option stands where it does, as numbers and reasons; `matching.explain` fills it in."""

from __future__ import annotations

from dataclasses import dataclass

from pathways.reason import Reason


@dataclass(frozen=True, slots=True)
class TermShown:
    """One thing that is weighed: dots 0 to 5, value 0 to 1 in hundredths, what it adds to the score.

    `value` and `adds` are None where the term is dropped, and `because` says why.
    """

    name: str
    dots: int
    value: float | None
    adds: float | None
    because: Reason | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an option stands where it does: score = sum(dots x value) / sum(dots) of the terms that count.

    `largest` are the up to three terms that add most; `changes` the smallest change of dots that
    would move it to another group; `steady` the share of nearby weightings that leave it where it is.
    """

    terms: tuple[TermShown, ...]
    largest: tuple[Reason, ...]
    changes: tuple[Reason, ...]
    steady: float
    steady_because: Reason
