"""All that a learner said they like, read together: cards, tiles and words, into one fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from pathways.errors import LearnerError
from pathways.learner.learner import Interests
from pathways.matching.interests.cards import Deck, score_cards
from pathways.matching.interests.fit import Fit, fit
from pathways.matching.interests.reading import Reading
from pathways.matching.interests.riasec import Riasec
from pathways.matching.interests.scoring import Scoring
from pathways.matching.interests.subjects import Subjects
from pathways.matching.interests.tiles import Tiles
from pathways.reason import Reason


@dataclass(frozen=True, slots=True)
class Likes:
    """What was read of a learner's interests: types, words, and the fit of every subject."""

    riasec: Riasec
    reading: Reading
    fit: Fit


def likes(
    interests: Interests,
    riasec: Mapping[str, float | None] | None = None,
    *,
    deck: Deck,
    tiles: Tiles,
    subjects: Subjects,
    scoring: Scoring,
    read: Callable[[str], Reading],
) -> Likes:
    """Read interests as typed (design section 6); `riasec`, if given, stands for the card ratings.

    `read` reads a text and is called when there is one. Raises `LearnerError` for an unknown card
    or tile, or for more tiles than may be picked.
    """
    tiles.check(interests.tiles, where="interests.tiles")
    tiles.check(interests.not_for_me, where="interests.not_for_me")
    if len(set(interests.tiles)) > tiles.pick_up_to:
        raise LearnerError(
            f"{len(set(interests.tiles))} tiles are picked.",
            where="interests.tiles",
            do=f"Keep the {tiles.pick_up_to} that matter most.",
        )
    types = (
        Riasec.of(riasec)
        if riasec
        else score_cards(interests.ratings, deck, at_least=scoring.min_answered)
    )
    heard = read(interests.text) if interests.text.strip() else Reading()
    _check_subjects(interests, subjects)
    reading = heard.without(*interests.misread).with_meant(*interests.meant)
    found = fit(
        types,
        subjects,
        scoring=scoring,
        tiles=interests.tiles,
        not_for_me=interests.not_for_me,
        read=reading.strengths(),
    )
    if interests.text.strip() and not heard.readable and not interests.meant:
        found = replace(found, because=(*found.because, Reason.of("TEXT_NOT_READ")))
    return Likes(types, reading, found)


def _check_subjects(interests: Interests, subjects: Subjects) -> None:
    for field, named in (("misread", interests.misread), ("meant", interests.meant)):
        for subject in named:
            if subject not in subjects.ids:
                raise LearnerError(
                    f"there is no subject called {subject!r}.",
                    where=f"interests.{field}",
                    do="Leave it out, or write the text again.",
                )
