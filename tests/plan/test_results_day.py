"""Results day: what real grades change, counted for everything and said for each saved option."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.learners import SUBJECTS, learner, learners
from support.tiny import (
    BIOLOGY,
    BUILDING,
    CLOSED_T_LEVEL,
    EXAMPLE,
    FRENCH,
    GIRLS_SITE,
    NORTH,
    SCHOOL_SITE,
    SOUTH,
)

from pathways.catalogue.naming import offer_id
from pathways.catalogue.store import Catalogue
from pathways.guidance import Guidance
from pathways.guide import guide
from pathways.learner.learner import Learner
from pathways.plan.results_day import KINDS, Change, ResultsDay, _next_exams, changes
from pathways.words import say_reason

ON = date(2026, 11, 22)
SCHOOL_BIOLOGY = offer_id(SCHOOL_SITE.site_id, BIOLOGY.course_id)
SCHOOL_FRENCH = offer_id(SCHOOL_SITE.site_id, FRENCH.course_id)
COLLEGE_BIOLOGY = offer_id(NORTH.site_id, BIOLOGY.course_id)
GIRLS_FRENCH = offer_id(GIRLS_SITE.site_id, FRENCH.course_id)
COLLEGE_BUILDING = offer_id(NORTH.site_id, BUILDING.course_id)
CLOSED = offer_id(SOUTH.site_id, CLOSED_T_LEVEL.course_id)
ALL = (SCHOOL_BIOLOGY, SCHOOL_FRENCH, COLLEGE_BIOLOGY, GIRLS_FRENCH, COLLEGE_BUILDING, CLOSED)


@cache
def catalogue() -> Catalogue:
    return EXAMPLE.load()


def advice(one: Learner) -> Guidance:
    return guide(one, catalogue(), on=ON)


def day(before: Learner, after: Learner, *offers: str) -> ResultsDay:
    return changes(advice(before), advice(after), offers or ALL, start_year=after.start_year)


def graded(*grades: str) -> Learner:
    return learner(dict(zip(SUBJECTS, grades, strict=True)))


def only(found: ResultsDay) -> Change:
    assert len(found.saved) == 1
    return found.saved[0]


def said(change: Change) -> list[str]:
    return [say_reason(step.do) for step in change.steps]


FIVES = graded(*"555555")
SIX_IN_BIOLOGY = graded(*"556555")
BELOW = graded(*"333333")


def test_a_grade_that_reaches_the_rule_opens_and_says_to_enrol() -> None:
    found = day(FIVES, SIX_IN_BIOLOGY, SCHOOL_BIOLOGY)
    change = only(found)
    assert (change.kind, change.before, change.after) == ("opened", "near_miss", "meets")
    assert [step.do.code for step in change.steps] == ["DAY_ENROL"]
    assert dict(found.counts)["opened"] >= 1


def test_one_grade_short_says_what_to_ask_and_where_the_subject_is_open() -> None:
    change = only(day(SIX_IN_BIOLOGY, FIVES, SCHOOL_BIOLOGY))
    assert (change.kind, change.after) == ("closed", "near_miss")
    ask, instead = said(change)
    assert "Biology 5" in ask
    assert "6" in ask
    assert change.steps[1].offer_id == COLLEGE_BIOLOGY
    assert change.steps[1].provider in instead


def test_an_option_far_off_points_to_the_open_place_of_the_same_subject() -> None:
    change = only(day(FIVES, graded(*"322222"), SCHOOL_BIOLOGY))
    assert (change.kind, change.after) == ("not_open", "not_yet")
    assert change.steps[-1].do.code == "DAY_INSTEAD"


def test_a_course_that_takes_nobody_is_never_one_to_enrol_on() -> None:
    change = only(day(FIVES, SIX_IN_BIOLOGY, CLOSED))
    assert change.kind == "not_open"
    assert change.steps[0].do.code == "DAY_CANNOT_START"


def test_every_step_has_the_number_of_the_place_it_is_about() -> None:
    rung = EXAMPLE.with_providers(
        lambda row: row.model_copy(update={"phone": f"0{row.urn}", "website": row.urn})
    ).load()
    answers = [guide(one, rung, on=ON) for one in (SIX_IN_BIOLOGY, FIVES)]
    found = changes(*answers, [SCHOOL_BIOLOGY], start_year=2027)
    ring, instead = only(found).steps
    assert (ring.phone, ring.website) == ("0900001", "900001")
    assert (instead.phone, instead.website) == ("0900002", "900002")


def test_saved_options_keep_their_own_order_and_one_that_is_gone_is_named() -> None:
    found = day(FIVES, FIVES, GIRLS_FRENCH, "no-such-offer", SCHOOL_BIOLOGY)
    assert [change.option.offer_id for change in found.saved] == [GIRLS_FRENCH, SCHOOL_BIOLOGY]
    assert found.gone == ("no-such-offer",)


def test_newly_open_options_are_counted_by_lane_and_first_in_the_order_of_the_page() -> None:
    after = advice(FIVES)
    found = day(BELOW, FIVES)
    free = [lane for lane in after.lanes if lane.name != "fee_paying"]
    assert [lane.lane for lane in found.newly] == [lane.name for lane in free]
    for newly, lane in zip(found.newly, free, strict=True):
        listed = [option.offer_id for option in lane.options]
        first = [option.offer_id for option in newly.first]
        assert first == [offer for offer in listed if offer in first]
        assert len(first) == min(newly.count, after.method.cards)
    assert sum(lane.count for lane in found.newly) > 0


def test_grade_4_in_maths_says_done_and_grade_3_when_the_next_exams_are() -> None:
    three, four = graded("5", "3", *"5555"), graded("5", "4", *"5555")
    english, maths = day(three, four).english_maths
    assert not english.changed
    assert maths.changed
    assert maths.after.status == "met"
    down = day(four, three).english_maths[1]
    assert down.after.status == "gcse_required"
    assert "November" in " ".join(say_reason(reason) for reason in down.says)


@pytest.mark.parametrize(("year", "known"), [(2025, True), (2027, False)])
def test_a_day_of_an_earlier_year_is_never_said_as_this_years(year: int, known: bool) -> None:
    code = _next_exams(year).code
    assert code == ("DAY_RESIT" if known else "DAY_RESIT_USUAL")


@given(learners())
@settings(max_examples=60)
def test_the_same_grades_change_nothing(one: Learner) -> None:
    found = day(one, one)
    counts = dict(found.counts)
    assert counts["opened"] == counts["closed"] == 0
    assert {change.kind for change in found.saved} <= {"still_open", "not_open"}
    assert all(change.before == change.after for change in found.saved)
    assert not any(subject.changed for subject in found.english_maths)
    assert not any(lane.count for lane in found.newly)


@st.composite
def raised(draw: st.DrawFn) -> tuple[Learner, Learner]:
    """Known grades, and the same or higher ones in the same subjects."""
    low = draw(st.tuples(*[st.integers(1, 9) for _ in SUBJECTS]))
    high = [draw(st.integers(grade, 9)) for grade in low]
    return graded(*map(str, low)), graded(*map(str, high))


@given(raised())
@settings(max_examples=80)
def test_a_raised_grade_never_closes(pair: tuple[Learner, Learner]) -> None:
    up, down = day(*pair), day(*reversed(pair))
    assert dict(up.counts)["closed"] == 0
    assert not up.of_kind("closed")
    assert dict(down.counts)["closed"] == dict(up.counts)["opened"]


@given(raised())
@settings(max_examples=40)
def test_the_counts_are_those_of_looking_at_each_option(pair: tuple[Learner, Learner]) -> None:
    found = day(*pair)
    before, after = (list(_open(advice(one))) for one in pair)
    both = set(before) & set(after)
    expected = {
        "opened": len(set(after) - both),
        "closed": len(set(before) - both),
        "still_open": len(both),
    }
    counts = dict(found.counts)
    assert {kind: counts[kind] for kind in expected} == expected
    assert sum(counts[kind] for kind in KINDS) == len(advice(pair[0]).options)


def _open(answer: Guidance) -> Iterator[str]:
    return (o.offer_id for o in answer.options if o.eligibility.state == "meets")
