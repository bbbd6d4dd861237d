"""What a visitor does, and what they then see."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest
from visitor import filled, go, html, open_app, press, side_by_side, tap, text


def title(app: AppTest) -> str:
    return re.findall(r"<h1>(.*?)</h1>", html(app))[0]


def cards(app: AppTest) -> list[str]:
    return re.findall(r'<article class="pw-card">.*?</article>', html(app), re.DOTALL)


def test_start_leads_to_results() -> None:
    assert title(press(open_app(), "Put in my grades")) == "My results"


def test_grades_lead_to_real_options_side_by_side(options: AppTest) -> None:
    assert title(options) == "My options"
    side_by_side(options)
    for lane in ("School sixth forms", "Colleges", "Work and training"):
        assert f"<h2>{lane}</h2>" in html(options)
    assert len(cards(options)) >= 15


def test_every_card_has_the_same_rows_in_the_same_order(options: AppTest) -> None:
    side_by_side(options)
    rows = {tuple(re.findall(r"<dt>(.*?)</dt>", card)) for card in cards(options)}
    assert rows == {("Who", "Where", "To get in", "English, maths", "Results", "Based on")}


def test_nothing_entered_gives_one_message_at_the_top_and_by_the_field() -> None:
    app = press(open_app("results"), "See my options")
    assert title(app) == "My results"
    assert html(app).count("Put in at least one grade") == 2
    assert 'href="#at-grade-english-language"' in html(app)


def test_a_wrong_postcode_is_named_and_nothing_entered_is_lost() -> None:
    app = filled()
    app.text_input(key="postcode").set_value("banana").run()
    app = press(app, "See my options")
    assert title(app) == "My results"
    assert html(app).count("&quot;banana&quot; is not a postcode.") == 2
    assert app.text_input(key="postcode").value == "banana"
    assert app.session_state["grade:Maths"] == "5"
    app.text_input(key="postcode").set_value("KT1 2AB").run()
    assert title(press(app, "See my options")) == "My options"


def test_a_grade_from_another_scale_is_refused_with_the_valid_ones() -> None:
    app = filled()
    app.session_state["_others"] = [
        {"qualification": "Functional Skills", "subject": "Maths", "grade": "9"}
    ]
    app = press(app, "See my options")
    assert title(app) == "My results"
    assert "Functional Skills" in html(app)
    assert 'role="alert"' in html(app)
    app = press(app, "Take Maths away")
    assert title(press(app, "See my options")) == "My options"


def test_a_result_that_is_not_a_gcse_can_be_added_and_taken_away() -> None:
    app = filled()
    app.selectbox(key="other_qualification").set_value("Functional Skills").run()
    app.text_input(key="other_subject").set_value("Maths").run()
    app.selectbox(key="other_grade").set_value("Level 2 Pass").run()
    app = press(app, "Add this result")
    assert "Maths, Functional Skills: Level 2 Pass" in [line.value for line in app.text]
    assert app.text_input(key="other_subject").value == ""
    assert not press(app, "Take Maths away").text


def test_adding_half_a_result_says_what_is_missing() -> None:
    app = press(filled(), "Add this result")
    assert any("Choose the kind of result" in warning.value for warning in app.warning)


def test_answers_are_still_there_after_going_away_and_back() -> None:
    app = filled(english="3", maths="6")
    app.text_input(key="postcode").set_value("KT1").run()
    app = go(go(go(app, "options"), "data"), "results")
    values = {c.label: c.value for c in app.segmented_control}
    assert values["English Language"] == "3"
    assert values["Maths"] == "6"
    assert app.text_input(key="postcode").value == "KT1"


@pytest.mark.parametrize("page", ["start", "results", "options", "data"])
def test_clear_my_answers_is_on_every_page_and_empties_everything(page: str) -> None:
    app = filled()
    app.text_input(key="postcode").set_value("KT1").run()
    app = press(go(app, page), "Clear my answers")
    app = go(app, "results")
    values = {c.label: c.value for c in app.segmented_control}
    assert values["Maths"] is None
    assert app.text_input(key="postcode").value == ""


def test_two_visitors_never_see_each_other() -> None:
    first, second = filled(maths="9"), open_app("results")
    assert first.session_state["grade:Maths"] == "9"
    assert {c.label: c.value for c in second.segmented_control}["Maths"] is None


def test_without_grade_4_the_page_says_what_that_means() -> None:
    app = press(filled(english="5", maths="3"), "See my options")
    assert '<section class="pw-panel"><h2>English and maths</h2>' in html(app)
    assert "Maths: carry on with the GCSE" in html(app)
    assert "pw-panel" not in html(press(filled(), "See my options"))


def test_without_grades_the_page_says_so_and_still_shows_options() -> None:
    app = go(open_app(), "options")
    assert "not put in any grades" in text(app)
    assert cards(side_by_side(app))


def test_a_filter_says_how_many_it_hides_and_can_be_undone(options: AppTest) -> None:
    options.pills(key="want_hide").set_value(["girls"]).run()
    assert "Your filters hide" in text(options)
    press(options, "Show them all")
    assert "Your filters hide" not in text(options)


def test_naming_a_subject_puts_its_places_side_by_side(options: AppTest) -> None:
    options.multiselect(key="want").set_value(["subject:Biology"]).run()
    assert {re.findall(r"<h3>(.*?)</h3>", card)[0] for card in cards(options)} == {"Biology"}


def test_show_more_opens_as_many_in_every_lane(options: AppTest) -> None:
    before = len(cards(side_by_side(options)))
    assert len(cards(press(options, "Show 5 more of each"))) == before + 15


def test_fee_paying_schools_are_folded_with_their_count(options: AppTest) -> None:
    assert any(re.match(r"Fee-paying schools \(\d+\)", e.label) for e in options.expander)


def test_an_option_has_its_own_page_with_sources(options: AppTest) -> None:
    offer = options.session_state["_kept:guidance"][1].options[0]
    options.query_params["offer"] = offer.offer_id
    app = go(options, "option")
    assert title(app) == offer.subject.replace("&", "&amp;")
    headings = [header.value for header in app.header]
    assert "Where the facts come from" in headings
    assert "What we do not know" in headings
    assert 'class="pw-sources"' in html(app)


def test_an_unknown_option_is_said_plainly() -> None:
    app = open_app()
    app.query_params["offer"] = "<script>nobody"
    assert title(go(app, "option")) == "We cannot find that option."


def test_nations_with_letters_get_letters() -> None:
    app = open_app("results")
    app.selectbox(key="nation").set_value("wales").run()
    tap(app, "Maths", "C")
    assert title(press(app, "See my options")) == "My options"
