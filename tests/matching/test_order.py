"""The order: what the grades open, then how far in steps, then the draw."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.matching.order import MINUTES_A_STEP, UNKNOWN_STEP, Orderable, order
from pathways.seeded import digest

ROWS = st.lists(
    st.tuples(st.integers(0, 3), st.none() | st.integers(0, 200)), min_size=1, max_size=30
)


def _seen(rows: list[tuple[int, int | None]]) -> Orderable:
    return Orderable(
        np.array([state for state, _ in rows], np.uint8),
        np.array([np.nan if m is None else m for _, m in rows], np.float32),
        np.array([digest(str(n)) for n in range(len(rows))], np.uint64),
    )


def _step(minutes: int | None) -> int:
    return UNKNOWN_STEP if minutes is None else minutes // MINUTES_A_STEP


def test_the_order_has_no_field_for_who_the_provider_is() -> None:
    assert [part.name for part in dataclasses.fields(Orderable)] == ["state", "minutes", "digest"]


@given(ROWS, st.integers(0, 9))
def test_options_come_by_state_then_by_step_of_the_journey(
    rows: list[tuple[int, int | None]], seed: int
) -> None:
    ranked = order(_seen(rows), seed).tolist()
    assert sorted(ranked) == list(range(len(rows)))
    keys = [(rows[n][0], _step(rows[n][1])) for n in ranked]
    assert keys == sorted(keys)


@given(ROWS, st.integers(0, 9))
def test_another_option_never_moves_the_others(
    rows: list[tuple[int, int | None]], seed: int
) -> None:
    every = order(_seen(rows), seed).tolist()
    fewer = order(_seen(rows[:-1]), seed).tolist()
    assert [n for n in every if n != len(rows) - 1] == fewer


@pytest.mark.parametrize(("minutes", "place"), [(0, 1), (59, 1), (75, 0), (200, 0)])
def test_an_unknown_journey_stands_with_an_hour(minutes: int, place: int) -> None:
    ranked = order(_seen([(0, None), (0, minutes)]), 3)
    assert ranked[0] == place


def test_journeys_within_a_quarter_of_an_hour_are_drawn_between() -> None:
    firsts = {int(order(_seen([(0, 16), (0, 29)]), seed)[0]) for seed in range(40)}
    assert firsts == {0, 1}
