"""From the British National Grid (metres east and north) to latitude and longitude.

The published method of Ordnance Survey: the transverse Mercator projection undone on the Airy
1830 ellipsoid, then a Helmert turn to WGS84. Right to about five metres.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]

_AIRY = (6377563.396, 6356256.909)
_WGS84 = (6378137.0, 6356752.314245)
_SCALE = 0.9996012717
_LAT, _LON = np.radians(49.0), np.radians(-2.0)
_EAST, _NORTH = 400000.0, -100000.0
_MOVE = (446.448, -125.157, 542.060)
_TURN = tuple(np.radians(seconds / 3600) for seconds in (0.1502, 0.2470, 0.8421))
_STRETCH = 1 - 20.4894e-6
_ROUNDS = 8
"""Enough for the latitude to settle well below a millimetre anywhere in Britain."""


def to_degrees(east: ArrayLike, north: ArrayLike) -> tuple[Floats, Floats]:
    """Latitude and longitude (degrees, WGS84) of grid positions in metres."""
    lat, lon = _unproject(np.asarray(east, np.float64), np.asarray(north, np.float64))
    x, y, z = _turned(*_in_space(lat, lon))
    return _on_the_ground(x, y, z)


def _unproject(east: Floats, north: Floats) -> tuple[Floats, Floats]:
    a, b = (axis * _SCALE for axis in _AIRY)
    squash = (_AIRY[0] ** 2 - _AIRY[1] ** 2) / _AIRY[0] ** 2
    lat = _LAT + (north - _NORTH) / a
    for _ in range(_ROUNDS):
        lat = lat + (north - _NORTH - _arc(lat, b)) / a
    sin, cos, tan = np.sin(lat), np.cos(lat), np.tan(lat)
    across = a / np.sqrt(1 - squash * sin**2)
    along = a * (1 - squash) / (1 - squash * sin**2) ** 1.5
    over = across / along - 1
    t = (east - _EAST) / across
    up = 1 + tan**2 * 3 + over - 9 * tan**2 * over
    found_lat = lat - tan * across / along * (
        t**2 / 2 - t**4 / 24 * (up + 4) + t**6 / 720 * (61 + 90 * tan**2 + 45 * tan**4)
    )
    side = 5 + 28 * tan**2 + 24 * tan**4
    found_lon = _LON + (t - t**3 / 6 * (across / along + 2 * tan**2) + t**5 / 120 * side) / cos
    return found_lat, found_lon


def _arc(lat: Floats, b: float) -> Floats:
    """Metres along the meridian from the grid's true origin."""
    n = (_AIRY[0] - _AIRY[1]) / (_AIRY[0] + _AIRY[1])
    less, more = lat - _LAT, lat + _LAT
    return np.asarray(
        b
        * (
            (1 + n + 1.25 * n**2 + 1.25 * n**3) * less
            - (3 * n + 3 * n**2 + 2.625 * n**3) * np.sin(less) * np.cos(more)
            + 1.875 * (n**2 + n**3) * np.sin(2 * less) * np.cos(2 * more)
            - 35 / 24 * n**3 * np.sin(3 * less) * np.cos(3 * more)
        )
    )


def _in_space(lat: Floats, lon: Floats) -> tuple[Floats, Floats, Floats]:
    a, b = _AIRY
    squash = (a**2 - b**2) / a**2
    across = a / np.sqrt(1 - squash * np.sin(lat) ** 2)
    flat = across * np.cos(lat)
    return flat * np.cos(lon), flat * np.sin(lon), across * (1 - squash) * np.sin(lat)


def _turned(x: Floats, y: Floats, z: Floats) -> tuple[Floats, Floats, Floats]:
    rx, ry, rz = _TURN
    return (
        _MOVE[0] + _STRETCH * x - rz * y + ry * z,
        _MOVE[1] + rz * x + _STRETCH * y - rx * z,
        _MOVE[2] - ry * x + rx * y + _STRETCH * z,
    )


def _on_the_ground(x: Floats, y: Floats, z: Floats) -> tuple[Floats, Floats]:
    a, b = _WGS84
    squash = (a**2 - b**2) / a**2
    flat = np.hypot(x, y)
    lat = np.arctan2(z, flat * (1 - squash))
    for _ in range(_ROUNDS):
        across = a / np.sqrt(1 - squash * np.sin(lat) ** 2)
        lat = np.arctan2(z + squash * across * np.sin(lat), flat)
    return np.degrees(lat), np.degrees(np.arctan2(y, x))
