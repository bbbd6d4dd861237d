"""The order of the interest cards: mixed by the visit's seed, and even at whatever card one stops."""

from __future__ import annotations

from functools import lru_cache

from pathways.matching.interests.cards import Card, Deck
from pathways.matching.interests.load import deck
from pathways.matching.interests.riasec import TYPES
from pathways.seeded import drawn_names


@lru_cache(maxsize=512)
def pile(seed: int) -> tuple[Card, ...]:
    """The cards of our deck in the order of one visit."""
    return in_order(deck(), seed)


def in_order(cards: Deck, seed: int) -> tuple[Card, ...]:
    """Rounds that hold one card of each kind: after any number of whole rounds, all kinds are even.

    Both the cards of a kind and the kinds of a round are drawn from `seed`; no two cards in a row
    are of one kind.
    """
    drawn: dict[str, list[str]] = {
        letter: drawn_names((c.id for c in cards.cards if c.type == letter), "card", seed)
        for letter in TYPES
    }
    by_id = {card.id: card for card in cards.cards}
    found: list[Card] = []
    for number in range(max(map(len, drawn.values()))):
        kinds = [t for t in drawn_names(drawn, f"round {number}", seed) if drawn[t][number:]]
        if found and len(kinds) > 1 and found[-1].type == kinds[0]:
            kinds = [*kinds[1:], kinds[0]]
        found += [by_id[drawn[kind][number]] for kind in kinds]
    return tuple(found)
