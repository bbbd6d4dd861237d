"""Continuity: whether a course follows on from a subject that the learner studies now.

Grades play no part, so that a low or predicted grade can move nothing.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

import numpy as np

from pathways.matching.reference import Anchors, Following
from pathways.matching.table import Floats


def continuity(follows: Sequence[Following | None], taken: Set[str], anchors: Anchors) -> Floats:
    """1 carries on a subject that was chosen, 0.5 is related, 0 usually follows a subject not taken.

    Where a course usually starts new and nothing related was taken, there is no term, and so for
    every course if no subject is known.
    """
    if not taken:
        return np.full(len(follows), np.nan)
    return np.array([_one(course, taken, anchors) for course in follows], np.float64)


def _one(course: Following | None, taken: Set[str], anchors: Anchors) -> float:
    if course is None:
        return float("nan")
    carried_on = course.same & taken
    if carried_on - anchors.everyone:
        return anchors.same
    if carried_on or course.related & taken:
        return anchors.related
    return anchors.new if course.follows else float("nan")
