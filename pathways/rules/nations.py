"""The four nations: what a learner who stays in another nation is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pathways.reason import Reason
from pathways.rules.dated import Basis
from pathways.rules.values import value

NATIONS = ("england", "wales", "northern_ireland", "scotland")


@dataclass(frozen=True, slots=True)
class Nation:
    """A nation as far as Pathways knows it; `service` and `href` are its own careers service."""

    name: str
    taken_at_16: str
    body: str
    service: str
    href: str
    covered: bool
    because: tuple[Reason, ...]
    basis: Basis


def nation(key: str, *, on: date) -> Nation:
    """What Pathways says about studying in a nation."""
    entry = value(f"nations/{key}", on=on)
    told = entry.value
    covered = key == "england"
    reason = (
        Reason.of("NATION_COVERED")
        if covered
        else Reason.of(
            "NATION_HAS_OWN_SERVICE",
            nation=told["name"],
            service=told["service"],
            href=told["href"],
        )
    )
    return Nation(
        name=told["name"],
        taken_at_16=told["taken_at_16"],
        body=told["body"],
        service=told["service"],
        href=told["href"],
        covered=covered,
        because=(reason,),
        basis=Basis.of(entry),
    )
