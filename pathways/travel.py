"""How far each offer is from the learner's home, and whether that is within their limit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pathways.catalogue.index import Index
from pathways.guidance import Journey
from pathways.learner.learner import Learner
from pathways.places.distance import distances_km
from pathways.places.journeys import best_mode_minutes
from pathways.places.positions import Position, locate
from pathways.places.postcodes import parse_postcode


@dataclass(frozen=True, slots=True)
class Journeys:
    """Per offer: straight-line km, minutes (NaN unknown), mode, and whether the limit allows it.

    A journey that is not known is never hidden by the limit.
    """

    km: npt.NDArray[np.float32]
    minutes: npt.NDArray[np.float32]
    mode: npt.NDArray[np.str_]
    allowed: npt.NDArray[np.bool_]
    basis: str
    limit: int | None
    home: Position | None = None

    def of(self, row: int, site_basis: str) -> Journey:
        """The journey to one offer."""
        if np.isnan(self.km[row]):
            return Journey(None, None, "", self.basis if site_basis else "site_not_published")
        minutes = int(self.minutes[row])
        return Journey(
            km=round(float(self.km[row]), 1),
            minutes=minutes,
            mode=str(self.mode[row]),
            basis=self.basis,
            within_limit=None if self.limit is None else minutes <= self.limit,
        )


def travel(index: Index, learner: Learner) -> Journeys:
    """Distances and times from home; raises `PostcodeError` if the postcode cannot be read."""
    size = len(index)
    postcode = learner.home.postcode
    if not postcode or not postcode.strip():
        unknown = np.full(size, np.nan, np.float32)
        nowhere = np.full(size, "", "U1")
        return Journeys(unknown, unknown, nowhere, np.ones(size, bool), "home_not_given", None)
    home = locate(parse_postcode(postcode))
    sites = index.tables["sites"]
    km = distances_km(home.lat, home.lon, sites.floats("lat"), sites.floats("lon"))
    minutes, mode = best_mode_minutes(km)
    limit = learner.max_minutes
    near = np.isnan(minutes) | (minutes <= (np.inf if limit is None else limit))
    at = index.site_of
    return Journeys(
        km[at].astype(np.float32),
        minutes[at].astype(np.float32),
        mode[at],
        near[at],
        home.basis,
        limit,
        home,
    )
