"""Tables and weighings for tests of the score: made-up courses, any values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from pathways.matching.course_facts import course_facts
from pathways.matching.reference import reference
from pathways.matching.score import Scored, score
from pathways.matching.table import Courses, Table
from pathways.matching.weighing import TERMS, Weighing

REFERENCE = reference()
ANCHORS = REFERENCE.anchors
KINDS = (
    ("Biology", "Science", "a_level", "A level"),
    ("French", "Languages", "a_level", "A level"),
    ("Psychology", "Society and law", "a_level", "A level"),
    ("Plumbing", "Construction", "apprenticeship_l3", "Apprenticeship, level 3"),
    ("Sport", "Sport", "vocational_l3", "BTEC National Diploma"),
    ("Nothing we know", "No field", "no_route", "No qualification"),
)


@dataclass(frozen=True)
class One:
    """One offer: which kind of course, its fit and its journey."""

    kind: int
    interest: float | None
    minutes: float | None


def scored(offers: Sequence[One], weighing: Weighing) -> Scored:
    """Score offers, each with a course of its own."""
    words = [KINDS[one.kind] for one in offers]
    columns = tuple(tuple(w[n] for w in words) for n in range(4))
    courses = Courses(*columns)
    table = Table(
        courses,
        np.array([np.nan if one.interest is None else one.interest for one in offers]),
        np.arange(len(offers), dtype=np.int32),
        np.array([np.nan if one.minutes is None else one.minutes for one in offers], np.float64),
    )
    return score(table, course_facts(courses, REFERENCE), weighing, ANCHORS)


unit = st.floats(0, 1, allow_nan=False)
offers = st.lists(
    st.builds(
        One,
        st.integers(0, len(KINDS) - 1),
        st.none() | unit,
        st.none() | st.floats(0, 200, allow_nan=False),
    ),
    min_size=1,
    max_size=20,
)
weighings = st.builds(
    Weighing,
    st.tuples(*[st.integers(0, 5)] * len(TERMS)),
    st.none() | unit,
    st.none() | unit,
    st.none() | st.integers(5, 240),
    st.frozensets(
        st.sampled_from(["Biology", "Combined Science", "French", "Spanish", "Maths", "PE"])
    ),
)
