"""Interest cards: activities that a learner rates from 1 to 5, and the types they add up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum

from pathways.errors import LearnerError
from pathways.matching.interests.riasec import TYPES, Riasec, Type


@dataclass(frozen=True, slots=True)
class Card:
    """One activity. `stereotyped` marks one that habit ties to boys or to girls."""

    id: str
    type: Type
    text: str
    stereotyped: bool
    after: str


@dataclass(frozen=True, slots=True)
class Deck:
    """All cards in the order they are shown, the two ends of the scale, and who to thank."""

    cards: tuple[Card, ...]
    lowest: int
    highest: int
    attribution: str


def score_cards(ratings: Mapping[str, int], deck: Deck, *, at_least: int) -> Riasec:
    """Types from ratings: the mean of the answered cards of each, None below `at_least` answered.

    `ratings` maps card id to rating; a card left out is missing, never zero. The order of the
    answers does not matter. Raises `LearnerError` for a card or rating that does not exist.
    """
    _check(ratings, deck)
    means: dict[str, float | None] = {}
    for letter in TYPES:
        given = [ratings[c.id] for c in deck.cards if c.type == letter and c.id in ratings]
        means[letter] = fsum(given) / len(given) if len(given) >= max(at_least, 1) else None
    return Riasec.of(means)


def answered(ratings: Mapping[str, int], deck: Deck) -> dict[Type, tuple[int, int]]:
    """For each type, how many of its cards are answered and how many there are."""
    return {
        letter: (
            sum(c.id in ratings for c in deck.cards if c.type == letter),
            sum(c.type == letter for c in deck.cards),
        )
        for letter in TYPES
    }


def _check(ratings: Mapping[str, int], deck: Deck) -> None:
    ids = {card.id for card in deck.cards}
    for card_id, rating in ratings.items():
        if card_id not in ids:
            raise LearnerError(
                f"there is no interest card called {card_id!r}.",
                where="interests.ratings",
                do="Leave it out, or answer the cards again.",
            )
        if not deck.lowest <= rating <= deck.highest:
            raise LearnerError(
                f"{card_id} is rated {rating}.",
                where="interests.ratings",
                do=f"Use a whole number from {deck.lowest} to {deck.highest}.",
            )
