"""The draw inside ties: fair, repeatable, moved by nothing but the seed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.seeded import digest, draw

SEEDS = st.integers(0, 2**63)
IDS = st.lists(st.text(max_size=12), unique=True, min_size=2, max_size=20)


def _keys(ids: list[str], seed: int) -> list[int]:
    return [int(key) for key in draw(np.array([digest(one) for one in ids], np.uint64), seed)]


@given(IDS, SEEDS)
def test_the_same_seed_draws_the_same(ids: list[str], seed: int) -> None:
    assert _keys(ids, seed) == _keys(ids, seed)


@given(IDS, SEEDS)
def test_a_key_does_not_depend_on_its_neighbours(ids: list[str], seed: int) -> None:
    assert _keys(ids, seed)[1:] == _keys(ids[1:], seed)


@given(IDS, SEEDS)
def test_two_offers_never_share_a_key(ids: list[str], seed: int) -> None:
    assert len(set(_keys(ids, seed))) == len(ids)


def test_the_number_of_an_offer_id_never_changes() -> None:
    # Written down: a change would reorder every list that anybody saved or printed.
    assert digest("urn-900001.main~a-level.biology") == 0xE8C91769BD6107CF


@pytest.mark.statistical
def test_over_seeds_each_of_five_is_first_equally_often() -> None:
    digests = np.array([digest(f"offer {n}") for n in range(5)], np.uint64)
    first = np.bincount([int(np.argmin(draw(digests, seed))) for seed in range(2000)], minlength=5)
    expected = 2000 / 5
    chi2 = float(((first - expected) ** 2 / expected).sum())
    assert chi2 < 18.47  # 4 degrees of freedom, p = 0.001
