"""English and maths for the app: from a record, where not known is never not held."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.answers import EnglishMaths
from pathways.learner.learner import Learner
from pathways.learner.read_record import read_record
from pathways.rules.condition_of_funding import Condition, condition_of_funding
from pathways.rules.english_maths import english_maths
from pathways.rules.prior import PriorResult, Subject, read_prior
from pathways.rules.programme import Programme
from pathways.words import say_reason

GRADES = ["U", *"123456789"]


def guide(
    *results: tuple[str, str, str | None], complete: bool = True, **said: Any
) -> EnglishMaths:
    """English and maths for results as (subject, qualification, grade)."""
    learner = Learner.read(
        {
            "results": [
                {"subject": subject, "qualification": kind, "grade": grade}
                for subject, kind, grade in results
            ],
            "results_complete": complete,
        }
    )
    return english_maths(read_record(learner), **{"start_year": 2026, "age": 16, **said})


def gcse(subject: str, grade: str | None) -> tuple[str, str, str | None]:
    return subject, "GCSE", grade


def codes(found: EnglishMaths, subject: Subject = "english") -> set[str]:
    return {reason.code for reason in getattr(found, subject).because}


def test_a_grade_not_known_yet_is_for_review_and_never_counts_as_not_held() -> None:
    found = guide(gcse("English Language", None), gcse("Maths", "5"))
    assert found.english.status == "review"
    assert "ENGLISH_GRADE_NOT_KNOWN" in codes(found)
    assert found.maths.status == "met"


def test_an_unlisted_subject_is_not_known_unless_the_list_is_complete() -> None:
    assert guide(gcse("Maths", "2"), complete=False).english.status == "review"
    assert guide(gcse("Maths", "2"), complete=True).english.status == "level_2_choice"


def test_literature_at_4_meets_it_while_language_is_not_known() -> None:
    found = guide(
        gcse("English Language", None), gcse("English Literature", "4"), gcse("Maths", "4")
    )
    assert found.english.status == "met"
    assert "GRADE_LINE_MET_BY_LITERATURE" in codes(found)


def test_language_3_with_literature_not_known_waits_for_literature() -> None:
    found = guide(
        gcse("English Language", "3"), gcse("English Literature", None), gcse("Maths", "4")
    )
    assert found.english.status == "review"
    assert "ENGLISH_LITERATURE_NOT_KNOWN" in codes(found)


def test_grade_3_full_time_says_hours_whose_duty_and_what_it_does_not_mean() -> None:
    found = guide(gcse("English Language", "3"), gcse("Maths", "3"))
    assert (found.english.status, found.english.hours_each) == ("gcse_required", 100)
    assert (found.english.extra_hours, found.maths.extra_hours) == (None, 35)
    assert {
        "DUTY_IS_THE_PROVIDERS",
        "DUTY_TO_STUDY_NOT_TO_REACH_A_GRADE",
        "ASSUMED_FULL_TIME",
    } <= codes(found)
    assert found.english.trust == "secondary"
    assert "R2" in found.english.source_ids


def test_a_start_after_the_published_rules_says_which_year_they_are() -> None:
    assert "RULES_OF_AN_EARLIER_YEAR" in codes(
        guide(gcse("English Language", "3"), start_year=2027)
    )
    assert "RULES_OF_AN_EARLIER_YEAR" not in codes(guide(gcse("English Language", "3")))


def test_a_predicted_grade_is_said_to_be_one() -> None:
    learner = Learner.read(
        {
            "results": [{"subject": "Maths", "grade": "6", "status": "predicted"}],
            "results_complete": True,
        }
    )
    found = english_maths(read_record(learner), start_year=2026, age=16)
    assert found.maths.status == "met"
    assert "RESTS_ON_PREDICTED_GRADE" in codes(found, "maths")


@pytest.mark.parametrize(
    ("kind", "grade", "status"),
    [
        ("GCSE (Wales)", "C", "met"),
        ("GCSE (Wales)", "D", "review"),
        ("GCSE (NI)", "C*", "met"),
        ("National 5", "D", "review"),
        ("Overseas certificate", "Pass", "review"),
        ("Functional Skills Level 2", "Pass", "met"),
        ("BTEC Tech Award", "Level 2 Pass", "level_2_choice"),
    ],
)
def test_other_qualifications_in_a_record(kind: str, grade: str, status: str) -> None:
    assert guide(("Maths", kind, grade)).maths.status == status


def test_a_gcse_typed_by_a_learner_from_wales_is_read_as_welsh() -> None:
    record = read_record(
        Learner.read(
            {
                "nation": "wales",
                "results_complete": True,
                "results": [{"subject": "Maths", "grade": "D"}],
            }
        )
    )
    assert english_maths(record, start_year=2026, age=16).maths.status == "review"


def test_apprentices_are_outside_and_told_where_their_rule_is() -> None:
    found = guide(gcse("English Language", "2"), programme="apprenticeship_l3")
    assert found.english.status == "out_of_scope"
    assert codes(found) == {"APPRENTICES_HAVE_OWN_RULE"}


results = st.lists(
    st.tuples(
        st.sampled_from(["English Language", "English Literature", "Maths"]),
        st.sampled_from(GRADES),
    ),
    max_size=3,
    unique_by=lambda one: one[0],
)
programmes = st.builds(
    Programme,
    kind=st.sampled_from(["school_or_college", "t_level", "apprenticeship_l2", "job"]),
    start_year=st.sampled_from([2026, 2027, 2028]),
    age=st.sampled_from([None, 16, 17, 18, 19, 25, 26]),
    planned_hours=st.one_of(st.none(), st.integers(100, 700)),
    full_time=st.sampled_from([None, True, False]),
    ehc_plan=st.booleans(),
    cannot_study_assessment=st.booleans(),
    continuing=st.booleans(),
    nation=st.sampled_from(["england", "england", "wales"]),
)


def condition(held: list[tuple[str, str]], programme: Programme) -> Condition:
    typed = [PriorResult(subject, "GCSE", grade) for subject, grade in held]
    subjects: tuple[Subject, ...] = ("english", "maths")
    return condition_of_funding(
        {subject: read_prior(subject, typed, on=programme.on) for subject in subjects}, programme
    )


@settings(max_examples=200, deadline=None)
@given(results, programmes)
def test_english_and_maths_are_independent(
    held: list[tuple[str, str]], programme: Programme
) -> None:
    both = condition(held, programme)
    english = [one for one in held if one[0] != "Maths"]
    maths = [one for one in held if one[0] == "Maths"]
    assert condition(english, programme).english == both.english
    assert condition(maths, programme).maths == both.maths


@settings(max_examples=200, deadline=None)
@given(results.filter(bool), programmes, st.data())
def test_raising_a_grade_never_adds_study_or_hours(
    held: list[tuple[str, str]], programme: Programme, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(held) - 1))
    subject, grade = held[at]
    better = data.draw(st.sampled_from(GRADES[GRADES.index(grade) :]))
    before = condition(held, programme)
    after = condition([*held[:at], (subject, better), *held[at + 1 :]], programme)
    for one in ("english", "maths"):
        was, now = getattr(before, one), getattr(after, one)
        assert not (was.status in ("met", "out_of_scope") and now.needs_study)
        assert not (was.status == "exempt_with_evidence" and now.needs_study)
    assert (after.hours_total or 0) <= (before.hours_total or 0) or before.hours_total is None


@settings(max_examples=100, deadline=None)
@given(results, programmes)
def test_every_reason_can_be_said(held: list[tuple[str, str]], programme: Programme) -> None:
    found = condition(held, programme)
    for ruling in (found.english, found.maths):
        assert ruling.because
        assert all(say_reason(reason) for reason in ruling.because)
