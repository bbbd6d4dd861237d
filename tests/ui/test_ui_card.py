"""A card says the same rows for every kind of place, and nothing of it is taken for markup."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from pathways.answers import (
    Availability,
    Clause,
    Eligibility,
    EligibilityState,
    EnglishMaths,
    GradeChange,
    SubjectStatus,
)
from pathways.guidance import Fact, Journey, Option
from pathways.ui.parts.card import card_html
from pathways.words.option import asked_in_words as asked

MET = SubjectStatus("met")
OPTION = Option(
    offer_id="o1",
    provider_id="p1",
    provider="Example Sixth Form",
    kind="school_sixth_form",
    lane="school",
    site="Example Sixth Form",
    postcode="ZZ1 1ZZ",
    route="a_level",
    qualification="A level",
    level="3",
    subject="Biology",
    field="Science",
    size=1.0,
    title="A level Biology",
    eligibility=Eligibility("meets", "published", (Clause("Maths@4", "programme", "held"),)),
    band=0,
    score=None,
    contributions=(),
    against=(),
    journey=Journey(3.2, 20, "bus_or_train", "sector"),
    english_maths_plan=EnglishMaths(MET, MET),
    availability=Availability("yes"),
    provider_facts=(),
    results=(Fact("a_level.grade", "B-", "2023/24", "s1"),),
    rule_sources=(),
    basis="results",
    basis_year="2023/24",
    entries="20",
    length_years="2",
    confidence="clear",
    note="",
    page_url="",
    website="",
    phone="",
    data_gaps=(),
    sources=("s1",),
    open_instead=None,
)


def rows(option: Option) -> list[str]:
    return re.findall("<dt>(.*?)</dt>", card_html(option))


def test_a_college_card_has_the_rows_of_a_school_card() -> None:
    college = replace(
        OPTION, kind="fe_college", lane="college", results=(), journey=Journey(None, None, "", "")
    )
    assert rows(college) == rows(OPTION)


@pytest.mark.parametrize("state", ["meets", "near_miss", "ask", "not_yet"])
def test_a_status_is_an_icon_and_words_as_well_as_a_colour(state: EligibilityState) -> None:
    card = card_html(replace(OPTION, eligibility=Eligibility(state, "published")))
    icon, words = re.findall(r'<b aria-hidden="true">(.)</b>(.+?)</span>', card)[0]
    assert icon.strip()
    assert len(words) > 3


def test_what_is_not_published_is_said_as_itself() -> None:
    unknown = replace(OPTION, results=(), eligibility=Eligibility("ask", "unknown"))
    assert card_html(unknown).count('class="pw-none"') == 2


def test_text_from_a_catalogue_is_never_markup() -> None:
    hostile = '<img src=x onerror="alert(1)">'
    card = card_html(
        replace(OPTION, provider=hostile, subject=hostile, site=hostile, qualification=hostile)
    )
    assert "<img" not in card
    assert "&lt;img" in card


def test_a_missing_grade_is_said_as_that() -> None:
    waits = Eligibility("ask", "published", (Clause("Maths@4", "programme", "missing"),))
    assert "More grades needed to tell" in card_html(replace(OPTION, eligibility=waits))


def test_a_near_miss_names_the_one_change() -> None:
    near = Eligibility(
        "near_miss",
        "published",
        (Clause("Biology@6", "subject", "short", 1, "grade", "Biology 5"),),
        (GradeChange("Biology", "5", "6", 1),),
    )
    assert "Biology from 5 to 6" in card_html(replace(OPTION, eligibility=near))


def test_a_site_called_as_its_provider_is_not_said_twice() -> None:
    assert card_html(OPTION).count("Example Sixth Form") == 1


def test_rules_are_said_in_words_and_one_that_cannot_be_read_as_written() -> None:
    assert asked("5 GCSE@4") == "Five GCSEs at grade 4 or above"
    assert asked("come and see us @@") == "come and see us @@"
