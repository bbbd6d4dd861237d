"""Value terms: what 1, the middle and 0 mean for each, on anchors that never depend on the list."""

from __future__ import annotations

from math import isnan, nan

import numpy as np
import pytest

from pathways.errors import LearnerError
from pathways.learner.learner import Learner
from pathways.learner.read_record import read_record
from pathways.matching.course_facts import course_facts
from pathways.matching.reference import reference
from pathways.matching.table import Courses
from pathways.matching.terms.assessment import assessment
from pathways.matching.terms.continuity import continuity
from pathways.matching.terms.destinations import destinations
from pathways.matching.terms.interest import interest
from pathways.matching.terms.learning_style import learning_style
from pathways.matching.terms.options_open import options_open
from pathways.matching.terms.travel import travel
from pathways.matching.weighing import TERMS, dots_of, weighing

REFERENCE = reference()
ANCHORS = REFERENCE.anchors


@pytest.mark.parametrize(
    ("minutes", "longest", "value"),
    [
        (0, 60, 1.0),
        (15, 60, 1.0),
        (37.5, 60, 0.5),
        (60, 60, 0.0),
        (90, 60, 0.0),
        (60, None, 0.0),
        (37.5, None, 0.5),
        (52.5, 90, 0.5),
        (10, 10, 1.0),
        (11, 10, 0.0),
        (nan, 60, nan),
        (nan, 10, nan),
    ],
)
def test_travel_is_1_when_near_and_0_at_the_longest_journey(
    minutes: float, longest: int | None, value: float
) -> None:
    found = travel(np.array([minutes]), longest, ANCHORS)[0]
    assert found == pytest.approx(value, nan_ok=True)


@pytest.mark.parametrize(
    ("course", "taken", "value"),
    [
        ("Biology", {"Biology"}, 1.0),
        ("Biology", {"Combined Science"}, 0.5),
        ("French", {"Spanish"}, 0.5),
        ("French", {"Geography"}, 0.0),
        ("Mathematics", {"Maths"}, 0.5),  # everyone takes it, so it is no sign of choice
        ("Psychology", {"Geography"}, nan),  # starts new for most: no term, not 0
        ("Plumbing", {"Construction"}, 1.0),
        ("Plumbing", {"Geography"}, nan),
        ("Nothing we know", {"Biology"}, nan),
        ("Biology", set(), nan),
    ],
)
def test_continuity_looks_at_subjects_taken(course: str, taken: set[str], value: float) -> None:
    found = continuity([REFERENCE.continuity.get(course)], taken, ANCHORS)[0]
    assert found == pytest.approx(value, nan_ok=True)


def test_continuity_is_the_same_whatever_the_grades_and_whether_predicted() -> None:
    def weighs(grade: str | None, status: str) -> frozenset[str]:
        result = {"subject": "French", "grade": grade, "status": status}
        who = Learner.read({"results": [result], "results_complete": True})
        return weighing(who, read_record(who), ANCHORS).taken

    assert {weighs(g, s) for g in ("1", "9", None) for s in ("actual", "predicted")} == {
        frozenset({"French"})
    }


@pytest.mark.parametrize("wanted", [0.0, 0.3, 1.0])
def test_styles_are_1_where_a_course_is_as_wanted_and_fall_evenly(wanted: float) -> None:
    shares = np.array([wanted, 0.5, nan])
    for value in (
        learning_style(shares, wanted),
        assessment(1 - shares, wanted),
    ):
        assert value[0] == pytest.approx(1)
        assert value[1] == pytest.approx(1 - abs(0.5 - wanted))
        assert isnan(value[2])


def test_a_style_that_was_not_said_has_no_term() -> None:
    assert np.isnan(learning_style(np.array([0.2]), None)).all()
    assert np.isnan(assessment(np.array([0.2]), None)).all()


def test_interest_keeps_what_is_not_known() -> None:
    assert interest(np.array([0.4, nan])).tolist() == pytest.approx([0.4, nan], nan_ok=True)


def test_values_of_courses_come_from_the_most_exact_row() -> None:
    courses = Courses(
        ("Dance", "History of Art", "Sport", "Made up"),
        ("Music, dance and drama", "History and humanities", "Sport", "None"),
        ("a_level", "a_level", "vocational_l3", "no_route"),
        ("A level", "A level", "BTEC National Diploma", "Nothing"),
    )
    facts = course_facts(courses, REFERENCE)
    assert facts.exams[:3].tolist() == [0.5, 1.0, 0.4]
    assert facts.practical[:2].tolist() == [0.6, 0.1]
    assert np.isnan([facts.exams[3], facts.practical[3], facts.next_steps[3]]).all()
    assert options_open(facts.next_steps)[0] == 1
    assert np.isnan(destinations(facts.destinations)).all()


def test_every_value_of_the_reference_is_between_0_and_1_and_says_what_it_rests_on() -> None:
    shares = (*REFERENCE.practical, *REFERENCE.exams, *REFERENCE.next_steps)
    assert all(0 <= share.value <= 1 for share in shares)
    for name in ("practical.csv", "assessment.csv", "next_steps.csv"):
        keys = [(s.route, s.qualification, s.about) for s in shares]
        assert keys, name


def test_dots_are_the_defaults_until_they_are_moved() -> None:
    assert dots_of({}, ANCHORS) == (3, 2, 2, 1, 2, 0, 0)
    assert dots_of({"travel": 5}, ANCHORS)[TERMS.index("travel")] == 5


@pytest.mark.parametrize(
    ("weights", "said"),
    [({"prestige": 3}, "prestige"), ({"travel": 6}, "6"), ({"travel": -1}, "-1")],
)
def test_a_term_that_does_not_exist_and_dots_out_of_range_are_refused(
    weights: dict[str, int], said: str
) -> None:
    with pytest.raises(LearnerError, match=said):
        dots_of(weights, ANCHORS)
