"""How one test of a rule stands: its rank at worst and at best, and how much is short."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pathways.answers import ClauseState
from pathways.catalogue.entry_rules.atoms import Atom
from pathways.matching.eligibility.state import FAR, HELD, ONE_SHORT

Unit = Literal["grade", "gcse", ""]


@dataclass(frozen=True, slots=True)
class Check:
    """How one test stands. `short_by` counts from the best that missing grades allow."""

    atom: Atom
    floor: int
    ceiling: int
    state: ClauseState
    has: str = ""
    short_by: int | None = None
    short_unit: Unit = ""
    predicted: bool = False


def _rank(short: int | None) -> int:
    if short is None or short > 1:
        return FAR
    return ONE_SHORT if short else HELD


def standing(
    atom: Atom,
    short: int | None,
    *,
    best_short: int | Literal["same"] | None = "same",
    unit: Unit = "grade",
    has: str = "",
    predicted: bool = False,
    unclear: bool = False,
) -> Check:
    """A check from how much is short now, and at best once missing grades are known."""
    best = short if best_short == "same" else best_short
    floor, ceiling = _rank(short), HELD if unclear else _rank(best)
    state: ClauseState = "short"
    if floor == HELD:
        state = "held"
    elif unclear:
        state = "person"
    elif ceiling == HELD:
        state = "missing"
    short_by = best if state == "short" else None
    named: Unit = unit if short_by is not None else ""
    return Check(atom, floor, ceiling, state, has, short_by, named, predicted)
