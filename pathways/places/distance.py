"""Straight-line distance over the earth, for one point and many."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the earth (IUGG)."""


def distances_km(lat: float, lon: float, lats: ArrayLike, lons: ArrayLike) -> NDArray[np.float64]:
    """Great-circle km from one point to each of many (degrees); an unknown end (NaN) gives NaN."""
    here_lat, here_lon = np.radians(lat), np.radians(lon)
    there_lat = np.radians(np.asarray(lats, dtype=np.float64))
    there_lon = np.radians(np.asarray(lons, dtype=np.float64))
    half = (
        np.sin((there_lat - here_lat) / 2) ** 2
        + np.cos(here_lat) * np.cos(there_lat) * np.sin((there_lon - here_lon) / 2) ** 2
    )
    # Rounding can push opposite points a hair past 1, where the arc sine has no value.
    return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0))))
