"""Results day on one screen: a tap a grade, at once what changed, and the real grades kept."""

from __future__ import annotations

import re
import time

import pytest
from streamlit.testing.v1 import AppTest
from visitor import filled_fully, go, html, open_app, press, tap, text

from pathways.catalogue.store import Catalogue, load_catalogue
from pathways.clock import today
from pathways.guide import guide
from pathways.learner.learner import Learner
from pathways.settings import settings

UNKIND = re.compile(r"\b(fail\w*|only|just|unfortunately|sorry)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(settings().catalogue)


@pytest.fixture(scope="module")
def open_at_6(catalogue: Catalogue) -> list[str]:
    """Options of several places that grade 6 meets and grade 3 in maths does not."""
    subjects = ("English Language", "Maths", "History", "Geography", "French", "Computer Science")
    met: dict[str, set[str]] = {}
    for maths in ("6", "3"):
        grades = dict.fromkeys(subjects, "6") | {"Maths": maths}
        one = Learner.read({"results": [{"subject": s, "grade": g} for s, g in grades.items()]})
        found = guide(one, catalogue, on=today()).options
        met[maths] = {o.offer_id for o in found if o.eligibility.state == "meets"}
    return sorted(met["6"] - met["3"])[:2] + sorted(met["6"] & met["3"])[:1]


def day(catalogue: Catalogue, offers: list[str], *, grade: str = "6") -> AppTest:
    app = filled_fully(grade)
    app.session_state["_saved"] = {catalogue.name: offers}
    return go(app, "results_day")


def heads(app: AppTest) -> list[str]:
    return re.findall(r"<h3 class=.pw-day-title.*?</b> (.*?)</h3>", html(app))


def test_without_grades_it_points_to_my_results() -> None:
    app = open_app("results_day")
    assert "Put in your predicted grades first" in text(app)
    assert not app.segmented_control


def test_every_predicted_grade_has_a_row_prefilled_english_and_maths_first(
    catalogue: Catalogue, open_at_6: list[str]
) -> None:
    app = day(catalogue, open_at_6)
    assert not app.exception
    labels = [control.label for control in app.segmented_control]
    assert labels[:3] == [
        f"{subject} (predicted 6)"
        for subject in ("English Language", "English Literature", "Maths")
    ]
    assert {control.value for control in app.segmented_control} == {"6"}
    assert [box.label for box in app.selectbox] == ["Combined Science (predicted 6-6)"]
    assert "Nothing changes with these grades" in text(app)


def test_a_lower_grade_shows_at_once_whom_to_ring(
    catalogue: Catalogue, open_at_6: list[str]
) -> None:
    app = tap(day(catalogue, open_at_6), "Maths (predicted 6)", "3")
    assert heads(app) == ["Ring today: 2", "Still open: 1"]
    page = text(app)
    assert "Maths: carry on with the GCSE" in page
    assert "November" in page
    assert 'href="tel:' in page
    assert not UNKIND.search(re.sub("<[^>]+>", " ", page))


def test_higher_grades_open_more_and_name_a_few_a_lane(catalogue: Catalogue) -> None:
    app = day(catalogue, [], grade="4")
    for subject in ("English Language", "Maths", "History"):
        tap(app, f"{subject} (predicted 4)", "7")
    page = text(app)
    opened, closed = re.findall(r"listed: (\d+) opened, \d+ still open, (\d+) closed", page)[0]
    assert int(opened) > 0
    assert int(closed) == 0
    assert "You have not saved any options yet" in page
    assert any(header.value == "Newly open to you" for header in app.header)


def test_all_as_predicted_takes_the_taps_back(catalogue: Catalogue, open_at_6: list[str]) -> None:
    app = tap(day(catalogue, open_at_6), "Maths (predicted 6)", "3")
    press(app, "All as predicted")
    assert {control.value for control in app.segmented_control} == {"6"}
    assert heads(app) == ["Still open: 3"]


def test_taps_are_not_lost_on_going_to_another_page(
    catalogue: Catalogue, open_at_6: list[str]
) -> None:
    app = tap(day(catalogue, open_at_6), "Maths (predicted 6)", "3")
    app = go(go(app, "compare"), "results_day")
    assert heads(app) == ["Ring today: 2", "Still open: 1"]


def test_a_changed_prediction_prefills_anew(catalogue: Catalogue, open_at_6: list[str]) -> None:
    app = tap(day(catalogue, open_at_6), "Maths (predicted 6)", "3")
    app = go(tap(go(app, "results"), "Maths", "8"), "results_day")
    maths = next(c for c in app.segmented_control if c.label.startswith("Maths"))
    assert (maths.label, maths.value) == ("Maths (predicted 8)", "8")


def test_keeping_puts_real_grades_in_place_of_predicted_ones(
    catalogue: Catalogue, open_at_6: list[str]
) -> None:
    app = tap(day(catalogue, open_at_6), "Maths (predicted 6)", "3")
    press(app, "Keep these real grades")
    assert "Your grades are the real ones now." in text(app)
    assert app.session_state["status"] == "actual"
    assert app.session_state["grade:Maths"] == "3"
    assert not app.session_state["_day_expected"]
    app = go(app, "results")
    assert next(c for c in app.segmented_control if c.label == "Maths").value == "3"
    assert next(c for c in app.segmented_control if c.label == "These grades are").value == "actual"


def test_a_grade_that_is_still_to_come_keeps_its_row_and_takes_its_grade_later(
    catalogue: Catalogue, open_at_6: list[str]
) -> None:
    app = day(catalogue, open_at_6)
    app.session_state["_others"] = [
        {"qualification": "Functional Skills", "subject": "Maths", "grade": None}
    ]
    press(app.run(), "Keep these real grades")
    assert "These are still to come" in text(app)
    control = next(box for box in app.selectbox if "Functional Skills" in box.label)
    grade = control.options[0]
    control.set_value(grade).run()
    press(app, "Keep these real grades")
    assert app.session_state["_others"][0]["grade"] == grade
    assert "Your grades are the real ones now." in text(app)


def test_a_grade_that_is_already_real_has_no_row(catalogue: Catalogue) -> None:
    app = filled_fully("6")
    app.session_state["status"] = "mixed"
    app.session_state["actual_subjects"] = ["Maths"]
    app = go(app, "results_day")
    assert not any("Maths" in control.label for control in app.segmented_control)
    assert any("History" in control.label for control in app.segmented_control)


def test_results_day_takes_far_less_than_two_minutes(
    catalogue: Catalogue, open_at_6: list[str]
) -> None:
    app = day(catalogue, open_at_6)
    start = time.perf_counter()
    for control in list(app.segmented_control):
        tap(app, control.label, "5")
    press(app, "Keep these real grades")
    assert time.perf_counter() - start < 60
    assert "What to do now" in [header.value for header in app.header]
