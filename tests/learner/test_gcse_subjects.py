"""Subjects are found however they are typed, and a slip gets the nearest names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.errors import SubjectError
from pathways.learner.subjects import find_subject, subjects, suggest, usual_subjects

FAMILIES = {
    "English",
    "Maths",
    "Science",
    "Humanities",
    "Language",
    "Art",
    "Technology",
    "Performing",
    "Social",
}


@pytest.mark.parametrize("subject", subjects(), ids=lambda subject: subject.name)
def test_every_name_of_a_subject_finds_that_subject(subject):
    for name in (subject.name, *subject.also):
        assert find_subject(name) is subject
        assert find_subject(f"  {name.upper()} ") is subject


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("GCSE Maths", "Maths"),
        ("maths (aqa)", "Maths"),
        ("english lang", "English Language"),
        ("English", "English Language"),
        ("RE", "Religious Studies"),
        ("D&T", "Design and Technology"),
        ("product design", "Design and Technology"),
        ("triple bio", "Biology"),
        ("double science", "Combined Science"),
        ("Trilogy", "Combined Science"),
        ("food tech", "Food Preparation and Nutrition"),
        ("ICT", "Information Technology"),
        ("computing", "Computer Science"),
        ("P.E.", "PE"),
        ("French (9-1) full course", "French"),
        ("Health & Social Care", "Health and Social Care"),
    ],
)
def test_everyday_names_are_understood(typed, name):
    assert find_subject(typed).name == name


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("Geogrpahy", "Geography"),
        ("Chemstry", "Chemistry"),
        ("Englsh Language", "English Language"),
    ],
)
def test_a_slip_is_refused_with_the_nearest_name(typed, near):
    with pytest.raises(SubjectError, match=f"Did you mean .*{near}"):
        find_subject(typed)


def test_triple_science_is_three_rows():
    with pytest.raises(SubjectError, match="Biology, Chemistry and Physics"):
        find_subject("GCSE Triple Science")


@pytest.mark.parametrize("typed", ["", "GCSE", "qqqq", "   "])
def test_what_is_no_subject_is_refused(typed):
    with pytest.raises(SubjectError):
        find_subject(typed)


def test_the_start_of_a_name_suggests_usual_subjects_first():
    assert [subject.name for subject in suggest("ma", 1)] == ["Maths"]
    assert "English Language" in [subject.name for subject in suggest("eng", 3)]
    assert suggest("", 3) == ()


def test_families_are_the_known_ones_and_core_subjects_have_theirs():
    assert {family for subject in subjects() for family in subject.families} == FAMILIES
    assert find_subject("English Literature").families == {"English"}
    assert find_subject("Further Maths").families == frozenset()


def test_ready_rows_start_with_english_maths_and_science():
    names = [subject.name for subject in usual_subjects()]
    assert names[:4] == ["English Language", "English Literature", "Maths", "Combined Science"]
    assert len(names) <= 25


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30))
def test_any_text_is_a_subject_or_a_plain_refusal(typed):
    try:
        answer = find_subject(typed).name
    except SubjectError as error:
        answer = error.do
    assert answer
