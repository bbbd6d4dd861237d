"""Positions of postcodes, of their sectors and of outcodes (Ordnance Survey Code-Point Open)."""

from __future__ import annotations

from pathlib import Path

from pathways.catalogue.sources.draft import POSTCODE, Draft, Reading, tidy_postcode
from pathways.catalogue.sources.table import draft_text_table

_OUTCODE = r"[A-Z]{1,2}\d[A-Z\d]?"


def read_postcodes(path: Path | str) -> Reading:
    """Columns postcode (KT1 2AB), lat, lon (WGS 84 degrees), district (ONS code).

    All of England is 1.5 million rows, about 15 seconds and 1 GB: for building an index.
    """
    draft = _draft(path, "postcode", ("postcode",))
    draft.table["postcode"] = draft.table["postcode"].map(tidy_postcode)
    return _positions(draft, "postcode", POSTCODE)


def read_sectors(path: Path | str) -> Reading:
    """Columns sector (KT1 2), lat, lon (mean of its postcodes), district."""
    return _positions(_draft(path, "sector", ("sector",)), "sector", rf"{_OUTCODE} \d")


def read_outcodes(path: Path | str) -> Reading:
    """Columns outcode (KT1), lat, lon (mean of its postcodes), district."""
    return _positions(_draft(path, "outcode", ("outward", "outcode")), "outcode", _OUTCODE)


def _draft(path: Path | str, key: str, spellings: tuple[str, ...]) -> Draft:
    positions = {"lat": ("lat", "latitude"), "lon": ("lon", "longitude"), "district": ("district",)}
    return draft_text_table(path, required={key: spellings, **positions})


def _positions(draft: Draft, key: str, pattern: str) -> Reading:
    draft.require(key, draft.table[key].str.fullmatch(pattern), code="BAD_POSTCODE")
    draft.unique(key)
    draft.positions()
    return draft.reading(key, "lat", "lon", "district")
