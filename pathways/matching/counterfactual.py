"""The smallest change of dots that would move a course to another group."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pathways.matching.bands import bands
from pathways.matching.reference import Anchors
from pathways.matching.score import score_of
from pathways.matching.table import Floats
from pathways.matching.weighing import TERMS


@dataclass(frozen=True, slots=True)
class Change:
    """One term's dots, from what to what, and the group that a course would move to."""

    term: str
    now: int
    then: int
    group: int


def smallest_change(
    values: Floats, dots: tuple[int, ...], band: int, anchors: Anchors
) -> Change | None:
    """The change of one term by the fewest dots that moves the group; None if no one term can.

    Of changes of the same size, one that moves the course up comes first, then the order of `TERMS`.
    """
    tries = [
        (term, then)
        for term in range(len(TERMS))
        for then in range(anchors.lowest_dots, anchors.highest_dots + 1)
        if then != dots[term] and not np.isnan(values[term])
    ]
    if not tries:
        return None
    weightings = np.tile(np.array(dots, np.float64), (len(tries), 1))
    for number, (term, then) in enumerate(tries):
        weightings[number, term] = then
    scores = score_of(values, weightings)
    groups = bands(scores, anchors).tolist()
    moves = [
        (abs(then - dots[term]), group > band, term, then, group)
        for (term, then), group, known in zip(tries, groups, ~np.isnan(scores), strict=True)
        if known and group != band
    ]
    if not moves:
        return None
    _, _, term, then, group = min(moves)
    return Change(TERMS[term], dots[term], then, group)
