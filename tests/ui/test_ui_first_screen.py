"""The first screen: every route in the same space, and saving from it."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest
from visitor import filled, filled_fully, go, html, press, side_by_side, text

from pathways.guidance import Guidance


def boxes(app: AppTest) -> list[str]:
    return re.findall(r'<header class="pw-route"><h2>(.*?)</h2>', html(app))


def answer(app: AppTest) -> Guidance:
    found: Guidance = app.session_state["_kept:guidance"][1]
    return found


def saves(app: AppTest) -> list[str]:
    return [button.key for button in app.button if "save-" in (button.key or "")]


def test_every_open_route_has_a_box_and_the_others_a_reason(options: AppTest) -> None:
    opened = [lane for lane in answer(options).routes if lane.open]
    assert len(boxes(options)) == len(opened)
    closed = len(answer(options).routes) - len(opened)
    assert closed == 0 or "Not open to start in 2027" in html(options)


def test_no_box_shows_more_options_than_another_can(options: AppTest) -> None:
    for lane in answer(options).routes:
        assert len(lane.first) <= answer(options).method.cards
        assert len(lane.first) == min(len(lane.options), answer(options).method.cards)


def test_the_stretch_is_in_view_in_every_box_that_has_one() -> None:
    app = go(filled_fully(), "options")
    stretched = [lane for lane in answer(app).routes if lane.open and len(lane.stretch)]
    assert stretched
    assert html(app).count("A stretch") == len(stretched)


def test_an_empty_box_says_why_and_what_to_do(options: AppTest) -> None:
    empty = [lane for lane in answer(options).routes if lane.open and not len(lane.options)]
    assert empty
    assert html(options).count("None to show") == len(empty)
    assert "Ask a careers adviser or your council" in html(options)


def test_a_route_can_be_put_first_and_the_others_keep_their_order(options: AppTest) -> None:
    drawn = boxes(options)
    options.selectbox(key="first_route").set_value("apprenticeship_l3").run()
    now = boxes(options)
    assert now[0] == "Apprenticeships, level 3"
    assert now[1:] == [name for name in drawn if name != now[0]]


def test_see_all_opens_that_route_side_by_side(options: AppTest) -> None:
    options.button(key="all-t_level").click().run()
    assert options.session_state["want_routes"] == ["t_level"]
    assert "<h2>Colleges</h2>" in html(options)
    assert "Your filters hide" in text(options)


def test_saving_is_one_tap_and_so_is_taking_out(options: AppTest) -> None:
    key = saves(options)[0]
    options.button(key=key).click().run()
    assert options.button(key=key).label == "Saved"
    assert "You have saved 1." in text(options)
    options.button(key=key).click().run()
    assert options.button(key=key).label == "Save"


def test_what_is_saved_is_saved_in_every_view(options: AppTest) -> None:
    offer = answer(options).lanes[0].options[0].offer_id
    side_by_side(options)
    name = "save-" + "".join(c if c.isalnum() else "-" for c in offer.lower())
    options.button(key=name).click().run()
    assert options.session_state["_saved"] == {"kingston-surrey-sutton": [offer]}
    press(options, "Clear my answers")
    assert "_saved" not in options.session_state


@pytest.mark.parametrize("seed", [1, 2])
def test_a_plan_holds_ten_and_then_says_so(seed: int) -> None:
    app = filled()
    app.session_state["_seed"] = seed
    app = go(app, "options")
    for key in saves(app)[:10]:
        app.button(key=key).click().run()
    assert len(app.session_state["_saved"]["kingston-surrey-sutton"]) == 10
    assert app.button(key=saves(app)[10]).disabled
