"""Learners with 5 to 11 GCSEs, grades 1 to 9 or not known yet, and catalogues to check them against."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
from hypothesis import strategies as st

from pathways.catalogue.store import Catalogue, load_catalogue
from pathways.learner.learner import Learner
from pathways.learner.read_record import read_record
from pathways.matching.eligibility.state import STATES
from pathways.paths import AREAS
from pathways.verdicts import verdicts
from support.learners import learner

DOUBLE = "Combined Science"
SUBJECTS = (
    *("English Language", "English Literature", "Maths", DOUBLE, "Biology", "Chemistry", "Physics"),
    *("Geography", "History", "Religious Studies", "French", "Spanish", "Computer Science"),
    *("Art and Design", "Music", "PE", "Business", "Design and Technology"),
)
TOP = 9

Grades = dict[str, int | None]


def some_grades(*, missing: bool) -> st.SearchStrategy[Grades]:
    """Grades of 5 to 11 subjects; with `missing`, some are not known yet."""
    grade = st.integers(1, TOP)
    return st.lists(st.sampled_from(SUBJECTS), unique=True, min_size=5, max_size=11).flatmap(
        lambda taken: st.fixed_dictionaries(
            dict.fromkeys(taken, st.none() | grade if missing else grade)
        )
    )


def with_grades(grades: Grades, **more: object) -> Learner:
    """A learner with these grades; Combined Science has the same grade twice."""
    return learner({subject: written(subject, grade) for subject, grade in grades.items()}, **more)


def written(subject: str, grade: int | None) -> str | None:
    """A grade as it is typed."""
    if grade is None:
        return None
    return f"{grade}-{grade}" if subject == DOUBLE else str(grade)


@cache
def area(name: str) -> Catalogue:
    """A shipped catalogue."""
    return load_catalogue(AREAS / name)


def states_of(who: Learner, catalogue: Catalogue) -> npt.NDArray[np.str_]:
    """The eligibility of every offer of a catalogue, in the order of its rows."""
    return np.array(STATES)[verdicts(catalogue.index, read_record(who), who).state]
