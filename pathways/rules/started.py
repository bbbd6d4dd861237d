"""The shape of an answer about when a course can be started."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pathways.answers import Availability
from pathways.reason import Reason
from pathways.rules.dated import Basis

State = Literal["yes", "not_yet", "closed", "no", "check", "changing"]

OPEN: frozenset[State] = frozenset({"yes", "check", "changing"})

"""The states in which an offer may be shown as open; the others never are."""


@dataclass(frozen=True, slots=True)
class Started:
    """The answer: years are Septembers; `catalogue_action` is what a list of courses should do."""

    state: State
    because: tuple[Reason, ...]
    basis: Basis
    first_teaching: int | None = None
    last_start: int | None = None
    area_funding: Literal["continues", "ends", ""] = ""
    catalogue_action: str = ""

    @property
    def shown(self) -> Availability:
        """The part that a page shows, as `Guidance` carries it."""
        return Availability(self.state, self.because, self.basis.trust, self.basis.source_ids)
