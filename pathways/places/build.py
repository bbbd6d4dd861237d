"""Our own table of where England's postcode sectors are, from the official file.

Contains OS data © Crown copyright and database right; Royal Mail data © Royal Mail copyright
and database right; National Statistics data © Crown copyright and database right. Open
Government Licence v3.0. Each sector is the mean of its live postcodes.
"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from pathways.errors import SourceError

_NEEDED = ("sector", "postcodes", "lat", "lon")
_SECTOR = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]? [0-9]")


def build_sectors(source: Path, to: Path) -> int:
    """Write `sector, postcodes, lat, lon` (degrees, four decimals) sorted; gives the row count.

    `postcodes` counts live postcodes and weighs a sector within its outcode. Raises `SourceError`.
    """
    try:
        table = pd.read_csv(source, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise SourceError(
            "The table of postcode sectors cannot be read.", where=source.name, do=str(error)
        ) from error
    missing = [name for name in _NEEDED if name not in table.columns]
    if missing:
        raise SourceError(f"Columns are missing: {', '.join(missing)}.", where=source.name)
    wrong = table.loc[~table["sector"].str.fullmatch(_SECTOR), "sector"]
    if len(wrong):
        row = int(wrong.index[0]) + 2
        raise SourceError(f"{wrong.iloc[0]!r} is no sector.", where=f"{source.name}, row {row}")
    if table["sector"].duplicated().any():
        twice = table.loc[table["sector"].duplicated(), "sector"].iloc[0]
        raise SourceError(f"Sector {twice} is there twice.", where=source.name)
    numbers = table[["postcodes", "lat", "lon"]].apply(pd.to_numeric, errors="coerce")
    if numbers.isna().any(axis=None) or not numbers["lat"].between(49, 56).all():
        raise SourceError("A position is missing or outside England.", where=source.name)
    numbers["postcodes"] = numbers["postcodes"].astype(int)
    made = pd.concat([table["sector"], numbers], axis=1).sort_values("sector")
    to.parent.mkdir(parents=True, exist_ok=True)
    made.to_csv(to, index=False, float_format="%.4f", lineterminator="\n", encoding="utf-8")
    return len(made)
