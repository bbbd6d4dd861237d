"""Each way of travelling: an estimate with its method, or an honest reason that there is none."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.places.by_mode import WAYS, Spot, by_mode
from pathways.places.journeys import journey_method, minutes_at
from pathways.places.positions import Position
from pathways.places.stations import Stations, stations
from pathways.words import say_reason

HOME = Position(51.4042, -0.3026, "sector")
METHOD = journey_method().by_mode


def at(km: float) -> Spot:
    """A site straight north of home."""
    return Spot(HOME.lat + km / 111.195, HOME.lon)


def ways(home, site, *, of=None):
    found = by_mode(home, site, stations=of or stations(), method=METHOD)
    return {one.mode: one for one in found}


def line_of(*spots: Spot) -> Stations:
    """Stations at these places, named A, B, ..."""
    names = tuple("ABCDEFG"[: len(spots)])
    return Stations(names, np.array([s.lat for s in spots]), np.array([s.lon for s in spots]))


@pytest.mark.parametrize(
    ("home", "site", "code"),
    [(None, at(3), "MODE_NO_HOME"), (HOME, None, "MODE_NO_PLACE"), (None, None, "MODE_NO_HOME")],
)
def test_without_both_ends_no_way_has_minutes_and_each_says_why(home, site, code):
    found = ways(home, site)
    assert tuple(found) == WAYS
    assert {one.why.code for one in found.values()} == {code}
    assert {one.minutes for one in found.values()} == {None}


def test_a_short_way_is_walked_or_cycled_and_no_bus_or_train_is_made_up():
    found = ways(HOME, at(0.8))
    assert found["walk"].minutes == math.ceil(60 * 1.25 * 0.8 / 4.8)
    assert found["cycle"].minutes is not None
    assert found["bus"].why.code == "MODE_NEAR_BUS"
    assert found["train"].why.code == "MODE_NEAR_TRAIN"


def test_a_long_way_is_not_walked_and_says_so():
    found = ways(HOME, at(25))
    assert found["walk"].why.code == "MODE_FAR_WALK"
    assert found["cycle"].why.code == "MODE_FAR_CYCLE"
    assert found["bus"].basis == "estimate"
    assert ways(HOME, at(60))["bus"].why.code == "MODE_FAR_BUS"


def test_a_train_is_walk_wait_ride_and_walk():
    site = at(10)
    found = ways(HOME, site, of=line_of(at(1), at(9.5)))["train"]
    told = found.why.as_dict()
    assert (told["start"], told["end"]) == ("A", "B")
    ride = float(minutes_at(8.5, METHOD.train))
    assert found.minutes == pytest.approx(told["walk"] + ride + told["walk_on"], abs=1)
    assert (told["walk"], told["walk_on"]) == (16, 8)


@pytest.mark.parametrize(
    ("places", "code"),
    [
        ((), "MODE_TRAIN_NOT_HOME"),
        ((at(4), at(10)), "MODE_TRAIN_NOT_HOME"),
        ((at(0.5), at(5)), "MODE_TRAIN_NOT_SITE"),
    ],
)
def test_no_train_is_guessed_where_a_station_is_no_walk_away(places, code):
    assert ways(HOME, at(10), of=line_of(*places))["train"].why.code == code


def test_one_station_at_both_ends_is_no_train():
    found = ways(HOME, at(4), of=line_of(at(2)))["train"]
    assert found.why.code == "MODE_TRAIN_SAME"
    assert "A is the nearest station" in say_reason(found.why)


def test_half_a_postcode_is_too_little_for_a_train_but_not_for_a_bus():
    found = ways(Position(HOME.lat, HOME.lon, "outcode"), at(10))
    assert found["train"].why.code == "MODE_TRAIN_POSTCODE"
    assert found["bus"].minutes is not None


@settings(max_examples=100, deadline=None)
@given(lat=st.floats(51.0, 51.8), lon=st.floats(-0.9, 0.2))
def test_an_estimate_has_minutes_and_whatever_has_none_says_why(lat, lon):
    for one in ways(HOME, Spot(lat, lon)).values():
        assert (one.minutes is None) == (one.basis == "none")
        assert one.minutes is None or one.minutes >= 0
        assert say_reason(one.why)
