from __future__ import annotations

import numpy as np
import pytest

from pathways.errors import LearnerError
from pathways.learner.learner import Interests
from pathways.matching.interests import load
from pathways.matching.interests.likes import Likes, likes
from pathways.matching.interests.riasec import Riasec


def _likes(interests: Interests, riasec: dict[str, float] | None = None) -> Likes:
    return likes(
        interests,
        riasec,
        deck=load.deck(),
        tiles=load.tiles(),
        subjects=load.subjects(),
        scoring=load.scoring(),
        read=lambda text: load.text_model().read(text),
    )


def test_cards_tiles_and_words_are_read_together() -> None:
    ratings = {card.id: 5 if card.type == "R" else 2 for card in load.deck().cards}
    found = _likes(Interests(ratings=ratings, tiles=("vehicles",), text="fixing bikes, gaming"))
    table = load.subjects()
    assert found.riasec == Riasec(5, 2, 2, 2, 2, 2)
    assert "games" in found.reading.strengths()
    assert found.fit.value[table.row("motor_vehicle")] > 0.9
    assert found.fit.because == ()


def test_types_given_stand_for_ratings() -> None:
    assert _likes(Interests(), {"R": 4, "S": 1}).riasec == Riasec(R=4, S=1)


def test_skipping_everything_is_not_known_and_said() -> None:
    found = _likes(Interests())
    assert np.isnan(found.fit.value).all()
    assert {r.code for r in found.fit.because} == {"INTEREST_NO_CARDS", "INTEREST_NO_FAVOURITES"}


def test_words_that_cannot_be_read_are_said_to_be() -> None:
    found = _likes(Interests(text="xqzt"))
    assert "TEXT_NOT_READ" in {r.code for r in found.fit.because}


@pytest.mark.parametrize(
    ("interests", "says"),
    [
        (Interests(tiles=("rockets",)), "no tile called"),
        (Interests(not_for_me=("rockets",)), "no tile called"),
        (Interests(tiles=("art", "food", "law", "music", "sport", "travel")), "Keep the 5"),
    ],
)
def test_a_wrong_tile_or_too_many_are_refused(interests: Interests, says: str) -> None:
    with pytest.raises(LearnerError, match=says):
        _likes(interests)


def test_a_subject_read_wrongly_does_not_count_and_one_that_was_meant_does() -> None:
    heard = Interests(text="fixing bikes and gaming")
    put_right = heard.model_copy(update={"misread": ("games",), "meant": ("drama",)})
    assert "games" in _likes(heard).reading.strengths()
    strengths = _likes(put_right).reading.strengths()
    assert "games" not in strengths
    assert strengths["drama"] == 1


def test_saying_what_was_meant_makes_up_for_words_that_cannot_be_read() -> None:
    found = _likes(Interests(text="qzx vvkw", meant=("drama",)))
    assert "TEXT_NOT_READ" not in {reason.code for reason in found.fit.because}
    assert found.fit.favourite[load.subjects().row("drama")] == 1


@pytest.mark.parametrize("field", ["misread", "meant"])
def test_a_correction_that_names_no_subject_is_refused(field: str) -> None:
    with pytest.raises(LearnerError, match="no subject called 'potions'"):
        _likes(Interests.model_validate({"text": "gaming", field: ("potions",)}))
