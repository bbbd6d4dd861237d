"""Where the same subject is open now: the nearest offer whose entry rule the learner meets."""

from __future__ import annotations

import numpy as np

from pathways.catalogue.index import LANES, Index
from pathways.guidance import OpenOffer
from pathways.matching.eligibility.state import MEETS
from pathways.seeded import draw
from pathways.travel import Journeys
from pathways.verdicts import Verdicts


def nearest_open(index: Index, verdict: Verdicts, journeys: Journeys, row: int) -> OpenOffer | None:
    """For an offer that the learner does not meet: the nearest of the same subject that they do.

    One whose own published rule is met stands before one that meets what places often ask.
    Journeys that are not known come last; equal ones are drawn by the learner's seed. None where
    the offer is met already or nothing of the subject is.
    """
    if verdict.state[row] == MEETS:
        return None
    subject = index.of_course("subject").codes
    open_now = (subject == subject[row]) & (verdict.state == MEETS) & index.main & journeys.allowed
    fees = LANES.index("fee_paying")
    if index.lane[row] != fees:
        open_now &= index.lane != fees  # nobody is sent to a fee by way of a suggestion
    rows = np.flatnonzero(open_now)
    if not len(rows):
        return None
    far = np.nan_to_num(journeys.km[rows], nan=np.inf)
    typical = ~index.offers["rule_basis"].where(["published"])[rows]
    drawn = draw(index.digest[rows], verdict.learner.seed)
    found = int(rows[np.lexsort((drawn, far, typical))[0]])
    km = journeys.km[found]
    return OpenOffer(
        offer_id=index.offers["offer_id"][found],
        basis=index.offers["rule_basis"][found],  # type: ignore[arg-type]
        provider=index.of_provider("name")[found],
        qualification=index.of_course("qualification")[found],
        subject=index.of_course("subject")[found],
        km=None if np.isnan(km) else round(float(km), 1),
    )
