"""Where a postcode is: the middle of its sector, or of its outcode where that is all we know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pathways.errors import PostcodeError
from pathways.paths import REFERENCE
from pathways.places.areas import area_nations
from pathways.places.postcodes import Postcode


@dataclass(frozen=True, slots=True)
class Position:
    """A point in degrees (WGS84) and how exactly it is known."""

    lat: float
    lon: float
    basis: Literal["sector", "outcode"]


@dataclass(frozen=True, slots=True)
class Places:
    """Names in order and their latitudes and longitudes as read-only arrays of the same length."""

    row: Mapping[str, int]
    lats: NDArray[np.float64]
    lons: NDArray[np.float64]


@cache
def sectors() -> Places:
    """England's postcode sectors, from `data/reference/places/postcode_sectors.csv`."""
    table = _table()
    return _places(table["sector"].tolist(), table["lat"].to_numpy(), table["lon"].to_numpy())


@cache
def outcodes() -> Places:
    """England's outcodes: the mean of their sectors, weighted by how many postcodes each has."""
    table = _table()
    weight = table["postcodes"]
    weighted = pd.DataFrame(
        {"weight": weight, "lat": table["lat"] * weight, "lon": table["lon"] * weight}
    )
    summed = weighted.groupby(table["sector"].str.split(" ").str[0]).sum()
    return _places(
        summed.index.tolist(),
        (summed["lat"] / summed["weight"]).to_numpy(),
        (summed["lon"] / summed["weight"]).to_numpy(),
    )


def locate(postcode: Postcode) -> Position:
    """Where the postcode is; raises `PostcodeError` if it is not in our table of England.

    A new sector falls back to its outcode, but not on the border, where the missing side of an
    outcode is in Wales or Scotland.
    """
    if postcode.sector in sectors().row:
        return _position(sectors(), postcode.sector, "sector")
    border = area_nations()[postcode.area] != "England"
    if postcode.outcode in outcodes().row and not (border and postcode.sector):
        return _position(outcodes(), postcode.outcode, "outcode")
    raise PostcodeError(
        f"We do not know where {postcode.text} is in England.",
        do="Check it, or try a postcode near you. Pathways covers England.",
    )


def _position(places: Places, name: str, basis: Literal["sector", "outcode"]) -> Position:
    row = places.row[name]
    return Position(float(places.lats[row]), float(places.lons[row]), basis)


def _table() -> pd.DataFrame:
    path = REFERENCE / "places" / "postcode_sectors.csv"
    kinds = {"sector": "string", "postcodes": "int64", "lat": "float64", "lon": "float64"}
    return pd.read_csv(path, dtype=kinds, keep_default_na=False)


def _places(names: list[str], lats: NDArray[np.float64], lons: NDArray[np.float64]) -> Places:
    fixed = [np.array(values, dtype=np.float64) for values in (lats, lons)]
    for values in fixed:
        values.setflags(write=False)
    row = MappingProxyType({name: place for place, name in enumerate(names)})
    return Places(row, *fixed)
