"""The score and its explanation: the numbers shown give the score again, exactly."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.scored_tables import ANCHORS, One, offers, scored, weighings

from pathways.matching.bands import bands
from pathways.matching.counterfactual import smallest_change
from pathways.matching.explain import against, explain, term_values, unsaid
from pathways.matching.robust import nearby, steadiness
from pathways.matching.score import score_of
from pathways.matching.weighing import TERMS, Weighing
from pathways.words import say_reason

some = settings(max_examples=120)
DEFAULT = (3, 2, 2, 1, 2, 0, 0)


def weightings(dots: tuple[int, ...], seed: int = 0) -> np.ndarray:
    return nearby(dots, ANCHORS, random=np.random.default_rng(seed))


@some
@given(offers, weighings)
def test_relation_28_dots_and_values_shown_give_the_score_exactly(
    listed: list[One], weighing: Weighing
) -> None:
    found = scored(listed, weighing)
    for row in range(len(listed)):
        shown = explain(row, found, weightings(weighing.dots), ANCHORS).terms
        counting = [term for term in shown if term.value is not None and term.dots]
        dots = sum(term.dots for term in counting)
        if not dots:
            assert np.isnan(found.score[row])
            continue
        # Exact arithmetic on what is printed: whole dots, values of two decimals.
        by_hand = (
            sum((term.dots * Fraction(f"{term.value:.2f}") for term in counting), Fraction(0))
            / dots
        )
        assert float(by_hand) == found.score[row]
        assert sum(term.adds or 0 for term in shown) == pytest.approx(found.score[row], abs=1e-12)


@some
@given(offers, weighings)
def test_every_reason_can_be_said_and_is_true(listed: list[One], weighing: Weighing) -> None:
    found = scored(listed, weighing)
    for row in range(len(listed)):
        why = explain(row, found, weightings(weighing.dots), ANCHORS)
        opposed = against(why.terms, ANCHORS)
        by_name = {term.name: term for term in why.terms}
        for reason in (*why.largest, *why.changes, why.steady_because, opposed):
            assert "{" not in say_reason(reason)
        for term in why.terms:
            assert (term.value is None) == (term.because is not None)
            if term.because is not None:
                assert say_reason(term.because)
        assert len(why.largest) <= ANCHORS.reasons
        adds = [by_name[r.code.removeprefix("FOR_").lower()].adds or 0 for r in why.largest]
        assert adds == sorted(adds, reverse=True)
        if opposed.code.startswith("AGAINST_") and opposed.values:
            named = by_name[opposed.code.removeprefix("AGAINST_").lower()]
            assert named.value is not None
            assert named.value < ANCHORS.against_below


@some
@given(offers, weighings)
def test_the_counterfactual_is_true_and_nothing_smaller_would_do(
    listed: list[One], weighing: Weighing
) -> None:
    found = scored(listed, weighing)
    for row in range(len(listed)):
        band, values = int(found.band[row]), found.values(row)
        change = smallest_change(values, weighing.dots, band, ANCHORS)

        def group(term: str, dots: int, values: np.ndarray = values) -> int | None:
            tried = np.array(weighing.dots, np.float64)
            tried[TERMS.index(term)] = dots
            score = score_of(values, tried)
            return None if np.isnan(score) else int(bands(np.array([score]), ANCHORS)[0])

        reach = abs(change.then - change.now) if change else 6
        if change:
            assert group(change.term, change.then) == change.group != band
        for term, now in zip(TERMS, weighing.dots, strict=True):
            for then in range(6):
                if abs(then - now) < reach and then != now:
                    assert group(term, then) in (None, band)


def test_a_dot_less_on_travel_can_move_a_course_up() -> None:
    found = scored([One(0, 0.95, 60)], Weighing(DEFAULT, longest=60, taken=frozenset({"Biology"})))
    why = explain(0, found, weightings(DEFAULT), ANCHORS)
    assert found.band[0] == 2
    assert [reason.code for reason in why.changes] == ["IF_TRAVEL"]
    assert why.changes[0].as_dict() == {"now": 2, "then": 1, "group": 1}
    assert against(why.terms, ANCHORS).code == "AGAINST_TRAVEL"


def test_a_term_without_data_is_dropped_and_says_whose_silence_it_is() -> None:
    found = scored([One(0, None, 10), One(5, None, None)], Weighing(DEFAULT, practical=0.5))
    terms = {t.name: t for t in term_values(found.values(1), DEFAULT, unsaid=unsaid(found))}
    codes = {name: term.because.code for name, term in terms.items() if term.because}
    assert codes["interest"] == "DROPPED_INTEREST_UNSAID"
    assert codes["travel"] == "DROPPED_TRAVEL_UNKNOWN"
    assert codes["learning_style"] == "DROPPED_LEARNING_STYLE_UNKNOWN"
    assert codes["destinations"] == "DROPPED_DESTINATIONS_UNSAID"
    assert np.isnan(found.score[1])
    assert found.band[1] == ANCHORS.without_data


def test_nothing_weighed_is_said_and_a_perfect_course_has_nothing_against_it() -> None:
    none = scored([One(5, None, None)], Weighing(DEFAULT))
    shown = term_values(none.values(0), DEFAULT, unsaid=unsaid(none))
    assert against(shown, ANCHORS).code == "AGAINST_NOT_WEIGHED"
    best = scored([One(0, 1.0, 5)], Weighing(DEFAULT))
    shown = term_values(best.values(0), DEFAULT, unsaid=unsaid(best))
    assert against(shown, ANCHORS).code == "AGAINST_NOTHING"


@some
@given(offers, weighings, st.integers(0, 3))
def test_steadiness_is_a_share_that_repeats_from_its_seed(
    listed: list[One], weighing: Weighing, seed: int
) -> None:
    found = scored(listed, weighing)
    once, again = (weightings(weighing.dots, seed) for _ in range(2))
    assert np.array_equal(once, again)
    assert (once[:, np.array(weighing.dots) == 0] == 0).all()
    share = steadiness(found.values(0), int(found.band[0]), once, ANCHORS)
    assert 0 <= share <= 1
    if sum(weighing.dots):
        assert once.sum(axis=1) == pytest.approx(1)


def test_a_course_that_is_best_in_everything_stays_first_and_one_on_the_edge_does_not() -> None:
    weighs = Weighing(DEFAULT, longest=60)
    found = scored([One(0, 1.0, 5), One(0, 0.67, 15)], weighs)
    drawn = weightings(DEFAULT)
    assert steadiness(found.values(0), 1, drawn, ANCHORS) == 1
    assert 0.2 < steadiness(found.values(1), int(found.band[1]), drawn, ANCHORS) < 0.95
