"""One journey by each way of travelling: an honest estimate with its method, or why there is none.

We hold no timetables. A bus or a train is estimated as if one ran; the words say so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from pathways.places.distance import distances_km
from pathways.places.journeys import ByModeMethod, Speed, minutes_at
from pathways.places.positions import Position
from pathways.places.stations import Station, Stations
from pathways.reason import Reason

Way = Literal["walk", "cycle", "bus", "train"]
WAYS: tuple[Way, ...] = ("walk", "cycle", "bus", "train")
Basis = Literal["estimate", "none"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A point in degrees (WGS84): where a site is."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class ModeJourney:
    """One way of travelling: minutes from door to door, or None.

    `why` is the method of an estimate, or the reason that there is none, as a code of words.
    """

    mode: Way
    minutes: int | None
    basis: Basis
    why: Reason


def by_mode(
    home: Position | None, site: Spot | None, *, stations: Stations, method: ByModeMethod
) -> tuple[ModeJourney, ...]:
    """Walking, cycling, bus and train, always all four and in this order.

    `home` is the middle of a postcode sector or of an outcode; None where no postcode is given.
    """
    if home is None or site is None:
        why = Reason.of("MODE_NO_HOME" if home is None else "MODE_NO_PLACE")
        return tuple(ModeJourney(way, None, "none", why) for way in WAYS)
    km = float(distances_km(home.lat, home.lon, site.lat, site.lon))
    return (
        _on_foot(km, method),
        _by_bike(km, method),
        _by_bus(km, method),
        _by_train(km, home, site, stations=stations, method=method),
    )


def _on_foot(km: float, method: ByModeMethod) -> ModeJourney:
    if km > method.walk_up_to_km:
        return _none("walk", Reason.of("MODE_FAR_WALK", km=round(km)))
    return _made("walk", km, method.walk)


def _by_bike(km: float, method: ByModeMethod) -> ModeJourney:
    if km > method.cycle_up_to_km:
        return _none("cycle", Reason.of("MODE_FAR_CYCLE", km=round(km)))
    return _made("cycle", km, method.cycle)


def _by_bus(km: float, method: ByModeMethod) -> ModeJourney:
    if km < method.bus_from_km:
        return _none("bus", Reason.of("MODE_NEAR_BUS"))
    if km > method.bus_up_to_km:
        return _none("bus", Reason.of("MODE_FAR_BUS", km=round(km)))
    return _made("bus", km, method.bus)


def _by_train(
    km: float, home: Position, site: Spot, *, stations: Stations, method: ByModeMethod
) -> ModeJourney:
    """Walk, wait, ride between the two nearest stations, walk; None where that is no honest guess."""
    if km < method.train_from_km:
        return _none("train", Reason.of("MODE_NEAR_TRAIN"))
    if home.basis != "sector":
        return _none("train", Reason.of("MODE_TRAIN_POSTCODE"))
    start = stations.nearest(home.lat, home.lon)
    end = stations.nearest(site.lat, site.lon)
    if start is None or start.km > method.station_within_km:
        return _none("train", Reason.of("MODE_TRAIN_NOT_HOME"))
    if end is None or end.km > method.station_within_km:
        return _none("train", Reason.of("MODE_TRAIN_NOT_SITE"))
    if start.name == end.name:
        return _none("train", Reason.of("MODE_TRAIN_SAME", station=start.name))
    return _ridden(start, end, method)


def _ridden(start: Station, end: Station, method: ByModeMethod) -> ModeJourney:
    ride = float(distances_km(start.lat, start.lon, end.lat, end.lon))
    walk, walk_on = (_minutes(station.km, method.walk) for station in (start, end))
    return ModeJourney(
        "train",
        walk + _minutes(ride, method.train) + walk_on,
        "estimate",
        Reason.of(
            "MODE_HOW_TRAIN",
            start=start.name,
            end=end.name,
            walk=walk,
            walk_on=walk_on,
            wait=f"{method.train.fixed_minutes:g}",
            speed=f"{method.train.km_per_hour:g}",
        ),
    )


def _made(way: Way, km: float, speed: Speed) -> ModeJourney:
    why = Reason.of(
        f"MODE_HOW_{way.upper()}",
        fixed=f"{speed.fixed_minutes:g}",
        longer=round(100 * (speed.detour - 1)),
        speed=f"{speed.km_per_hour:g}",
    )
    return ModeJourney(way, _minutes(km, speed), "estimate", why)


def _none(way: Way, why: Reason) -> ModeJourney:
    return ModeJourney(way, None, "none", why)


def _minutes(km: float, speed: Speed) -> int:
    return int(np.asarray(minutes_at(km, speed)))
