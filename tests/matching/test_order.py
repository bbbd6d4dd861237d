"""The order: what the grades open, then the group of the score, then the draw."""

from __future__ import annotations

import dataclasses

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pathways.matching.order import BY, Orderable, order
from pathways.seeded import digest

ROWS = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4)), min_size=1, max_size=30)


def _seen(rows: list[tuple[int, int]]) -> Orderable:
    return Orderable(
        np.array([state for state, _ in rows], np.uint8),
        np.array([band for _, band in rows], np.uint8),
        np.array([digest(str(n)) for n in range(len(rows))], np.uint64),
    )


def test_the_order_has_no_field_for_who_the_provider_is() -> None:
    assert [part.name for part in dataclasses.fields(Orderable)] == ["state", "band", "digest"]
    assert BY == ("eligibility", "group", "draw")


@given(ROWS, st.integers(0, 9))
def test_options_come_by_state_then_by_group(rows: list[tuple[int, int]], seed: int) -> None:
    ranked = order(_seen(rows), seed).tolist()
    assert sorted(ranked) == list(range(len(rows)))
    keys = [rows[n] for n in ranked]
    assert keys == sorted(keys)


@given(ROWS, st.integers(0, 9))
def test_another_option_never_moves_the_others(rows: list[tuple[int, int]], seed: int) -> None:
    every = order(_seen(rows), seed).tolist()
    fewer = order(_seen(rows[:-1]), seed).tolist()
    assert [n for n in every if n != len(rows) - 1] == fewer


def test_a_group_is_drawn_between_and_another_group_never_is() -> None:
    firsts = [int(order(_seen([(0, 2), (0, 2), (0, 3)]), seed)[0]) for seed in range(40)]
    assert set(firsts) == {0, 1}
