"""Relations of science section D7 on grades, against every entry rule of the two shipped areas."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.many_grades import DOUBLE, TOP, Grades, area, some_grades, states_of, with_grades
from support.tiny import COURSES, EXAMPLE, SCHOOL_SITE, offer, rule

from pathways.answers import SubjectStatus
from pathways.catalogue.store import Catalogue
from pathways.guide import guide
from pathways.learner.learner import Learner

ON = date(2026, 11, 22)
CATALOGUE = EXAMPLE.load()
BEST_LAST = ["not_yet", "near_miss", "ask", "meets"]
areas = pytest.mark.parametrize("name", ["kingston-surrey-sutton", "training"])
some = settings(max_examples=60)


@areas
@some
@given(some_grades(missing=False), st.data())
def test_relation_01_raising_a_grade_never_worsens_the_state_of_any_course(
    name: str, grades: Grades, data: st.DataObject
) -> None:
    """All grades known: where some are missing, "ask" may settle either way (relation 18)."""
    subject = data.draw(st.sampled_from(sorted(grades)))
    raised = data.draw(st.integers(grades[subject] or 1, TOP))
    before, after = (
        np.array([BEST_LAST.index(state) for state in states_of(with_grades(each), area(name))])
        for each in (grades, {**grades, subject: raised})
    )
    assert (after >= before).all()


@areas
@some
@given(some_grades(missing=True), st.data())
def test_relation_01_with_grades_missing_a_raised_one_closes_nothing_and_keeps_what_is_met(
    name: str, grades: Grades, data: st.DataObject
) -> None:
    known = sorted(subject for subject, grade in grades.items() if grade)
    assume(known)
    subject = data.draw(st.sampled_from(known))
    raised = data.draw(st.integers(grades[subject] or 1, TOP))
    before, after = (
        states_of(with_grades(each), area(name)) for each in (grades, {**grades, subject: raised})
    )
    assert (before[after == "not_yet"] == "not_yet").all()
    assert (after[before == "meets"] == "meets").all()


@areas
@some
@given(some_grades(missing=True), st.booleans(), st.data())
def test_relation_18_entering_a_missing_grade_can_settle_an_ask_and_nothing_else(
    name: str, grades: Grades, complete: bool, data: st.DataObject
) -> None:
    missing = sorted(subject for subject, grade in grades.items() if grade is None)
    assume(missing)
    entered = {**grades, data.draw(st.sampled_from(missing)): data.draw(st.integers(1, TOP))}
    before, after = (
        states_of(with_grades(each, results_complete=complete), area(name))
        for each in (grades, entered)
    )
    assert ((before == "ask") | (before == after)).all()


@areas
@some
@given(some_grades(missing=True))
def test_relation_18_a_missing_grade_is_never_taken_for_0(name: str, grades: Grades) -> None:
    """A course is not yet open with grades missing when it would not be with a 9 in each of them."""
    nines = {subject: TOP if grade is None else grade for subject, grade in grades.items()}
    here, at_best = (states_of(with_grades(each), area(name)) for each in (grades, nines))
    assert (at_best[here == "not_yet"] == "not_yet").all()
    assert (at_best[here == "near_miss"] == "near_miss").all()


def _asking(text: str) -> Catalogue:
    """One course that asks for this."""
    asked = rule(text)
    one = offer(SCHOOL_SITE, COURSES[0], programme_rule_id=asked.rule_id)
    return replace(EXAMPLE, offers=(one,), entry_rules=(asked,)).load()


def _state(who: Learner, catalogue: Catalogue) -> str:
    return guide(who, catalogue, on=ON).options[0].eligibility.state


SUBJECT_RULES = {
    (subject, grade): _asking(f"{subject}@{grade}")
    for subject in ("Maths", "English Language", "History")
    for grade in (4, 5, 6, 7)
}
FIVE = {grade: _asking(f"5 GCSE@{grade}") for grade in (4, 5, 6)}


@given(st.sampled_from(sorted(SUBJECT_RULES)))
def test_relation_23_exactly_the_grade_asked_meets_and_one_below_is_a_near_miss(
    asked: tuple[str, int],
) -> None:
    subject, grade = asked
    found = [
        _state(with_grades({subject: each}), SUBJECT_RULES[asked]) for each in (grade, grade - 1)
    ]
    assert found == ["meets", "near_miss"]


@given(st.sampled_from(sorted(FIVE)), st.integers(1, 3))
def test_relation_23_five_of_five_meets_and_four_or_one_grade_short_is_a_near_miss(
    grade: int, below: int
) -> None:
    taken = ("English Language", "Maths", "History", "French", "Music")
    five = dict.fromkeys(taken, grade)
    assert _state(with_grades(five), FIVE[grade]) == "meets"
    four = dict.fromkeys(taken[:4], grade)
    assert _state(with_grades(four), FIVE[grade]) == "near_miss"
    assert _state(with_grades({**four, "Music": grade - below}), FIVE[grade]) == "near_miss"


COUNTED = {
    text: _asking(text)
    for text in (
        *("4 GCSE@4", "5 GCSE@5", "6 GCSE@6", "average@4.5", "average@5.5"),
        *("best8@40", "best5@25", "5 GCSE@4 including English@4, Maths@4"),
    )
}


@settings(max_examples=150)
@given(
    st.sampled_from(sorted(COUNTED)),
    st.integers(1, TOP),
    st.dictionaries(
        st.sampled_from(["English Language", "Maths", "History", "French", "Music", "PE"]),
        st.integers(1, TOP),
    ),
)
def test_relation_24_combined_science_at_one_grade_is_two_gcses_at_it_in_count_and_average(
    text: str, grade: int, others: Grades
) -> None:
    double = with_grades({**others, DOUBLE: grade})
    two = with_grades({**others, "Biology": grade, "Physics": grade})
    assert _state(double, COUNTED[text]) == _state(two, COUNTED[text])


def _status(who: Learner) -> tuple[SubjectStatus, SubjectStatus]:
    found = guide(who, CATALOGUE, on=ON).english_maths
    return found.english, found.maths


@settings(max_examples=40)
@given(
    st.sampled_from(["English Language", "Maths"]),
    st.integers(1, TOP),
    st.integers(4, TOP),
    st.integers(1, 3),
    st.integers(2026, 2030),
)
def test_relation_27_losing_the_grade_4_of_one_subject_adds_its_plan_and_leaves_the_other(
    subject: str, other: int, above: int, below: int, year: int
) -> None:
    """Of 4 to 3 and of any fall across the line, for a learner of 16 without an exemption."""
    elsewhere = "Maths" if subject == "English Language" else "English Language"
    before, after = (
        _status(with_grades({subject: grade, elsewhere: other}, start_year=year))
        for grade in (above, below)
    )
    own = 0 if subject == "English Language" else 1
    assert before[own].status == "met"
    assert before[own].hours_each is None
    assert after[own].status not in ("met", "out_of_scope")
    assert after[own].hours_each
    assert after[own].because
    assert after[1 - own] == before[1 - own]


@settings(max_examples=20)
@given(st.sampled_from(["English Language", "Maths"]), st.integers(1, TOP))
def test_relation_27_holds_on_every_card_and_nothing_of_the_list_goes(
    subject: str, other: int
) -> None:
    elsewhere = "Maths" if subject == "English Language" else "English Language"
    before, after = (
        {
            card.offer_id: getattr(card.english_maths_plan, _FIELD[elsewhere])
            for card in guide(
                with_grades({subject: grade, elsewhere: other}), CATALOGUE, on=ON
            ).options
        }
        for grade in (4, 3)
    )
    assert before == after


_FIELD = {"English Language": "english", "Maths": "maths"}
