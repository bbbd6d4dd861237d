"""Learners for tests, in the JSON form of design section 6."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from pathways.learner.learner import Learner

SUBJECTS = ("English Language", "Maths", "Biology", "Geography", "History", "French")


def learner(grades: dict[str, str | None], **more: Any) -> Learner:
    """A learner who has these GCSE grades and no others, unless `results_complete` says otherwise."""
    results = [{"subject": subject, "grade": grade} for subject, grade in grades.items()]
    return Learner.read({"results": results, "results_complete": True, "age": 16} | more)


def all_at(grade: str | None, **more: Any) -> Learner:
    """A learner with the same grade in six GCSEs."""
    return learner(dict.fromkeys(SUBJECTS, grade), **more)


@st.composite
def learners(draw: st.DrawFn) -> Learner:
    """Any grades 1 to 9 or not known yet, with or without a home, for any start year."""
    taken = draw(st.lists(st.sampled_from(SUBJECTS), unique=True))
    grades = {subject: draw(st.none() | st.integers(1, 9).map(str)) for subject in taken}
    home = draw(st.sampled_from([None, "KT1 1AA", "SM1 1AA", "GU1 4AA"]))
    return learner(
        grades,
        results_complete=draw(st.booleans()),
        start_year=draw(st.integers(2026, 2030)),
        home={"postcode": home},
        seed=draw(st.integers(0, 5)),
    )
