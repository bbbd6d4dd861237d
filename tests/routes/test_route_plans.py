"""English and maths on a route: the two always apart, by grade, by route and by whose rule."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from routes_learners import GRADES, learner, record_of, who_of

from pathways.catalogue.types import Route
from pathways.routes.ladder import EnglishMathsPlan
from pathways.routes.plan import plan_for
from pathways.rules.english_maths import english_maths

ROUTES: tuple[str, ...] = get_args(Route)
STUDENT = tuple(route for route in ROUTES if "apprenticeship" not in route)


def plan(
    english: str | None, maths: str | None, route: str = "level_2", **more: object
) -> EnglishMathsPlan:
    one = learner(english, maths, others="4", **more)
    return plan_for(route, record_of(one), who_of(one))


@pytest.mark.parametrize("route", ROUTES)
@given(other=st.sampled_from(GRADES))
def test_english_from_4_to_3_adds_an_english_plan_and_leaves_maths_alone(
    route: str, other: str | None
) -> None:
    at_4, at_3 = plan("4", other, route), plan("3", other, route)
    assert at_4.english.study == ()
    assert at_3.english.study != ()
    assert at_3.maths == at_4.maths


@pytest.mark.parametrize("route", ROUTES)
@given(other=st.sampled_from(GRADES))
def test_maths_from_4_to_3_adds_a_maths_plan_and_leaves_english_alone(
    route: str, other: str | None
) -> None:
    at_4, at_3 = plan(other, "4", route), plan(other, "3", route)
    assert at_4.maths.study == ()
    assert at_3.maths.study != ()
    assert at_3.english == at_4.english


@given(english=st.sampled_from(GRADES), maths=st.sampled_from(GRADES), up=st.integers(1, 8))
def test_a_better_grade_never_adds_study(english: str | None, maths: str | None, up: int) -> None:
    now = 0 if english in (None, "U") else int(english or 0)
    better = plan(str(min(9, now + up)), maths)
    if not plan(english, maths).english.study:
        assert not better.english.study


@pytest.mark.parametrize(
    ("grade", "study", "lower"),
    [
        ("4", (), ()),
        ("3", ("GCSE",), ()),
        ("2", ("GCSE", "Functional Skills Level 2"), True),
        ("1", ("GCSE", "Functional Skills Level 2"), True),
        ("U", ("GCSE", "Functional Skills Level 2"), True),
        (None, ("GCSE", "Functional Skills Level 2"), True),
    ],
)
def test_what_is_studied_follows_the_grade_held(
    grade: str | None, study: tuple[str, ...], lower: object
) -> None:
    found = plan(grade, "4").english
    assert found.study == study
    assert bool(found.lower) == bool(lower)
    codes = {reason.code for reason in found.because}
    assert ("LOWER_WITH_EVIDENCE" in codes) == bool(lower)
    assert (found.whose_rule is not None) == bool(study)


def test_hours_are_those_of_the_rule_and_maths_has_its_extra() -> None:
    found = plan("3", "2")
    assert (found.english.hours_each, found.maths.hours_each) == (100, 100)
    assert (found.english.extra_hours, found.maths.extra_hours) == (None, 35)


def test_a_plan_says_until_when_and_that_exams_come_twice_a_year() -> None:
    found = plan("3", "2")
    assert found.english.until is not None
    assert found.english.until.code == "STUDY_UNTIL_GRADE_4"
    assert found.maths.until is not None
    assert found.maths.until.code == "STUDY_UNTIL_LEVEL_2"
    assert found.english.when is not None
    assert found.english.when.code == "GCSE_IN_NOVEMBER_OR_SUMMER"


def test_the_two_halves_of_a_plan_differ_by_route() -> None:
    student, apprentice = plan("3", "3"), plan("3", "3", "apprenticeship_l3")
    assert student.english.study == ("GCSE",)
    assert apprentice.english.study == ("GCSE", "Functional Skills Level 2")
    assert apprentice.english.until is not None
    foundation = plan("3", "3", "foundation_apprenticeship").english
    assert foundation.until is None
    assert foundation.study
    level_2 = plan("3", "3", "apprenticeship_l2").english
    assert level_2.lower == ("Functional Skills Level 1",)


def test_an_apprentice_of_19_chooses() -> None:
    found = plan("1", "1", "apprenticeship_l2", age=19)
    assert found.english.study == ()
    assert {reason.code for reason in found.english.because} == {"APPRENTICE_19_OPTIONAL"}


@pytest.mark.parametrize("route", STUDENT)
def test_a_student_plan_has_the_status_that_the_rules_give(route: str) -> None:
    for english in GRADES:
        one = learner(english, "3", others="4")
        ruled = english_maths(record_of(one), age=16, start_year=2027, programme=route)
        found = plan(english, "3", route)
        assert found.english.status == ruled.english.status
        assert found.maths.status == ruled.maths.status


def test_an_ehc_plan_alone_changes_nothing() -> None:
    with_plan, without = plan("2", "2", ehc_plan=True), plan("2", "2")
    assert with_plan.english.study == without.english.study
    assert with_plan.maths.study == without.maths.study


def test_what_may_stay_closed_is_said_for_the_missing_subject_alone() -> None:
    found = plan("4", "3", "vocational_l3")
    assert found.english.closed_until == ()
    assert [reason.code for reason in found.maths.closed_until] == ["LEVEL_3_ASKS_GRADE_4"]
