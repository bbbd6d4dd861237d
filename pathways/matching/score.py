"""The score: dots times value, over the dots that count.

    score = sum(dots x value) / sum(dots), over the terms that have data and dots

Values are kept to two decimals and dots are whole, so anyone can work the score out again from the
numbers on the card and get it exactly, and doubling all dots gives the same number to the last bit.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pathways.matching.bands import bands
from pathways.matching.course_facts import CourseFacts
from pathways.matching.reference import Anchors
from pathways.matching.table import Codes, Floats, States, Table
from pathways.matching.terms.assessment import assessment
from pathways.matching.terms.continuity import continuity
from pathways.matching.terms.destinations import destinations
from pathways.matching.terms.interest import interest
from pathways.matching.terms.learning_style import learning_style
from pathways.matching.terms.options_open import options_open
from pathways.matching.terms.travel import travel
from pathways.matching.weighing import TERMS, Weighing

_HUNDREDTHS = 100
_TRAVEL = TERMS.index("travel")


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """`score` per offer (NaN: nothing to go by) and `band` (1 is nearest to what the learner weighs).

    `by_course` holds the hundredths of every term per course; `travel` those of travel per offer.
    """

    by_course: Floats
    travel: Floats
    course: Codes
    dots: tuple[int, ...]
    score: Floats
    band: States

    def values(self, row: int) -> Floats:
        """The values of all terms for one offer, two decimals, NaN where there is no data."""
        found: Floats = self.by_course[self.course[row]].copy()
        found[_TRAVEL] = self.travel[row]
        found /= _HUNDREDTHS
        return found


def score(table: Table, facts: CourseFacts, weighing: Weighing, anchors: Anchors) -> Scored:
    """Score every offer: terms of the course once a course, travel once an offer."""
    nothing = np.full(len(table.courses.subject), np.nan)
    by_course = _hundredths(
        np.column_stack(
            (
                interest(table.interest),
                continuity(facts.follows, weighing.taken, anchors),
                learning_style(facts.practical, weighing.practical),
                assessment(facts.exams, weighing.coursework),
                nothing,
                options_open(facts.next_steps),
                destinations(facts.destinations),
            )
        )
    )
    here = _hundredths(travel(table.minutes, weighing.longest, anchors))
    dots = np.array(weighing.dots, np.float64)
    known = ~np.isnan(by_course)
    top = np.nan_to_num(by_course) @ dots
    bottom = known @ dots
    total = top[table.course] + dots[_TRAVEL] * np.nan_to_num(here)
    counted = bottom[table.course] + dots[_TRAVEL] * ~np.isnan(here)
    result = ratio(total, counted)
    return Scored(by_course, here, table.course, weighing.dots, result, bands(result, anchors))


def ratio(total: Floats, counted: Floats) -> Floats:
    """Hundredths over dots, as a score from 0 to 1; NaN where no dots count."""
    return np.where(
        counted > 0, total / (_HUNDREDTHS * np.where(counted > 0, counted, 1.0)), np.nan
    )


def score_of(values: Floats, dots: Floats) -> Floats:
    """The score of one course (`values`: k) under one or many weightings (`dots`: ... x k)."""
    known = ~np.isnan(values)
    return ratio(
        dots @ np.where(known, np.rint(_HUNDREDTHS * np.nan_to_num(values)), 0.0),
        dots @ known.astype(np.float64),
    )


def _hundredths(values: Floats) -> Floats:
    return np.rint(values * _HUNDREDTHS)
