"""From results as typed to a record."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.errors import GradeError, SubjectError
from pathways.learner.learner import Learner, Result
from pathways.learner.notes import record_notes
from pathways.learner.read_record import check_results, read_record
from pathways.words import say_reason


def row(subject, grade, qualification="GCSE", status="actual", **more):
    return Result(subject=subject, grade=grade, qualification=qualification, status=status, **more)


def record(*rows, **learner):
    return read_record(Learner(results=rows, **learner))


def only(*rows, **learner):
    (held,) = record(*rows, **learner).held
    return held


def test_combined_science_counts_as_two_gcses_higher_first():
    held = only(row("trilogy", "5-6"))
    assert (held.subject, held.kind, held.grade) == ("Combined Science", "combined_science", "6-5")
    assert held.points == (6.0, 5.0)
    assert held.families == {"Science"}


def test_a_grade_not_known_is_missing_and_not_held():
    read = record(row("Maths", "?"), row("Art", None))
    assert read.held == ()
    assert read.missing == {"Maths", "Art and Design"}


def test_a_subject_not_taken_is_neither_held_nor_missing():
    read = record(row("Maths", "not taken"))
    assert read.held == ()
    assert read.missing == frozenset()
    assert read.not_taken == {"Maths"}


def test_the_best_of_two_sittings_is_kept():
    assert only(row("Maths", "3"), row("Mathematics", "4")).grade == "4"
    assert only(row("Maths", "4"), row("Maths", "3")).grade == "4"


def test_a_real_grade_stands_before_a_better_forecast():
    held = only(row("Maths", "4", status="predicted"), row("Maths", "3"))
    assert (held.grade, held.predicted) == ("3", False)


def test_a_held_grade_is_not_missing_while_a_resit_is_awaited():
    read = record(row("Maths", "3"), row("Maths", "?"))
    assert read.missing == frozenset()
    assert [held.grade for held in read.held] == ["3"]


def test_functional_skills_stand_beside_the_gcse():
    read = record(row("English Language", "2"), row("English", "Pass", "Functional Skills Level 2"))
    assert [(held.kind, held.level) for held in read.held] == [
        ("gcse", 1),
        ("functional_skills", 2),
    ]
    assert {held.subject for held in read.held} == {"English Language"}


def test_a_vocational_award_has_no_gcse_points():
    held = only(row("health & social care", "D*2", "BTEC"))
    assert (held.kind, held.grade, held.level, held.points) == (
        "vocational",
        "Level 2 Distinction*",
        2,
        (),
    )


def test_btec_science_is_applied_science():
    assert only(row("Science", "P2", "BTEC")).subject == "Applied Science"


def test_a_short_course_is_no_full_gcse():
    held = only(row("RE", "6", "GCSE Short Course"))
    assert (held.kind, held.points) == ("other", ())


def test_a_plain_gcse_with_a_letter_is_of_the_learners_nation():
    held = only(row("Maths", "D"), nation="wales")
    assert (held.qualification, held.nation, held.points) == ("GCSE (Wales)", "wales", (3.0,))
    assert only(row("Maths", "B"), nation="northern_ireland").points == (6.0,)


def test_a_number_is_an_english_gcse_in_every_nation():
    held = only(row("Maths", "3"), nation="northern_ireland")
    assert (held.qualification, held.nation) == ("GCSE", "england")


def test_a_welsh_double_award_in_maths_has_no_points_of_its_own():
    held = only(row("Mathematics and Numeracy (Double Award)", "CC", "GCSE (Wales)"))
    assert (held.kind, held.points, held.grade, held.nation) == ("other", (), "CC", "wales")
    assert held.families == {"Maths"}


def test_a_welsh_double_award_in_science_counts_as_two():
    held = only(row("Science (Double Award)", "BC", "GCSE (Wales)"))
    assert (held.kind, held.points) == ("combined_science", (5.0, 4.0))


def test_unregulated_igcse_is_remembered():
    assert only(row("English Language", "B", "IGCSE", regulated=False)).regulated is False


def test_a_course_with_any_name_is_kept_as_typed_but_a_gcse_is_not():
    assert only(row("Bee  keeping", "Merit", "Level 2 Diploma")).subject == "Bee keeping"
    with pytest.raises(SubjectError, match=r"Result 1 \(Bee keeping\)"):
        record(row("Bee keeping", "5"))


def test_national_5_has_no_gcse_points():
    held = only(row("Maths", "C", "National 5"))
    assert (held.kind, held.nation, held.points, held.level) == ("other", "scotland", (), 2)


def test_an_error_names_its_row():
    with pytest.raises(GradeError, match=r"Result 2 \(Maths\): \"10\" is not a grade"):
        record(row("Art", "5"), row("Maths", "10"))


FIVE = (row("Maths", "4"), row("English Language", "4"), row("Combined Science", "4-4"))


def test_five_gcses_with_english_and_maths_are_a_whole_list():
    assert record(*FIVE, row("Art", "5")).complete
    assert not record(*FIVE).complete
    assert record(*FIVE[1:], row("Maths", "?"), row("Art", "5")).complete


def test_a_list_without_maths_is_not_whole_however_long():
    many = [
        row(name, "5") for name in ("Art", "History", "French", "Music", "PE", "English Language")
    ]
    assert not record(*many).complete
    assert record(*many, row("Maths", "not taken")).complete


def test_the_learner_can_say_whether_the_list_is_whole():
    assert record(results_complete=True).complete
    assert not record(*FIVE, row("Art", "5"), results_complete=False).complete


def test_a_form_gets_every_problem_with_its_row_and_field():
    problems = check_results(
        [
            row("Maths", "4"),
            row("Mahts", "4"),
            row("Maths", "Pass"),
            row("Maths", "4", "GCZE level"),
            row("", "4"),
            row("Combined Science", "?"),
        ]
    )
    assert [(problem.row, problem.field) for problem in problems] == [
        (1, "subject"),
        (2, "grade"),
        (3, "qualification"),
        (4, "subject"),
    ]
    assert "Maths" in problems[0].message


def test_notes_say_what_was_converted_forecast_or_awaited():
    read = record(
        row("Maths", "B", "GCSE (Wales)"),
        row("Art", "5", status="predicted"),
        row("Maths", "C", "National 5"),
        row("History", "?"),
    )
    notes = record_notes(read)
    assert [note.code for note in notes] == [
        "RESULT_LETTER_COUNTED",
        "RESULT_PREDICTED",
        "RESULT_NO_POINTS",
        "RESULT_MISSING",
    ]
    assert all(say_reason(note) for note in notes)
    assert "grade 5" in say_reason(notes[0])


rows = st.builds(
    row,
    st.sampled_from(["Maths", "English Language", "Art", "Combined Science", "Biology"]),
    st.sampled_from(["9", "4", "3", "U", "?", "not taken", "5-4", "C"]),
    status=st.sampled_from(["actual", "predicted"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(rows, max_size=8))
def test_a_record_can_be_read_exactly_when_the_form_has_no_problem(results):
    if check_results(results):
        with pytest.raises(GradeError):
            record(*results)
        return
    read = record(*results)
    held = {result.subject for result in read.held}
    assert not held & read.missing
    assert not held & read.not_taken
    assert not read.missing & read.not_taken


@settings(max_examples=100, deadline=None)
@given(st.lists(rows, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_change_what_is_held(results, random):
    if check_results(results):
        return
    shuffled = random.sample(results, len(results))
    first, second = record(*results), record(*shuffled)
    assert set(first.held) == set(second.held)
    assert (first.missing, first.not_taken, first.complete) == (
        second.missing,
        second.not_taken,
        second.complete,
    )
