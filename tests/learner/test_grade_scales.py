"""Every grade of every scale is read as itself, and nothing else is read at all."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.errors import GradeError
from pathways.learner.blanks import said
from pathways.learner.pairs import pairs_of
from pathways.learner.qualifications import all_scales, find_qualification, qualifications
from pathways.learner.scales import parse_grade, scale_of, valid_grades

CHOICES = [
    (qualification.name, double, grade)
    for qualification in qualifications()
    for double in ((False, True) if qualification.double else (False,))
    for scale in (qualification.double if double else qualification.scales)
    for grade in scale.grades
    if not grade.level or grade.text.startswith(qualification.prefix)
]


def test_every_grade_of_every_scale_has_some_qualification_that_uses_it():
    used = {scale.id for q in qualifications() for scale in (*q.scales, *q.double)}
    assert used == set(all_scales())


@pytest.mark.parametrize("scale", all_scales().values(), ids=list(all_scales()))
def test_a_scale_says_where_it_comes_from(scale):
    assert scale.source
    assert scale.trust in {"official", "reported", "secondary", "unconfirmed", "changing"}
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", scale.last_checked)


@pytest.mark.parametrize("scale", all_scales().values(), ids=list(all_scales()))
def test_grades_are_ordered_best_first_by_level_and_points(scale):
    levels = [grade.level for grade in scale.grades]
    assert levels == sorted(levels, reverse=True)
    totals = [sum(grade.points) for grade in scale.grades if grade.points]
    assert totals == sorted(totals, reverse=True)


def test_combined_science_has_seventeen_pairs_and_u():
    pairs = valid_grades("GCSE", double=True)
    assert len(pairs) == 18
    assert pairs[:4] == ("9-9", "9-8", "8-8", "8-7")
    assert pairs[-2:] == ("1-1", "U")
    assert all(int(p[0]) - int(p[2]) in (0, 1) for p in pairs[:-1])


def test_pairs_of_three_grades_are_five_and_u():
    singles = all_scales()["gcse_9_1"].grades[:3] + all_scales()["gcse_9_1"].grades[-1:]
    assert [grade.text for grade in pairs_of(singles, "-")] == [
        "9-9",
        "9-8",
        "8-8",
        "8-7",
        "7-7",
        "U",
    ]


@pytest.mark.parametrize(("name", "double", "grade"), CHOICES)
def test_every_way_of_writing_a_grade_is_read_as_that_grade(name, double, grade):
    for written in (grade.text, *grade.also):
        assert parse_grade(name, written, double=double).text == grade.text


@settings(max_examples=200, deadline=None)
@given(
    choice=st.sampled_from(CHOICES),
    upper=st.booleans(),
    left=st.sampled_from(["", " ", "\t", "  "]),
    right=st.sampled_from(["", " ", "\n", "\u00a0"]),
)
def test_case_and_spaces_around_a_grade_do_not_matter(choice, upper, left, right):
    name, double, grade = choice
    typed = left + (grade.text.upper() if upper else grade.text.lower()) + right
    placed = parse_grade(name, typed, double=double)
    assert (placed.text, placed.points, placed.level) == (grade.text, grade.points, grade.level)


@settings(max_examples=200, deadline=None)
@given(choice=st.sampled_from(CHOICES), typed=st.text(max_size=12))
def test_whatever_is_read_is_a_valid_grade_and_reads_as_itself(choice, typed):
    name, double, _ = choice
    try:
        placed = parse_grade(name, typed, double=double)
    except GradeError as error:
        message = error.do
    else:
        message = "read"
        assert parse_grade(name, placed.text, double=double) == placed
    assert message


WRITTEN = [
    ("GCSE", "Grade 5", "5"),
    ("GCSE", "5.0", "5"),
    ("GCSE", "５", "5"),
    ("GCSE", "a *", "A*"),
    ("GCSE (9-1)", "u", "U"),
    ("BTEC", "D*2", "Level 2 Distinction*"),
    ("Cambridge National", "M2", "Level 2 Merit"),
    ("V Cert", "L1P", "Level 1 Pass"),
    ("Tech Award", "level 2 - merit", "Level 2 Merit"),
    ("Tech Award", "Merit (Level 2)", "Level 2 Merit"),
    ("Level 2 Diploma", "merit", "Level 2 Merit"),
    ("Level 1 Diploma", "D", "Level 1 Distinction"),
    ("Functional Skills", "L2", "Level 2 Pass"),
    ("FS Level 2", "pass", "Level 2 Pass"),
    ("Functional Skills Entry Level 3", "Pass", "Entry 3 Pass"),
    ("National 5", "no award", "No award"),
    ("BTEC National Extended Diploma", "d*dd", "D*DD"),
    ("T Level", "distinction star", "Distinction*"),
    ("ABRSM", "5", "Grade 5"),
    ("AS", "b", "B"),
    ("Overseas certificate", " 17  out of 20 ", "17 out of 20"),
]


@pytest.mark.parametrize(("qualification", "typed", "meant"), WRITTEN)
def test_a_grade_is_understood_as_people_write_it(qualification, typed, meant):
    assert parse_grade(qualification, typed).text == meant


PAIRS = [
    "6-5",
    "65",
    "6 5",
    "6/5",
    "6,5",
    "6 & 5",
    "56",
    "5-6",
    "6–5",
    "Grade 6-5",
    "Grades 6 and 5",
]
DATES = ["05-Jun", "06-May", "5-jun", "06 May", "05/06/2026", "06/05/2026", "2026-05-06", "65.0"]


@pytest.mark.parametrize("typed", [*PAIRS, *DATES, "2026-06-05 00:00:00", "06-May-26"])
def test_6_5_is_understood_even_after_a_spreadsheet_made_it_a_date(typed):
    assert parse_grade("GCSE Combined Science", typed).text == "6-5"


@pytest.mark.parametrize("typed", ["05-Dec", "04-Jun", "31-Jan", "46148", "2026-01-31", "10-Sep"])
def test_a_date_that_is_no_pair_is_refused_as_a_date(typed):
    with pytest.raises(GradeError, match="looks like a date"):
        parse_grade("GCSE Combined Science", typed)


def test_grades_too_far_apart_are_refused_with_the_pairs_between():
    with pytest.raises(GradeError, match="6-6, 6-5, 5-5, 5-4 or 4-4"):
        parse_grade("GCSE Combined Science", "4-6")


@pytest.mark.parametrize("typed", ["5", "6-U", "10-9", "6-5-4", "5.5", "6.5", "A-", ""])
def test_what_is_not_two_grades_is_refused_with_the_valid_pairs(typed):
    with pytest.raises(GradeError, match=r"9-9, 9-8.*1-1 or U"):
        parse_grade("GCSE Combined Science", typed)


@pytest.mark.parametrize(
    "typed",
    ["10", "50", "0.5", "5.5", "6-", "-4", "+4", "7+", "9%", "65", "H", "Pass", "£5", "5€", ""],
)
def test_what_is_no_gcse_grade_is_refused_with_the_valid_ones(typed):
    with pytest.raises(GradeError, match=r"The grades are 9, 8, 7.*F or G"):
        parse_grade("GCSE", typed)


def test_merit_without_its_level_is_refused():
    with pytest.raises(GradeError, match="Level 2 Merit"):
        parse_grade("BTEC Tech Award", "Merit")


def test_a_grade_of_another_level_than_the_name_says_is_refused():
    with pytest.raises(GradeError):
        parse_grade("Level 2 Diploma", "Level 1 Merit")


def test_c_star_is_a_grade_in_northern_ireland_alone():
    assert parse_grade("GCSE (NI)", "C*").points == (5.0,)
    with pytest.raises(GradeError):
        parse_grade("GCSE (Wales)", "C*")


LETTERS = {"A*": 8, "A": 7, "B": 5, "C": 4, "D": 3, "E": 2, "F": 1, "G": 1, "U": 0}


@pytest.mark.parametrize(("letter", "points"), LETTERS.items())
def test_an_old_letter_counts_as_the_lowest_number_it_can_stand_for(letter, points):
    assert parse_grade("GCSE (Wales)", letter).points == (float(points),)


def test_a_number_is_an_english_grade_whatever_the_nation():
    assert parse_grade("GCSE (NI)", "3").nation == "england"
    assert parse_grade("GCSE (NI)", "D").nation == ""


def test_an_unknown_qualification_is_refused_with_near_names():
    with pytest.raises(GradeError, match="Cambridge National"):
        find_qualification("Cambrige Natonal")
    with pytest.raises(GradeError, match="Other qualification"):
        find_qualification("zzzz")


def test_scale_of_a_qualification_is_the_one_it_is_usually_on():
    assert scale_of("gcse").id == "gcse_9_1"
    assert scale_of("Welsh GCSE").id == "gcse_letters"


def test_no_two_qualifications_share_a_name():
    names = [name for q in qualifications() for name in (q.name, *q.also)]
    for name in names:
        assert name in (found := find_qualification(name)).also or name == found.name


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        (None, "not_known"),
        ("", "not_known"),
        (" ? ", "not_known"),
        ("Don’t know", "not_known"),
        ("Q", "not_known"),
        ("not taken", "not_taken"),
        ("None", "not_taken"),
        ("-", "not_taken"),
        ("X", "not_taken"),
        ("ABS", "not_taken"),
        ("U", "grade"),
        ("4", "grade"),
    ],
)
def test_a_cell_without_a_grade_says_why(typed, meaning):
    assert said(typed) == meaning


def test_no_valid_grade_is_taken_for_a_blank():
    for _, _, grade in CHOICES:
        for written in (grade.text, *grade.also):
            assert said(written) == "grade", written
