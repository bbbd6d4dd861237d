"""Relations 14 to 17 and 22 of science section D7, and what a score may never depend on."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.scored_tables import ANCHORS, One, offers, scored, weighings

from pathways.matching.order import Orderable, order
from pathways.matching.weighing import TERMS, Weighing
from pathways.seeded import digest

some = settings(max_examples=150)
WEIGHED = ("interest", "travel")


def _dots(weighing: Weighing, term: str, dots: int) -> Weighing:
    changed = list(weighing.dots)
    changed[TERMS.index(term)] = dots
    return replace(weighing, dots=tuple(changed))


def _same(a: np.ndarray, b: np.ndarray) -> bool:
    return np.array_equal(a, b, equal_nan=True)


@some
@given(
    offers, weighings, st.lists(st.builds(One, st.integers(0, 5), st.none(), st.none()), max_size=5)
)
def test_relation_06_other_offers_leave_every_score_and_group_to_the_last_bit(
    listed: list[One], weighing: Weighing, more: list[One]
) -> None:
    alone, together = scored(listed, weighing), scored([*listed, *more], weighing)
    assert _same(alone.score, together.score[: len(listed)])
    assert _same(alone.band, together.band[: len(listed)])


@some
@given(offers, weighings, st.randoms(use_true_random=False))
def test_relation_05_shuffled_rows_have_the_same_scores(
    listed: list[One], weighing: Weighing, random: object
) -> None:
    moved = list(range(len(listed)))
    random.shuffle(moved)  # type: ignore[attr-defined]
    found = scored([listed[n] for n in moved], weighing).score
    assert _same(found, scored(listed, weighing).score[moved])


@some
@given(
    weighings,
    st.sampled_from(WEIGHED),
    st.integers(0, 5),
    st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
def test_relation_14_more_dots_never_lower_a_course_that_is_better_there_and_equal_elsewhere(
    weighing: Weighing, term: str, dots: int, pair: tuple[float, float]
) -> None:
    assume(dots > weighing.of(term))
    worse, better = sorted(pair)
    places = (
        [One(0, better, 20.0), One(0, worse, 20.0)]
        if term == "interest"
        else [One(0, 0.5, 60 * worse), One(0, 0.5, 60 * better)]
    )
    for weighs in (weighing, _dots(weighing, term, dots)):
        score = scored(places, weighs).score
        assert np.isnan(score).all() or score[0] >= score[1]


@some
@given(offers, weighings, st.integers(2, 9))
def test_relation_15_doubling_all_dots_changes_nothing(
    listed: list[One], weighing: Weighing, times: int
) -> None:
    doubled = replace(weighing, dots=tuple(dots * times for dots in weighing.dots))
    assert _same(scored(listed, weighing).score, scored(listed, doubled).score)


@some
@given(offers, weighings, st.sampled_from(WEIGHED), st.none() | st.floats(0, 1))
def test_relation_15_data_of_a_term_without_dots_are_irrelevant(
    listed: list[One], weighing: Weighing, term: str, value: float | None
) -> None:
    weighs = _dots(weighing, term, 0)
    changed = [
        replace(one, interest=value)
        if term == "interest"
        else replace(one, minutes=None if value is None else 100 * value)
        for one in listed
    ]
    assert _same(scored(listed, weighs).score, scored(changed, weighs).score)


@some
@given(offers, weighings)
def test_relation_16_a_course_as_good_on_all_terms_is_never_in_a_lower_group(
    listed: list[One], weighing: Weighing
) -> None:
    found = scored(listed, weighing)
    values = np.array([found.values(row) for row in range(len(listed))])
    on = np.array(weighing.dots) > 0
    for a in range(len(listed)):
        for b in range(len(listed)):
            known_alike = (np.isnan(values[a]) == np.isnan(values[b]))[on].all()
            if known_alike and (np.nan_to_num(values[a]) >= np.nan_to_num(values[b]))[on].all():
                assert found.band[a] <= found.band[b]


@some
@given(
    weighings, st.sampled_from(WEIGHED), st.none() | st.floats(0, 1), st.none() | st.floats(0, 90)
)
def test_relation_17_missing_never_beats_the_best_nor_loses_to_the_worst(
    weighing: Weighing, term: str, interest: float | None, minutes: float | None
) -> None:
    def one(value: float | None) -> One:
        if term == "interest":
            return One(0, value, minutes)
        return One(0, interest, None if value is None else 500 * (1 - value))

    best, missing, worst = scored([one(1.0), one(None), one(0.0)], weighing).score
    if not np.isnan(missing):
        assert worst <= missing <= best


def test_relation_17_nothing_known_stands_in_the_middle_of_the_groups() -> None:
    best, missing, worst = scored(
        [One(5, 1.0, None), One(5, None, None), One(5, 0.0, None)], Weighing((3, 2, 2, 1, 2, 0, 0))
    ).band
    assert best < missing < worst


@some
@given(offers, weighings)
def test_relation_25_scores_are_within_0_and_1_or_not_known(
    listed: list[One], weighing: Weighing
) -> None:
    found = scored(listed, weighing)
    known = found.score[~np.isnan(found.score)]
    assert ((known >= 0) & (known <= 1)).all()
    assert ((found.band >= 1) & (found.band <= len(ANCHORS.groups_from) + 1)).all()


@pytest.mark.parametrize("seed", range(3))
def test_relation_21_another_seed_keeps_groups_and_redraws_inside_them(seed: int) -> None:
    band = np.array([1] * 20 + [2] * 20, np.uint8)
    keys = np.array([digest(f"offer {n}") for n in range(40)], np.uint64)
    seen = Orderable(np.zeros(40, np.uint8), band, keys)
    once, again, other = (order(seen, s).tolist() for s in (seed, seed, seed + 1))
    assert once == again
    assert once != other
    assert set(once[:20]) == set(other[:20]) == set(range(20))


@pytest.mark.statistical
def test_relation_22_each_member_of_a_group_stands_everywhere_equally_often() -> None:
    size, seeds = 8, 2000
    keys = np.array([digest(f"urn-{n}.main~a-level.biology") for n in range(size)], np.uint64)
    seen = Orderable(np.zeros(size, np.uint8), np.ones(size, np.uint8), keys)
    counts = np.zeros((size, size))
    for seed in range(seeds):
        counts[order(seen, seed), np.arange(size)] += 1
    expected = seeds / size
    chi2 = ((counts - expected) ** 2 / expected).sum()
    # 49 degrees of freedom: mean 49, standard deviation 9.9; 99.9 in 100 are below 86.
    assert chi2 < 86
    weight = 1 / np.log2(np.arange(size) + 2)
    exposure = counts @ weight / seeds
    assert exposure == pytest.approx(np.full(size, weight.mean()), rel=0.04)
