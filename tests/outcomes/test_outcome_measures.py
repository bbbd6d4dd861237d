"""The measures, against values worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from pathways.outcomes import measures
from pathways.outcomes.lookup import look_up, order_broken

SAID = np.array([[0.5, 0.3, 0.2], [0.1, 0.2, 0.7]])
SEEN = np.array([[2.0, 1.0, 0.0], [0.0, 0.0, 1.0]])


def test_log_loss_is_the_mean_of_minus_the_log_of_what_happened() -> None:
    by_hand = -(2 * math.log(0.5) + math.log(0.3) + math.log(0.7)) / 4
    assert measures.log_loss(SAID, SEEN) == pytest.approx(by_hand)


def test_brier_and_ranked_probability_score() -> None:
    first = (2 * 0.5**2 + 1 * 0.5**2 + 1 * 0.1**2) / 4
    second = (3 * 0.2**2 + 1 * 0.3**2) / 4
    assert measures.brier_by_threshold(SAID, SEEN) == pytest.approx([first, second])
    assert measures.ranked_probability_score(SAID, SEEN) == pytest.approx((first + second) / 2)


def test_calibration_error_is_the_mean_gap_in_points() -> None:
    # bins: 0.5 said of 3 with 1 seen, 0.9 said of 1 with 1 seen
    assert measures.calibration_error(SAID, SEEN, threshold=1) == pytest.approx(
        100 * (abs(1.5 - 1) + abs(0.9 - 1)) / 4
    )


def test_the_reliability_table_holds_everyone_once() -> None:
    rows = measures.reliability(SAID, SEEN, threshold=1)
    assert [(r.lowest, r.students) for r in rows] == [(50, 3), (90, 1)]
    assert rows[0].said == pytest.approx(50)
    assert rows[0].seen == pytest.approx(100 / 3)


def test_intervals_hold_the_value_on_many_students_and_are_the_same_for_a_seed() -> None:
    many = SEEN * 4000 + 1
    first = measures.calibration_interval(SAID, many, threshold=1, seed=1, draws=100)
    assert first == measures.calibration_interval(SAID, many, threshold=1, seed=1, draws=100)
    error = measures.calibration_error(SAID, many, threshold=1)
    assert first[0] < error < first[1]
    worse = np.full_like(SAID, 1 / 3)
    low, high = measures.loss_interval(SAID, worse, many, seed=1, draws=100)
    gap = measures.log_loss(SAID, many) - measures.log_loss(worse, many)
    assert low < gap < high


def test_the_look_up_table_is_the_published_percentages() -> None:
    shares = look_up(np.array([[[9.0, 0.0, 90.0]]]))
    assert shares[0, 0] == pytest.approx([9.5 / 100.5, 0.5 / 100.5, 90.5 / 100.5])


def test_a_look_up_table_that_falls_is_counted() -> None:
    students = np.zeros((1, 10, 2))
    students[0, 4], students[0, 5], students[0, 6] = (10, 90), (50, 50), (10, 90)
    assert order_broken(look_up(students), students) == (1, 2)
