"""Fitting: order by construction, pooling, exact slopes, the same digits every time."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.special import expit

from pathways.outcomes.bands import BANDS, KNOTS, between, slice_points, slice_shares
from pathways.outcomes.fit import fit, stored
from pathways.outcomes.likelihood import Likelihood
from pathways.outcomes.shared_shape import fit_shared_shape
from pathways.outcomes.surface import disorder, shares, tails

COUNTS = arrays(np.int64, (2, len(BANDS), 4), elements=st.integers(0, 300))


def sample(seed: int = 5, *, items: int = 3, students: int = 200) -> np.ndarray:
    rng = np.random.default_rng(seed)
    centre = np.arange(len(BANDS)) - 5
    tail = expit(
        centre[None, :, None] - np.array([-1.0, 0.5, 2.0]) + rng.normal(0, 0.5, (items, 1, 1))
    )
    chance = shares(tail)
    size = rng.integers(0, students, (items, len(BANDS)))
    return rng.multinomial(size, chance / chance.sum(-1, keepdims=True)).astype(float)


@settings(max_examples=12)
@given(COUNTS)
def test_whatever_the_counts_a_higher_average_never_has_a_lower_chance(counts: np.ndarray) -> None:
    logits = fit(counts.astype(float))
    assert disorder(logits) == 0
    grid = tails(logits, np.linspace(0, 9, 181))
    assert (np.diff(grid, axis=1) >= 0).all()
    assert (shares(grid) > 0).all()


@pytest.mark.parametrize("grade", [0, 3])
@pytest.mark.parametrize("band", [0, 9, slice(None)])
def test_counts_that_fix_almost_nothing_still_give_a_sound_surface(
    grade: int, band: int | slice
) -> None:
    counts = np.zeros((2, len(BANDS), 4))
    assert disorder(fit(counts)) == 0
    counts[:, band, grade] = 300
    assert disorder(fit(counts)) == 0


def test_the_loss_has_the_slope_it_says() -> None:
    counts = Likelihood.of(sample())
    logits = fit_shared_shape(counts)
    slope = counts.loss(logits)[1]
    for place in ((0, 4, 1), (1, 7, 0), (2, 9, 2)):
        step = np.zeros_like(logits)
        step[place] = 1e-5
        seen = (counts.loss(logits + step)[0] - counts.loss(logits - step)[0]) / 2e-5
        assert np.isclose(seen, slope[place], rtol=1e-4, atol=1e-4)


def test_fitting_twice_gives_the_same_digits() -> None:
    assert np.array_equal(fit(sample()), fit(sample()))


def test_the_fit_does_not_stop_early() -> None:
    counts = Likelihood.of(sample(students=3000))
    near = counts.band_shares(fit(sample(students=3000)))
    seen = sample(students=3000)
    n = seen.sum(axis=2)
    said, got = (near * n[..., None]).sum(axis=(0, 1)), seen.sum(axis=(0, 1))
    assert np.allclose(said / n.sum(), got / n.sum(), atol=0.01)


def test_a_course_without_students_takes_the_shape_of_the_others() -> None:
    counts = sample(items=4, students=2000)
    counts[3] = 0
    logits = fit(counts)
    others = expit(logits[:3]).mean(axis=0)
    assert np.abs(expit(logits[3]) - others)[3:8].max() < 0.2


def test_storing_keeps_the_order_and_leaves_every_grade_possible() -> None:
    flat = np.zeros((1, len(KNOTS), 5))
    assert disorder(stored(flat)) == 0
    assert (shares(expit(stored(flat) / 100)) > 0).all()


def test_a_curve_is_read_in_straight_lines_between_knots_and_flat_outside() -> None:
    weights = between(np.array([0.0, 0.5, 2.0, 8.75, 9.0]))
    assert np.allclose(weights.sum(axis=1), 1)
    assert np.allclose(weights @ KNOTS, [0.5, 0.5, 2.0, 8.75, 9.0])


def test_students_are_spread_towards_the_fuller_side_of_their_band() -> None:
    n = np.array([0, 0, 10, 50, 200, 600, 900, 600, 200, 20.0])
    inside = slice_shares(n)
    middle = (inside * slice_points()).sum(axis=1)
    assert np.allclose(inside.sum(axis=1), 1)
    assert middle[4] > 4.5
    assert middle[7] < 7.5
    assert np.isclose(middle[9], 9.0)
