"""What a grade 4 would open, and what admits without one: counts of real offers, for the page of plans."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from pathways.catalogue.index import Index
from pathways.duplicates import listed_once
from pathways.learner.record import Held, Record
from pathways.matching.eligibility.state import MEETS
from pathways.rules.prior import Subject

_WHOLE: dict[Subject, str] = {"english": "English Language", "maths": "Maths"}
Rows = npt.NDArray[np.int64]


def raised(record: Record, subject: Subject, *, to: int = 4) -> Record:
    """The record as it would be with this grade in English Language or Maths, nothing else changed."""
    name = _WHOLE[subject]
    better = Held(name, "GCSE", "gcse", str(to), 2, (float(to),), _families(record, name))
    higher = [
        held for held in record.held if held.subject == name and max(held.points, default=0) >= to
    ]
    if higher:
        return record
    others = tuple(
        held for held in record.held if not (held.subject == name and held.kind == "gcse")
    )
    return replace(
        record,
        held=(*others, better),
        missing=record.missing - {name},
        not_taken=record.not_taken - {name},
    )


def _families(record: Record, name: str) -> frozenset[str]:
    return next((held.families for held in record.held if held.subject == name), frozenset())


def opened(index: Index, before: npt.NDArray[np.uint8], after: npt.NDArray[np.uint8]) -> Rows:
    """Main offers that meet with the better grade and do not now: "this stays closed until then"."""
    return np.flatnonzero(index.main & listed_once(index) & (before != MEETS) & (after == MEETS))


def level_3_now(index: Index, state: npt.NDArray[np.uint8]) -> Rows:
    """Level 3 offers whose rule is met now: with a grade missing, those that admit while it is studied."""
    level_3 = index.of_course("level").where(["3"])
    return np.flatnonzero(index.main & listed_once(index) & (state == MEETS) & level_3)
