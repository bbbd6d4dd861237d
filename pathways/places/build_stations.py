"""Our own small table of railway stations that people in England use, from the official file.

Contains public sector information licensed under the Open Government Licence v3.0. Source:
Department for Transport, NaPTAN. The edition is old: stations opened since are absent, and so
are trams and the Underground.
"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from pathways.errors import SourceError
from pathways.places.distance import distances_km
from pathways.places.national_grid import to_degrees
from pathways.places.positions import Places

_NEEDED = ("CrsCode", "StationName", "Easting", "Northing")
_RAIL = re.compile(r"\s*\(?Rail Station\)?$")
_PLATFORMS = re.compile(r"\s+(NLL|ELL|High Level|Low Level)$")
"""What the file adds to a station's name for one group of its platforms."""
_NEAR_KM = 12.0
"""England's emptiest lines have stations this far from the middle of a postcode sector; the
table of sectors holds England alone, so that this also leaves out Scotland and most of Wales."""


def build_stations(source: Path, sectors: Places, *, to: Path) -> int:
    """Write `name, lat, lon` (degrees, four decimals) sorted by name; gives the row count.

    One row a station, however many entries it has. Airports' buses, ferries and steam railways,
    which the file lists without the words "Rail Station", are left out. Raises `SourceError`.
    """
    table = _read(source)
    table = table[table["StationName"].str.contains(_RAIL)]
    plain = table["StationName"].str.replace(_RAIL, "", regex=True)
    table = table.assign(name=plain.str.replace(_PLATFORMS, "", regex=True).str.strip())
    for column in ("Easting", "Northing"):
        table[column] = pd.to_numeric(table[column], errors="coerce")
    if table[["Easting", "Northing"]].isna().any(axis=None):
        raise SourceError("A station has no position.", where=source.name)
    table["lat"], table["lon"] = to_degrees(table["Easting"], table["Northing"])
    # One station has an entry for each group of platforms, some of them under codes of their own.
    by_code = (
        table.sort_values("name")
        .groupby("CrsCode")
        .agg(name=("name", "first"), lat=("lat", "mean"), lon=("lon", "mean"))
    )
    made = by_code.groupby("name", as_index=False)[["lat", "lon"]].mean().sort_values("name")
    near = [
        distances_km(lat, lon, sectors.lats, sectors.lons).min() <= _NEAR_KM
        for lat, lon in zip(made["lat"], made["lon"], strict=True)
    ]
    made = made[near]
    to.parent.mkdir(parents=True, exist_ok=True)
    made.to_csv(to, index=False, float_format="%.4f", lineterminator="\n", encoding="utf-8")
    return len(made)


def _read(source: Path) -> pd.DataFrame:
    try:
        table = pd.read_csv(source, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise SourceError(
            "The table of railway stations cannot be read.", where=source.name, do=str(error)
        ) from error
    missing = [name for name in _NEEDED if name not in table.columns]
    if missing:
        raise SourceError(f"Columns are missing: {', '.join(missing)}.", where=source.name)
    return table
