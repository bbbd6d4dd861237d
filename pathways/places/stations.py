"""Railway stations, and which is nearest to a place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pathways.paths import REFERENCE
from pathways.places.distance import distances_km

SOURCE = "dft-stations-2016"
"""Where the table was read, in `data/reference/sources.yaml`."""


@dataclass(frozen=True, slots=True)
class Station:
    """A railway station, and how far it is in a straight line from the place asked about."""

    name: str
    lat: float
    lon: float
    km: float


@dataclass(frozen=True, slots=True, eq=False)
class Stations:
    """Names with latitudes and longitudes as read-only arrays of the same length."""

    names: tuple[str, ...]
    lats: NDArray[np.float64]
    lons: NDArray[np.float64]

    def nearest(self, lat: float, lon: float) -> Station | None:
        """The nearest one; None when there are none."""
        if not self.names:
            return None
        far = distances_km(lat, lon, self.lats, self.lons)
        row = int(far.argmin())
        return Station(
            self.names[row], float(self.lats[row]), float(self.lons[row]), float(far[row])
        )


@cache
def stations() -> Stations:
    """The stations of `data/reference/places/rail_stations.csv`."""
    path = REFERENCE / "places" / "rail_stations.csv"
    kinds = {"name": "string", "lat": "float64", "lon": "float64"}
    table = pd.read_csv(path, dtype=kinds, keep_default_na=False)
    lats, lons = (np.array(table[name], dtype=np.float64) for name in ("lat", "lon"))
    for values in (lats, lons):
        values.setflags(write=False)
    return Stations(tuple(table["name"].tolist()), lats, lons)
