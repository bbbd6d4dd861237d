"""Distances and journeys."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.places.distance import EARTH_RADIUS_KM, distances_km
from pathways.places.journeys import MODES, best_mode_minutes, journey_method, journey_minutes
from pathways.words import say

points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
kms = st.lists(st.floats(0, 600), min_size=2, max_size=20)


def between(one, other):
    return float(distances_km(*one, [other[0]], [other[1]])[0])


def test_kingston_to_guildford_is_about_27_km():
    assert between((51.4123, -0.3007), (51.2362, -0.5704)) == pytest.approx(27.1, abs=0.3)


def test_a_degree_of_latitude_is_111_km():
    assert between((51, 0), (52, 0)) == pytest.approx(111.195, abs=0.001)


def test_opposite_points_are_half_the_earth_apart():
    assert between((0, 0), (0, 180)) == pytest.approx(np.pi * EARTH_RADIUS_KM)


@settings(max_examples=150, deadline=None)
@given(points, points, points)
def test_distance_is_symmetric_zero_on_itself_and_never_shorter_by_a_detour(a, b, c):
    assert between(a, a) == 0
    assert between(a, b) == pytest.approx(between(b, a), abs=1e-6)
    assert between(a, c) <= between(a, b) + between(b, c) + 1e-3


def test_many_places_at_once_keep_their_order_and_unknown_ones():
    found = distances_km(51.4, -0.3, np.array([51.4, np.nan, 51.5]), np.array([-0.3, -0.3, -0.3]))
    assert found[0] == 0
    assert np.isnan(found[1])
    assert found[2] == pytest.approx(11.12, abs=0.01)


@pytest.mark.parametrize("mode", MODES)
@settings(max_examples=60, deadline=None)
@given(km=kms)
def test_farther_never_takes_less_time(mode, km):
    minutes = journey_minutes(np.sort(km), mode)
    assert (np.diff(minutes) >= 0).all()
    assert (minutes >= 0).all()


@settings(max_examples=100, deadline=None)
@given(km=kms)
def test_the_best_way_is_walking_near_by_and_never_slower_than_bus_or_train(km):
    far = np.sort(km)
    minutes, mode = best_mode_minutes(far)
    assert (np.diff(minutes) >= 0).all()
    assert (minutes <= journey_minutes(far, "bus_or_train")).all()
    assert (far[mode == "walk"] <= journey_method().walk_up_to_km).all()
    assert set(mode) <= {"walk", "bus_or_train"}


def test_worked_examples_of_minutes():
    assert journey_minutes([1.0], "walk").tolist() == [16]
    assert journey_minutes([4.0], "cycle").tolist() == [25]
    assert journey_minutes([0.0, 6.0, 10.0], "bus_or_train").tolist() == [15, 46, 56]
    minutes, mode = best_mode_minutes([0.0, 1.0, 10.0])
    assert minutes.tolist() == [0, 16, 56]
    assert mode.tolist() == ["walk", "walk", "bus_or_train"]


def test_an_unknown_distance_has_no_minutes_and_no_mode():
    minutes, mode = best_mode_minutes([float("nan")])
    assert np.isnan(minutes).all()
    assert mode.tolist() == [""]


def test_the_assumptions_say_that_they_are_ours():
    method = journey_method()
    assert method.trust == "estimate"
    assert method.method
    assert method.source
    assert method.best_note
    assert set(method.speeds) == set(MODES)
    assert all(speed.note for speed in method.speeds.values())


@pytest.mark.parametrize("mode", MODES)
def test_every_mode_has_a_sentence(mode):
    assert "25" in say(f"JOURNEY_{mode.upper()}", minutes=25, km=4.2)
