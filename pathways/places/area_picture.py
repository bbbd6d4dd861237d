"""What the map shows: a frame chosen for the places, which of them are in it, and its names and rings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from pathways.places.area_map import Floats, Frame, Plane, frame_around, ring_km
from pathways.places.by_mode import Spot
from pathways.places.positions import Position, sectors

View = Literal["near", "area"]

RINGS = (15, 30, 45, 60)
"""Minutes from home that have a ring."""
_WIDEST, _TALLEST = 1.4, 1.0
"""Width over height that a picture may have: a phone's width is used well, and it fits a desktop."""
_NEAR_MINUTES = 45
_MARGIN_KM = 2.0
_EDGE = 0.045
"""A place nearer than this share to the edge would be cut off: it counts as outside."""
_AWAY_KM = 25.0
"""A home farther than this from every place is left out of the picture of the area."""
_SMALLEST_RING = 0.085
"""Rings of a smaller radius (share of the picture's width) would hide under marks."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A journey ring around home: its radius as a share of the picture's width."""

    minutes: int
    radius: float


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: positions are shares of its width and height, from the left and the top.

    `spots` has one position per place asked about, None where it is outside or not published.
    `ground` are the middles of postcode sectors, where people live; `km_across` is its width, and
    `shape` its width over its height.
    """

    spots: tuple[tuple[float, float] | None, ...]
    home: tuple[float, float] | None
    rings: tuple[Ring, ...]
    ground: tuple[tuple[float, float], ...]
    km_across: float
    shape: float


def picture(places: Sequence[Spot | None], home: Position | None, *, view: View) -> Picture | None:
    """The picture of these places, around home or of the whole area; None when nothing has a place."""
    known = [spot for spot in places if spot is not None]
    if not known:
        return None
    plane = Plane(known[0].lat, known[0].lon)
    x, y = plane.to_km([spot.lat for spot in known], [spot.lon for spot in known])
    here = None if home is None else tuple(float(v) for v in plane.to_km(home.lat, home.lon))
    if here is not None and np.hypot(x - here[0], y - here[1]).min() > _AWAY_KM:
        here = None
    if view == "near" and here is not None:
        frame = frame_around([here[0]], [here[1]], margin=ring_km(_NEAR_MINUTES) + 0.4, shape=1.0)
    else:
        xs, ys = (x, y) if here is None else (np.append(x, here[0]), np.append(y, here[1]))
        frame = _around_all(xs, ys)
    return Picture(
        spots=tuple(None if spot is None else _inside(plane, frame, spot) for spot in places),
        home=None if here is None else frame.share(here[0], here[1]),
        rings=() if here is None else _rings(frame),
        ground=_ground(plane, frame),
        km_across=frame.width,
        shape=frame.width / frame.height,
    )


def near_enough(places: Sequence[Spot | None], home: Position | None, *, least: int = 2) -> bool:
    """Whether the picture around home would show at least `least` of the places."""
    found = picture(places, home, view="near")
    if found is None or found.home is None:
        return False
    return sum(spot is not None for spot in found.spots) >= least


def _around_all(x: Floats, y: Floats) -> Frame:
    wide, tall = float(np.ptp(x)), float(np.ptp(y))
    margin = max(_MARGIN_KM, 0.07 * max(wide, tall))
    shape = (wide + 2 * margin) / (tall + 2 * margin)
    return frame_around(x, y, margin=margin, shape=min(max(shape, _TALLEST), _WIDEST))


def _inside(plane: Plane, frame: Frame, spot: Spot) -> tuple[float, float] | None:
    left, top = frame.share(*(float(v) for v in plane.to_km(spot.lat, spot.lon)))
    within = _EDGE <= left <= 1 - _EDGE and _EDGE <= top <= 1 - _EDGE
    return (left, top) if within else None


def _rings(frame: Frame) -> tuple[Ring, ...]:
    """Those wide enough to see and not wider than the picture."""
    made = (Ring(minutes, ring_km(minutes) / frame.width) for minutes in RINGS)
    return tuple(ring for ring in made if _SMALLEST_RING <= ring.radius <= 0.5)


def _ground(plane: Plane, frame: Frame) -> tuple[tuple[float, float], ...]:
    held = sectors()
    x, y = plane.to_km(held.lats, held.lons)
    wider = Frame(
        frame.west - _MARGIN_KM,
        frame.south - _MARGIN_KM,
        frame.east + _MARGIN_KM,
        frame.north + _MARGIN_KM,
    )
    rows = np.flatnonzero(wider.holds(x, y))
    return tuple(frame.share(float(x[row]), float(y[row])) for row in rows)
