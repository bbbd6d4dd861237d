"""Listings of the same course at the same site: one is kept, whichever rows they stand in."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from pathways.catalogue.index import Index


@lru_cache(maxsize=4)
def listed_once(index: Index) -> npt.NDArray[np.bool_]:
    """Which offers stand for themselves; the others repeat a course at a site.

    Of several the one with the smallest digest is kept, so that the order of rows decides nothing.
    """
    place = index.site_of.astype(np.int64) * (len(index.tables["courses"]) + 1) + index.course_of
    order = np.lexsort((index.digest, place))
    first = np.ones(len(order), bool)
    first[1:] = place[order][1:] != place[order][:-1]
    kept = np.zeros(len(order), bool)
    kept[order[first]] = True
    kept.setflags(write=False)
    return kept
