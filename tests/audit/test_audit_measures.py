"""Measures of the audit, checked by hand, by simulation and by another implementation."""

from __future__ import annotations

from math import log2
from pathlib import Path

import numpy as np
import pytest
from support.shared import SHARED

from pathways.audit.assumptions import assumptions
from pathways.audit.equivalence import correlation, equivalence, holm, permutation_p
from pathways.audit.exposure import (
    dcg_weights,
    expected_exposure_loss,
    fair,
    gini,
    permutation_moments,
    rbp_weights,
)
from pathways.audit.gcse_grades import TABLE, build_gcse_grades, gcse_grades
from pathways.audit.regression import fit, moments
from pathways.audit.swaps import farthest
from pathways.audit.text import text_audit

RANDOM = np.random.default_rng(7)


def test_position_weights_are_those_of_the_formulas() -> None:
    assert dcg_weights(3).tolist() == pytest.approx([1, 1 / log2(3), 1 / 2])
    assert rbp_weights(3, 0.8).tolist() == pytest.approx([0.2, 0.16, 0.128])
    assert rbp_weights(200, 0.8).sum() == pytest.approx(1)


def test_fair_exposure_is_the_mean_of_equals() -> None:
    assert fair(np.array([1.0, 0.5, 0.3]), np.array([0, 0, 1])).tolist() == [0.75, 0.75, 0.3]


def gini_by_every_pair(values: list[float]) -> float:
    """The Gini index from its definition: mean difference of every two, over twice the mean."""
    pairs = [abs(a - b) for a in values for b in values]
    return sum(pairs) / len(pairs) / (2 * sum(values) / len(values))


@pytest.mark.parametrize("size", [2, 5, 40])
def test_gini_agrees_with_its_definition_pair_by_pair(size: int) -> None:
    values = RANDOM.random(size)
    assert gini(values) == pytest.approx(gini_by_every_pair(values.tolist()))
    assert gini(np.full(size, 3.0)) == pytest.approx(0)
    assert gini(np.zeros(0)) == 0


def test_expected_exposure_loss_is_0_where_all_get_their_due() -> None:
    due = np.array([1.0, 2.0])
    assert expected_exposure_loss(due, due) == 0
    assert expected_exposure_loss(np.array([2.0, 1.0]), due) == pytest.approx(2 / 5)


def test_moments_of_all_shuffles_are_those_of_many_drawn_ones() -> None:
    stratum = np.array([0, 0, 0, 0, 1, 1, 1, 2])
    codes = np.array([0, 0, 1, 1, 0, 1, 1, 0])
    weights = dcg_weights(8)
    mean, variance = permutation_moments(weights, stratum, codes, 2)
    drawn = []
    for _ in range(20_000):
        shuffled = codes.copy()
        for s in range(3):
            inside = np.flatnonzero(stratum == s)
            shuffled[inside] = RANDOM.permutation(codes[inside])
        drawn.append(weights[shuffled == 0].sum())
    assert mean[0] == pytest.approx(np.mean(drawn), abs=0.005)
    assert variance[0] == pytest.approx(np.var(drawn), rel=0.05)


def test_equal_exposure_is_equivalent_and_too_few_learners_prove_nothing() -> None:
    due = np.full(4000, 1.0)
    seen = due + RANDOM.normal(0, 0.5, 4000)
    assert equivalence(seen, due, margin=0.05, alpha=0.05).equivalent
    assert not equivalence(seen[:20], due[:20], margin=0.05, alpha=0.05).equivalent
    assert not equivalence(seen * 1.1, due, margin=0.05, alpha=0.05).equivalent
    assert not equivalence(due * 0, due * 0, margin=0.05, alpha=0.05).equivalent


def test_a_favoured_group_has_a_small_p_and_a_fair_one_does_not() -> None:
    mean, variance = np.full(400, 2.0), np.full(400, 0.25)
    fairly = mean + RANDOM.normal(0, 0.5, 400)
    assert permutation_p(fairly, mean, variance) > 0.01
    assert permutation_p(fairly + 0.2, mean, variance) < 0.001
    assert permutation_p(mean, mean, variance * 0) == 1


def test_holm_corrects_the_smallest_most() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])


def test_a_correlation_comes_from_its_sums() -> None:
    x, y = RANDOM.normal(size=(2, 50))
    x, y = x - x.mean(), y - y.mean()
    sums = np.array([x @ y, x @ x, y @ y])
    assert correlation(sums) == pytest.approx(np.corrcoef(x, y)[0, 1])
    assert correlation(np.zeros(3)) == 0


@pytest.mark.parametrize("favour", [0.0, 0.5])
def test_the_regression_finds_a_kind_that_is_favoured_and_no_other(favour: float) -> None:
    xtx, xty = [], []
    for _ in range(60):
        stratum, kind = RANDOM.integers(0, 3, 90), RANDOM.integers(0, 3, 90)
        weights = 1 + 0.3 * stratum + favour * (kind == 2) + RANDOM.normal(0, 0.1, 90)
        covariates = RANDOM.random((90, 2))
        sums = moments(covariates, stratum, kind, 3, weights)
        xtx.append(sums[0])
        xty.append(sums[1])
    found = fit(np.array(xtx), np.array(xty), base=0)
    assert found.value[2] == 0
    assert abs(found.value[3]) < 4 * found.error[3] + 1e-12
    if favour:
        assert found.value[4] > 10 * found.error[4]
    else:
        assert abs(found.value[4]) < 4 * found.error[4]


@pytest.mark.parametrize(
    ("before", "after", "far"),
    [("abc", "abc", 0), ("abc", "xaybzc", 0), ("abc", "acb", 1), ("abc", "bca", 2), ("ab", "a", 1)],
)
def test_how_far_an_order_moved_looks_past_new_offers(before: str, after: str, far: int) -> None:
    assert farthest(list(before), list(after)) == far


def test_a_loaded_word_is_found_as_a_word_and_not_inside_one() -> None:
    found = text_audit({"a": "The top course.", "b": "Stop and adjust."}, ("top", "just"))
    assert [(one.route, one.loaded) for one in found] == [("a", ("top",)), ("b", ())]


def test_every_route_is_described_at_about_the_same_length_and_age_without_loaded_words() -> None:
    found = text_audit()
    assert len(found) == 13
    assert not [one for one in found if one.loaded]
    words = [one.words for one in found]
    assert max(words) <= 1.3 * min(words)
    assert max(one.reading_age for one in found) <= 11


def test_shares_of_grades_come_from_the_table_and_stay_below_1() -> None:
    for subject, grades in gcse_grades().items():
        assert 0.9 < sum(grades.shares) <= 1.005, subject
    assert gcse_grades()["Combined Science"].grades[0] == "9-9"
    assert 0 < assumptions().margin <= 0.05


@pytest.mark.official
def test_the_table_of_grades_is_what_the_official_file_gives() -> None:
    official = SHARED / "official-data/ks4/2223_subject_timeseries_data_revised.csv.gz"
    if not official.is_file():
        pytest.skip("the official files are not beside this checkout")
    assert build_gcse_grades(official) == Path(TABLE).read_text("utf-8")
