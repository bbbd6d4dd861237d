"""Relations 10, 11, 12 and 25 of science section D7, and that missing is never zero."""

from __future__ import annotations

import random
from dataclasses import fields

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pathways.matching.interests import load
from pathways.matching.interests.cards import score_cards
from pathways.matching.interests.correlation import pearson
from pathways.matching.interests.fit import Fit, fit
from pathways.matching.interests.nearest import breadth, nearest
from pathways.matching.interests.riasec import TYPES, Riasec
from pathways.matching.interests.subjects import Subjects
from pathways.matching.interests.text_model import LONGEST

DECK, S, SCORING = load.deck(), load.subjects(), load.scoring()
CARDS = [card.id for card in DECK.cards]
TILES = [tile.id for tile in load.tiles().tiles]
WORDS = [
    "fixing",
    "bikes",
    "hate",
    "maths",
    "but",
    "and",
    "love",
    "don’t",
    "like",
    ",",
    ".",
    "dogz",
]
few = settings(max_examples=100, deadline=None)

ratings = st.dictionaries(st.sampled_from(CARDS), st.integers(1, 5), max_size=30)
full = st.fixed_dictionaries({card: st.integers(1, 5) for card in CARDS})
picked = st.lists(st.sampled_from(TILES), max_size=5, unique=True)
six = st.lists(st.floats(1, 5), min_size=6, max_size=6)


def _fit(given_ratings: dict[str, int], tiles: list[str]) -> Fit:
    riasec = score_cards(given_ratings, DECK, at_least=SCORING.min_answered)
    return fit(riasec, S, scoring=SCORING, tiles=tiles)


@few
@given(six, picked, st.floats(0.1, 50), st.floats(-20, 20))
def test_relation_10_scaling_or_shifting_all_interests_leaves_fit_unchanged(
    values: list[float], tiles: list[str], times: float, plus: float
) -> None:
    assume(max(values) - min(values) > 1e-3)
    one = Riasec.of(dict(zip(TYPES, values, strict=True)))
    other = Riasec.of({t: times * v + plus for t, v in zip(TYPES, values, strict=True)})
    before = fit(one, S, scoring=SCORING, tiles=tiles).value
    after = fit(other, S, scoring=SCORING, tiles=tiles).value
    assert after == pytest.approx(before, abs=1e-9, nan_ok=True)


@few
@given(ratings, picked, st.randoms(use_true_random=False))
def test_relation_11_the_order_of_answers_changes_nothing(
    given_ratings: dict[str, int], tiles: list[str], rng: random.Random
) -> None:
    items, shuffled = list(given_ratings.items()), list(tiles)
    rng.shuffle(items)
    rng.shuffle(shuffled)
    one, other = _fit(given_ratings, tiles), _fit(dict(items), shuffled)
    for part in fields(Fit):
        assert np.array_equal(
            np.asarray(getattr(one, part.name), dtype=object if part.name == "because" else float),
            np.asarray(
                getattr(other, part.name), dtype=object if part.name == "because" else float
            ),
            equal_nan=part.name != "because",
        )


@few
@given(full, st.sampled_from(CARDS))
def test_relation_12_liking_a_type_more_never_lowers_r_of_a_subject_of_that_type_alone(
    given_ratings: dict[str, int], card: str
) -> None:
    assume(given_ratings[card] < 5)
    letter = next(c.type for c in DECK.cards if c.id == card)
    pure = np.eye(6)[[TYPES.index(letter)]]
    more = {**given_ratings, card: given_ratings[card] + 1}
    before, after = (
        pearson(score_cards(r, DECK, at_least=2).vector(), pure, min_types=4)[0]
        for r in (given_ratings, more)
    )
    assume(not np.isnan(before) and not np.isnan(after))
    assert after >= before - 1e-12


@pytest.mark.parametrize("answer", [1, 3, 5, None], ids=["dislike", "neutral", "like", "skipped"])
@pytest.mark.parametrize("tiles", [[], ["animals"]], ids=["no tiles", "a tile"])
def test_relation_25_one_answer_to_all_is_finite_shows_breadth_and_says_so(
    answer: int | None, tiles: list[str]
) -> None:
    found = _fit({} if answer is None else dict.fromkeys(CARDS, answer), tiles)
    known = found.value[~np.isnan(found.value)]
    assert np.isfinite(known).all()
    assert found.known == bool(tiles)
    wanted = "INTEREST_NO_CARDS" if answer is None else "INTEREST_FLAT"
    assert wanted in {reason.code for reason in found.because}
    groups = nearest(found, S, seed=0) if tiles else breadth(S, seed=0)
    assert groups
    assert all(group.rows for group in groups)
    assert len(breadth(S, seed=0)) > 15


@few
@given(ratings, picked, picked)
def test_fit_is_within_0_and_1_or_not_known_whatever_is_answered(
    given_ratings: dict[str, int], tiles: list[str], not_for_me: list[str]
) -> None:
    riasec = score_cards(given_ratings, DECK, at_least=SCORING.min_answered)
    value = fit(riasec, S, scoring=SCORING, tiles=tiles, not_for_me=not_for_me).value
    known = value[~np.isnan(value)]
    assert ((known >= 0) & (known <= 1)).all()


@few
@given(ratings, picked, st.sampled_from(TILES))
def test_picking_a_tile_never_lowers_a_subject_that_carries_it_beside_one_that_does_not(
    given_ratings: dict[str, int], tiles: list[str], tile: str
) -> None:
    assume(tiles and tile not in tiles)
    before, after = _fit(given_ratings, tiles).value, _fit(given_ratings, [*tiles, tile]).value
    carries = np.array([tile in own for own in S.tiles])
    assert (after[carries] >= before[carries] - 1e-12).all()
    assert after[~carries] == pytest.approx(before[~carries], nan_ok=True)


def test_nothing_about_a_provider_can_reach_fit() -> None:
    names = {f.name for f in fields(Subjects)} | {f.name for f in fields(Riasec)}
    assert not [n for n in names if "provider" in n or "site" in n or "offer" in n]


@few
@given(
    st.one_of(st.text(max_size=200), st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
)
def test_any_text_is_read_to_at_most_five_subjects_nearest_first(text: str) -> None:
    reading = load.text_model().read(text)
    scores = [match.score for match in reading.liked]
    assert len(scores) <= 5
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 + 1e-9 for score in scores)
    assert all(match.words for match in (*reading.liked, *reading.set_aside))


def test_a_very_long_text_is_read_as_far_as_its_limit() -> None:
    model = load.text_model()
    assert model.read("bikes " * 50_000) == model.read(("bikes " * 200)[:LONGEST])
