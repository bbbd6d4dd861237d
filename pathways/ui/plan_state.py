"""The options this visitor saved, in their own order: kept apart for each area, in this visit alone."""

from __future__ import annotations

from pathways.plan.plan import MOST, NOTE_LONGEST, Choice, Plan
from pathways.ui import keys, state


def saved(area: str) -> tuple[Choice, ...]:
    """What is saved from an area, in order, with notes as they are now."""
    offers: list[str] = (state.get(keys.SAVED) or {}).get(area, [])
    return tuple(
        Choice(offer, (state.get(keys.note(offer)) or "").strip()[:NOTE_LONGEST])
        for offer in offers
    )


def is_saved(area: str, offer_id: str) -> bool:
    """Whether an option is in the plan."""
    return offer_id in (state.get(keys.SAVED) or {}).get(area, [])


def full(area: str) -> bool:
    """Whether the plan holds as many as it can."""
    return len(saved(area)) >= MOST


def toggle(area: str, offer_id: str) -> None:
    """Save an option, or take it out again."""
    offers = [choice.offer_id for choice in saved(area)]
    if offer_id in offers:
        offers.remove(offer_id)
    elif len(offers) < MOST:
        offers.append(offer_id)
    _put(area, offers)


def move(area: str, offer_id: str, by: int) -> None:
    """Move an option up (-1) or down (1)."""
    offers = [choice.offer_id for choice in saved(area)]
    at = offers.index(offer_id)
    to = min(max(at + by, 0), len(offers) - 1)
    offers.insert(to, offers.pop(at))
    _put(area, offers)


def restore(plan: Plan) -> None:
    """Take over a plan from its code: its choices and notes, in place of what was saved from that area."""
    _put(plan.area, [choice.offer_id for choice in plan.choices][:MOST])
    for choice in plan.choices:
        state.put(keys.note(choice.offer_id), choice.note)


def _put(area: str, offers: list[str]) -> None:
    state.put(keys.SAVED, {**(state.get(keys.SAVED) or {}), area: offers})
