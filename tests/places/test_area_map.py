"""The geometry of the map: flat km, frames, rings that invert the journeys, marks that lose nobody."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.places.area_map import Frame, Plane, frame_around, marks, ring_km
from pathways.places.area_picture import RINGS, near_enough, picture
from pathways.places.by_mode import Spot
from pathways.places.distance import distances_km
from pathways.places.journeys import best_mode_minutes
from pathways.places.positions import Position

HERE = Position(51.4042, -0.3026, "sector")
PLANE = Plane(51.3, -0.35)
shares = st.tuples(st.floats(0, 1), st.floats(0, 1))


@given(lat=st.floats(51.0, 51.6), lon=st.floats(-0.9, 0.1))
@settings(max_examples=60, deadline=None)
def test_the_plane_goes_there_and_back_and_keeps_distances(lat, lon):
    east, north = PLANE.to_km(lat, lon)
    back = PLANE.to_degrees(east, north)
    assert (float(back[0]), float(back[1])) == pytest.approx((lat, lon), abs=1e-9)
    true = distances_km(PLANE.lat, PLANE.lon, lat, lon)
    assert float(np.hypot(east, north)) == pytest.approx(float(true), rel=0.01, abs=0.01)


@pytest.mark.parametrize("minutes", [5, *RINGS, 90, 120])
def test_a_ring_is_the_farthest_that_takes_so_long(minutes):
    km = ring_km(minutes)
    assert best_mode_minutes(km)[0] <= minutes
    assert best_mode_minutes(km + 1e-4)[0] > minutes


@given(km=st.floats(0, 80))
@settings(max_examples=100, deadline=None)
def test_a_place_is_inside_the_ring_of_its_own_minutes_and_outside_the_ring_before(km):
    minutes = int(best_mode_minutes(km)[0])
    assert km <= ring_km(minutes) + 1e-5
    assert km >= ring_km(minutes - 1) - 1e-5


def test_a_frame_holds_all_points_in_the_shape_asked_for():
    frame = frame_around([0, 10, 4], [0, 2, -3], margin=1, shape=1.5)
    assert frame.width / frame.height == pytest.approx(1.5)
    assert frame.holds([-0.9, 10.9], [-3.9, 2.9]).all()
    assert frame.share(frame.west, frame.north) == (0, 0)
    assert not Frame(0, 0, 1, 1).holds(2, 0.5)


@given(spots=st.lists(shares, max_size=60), width=st.floats(3, 30))
@settings(max_examples=100, deadline=None)
def test_every_place_is_in_one_mark_and_no_two_marks_touch(spots, width):
    made = marks(spots, size=(width, width))
    members = [one for mark in made for one in mark.members]
    assert sorted(members) == list(range(len(spots)))
    for at, one in enumerate(made):
        assert (one.left, one.top) == spots[one.members[0]]
        for other in made[at + 1 :]:
            assert np.hypot(one.left - other.left, one.top - other.top) * width >= 1 - 1e-9


def test_the_nearest_place_keeps_its_own_spot():
    made = marks([(0.5, 0.5), (0.52, 0.5), (0.9, 0.9)], size=(10, 10))
    assert [one.members for one in made] == [(0, 1), (2,)]


SITES = (Spot(51.41, -0.30), Spot(51.38, -0.28), Spot(51.24, -0.57), None)


def test_near_home_shows_what_is_near_with_rings_and_home_in_the_middle():
    made = picture(SITES, HERE, view="near")
    assert made is not None
    assert made.home == pytest.approx((0.5, 0.5))
    assert [spot is not None for spot in made.spots] == [True, True, False, False]
    assert [ring.minutes for ring in made.rings] == [30, 45]
    assert made.rings[0].radius * made.km_across == pytest.approx(ring_km(30))


def test_the_whole_area_shows_every_place_that_has_a_position():
    made = picture(SITES, HERE, view="area")
    assert made is not None
    assert [spot is not None for spot in made.spots] == [True, True, True, False]
    assert len(made.ground) > 100


def test_north_is_up_and_east_is_right():
    made = picture((Spot(51.5, -0.3), Spot(51.4, -0.1)), None, view="area")
    assert made is not None
    north, east = made.spots
    assert north is not None
    assert east is not None
    assert north[1] < east[1]
    assert north[0] < east[0]
    assert made.home is None
    assert made.rings == ()


def test_a_home_far_away_is_left_out():
    made = picture(SITES, Position(54.9, -2.9, "sector"), view="near")
    assert made is not None
    assert made.home is None
    assert not near_enough(SITES, Position(54.9, -2.9, "sector"))
    assert near_enough(SITES, HERE)
    assert not near_enough(SITES, None)


def test_nothing_with_a_position_makes_no_picture():
    assert picture((None,), HERE, view="area") is None
    assert picture((), None, view="area") is None
