"""The geometry of our own simple map: a flat plane in km, a frame on it, rings, and marks.

An area is small enough that the earth is flat in it: a kilometre is right to one in a thousand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pathways.places.distance import EARTH_RADIUS_KM
from pathways.places.journeys import best_mode_minutes

Floats = NDArray[np.float64]

_KM_A_DEGREE = EARTH_RADIUS_KM * np.pi / 180
_FARTHEST_KM = 2000.0
_PRECISION_KM = 1e-6


@dataclass(frozen=True, slots=True)
class Plane:
    """Km east and north of a middle in degrees."""

    lat: float
    lon: float

    def to_km(self, lats: ArrayLike, lons: ArrayLike) -> tuple[Floats, Floats]:
        """Where points in degrees lie on the plane."""
        east = (np.asarray(lons, np.float64) - self.lon) * _KM_A_DEGREE * self._narrow
        north = (np.asarray(lats, np.float64) - self.lat) * _KM_A_DEGREE
        return east, north

    def to_degrees(self, east: ArrayLike, north: ArrayLike) -> tuple[Floats, Floats]:
        """Latitudes and longitudes of points on the plane: the inverse of `to_km`."""
        lats = self.lat + np.asarray(north, np.float64) / _KM_A_DEGREE
        lons = self.lon + np.asarray(east, np.float64) / (_KM_A_DEGREE * self._narrow)
        return lats, lons

    @property
    def _narrow(self) -> float:
        return float(np.cos(np.radians(self.lat)))


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the plane that the picture shows: its edges in km."""

    west: float
    south: float
    east: float
    north: float

    @property
    def width(self) -> float:
        """Km from side to side."""
        return self.east - self.west

    @property
    def height(self) -> float:
        """Km from top to bottom."""
        return self.north - self.south

    def share(self, east: float, north: float) -> tuple[float, float]:
        """How far from the left edge and from the top a point is, as shares of the picture."""
        return (east - self.west) / self.width, (self.north - north) / self.height

    def holds(self, east: ArrayLike, north: ArrayLike) -> NDArray[np.bool_]:
        """Which points are inside."""
        x, y = np.asarray(east, np.float64), np.asarray(north, np.float64)
        inside = (self.west <= x) & (x <= self.east) & (self.south <= y) & (y <= self.north)
        return np.asarray(inside, np.bool_)


def frame_around(east: ArrayLike, north: ArrayLike, *, margin: float, shape: float) -> Frame:
    """The smallest frame with all points at least `margin` km inside and width / height = `shape`."""
    x, y = np.asarray(east, np.float64), np.asarray(north, np.float64)
    half_width = (x.max() - x.min()) / 2 + margin
    half_height = (y.max() - y.min()) / 2 + margin
    half_width = max(half_width, half_height * shape)
    half_height = half_width / shape
    middle_x, middle_y = (x.max() + x.min()) / 2, (y.max() + y.min()) / 2
    return Frame(
        float(middle_x - half_width),
        float(middle_y - half_height),
        float(middle_x + half_width),
        float(middle_y + half_height),
    )


def ring_km(minutes: int) -> float:
    """The farthest straight-line km that `best_mode_minutes` gives at most these minutes.

    Found by halving: farther never takes less time. 0.0 where no place is so near in time.
    """
    low, high = 0.0, _FARTHEST_KM
    while high - low > _PRECISION_KM:
        middle = (low + high) / 2
        if best_mode_minutes(middle)[0] <= minutes:
            low = middle
        else:
            high = middle
    return low


@dataclass(frozen=True, slots=True)
class Mark:
    """Places at about the same spot of the picture: their positions in the list, and where."""

    members: tuple[int, ...]
    left: float
    top: float


def marks(shares: Sequence[tuple[float, float]], *, size: tuple[float, float]) -> tuple[Mark, ...]:
    """One mark for each spot; a place that would cover an earlier mark joins it.

    `shares` are positions in the picture, in order of the list; `size` is the picture's width and
    height measured in marks, so that two marks closer than 1 would touch. A mark stays at its first
    place, so that the nearest places never move.
    """
    width, height = size
    spots: list[tuple[float, float, list[int]]] = []
    for number, (left, top) in enumerate(shares):
        near = [
            (np.hypot((left - x) * width, (top - y) * height), members) for x, y, members in spots
        ]
        best = min(near, key=lambda pair: pair[0], default=None)
        if best is not None and best[0] < 1:
            best[1].append(number)
        else:
            spots.append((left, top, [number]))
    return tuple(Mark(tuple(members), left, top) for left, top, members in spots)
