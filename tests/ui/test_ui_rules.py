"""The rules page shows every dated value, and what is not firm is marked wherever it is shown."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest
from test_ui_card import OPTION
from visitor import filled, go, html, open_app, press, tap, text

from pathways.answers import Availability, Clause, Eligibility, EnglishMaths, SubjectStatus
from pathways.guidance import Flag, OpenOffer
from pathways.rules.dated import MARKED, TRUST_ORDER
from pathways.rules.listing import ValueRow, all_values
from pathways.rules.values import references
from pathways.ui.parts import facts
from pathways.ui.parts.card import card_html
from pathways.ui.parts.english_maths import english_maths_html
from pathways.ui.parts.flags import flag_list, of_option
from pathways.ui.parts.rules_list import chosen
from pathways.ui.parts.rules_trust import trust_mark
from pathways.ui.parts.rules_value import readable

ROWS = all_values()
SOURCE = next(iter(references()))


@pytest.fixture
def page() -> AppTest:
    return open_app("rules")


def count(app: AppTest) -> int:
    return html(app).count('<article class="pw-value">')


def test_every_value_is_on_the_page_under_its_topic(page: AppTest) -> None:
    assert count(page) == len(ROWS) > 150
    assert html(page).count('class="pw-topic"') == len({row.topic for row in ROWS})


def test_no_value_is_shown_as_json_or_as_a_code(page: AppTest) -> None:
    held = re.findall(r'<div class="pw-held">(.*?)</div><dl', html(page), re.DOTALL)
    assert len(held) == len(ROWS)
    words = [re.sub(r"<[^>]*>", " ", one) for one in held]
    assert [one for one in words if re.search(r"[{}\[\]]|&quot;|[a-z]_[a-z]", one)] == []
    assert all(one.strip() for one in words)


def test_every_value_says_when_it_holds_how_firm_it_is_where_read_and_when_checked(
    page: AppTest,
) -> None:
    for term in ("Holds", "Trust", "Source", "Checked"):
        assert html(page).count(f"<dt>{term}</dt>") == len(ROWS)


def test_what_is_to_be_checked_is_marked_with_a_sign_and_words(page: AppTest) -> None:
    marks = re.findall(
        r'<span class="pw-unsure"><b aria-hidden="true">!</b> (.+?)</span>', html(page)
    )
    assert len(marks) == sum(row.marked for row in ROWS) > 0
    assert all(words.endswith("check first") for words in marks)


def test_an_adviser_can_see_those_to_check_alone(page: AppTest) -> None:
    page.checkbox(key="rules_to_check").check().run()
    assert count(page) == sum(row.marked for row in ROWS)


def test_a_topic_and_a_word_leave_what_matches_open_to_view(page: AppTest) -> None:
    page.selectbox(key="rules_topic").set_value("support").run()
    assert count(page) == sum(row.topic == "support" for row in ROWS)
    page.text_input(key="rules_search").set_value("Care to Learn outside London").run()
    assert count(page) == 1
    assert '<details class="pw-topic" open>' in html(page)
    assert "Values shown: 1." in text(page)


def test_a_search_that_finds_nothing_says_what_to_do(page: AppTest) -> None:
    page.text_input(key="rules_search").set_value("zebra <b>").run()
    assert count(page) == 0
    assert "Nothing matches." in text(page)


def row(**changes: object) -> ValueRow:
    return replace(ROWS[0], **changes)  # type: ignore[arg-type]


def test_search_reads_what_the_note_and_the_source() -> None:
    rows = (row(note="about a zebra"), row(source_titles=("Zebra page",)), row())
    found = chosen(rows, topic=None, search="ZEBRA", to_check=False)
    assert found == rows[:2]


def test_a_list_of_records_is_a_table_with_headings() -> None:
    made = readable('[{"title": "A", "last_start": 2024}, {"title": "B"}]')
    assert re.findall(r'<th scope="col">(.*?)</th>', made) == ["Title", "Last start"]
    assert made.count("<tr>") == 3


def test_a_day_of_the_year_is_written_out() -> None:
    assert "1 September" in readable('{"from": {"month": 9, "day": 1}}')


def test_a_value_is_never_markup() -> None:
    assert "<img" not in readable('["<img src=x>"]') + readable("<img src=x>")


@pytest.mark.parametrize("trust", TRUST_ORDER)
def test_marked_trust_has_its_source_one_tap_away_and_firm_trust_no_mark(trust: str) -> None:
    made = trust_mark((trust, (SOURCE,)))
    assert bool(made) == (trust in MARKED)
    if made:
        assert made.startswith("<details")
        assert references()[SOURCE].title.split("&")[0].split("'")[0] in made


def test_the_least_firm_trust_names_the_mark() -> None:
    assert "Changing" in trust_mark(("secondary", ()), ("changing", ()), ("official", ()))


def test_a_card_marks_availability_that_is_not_firm() -> None:
    check = Availability("check", trust="changing", source_ids=(SOURCE,))
    card = card_html(replace(OPTION, availability=check))
    assert card.count('class="pw-trust"') == 1
    assert "Ask if it will run in your year." in card


def test_english_and_maths_that_are_not_firm_are_marked_once_above_the_cards() -> None:
    unsure = SubjectStatus("gcse_required", trust="secondary", source_ids=(SOURCE,))
    plan = EnglishMaths(SubjectStatus("met", trust="official"), unsure)
    assert english_maths_html(plan).count('class="pw-trust"') == 1
    assert english_maths_html(EnglishMaths(unsure, unsure)).count('class="pw-trust"') == 1


def test_a_course_that_plainly_runs_has_no_line_about_it() -> None:
    assert "pw-runs" not in card_html(OPTION)


def test_each_clause_says_whose_it_is_where_own_and_usual_rules_stand_together() -> None:
    own = Clause("5 GCSE@4", "programme", "held", basis="published")
    usual = Clause("Maths@6", "subject", "held", basis="typical")
    both = replace(OPTION, eligibility=Eligibility("meets", "typical", (own, usual)))
    assert "(their own rule)" in card_html(both)
    assert "(usual elsewhere)" in card_html(both)
    alone = replace(OPTION, eligibility=Eligibility("meets", "typical", (usual,)))
    assert "(usual elsewhere)" not in card_html(alone)


def test_the_nearest_open_option_is_named_where_this_one_is_not_met() -> None:
    near = OpenOffer("o2", "typical", "Other College", "A level", "Biology", 2.0)
    closed = replace(OPTION, open_instead=near, eligibility=Eligibility("not_yet", "published"))
    assert "may be open to you now: A level, Other College" in facts.open_instead(closed)
    assert facts.open_instead(replace(closed, eligibility=Eligibility("meets", "typical"))) == ""


FLAGS = (
    Flag("LEAST_PAY", (("pounds", "8.00"), ("since", "1 April 2026")), SOURCE, "reported"),
    Flag("BURSARY_DISCRETIONARY", (), SOURCE, "official"),
    Flag("LIST_BY_NUMBER_DECIDES", (), SOURCE, "secondary"),
    Flag("SEPTEMBER_GUARANTEE", (("day", 30),), SOURCE, "reported"),
)


@pytest.mark.parametrize(
    ("route", "codes"),
    [
        ("apprenticeship_l3", ["LEAST_PAY"]),
        ("a_level", ["BURSARY_DISCRETIONARY"]),
        ("vocational_l3", ["BURSARY_DISCRETIONARY", "LIST_BY_NUMBER_DECIDES"]),
    ],
)
def test_details_show_the_facts_that_matter_there(route: str, codes: list[str]) -> None:
    assert [flag.code for flag in of_option(FLAGS, replace(OPTION, route=route))] == codes


def test_every_fact_has_its_source_and_an_unsure_one_its_mark() -> None:
    made = flag_list(FLAGS)
    assert made.count("<li><a") == len(FLAGS)
    assert made.count('class="pw-trust"') == 1


def test_good_to_know_is_folded_with_its_count(options: AppTest) -> None:
    found = re.search(r"<h2>Good to know</h2> <span>(\d+) things</span>", html(options))
    assert found
    assert int(found[1]) == len(options.session_state["_kept:guidance"][1].flags)


def test_somebody_from_wales_is_told_what_is_covered_and_where_their_own_service_is() -> None:
    app = open_app("results")
    app.selectbox(key="nation").set_value("wales").run()
    app = go(tap(app, "Maths", "C"), "options")
    panel = re.search(
        r'<section class="pw-panel"><h2>You go to school in Wales.*?</section>', html(app)
    )
    assert panel
    assert 'href="https://careerswales.gov.wales"' in panel[0]
    assert "in England" in panel[0]
    assert "You go to school in" not in html(go(filled(), "options"))


def test_details_can_be_read_as_sentences(options: AppTest) -> None:
    offer = options.session_state["_kept:guidance"][1].options[0]
    options.query_params["offer"] = offer.offer_id
    app = go(options, "option")
    assert "<summary>Read this as sentences</summary>" in html(app)


def test_the_rules_are_linked_from_every_page_and_clearing_empties_the_search(
    page: AppTest,
) -> None:
    page.text_input(key="rules_search").set_value("bursary").run()
    page = press(page, "Clear my answers")
    assert page.text_input(key="rules_search").value == ""
    assert count(page) == len(ROWS)
