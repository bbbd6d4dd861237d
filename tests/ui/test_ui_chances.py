"""Chances are shown to those who ask, say what they are, and change nothing; results say what they mean."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from results_rows import RAW, on_an_a_level, row, scored, words
from streamlit.testing.v1 import AppTest
from visitor import go, html

from pathways.catalogue.types import Course
from pathways.learner.record import Held, Record
from pathways.outcomes.for_option import OptionChances, chances_for_option, results_for_option
from pathways.outcomes.model import load_model
from pathways.paths import ROOT
from pathways.ui.parts import chances_section
from pathways.ui.parts.chances_view import chances
from pathways.ui.parts.pictures.interval import Line, intervals
from pathways.ui.parts.pictures.people import people
from pathways.ui.parts.progress_area import area
from pathways.ui.parts.progress_view import results
from pathways.words import say
from pathways.words.reading_age import reading_age

MODEL = load_model()
SWITCH = "Show what others got"


def course(subject: str = "Biology") -> Course:
    return Course(
        course_id="c1",
        route="a_level",
        qualification="A level",
        subject=subject,
        field="Science",
        level="3",
        size=1.0,
        official_name=f"GCE A level: {subject}",
    )


def found(*grades: int, subject: str = "Biology") -> OptionChances:
    held = (Held(f"S{n}", "GCSE", "gcse", str(g), 2, (float(g),)) for n, g in enumerate(grades))
    return chances_for_option(course(subject), Record(tuple(held)), MODEL)


# On the page


@pytest.fixture
def option(options: AppTest) -> AppTest:
    """A visitor with two grades, on the page of an A level."""
    return on_an_a_level(options)


def switch(app: AppTest) -> Any:
    return next(toggle for toggle in app.toggle if toggle.label == SWITCH)


def test_chances_wait_to_be_asked_for(option: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    assert switch(option).value is False
    assert "pw-hundred" not in html(option)
    asked: list[str] = []

    def note(course: Course, *_: object) -> OptionChances:
        asked.append(course.subject)
        return found(6, 6, 6)

    monkeypatch.setattr(chances_section, "chances_for_option", note)
    option.run()
    assert asked == []
    switch(option).set_value(True).run()
    assert len(asked) == 1
    assert "pw-hundred" in html(option)


def test_chances_stand_after_the_course_and_what_it_asks(option: AppTest) -> None:
    headings = [header.value for header in option.header]
    at = headings.index(say("UI_CHANCES_TITLE"))
    assert headings.index(say("UI_SECTION_RULES")) < at
    assert headings.index(say("UI_SECTION_EM")) < at


def test_two_grades_are_too_few_and_the_page_says_so(option: AppTest) -> None:
    switch(option).set_value(True).run()
    assert say("CHANCES_NO_AVERAGE") in unescape(html(option))
    assert f"<h3>{say('UI_WHY_NO_FIGURE')}</h3>" in html(option)


def test_relation_29_switching_chances_on_changes_no_order(options: AppTest) -> None:
    def cards(app: AppTest) -> list[str]:
        return re.findall(r'<article class="pw-card">.*?</article>', html(app), re.DOTALL)

    before = cards(options)
    listed = options.session_state["_kept:guidance"][1].options
    order = [o.offer_id for o in listed[:50]]
    for offer in order[:3]:
        options.query_params["offer"] = offer
        app = go(options, "option")
        switch(app).set_value(True).run()
        assert not app.exception
    after = go(options, "options")
    assert cards(after) == before
    assert [o.offer_id for o in after.session_state["_kept:guidance"][1].options[:50]] == order


def test_each_option_is_asked_for_anew_and_clearing_forgets_it(option: AppTest) -> None:
    switch(option).set_value(True).run()
    key = switch(option).key
    next(b for b in option.button if b.label == "Clear my answers").click().run()
    assert option.session_state[key] is False


# What chances say


def test_both_ways_of_saying_it_the_whole_spread_n_and_year_are_there() -> None:
    told = found(6, 6, 6)
    assert told.icons is not None
    said = words(chances(told))
    assert f"About {told.icons.got} got C or above. About {told.icons.did_not} did not." in said
    assert f"{told.icons.got} of 100 got C or above" in said
    assert f"{told.icons.did_not} of 100 did not" in said
    for grade, count in told.icons.counts:
        assert re.search(rf"(?:^| ){re.escape(grade)} {count} ", said), grade
    assert f"{told.icons.n:,} students in 2025" in said
    assert "transition matrices" in said
    assert "Students who left the course before the end are not counted" in said


def test_does_this_say_i_will_get_a_c_is_asked_and_answered() -> None:
    said = words(chances(found(6, 6, 6)))
    assert "Does this say I will get C or above? No. It says what 100 others got." in said
    assert "What happened to others, not a prediction about you" in said


def test_no_one_grade_is_ever_foretold() -> None:
    for subject in ("Biology", "Sociology", "Mathematics"):
        said = words(chances(found(7, 7, 7, subject=subject))).lower()
        said = said.replace("it cannot say what you will get", "")
        assert not re.search(r"you (?:will|should|are likely|can expect)|most likely", said)
        assert "predicted grade" not in said


def test_no_colour_says_success_or_failure() -> None:
    sheet = (ROOT / "pathways/ui/theme_pictures.css").read_text("utf-8")
    colours = set(re.findall(r"var\(--pw-([a-z_-]+)\)", sheet))
    assert colours <= {"ink", "quiet", "page", "line"}
    assert not re.findall(r"#[0-9a-f]{3,6}\b|rgb", sheet)
    for markup in (chances(found(6, 6, 6)), results(results_for_option("a_level", scored(-0.4)))):
        assert not re.search(r"pw-(?:meets|near_miss|ask|not_yet|problem)", markup)


@pytest.mark.parametrize("filled", [0, 1, 38, 100])
def test_there_are_always_100_people_and_the_picture_has_words(filled: int) -> None:
    drawn = people(filled, label="38 & more")
    assert drawn.count('class="pw-one') == 100
    assert drawn.count("pw-full") == filled
    assert 'role="img" aria-label="38 &amp; more"' in drawn


# What results say


def test_what_does_a_negative_score_mean_is_answered_whatever_the_score() -> None:
    for score in (-0.4, 0.0, 0.4):
        said = words(results(results_for_option("a_level", [*scored(score), *RAW])))
        assert "What does a score below 0 mean?" in said
        assert "does not mean that students got worse" in said
        assert "does not say what you would get" in said


@pytest.mark.parametrize("code", ["SUPP", "NE", "NA", "NP"])
def test_why_is_there_no_figure_is_answered_where_it_is_missing(code: str) -> None:
    said = words(results(results_for_option("a_level", [row("va", None, code), *RAW])))
    assert f"Why is there no figure? {say(f'NO_FIGURE_{code}')}" in said


@pytest.mark.parametrize("route", ["t_level", "apprenticeship_l3", "a_level"])
def test_a_course_without_any_results_says_why(route: str) -> None:
    said = words(results(results_for_option(route, [])))
    assert "Why is there no figure? There is no figure because" in said
    assert "nothing good or bad" in said


def test_progress_comes_before_who_stayed_and_grades_come_last() -> None:
    said = words(results(results_for_option("a_level", [*RAW, *scored(0.2)])))
    places = [said.index(part) for part in ("+0.20", "94 of every 100 students stayed", "was C+")]
    assert places == sorted(places)
    assert said.index("Progress, above, is the fairer guide") < said.index("was C+")


def test_one_year_says_why_it_is_alone_and_three_are_drawn_one_under_the_other() -> None:
    assert "We show 2023/24 alone" in words(results(results_for_option("a_level", scored(0.2))))
    rows = [*scored(0.2), *scored(0.1, "2022/23"), *scored(-0.1, "2021/22")]
    three = results(results_for_option("a_level", rows))
    assert three.count('class="pw-va-line"') == 3
    assert "alone" not in words(three)


def place_of(part: str, drawn: str) -> float:
    match = re.search(rf'pw-va-{part}[^"]*" style="left:([\d.]+)%', drawn)
    assert match
    return float(match[1])


def test_every_score_stands_on_the_same_line_with_england_in_the_middle() -> None:
    drawn = intervals([Line("2023/24", -0.5, -0.7, -0.3)])
    assert place_of("zero", drawn) == 50.0
    assert place_of("score", drawn) == 37.5
    assert place_of("range", drawn) == 32.5
    assert "score −0.50, likely between −0.70 and −0.30" in drawn


def test_a_range_past_the_end_is_held_inside_and_said() -> None:
    drawn = intervals([Line("2023/24", -1.9, -2.4, -1.4)])
    assert place_of("range", drawn) == 0.0
    assert "pw-past-low" in drawn
    assert say("UI_VA_GONE_OFF") in drawn
    assert "−2.40" in drawn


def test_three_questions_are_answered_by_the_words_of_the_page(option: AppTest) -> None:
    switch(option).set_value(True).run()
    said = words(html(option))
    assert "What does a score below 0 mean?" in said  # what does a negative score mean?
    assert "does not mean that students got worse" in said
    assert say("UI_WHY_NO_FIGURE") in said  # why is there no figure?
    assert "No figure is not bad news" in said
    # Does this say I will get a C?
    assert "It does not say what you would get" in said


# The area together


def test_the_area_page_puts_all_together_and_names_no_place(options: AppTest) -> None:
    names = options.session_state["_kept:guidance"][1].options
    app = go(options, "area")
    assert not app.exception
    said = words(html(app))
    assert "students finished at" in said
    assert "Not in these sums" in said
    assert html(app).count('class="pw-years"') >= 3  # who stayed, over the years
    assert "What does a score below 0 mean?" in said
    assert not [o.provider for o in names[:200] if o.provider in said]


def test_an_area_without_results_says_so() -> None:
    assert say("UI_AREA_NONE") in unescape(area(()))


def test_about_the_data_leads_to_the_area_page(options: AppTest) -> None:
    app = go(options, "data")
    assert say("UI_AREA_LINK") in [link.proto.label for link in app.get("page_link")]


# How hard it is to read


@pytest.mark.parametrize(
    "text",
    [
        words(chances(found(6, 6, 6))),
        words(chances(found(6, 6))),
        words(results(results_for_option("a_level", [*scored(-0.3), *RAW]))),
        words(results(results_for_option("t_level", []))),
    ],
    ids=["chances", "no-chances", "results", "no-results"],
)
def test_an_eleven_year_old_can_read_it(text: str) -> None:
    assert reading_age(text) <= 11
