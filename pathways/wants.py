"""What the learner asks to see: filters, which take away and never reorder.

Every filter starts empty, so nothing is left out that the learner did not leave out.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from pathways.catalogue.index import Index
from pathways.errors import InputError
from pathways.matching.eligibility.state import STATES

PROVISION = ("girls", "boys", "selective", "faith")
"""Kinds of provision that a learner may leave out."""

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Wants:
    """The learner's own filters; an empty one lets everything through.

    `hide` names kinds of provision to leave out: girls, boys, selective, faith. `query` is words that
    the subject, course title or provider name must hold.
    """

    subjects: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    query: str = ""

    def __post_init__(self) -> None:
        for name, known in (("hide", PROVISION), ("states", STATES)):
            for word in getattr(self, name):
                if word not in known:
                    raise InputError(f"'{word}' is no filter.", do=f"Use {', '.join(known)}.")

    def any(self) -> bool:
        """Whether any filter is set."""
        return any(getattr(self, part.name) for part in fields(self))


def wanted(index: Index, wants: Wants) -> Mask:
    """Which offers pass the filters on course and provision (eligibility comes later)."""
    passed = np.ones(len(index), bool)
    about = index.of_course("subject").where(wants.subjects)
    about |= index.of_course("field").where(wants.fields)
    if wants.subjects or wants.fields:
        passed &= about
    if wants.routes:
        passed &= index.of_course("route").where(wants.routes)
    for kind in wants.hide:
        passed &= ~_provision(index, kind)
    for word in wants.query.casefold().split():
        passed &= _mentions(index, word)
    return passed


def _provision(index: Index, kind: str) -> Mask:
    if kind in ("girls", "boys"):
        return index.of_provider("gender").where([kind])
    if kind == "selective":
        return index.of_provider("selective").where(["yes"])
    return ~index.of_provider("religion").where([""])


def _mentions(index: Index, word: str) -> Mask:
    found = np.zeros(len(index), bool)
    for column in (
        index.of_course("subject"),
        index.of_course("field"),
        index.of_course("qualification"),
        index.of_provider("name"),
        index.offers["title"],
    ):
        found |= column.where([text for text in column.words if word in text.casefold()])
    return found
