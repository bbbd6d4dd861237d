"""My plan: order, notes, what to do, taking it along, and opening it again from its code."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest
from visitor import filled, filled_fully, go, html, open_app, press, text

AREA = "kingston-surrey-sutton"


def offers(app: AppTest, count: int) -> list[str]:
    listed = app.session_state["_kept:guidance"][1].options
    return [listed[at].offer_id for at in range(count)]


def planned(count: int = 3, app: AppTest | None = None) -> AppTest:
    app = go(app or filled(), "options")
    app.session_state["_saved"] = {AREA: offers(app, count)}
    return go(app, "plan")


def choices(app: AppTest) -> list[str]:
    return re.findall(r'<p class="pw-step">([^<]*)</p><h2>', html(app))


def code(app: AppTest) -> str:
    return re.findall(r'<p class="pw-code">(.*?)</p>', html(app))[0]


def opened(app: AppTest, typed: str) -> AppTest:
    app.text_area(key="plan_code").set_value(typed)
    return press(app, "Open this plan")


def test_nothing_saved_says_what_to_do() -> None:
    app = open_app("plan")
    assert not app.exception
    assert "Nothing saved yet" in text(app)


def test_choices_are_named_by_their_place() -> None:
    assert choices(planned(4)) == ["First choice", "Second choice", "Back-up", "Back-up"]


def test_two_choices_are_asked_for_a_back_up() -> None:
    assert "a first choice, a second one and a back-up" in html(planned(2))


def test_moving_a_choice_down_swaps_it_with_the_next_and_keeps_its_note() -> None:
    app = planned()
    first, second, third = app.session_state["_saved"][AREA]
    app.text_area(key=f"note:{first}").set_value("Near Nan").run()
    next(b for b in app.button if b.label == "Move down").click().run()
    assert app.session_state["_saved"][AREA] == [second, first, third]
    assert app.text_area(key=f"note:{first}").value == "Near Nan"


def test_taking_one_out_leaves_the_others() -> None:
    app = planned()
    _, second, third = app.session_state["_saved"][AREA]
    press(app, "Take out")
    assert app.session_state["_saved"][AREA] == [second, third]


def test_what_to_do_is_a_table_with_results_day_in_it() -> None:
    page = html(planned())
    assert '<table class="pw-table pw-dates"' in page
    assert "GCSE results day" in page


def test_the_code_opens_the_same_plan_for_somebody_else() -> None:
    app = planned()
    first = app.session_state["_saved"][AREA][0]
    app.text_area(key=f"note:{first}").set_value("Ask about *art*").run()
    other = opened(open_app("plan"), code(app).lower())
    assert other.session_state["_saved"] == app.session_state["_saved"]
    assert other.text_area(key=f"note:{first}").value == "Ask about *art*"
    assert any("Your plan is open: 3 saved." in said.value for said in other.success)
    assert "grade:Maths" not in other.session_state


def test_grades_go_along_when_the_learner_says_so() -> None:
    app = planned(app=filled_fully("6"))
    without = code(app)
    app.checkbox(key="carry_grades").check().run()
    assert len(code(app)) > len(without)
    other = go(opened(open_app("plan"), code(app)), "results")
    values = {c.label: c.value for c in other.segmented_control}
    assert values["Maths"] == "6"
    assert values["History"] == "6"
    assert other.session_state["grade:Combined Science"] == "6-6"


@pytest.mark.parametrize("typed", ["", "ABCD", "💥" * 50, "0" * 1900, "<script>"])
def test_a_code_that_cannot_be_read_gets_one_polite_message_and_changes_nothing(
    typed: str,
) -> None:
    app = planned()
    before = app.session_state["_saved"]
    app = opened(app, typed)
    assert not app.exception
    assert app.session_state["_saved"] == before
    assert html(app).count('class="pw-problem"') == 1


def test_a_code_of_the_training_area_opens_that_area() -> None:
    app = press(open_app(), "Open the training area")
    app = go(app, "options")
    listed = offers(app, 2)
    name = app.session_state["_kept:guidance"][1].catalogue.split()[0]
    app.session_state["_saved"] = {name: listed}
    app = go(app, "plan")
    other = opened(open_app("plan"), code(app))
    assert other.session_state["_training_area"]
    assert len(choices(other)) == 2


def test_notes_that_are_too_long_together_are_said_and_nothing_is_lost() -> None:
    app = planned()
    for offer in app.session_state["_saved"][AREA]:
        app.text_area(key=f"note:{offer}").set_value("x" * 200).run()
    assert not app.exception
    assert app.warning
    first = app.session_state["_saved"][AREA][0]
    assert app.text_area(key=f"note:{first}").value == "x" * 200
