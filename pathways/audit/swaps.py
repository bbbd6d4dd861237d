"""The same learners under changed catalogues: the order of the same offers must be the same, exactly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pathways.audit.learners import Synthetic
from pathways.audit.variants import Variant
from pathways.catalogue.index import Index
from pathways.ranking import ranking


@dataclass(frozen=True, slots=True)
class Swap:
    """One change: learners compared, learners whose order changed, the farthest that any offer moved."""

    name: str
    learners: int
    difference: int
    farthest: int


def swaps(
    learners: Sequence[Synthetic],
    index: Index,
    changed: Sequence[Variant],
    *,
    told: Callable[[float], None] = lambda share: None,
) -> tuple[Swap, ...]:
    """Compare every change with the catalogue as it is. New offers are taken out before comparing.

    `told` hears after each change what share of them is done.
    """
    before = [order_of(one, index) for one in learners]
    found = []
    for number, variant in enumerate(changed, 1):
        found.append(_swap(variant, learners, before))
        told(number / len(changed))
    return tuple(found)


def order_of(one: Synthetic, index: Index) -> list[str]:
    """The offer ids of a learner's page in order."""
    ids = index.offers["offer_id"]
    return [ids[row] for row in ranking(one.learner, index).rows.tolist()]


def _swap(variant: Variant, learners: Sequence[Synthetic], before: list[list[str]]) -> Swap:
    moved = [
        farthest(was, order_of(one, variant.index))
        for one, was in zip(learners, before, strict=True)
    ]
    return Swap(variant.name, len(moved), sum(far > 0 for far in moved), max(moved, default=0))


def farthest(before: list[str], after: list[str]) -> int:
    """How many places the offer that moved most did move; one that is gone moves past the end."""
    known = set(before)
    place = {offer: at for at, offer in enumerate(offer for offer in after if offer in known)}
    return max(
        (abs(place.get(offer, len(before)) - at) for at, offer in enumerate(before)), default=0
    )
