"""Availability: routes and names agree, and every answer can be said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.rules.availability import OPEN, availability, course_availability
from pathways.rules.level_3_funding import area_of
from pathways.rules.values import start_day, value
from pathways.words import say_reason

T_LEVELS = [row["title"] for row in value("availability/t_levels", on=start_day(2027)).value]
V_LEVELS = [row["subject"] for row in value("availability/v_levels", on=start_day(2027)).value]


@pytest.mark.parametrize("title", T_LEVELS)
def test_a_catalogue_route_and_a_name_give_the_same_answer(title: str) -> None:
    for year in (2026, 2027, 2028):
        by_route = availability("t_level", f"T Level in {title}", start_year=year)
        assert by_route == availability("T Level", title, start_year=year)


@pytest.mark.parametrize("subject", V_LEVELS)
def test_a_v_level_never_closes_again_and_is_never_open_before_its_year(subject: str) -> None:
    answers = {
        year: availability("v_level", subject, start_year=year) for year in range(2026, 2031)
    }
    for year, answer in answers.items():
        assert (answer.state == "not_yet") == (year < (answer.first_teaching or 0))
        assert (answer.state in OPEN) == (year >= (answer.first_teaching or 9999))


@pytest.mark.parametrize("name", ["Level 1 preparation for GCSE", "Traineeship"])
def test_what_cannot_be_started_is_never_open(name: str) -> None:
    assert all(availability(name, start_year=year).state not in OPEN for year in (2026, 2027, 2028))


@pytest.mark.parametrize(
    ("subject", "area", "ends"),
    [
        ("Computer Science", "digital", 2027),
        ("Applied Science", "health and science", 2028),
        ("Children's Play, Learning and Development", "education and early years", 2027),
        ("Health and Social Care", "care services", 2028),
        ("Animal Management", "agriculture and animals", None),
        ("Creative Digital Media Production", "", None),
        ("Business with Finance", "", None),
        ("Esports", "", None),
    ],
)
def test_the_area_of_a_subject_or_none_where_it_is_not_clear(
    subject: str, area: str, ends: int | None
) -> None:
    found = area_of(subject, on=start_day(2027))
    assert found[:2] == (area, ends)


def test_a_route_without_a_name_uses_the_title_for_its_area() -> None:
    found = availability("vocational_l3", "Health and Social Care", start_year=2027)
    assert (found.state, found.area_funding) == ("check", "continues")


@given(
    st.sampled_from(
        [
            "t_level",
            "v_level",
            "a_level",
            "ib",
            "vocational_l3",
            "level_2",
            "level_1",
            "entry_level",
            "apprenticeship_l3",
            "foundation_apprenticeship",
            "supported_internship",
            "Something new",
        ]
    ),
    st.text(max_size=30),
    st.integers(2026, 2030),
)
def test_any_text_has_an_answer_that_can_be_said(route: str, subject: str, year: int) -> None:
    found = availability(route, subject or "any", start_year=year)
    assert found.because
    assert all(say_reason(reason) for reason in found.because)
    assert found.basis.source_ids


def test_a_specialism_in_brackets_is_the_same_t_level() -> None:
    title = "Agriculture, Land Management and Production (trees and woodland)"
    assert availability("t_level", title, start_year=2027).state == "yes"


def test_a_name_alone_never_closes_a_level_3_course_of_the_catalogue() -> None:
    named = ("BTEC National Extended Certificate", "Applied Science")
    assert availability(*named, start_year=2027).state == "closed"
    found = course_availability("vocational_l3", *named, start_year=2027)
    assert (found.state, found.because[0].code) == ("check", "LOST_FUNDING")


@pytest.mark.parametrize(
    ("route", "qualification", "subject", "state"),
    [
        ("t_level", "T Level", "Finance", "closed"),
        ("t_level", "T Level", "Onsite Construction", "closed"),
        ("v_level", "V Level", "Business", "not_yet"),
        ("a_level", "Free-standing maths", "Maths", "yes"),
        ("a_level", "Extended Project (EPQ)", "Extended Project", "yes"),
        ("level_2", "BTEC Level 2 Technical Certificate", "Enterprise", "check"),
        ("level_1", "Level 1 course", "Carpentry", "yes"),
        ("entry_level", "Entry level course", "Foundation Learning", "yes"),
        ("ib", "International Baccalaureate Diploma", "IB Diploma", "yes"),
        ("apprenticeship_l2", "Apprenticeship, level 2", "Construction", "yes"),
        ("supported_internship", "Supported internship", "Supported Internship", "yes"),
        (
            "vocational_l3",
            "Level 3 vocational qualification",
            "Food Science and Nutrition",
            "check",
        ),
    ],
)
def test_courses_as_the_catalogue_names_them(
    route: str, qualification: str, subject: str, state: str
) -> None:
    assert course_availability(route, qualification, subject, start_year=2027).state == state


def test_what_a_page_shows_carries_its_trust() -> None:
    shown = availability("T Level Foundation Year", start_year=2027).shown
    assert (shown.state, shown.trust) == ("changing", "changing")
    assert shown.source_ids
