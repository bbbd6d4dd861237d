"""Where options are taught: their sites, worked out for a whole list at once.

The order favours nobody: nearest first where a home is known, ties and the rest by a fair draw.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from pathways.catalogue.index import LANES, Index
from pathways.guidance import Place
from pathways.seeded import digest, draw
from pathways.travel import Journeys

Rows = npt.NDArray[np.int64]


def taught_at(index: Index, journeys: Journeys, rows: Rows, *, seed: int) -> tuple[Place, ...]:
    """The site of every offer row, once each, with its options counted by lane."""
    found = list(_places(index, journeys, rows))
    drawn = draw(np.array([digest(f"site:{one.site_id}") for one in found], np.uint64), seed)
    far = [np.inf if one.journey.km is None else one.journey.km for one in found]
    order = np.lexsort((drawn, np.array(far), np.array([one.lat is None for one in found], bool)))
    return tuple(found[at] for at in order.tolist())


def _places(index: Index, journeys: Journeys, rows: Rows) -> Iterator[Place]:
    sites, providers = index.tables["sites"], index.tables["providers"]
    at = index.site_of[rows]
    for row in np.unique(at).tolist():
        here = rows[at == row]
        site = sites.row(row)
        provider = providers.row(int(index.provider_of_site[row]))
        counts = np.bincount(index.lane[here], minlength=len(LANES)).tolist()
        by_lane = [(lane, count) for lane, count in zip(LANES, counts, strict=True) if count]
        yield Place(
            site_id=site["site_id"],
            provider=provider["name"],
            site=site["name"],
            kind=provider["kind"],
            town=site["town"],
            postcode=site["postcode"],
            lat=float(site["lat"]) if site["lat"] else None,
            lon=float(site["lon"]) if site["lon"] else None,
            journey=journeys.of(int(here[0]), site["lat"]),
            lanes=tuple(sorted(by_lane, key=lambda pair: -pair[1])),  # type: ignore[arg-type]
        )
