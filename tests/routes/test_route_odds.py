"""Honest odds: from the shipped table, progress first for low grades, one base for all steps."""

from __future__ import annotations

import pytest
from routes_learners import learner, record_of

from pathways.learner.learner import Learner
from pathways.outcomes.english_maths_odds import load_odds, of_100
from pathways.routes.odds import english_maths_odds
from pathways.routes.odds import of_100 as of_100_who_start
from pathways.routes.steps import steps
from pathways.words import say_reason


@pytest.mark.parametrize(("english", "maths"), [("3", "1"), ("2", "3"), ("1", "2")])
def test_counts_of_100_are_those_of_the_table(english: str, maths: str) -> None:
    record = record_of(learner(english, maths))
    for subject, name, grade in (("english", "English", english), ("maths", "Maths", maths)):
        said = english_maths_odds(record, subject, start_year=2027)  # type: ignore[arg-type]
        reached = next(reason for reason in said if reason.code == "EM_ODDS_REACHED_4")
        whole = of_100(load_odds()[name, float(grade)])
        assert reached.as_dict()["got"] == whole.reached_4
        assert reached.as_dict()["did_not"] == 100 - whole.reached_4
        assert reached.as_dict()["year"] == "2024/25"


def test_the_two_figures_of_the_issue_hold() -> None:
    record = record_of(learner("3", "1"))
    english = english_maths_odds(record, "english", start_year=2027)
    maths = english_maths_odds(record, "maths", start_year=2027)
    assert english[0].as_dict()["got"] == 35
    four = next(reason for reason in maths if reason.code == "EM_ODDS_REACHED_4")
    assert four.as_dict()["got"] == 1


@pytest.mark.parametrize(
    ("grade", "first"),
    [("3", "EM_ODDS_REACHED_4"), ("2", "EM_ODDS_IMPROVED"), ("1", "EM_ODDS_IMPROVED")],
)
def test_progress_comes_first_for_the_low_grades(grade: str, first: str) -> None:
    said = english_maths_odds(record_of(learner(grade, "5")), "english", start_year=2027)
    assert said[0].code == first
    assert {"EM_ODDS_N", "EM_ODDS_NOT_ABOUT_YOU", "EM_ODDS_NO_ENTRY"} <= {one.code for one in said}


@pytest.mark.parametrize("grade", ["U", None])
def test_without_a_grade_the_figure_is_not_known(grade: str | None) -> None:
    said = english_maths_odds(record_of(learner(grade, "5")), "english", start_year=2027)
    assert [one.code for one in said] == ["EM_ODDS_NOT_KNOWN"]


def test_a_grade_to_come_is_never_taken_for_a_low_one() -> None:
    one = Learner.read({"results": [{"subject": "Maths", "grade": "?"}]})
    said = english_maths_odds(record_of(one), "maths", start_year=2027)
    assert [one_.code for one_ in said] == ["EM_ODDS_NOT_KNOWN"]


def test_every_step_has_a_figure_on_one_base_or_says_why_not() -> None:
    found = {step: of_100_who_start(step) for step in steps()}
    figures = {step: one.as_dict() for step, one in found.items() if one.code == "OF_100_WHO_START"}
    assert all(one["finish"] + one["rest"] == 100 for one in figures.values())  # type: ignore[operator]
    assert figures["t_level"]["finish"] == round(73 * 0.914)
    assert {one.code for step, one in found.items() if step not in figures} == {
        "TOO_NEW_TO_KNOW",
        "NOT_PUBLISHED",
    }
    assert found["v_level"].code == "TOO_NEW_TO_KNOW"
    assert all(say_reason(one) for one in found.values())
