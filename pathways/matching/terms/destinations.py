"""Destinations: national figures by route, the same for all institutions. Off, and no figure is held."""

from __future__ import annotations

from pathways.matching.table import Floats


def destinations(national: Floats) -> Floats:
    """The national share by route; NaN where no figure is held, which drops the term."""
    return national
