"""One rule, one record: which of the four states, clause by clause."""

from __future__ import annotations

import pytest
from eligibility_records import course, gcse, record

from pathways.catalogue.entry_rules import parse, unread
from pathways.learner.record import Held, Record
from pathways.matching.eligibility.evaluate import RuleOutcome, evaluate

FIVE_FOURS: dict[str, int | str] = {
    "English Language": 4,
    "Maths": 4,
    "History": 4,
    "Geography": 4,
    "Religious Studies": 4,
}


def check(rule: str, given: Record, *, ehc_plan: bool = False) -> RuleOutcome:
    return evaluate(parse(rule), given, ehc_plan=ehc_plan)


@pytest.mark.parametrize(
    ("rule", "results", "state"),
    [
        # exactly at the threshold meets; one below is a near miss; two below is not yet
        ("Maths@6", {"Maths": 6}, "meets"),
        ("Maths@6", {"Maths": 5}, "near_miss"),
        ("Maths@6", {"Maths": 4}, "not_yet"),
        ("Maths@6", {"Maths": "U"}, "not_yet"),
        ("Maths@1", {"Maths": "U"}, "near_miss"),
        ("Maths@6", {"History": 9}, "not_yet"),
        ("none", {}, "meets"),
        # English is the better of the two; Language is exact
        ("English@4", {"English Language": 3, "English Literature": 4}, "meets"),
        ("English Language@4", {"English Language": 3, "English Literature": 4}, "near_miss"),
        ("English@4 or Maths@4; English@3; Maths@3", {"English Language": 4, "Maths": 3}, "meets"),
        ("English@4 or Maths@4", {"English Language": 3, "Maths": 3}, "near_miss"),
        # Combined Science on its own scale of 17 pairs
        ("Combined Science@6-6", {"Combined Science": "6-5"}, "near_miss"),
        ("Combined Science@6-5", {"Combined Science": "6-5"}, "meets"),
        ("Combined Science@6-6", {"Combined Science": "5-5"}, "not_yet"),
        ("Combined Science@7-6", {"Combined Science": "7-7"}, "meets"),
        ("Combined Science@1-1", {"Combined Science": "0-0"}, "near_miss"),
        ("Science@6", {"Combined Science": "6-5"}, "meets"),
        ("Science@6", {"Combined Science": "5-5"}, "near_miss"),
        ("Science@6", {"Combined Science": "5-4"}, "not_yet"),
        ("Science@6", {"Chemistry": 6, "Physics": 2}, "meets"),
        ("2 Science@6", {"Combined Science": "9-9"}, "not_yet"),
        ("2 Science@6", {"Biology": 6, "Chemistry": 6, "Physics": 5}, "meets"),
        ("2 Science@6", {"Biology": 6, "Chemistry": 5, "Physics": 5}, "near_miss"),
        # counts: Combined Science is two, or one at 4-3
        ("5 GCSE@4", FIVE_FOURS, "meets"),
        ("6 GCSE@4", FIVE_FOURS, "near_miss"),
        ("7 GCSE@4", FIVE_FOURS, "not_yet"),
        ("2 GCSE@4", {"Combined Science": "4-4"}, "meets"),
        ("2 GCSE@4", {"Combined Science": "4-3"}, "near_miss"),
        ("3 GCSE@5; 5 GCSE@4", FIVE_FOURS | {"Maths": 6, "History": 5}, "near_miss"),
        # named grades in other clauses count towards the number
        ("5 GCSE@4; English@4; Maths@4", FIVE_FOURS, "meets"),
        ("5 GCSE@4 including English@4, Maths@4", FIVE_FOURS, "meets"),
        ("5 GCSE@4 including English@4, Maths@5", FIVE_FOURS, "near_miss"),
        ("5 GCSE@4 including English@4, Maths@4", FIVE_FOURS | {"Maths": 3}, "near_miss"),
        ("5 GCSE@4 including English@5, Maths@5", FIVE_FOURS, "not_yet"),
        ("6 GCSE@4 including English@4, Maths@5", FIVE_FOURS, "not_yet"),
        ("5 GCSE@4 including Science@4", FIVE_FOURS, "not_yet"),
        # averages and totals
        ("average@5", {"Maths": 6, "History": 4}, "meets"),
        ("average@5.5", {"Maths": 6, "History": 4}, "near_miss"),
        ("average@6", {"Maths": 6, "History": 4}, "not_yet"),
        ("average@5", {}, "not_yet"),
        ("average@1", {"Combined Science": "0-0"}, "near_miss"),
        ("best2@12", {"Maths": 6, "History": 6, "Art and Design": 1}, "meets"),
        ("best2@13", {"Maths": 6, "History": 6}, "near_miss"),
        ("best2@14", {"Maths": 6, "History": 6}, "not_yet"),
        ("best8@10", {"Maths": 6, "History": 4}, "meets"),
        # families
        ("Humanities@5", {"Geography": 5}, "meets"),
        ("Art@5", {"Photography": 5}, "meets"),
        ("History@5 (if taken)", {"Maths": 4}, "meets"),
        ("History@5 (if taken)", {"History": 4}, "near_miss"),
        # clauses that only a person can judge
        ("interview", {}, "ask"),
        ("Maths@4; interview", {"Maths": 4}, "ask"),
        ("Maths@4; interview", {"Maths": 3}, "near_miss"),
        ("Maths@4; interview", {"Maths": 2}, "not_yet"),
        ("Maths@4 or portfolio", {"Maths": 2}, "ask"),
        ("Maths@4 or portfolio", {"Maths": 4}, "meets"),
        # two clauses short is not yet, though each is by one
        ("Maths@5; English@5", {"Maths": 4, "English Language": 4}, "not_yet"),
        ("EHCP", {}, "not_yet"),
        ("Entry Level@Pass", {"Maths": 1}, "meets"),
        ("Entry Level English@E1", {"English Language": 2}, "meets"),
        ("Entry Level English@E1", {"English Language": "U"}, "not_yet"),
        ("FS English@L2", {"English Language": 4}, "meets"),
        ("ABRSM@5", {}, "not_yet"),
    ],
)
def test_a_complete_record_has_this_state(
    rule: str, results: dict[str, int | str], state: str
) -> None:
    assert check(rule, record(results)).state == state


@pytest.mark.parametrize(
    ("rule", "held", "state"),
    [
        ("L2 Business@Merit", course("Business", "Level 2 Merit"), "meets"),
        ("L2 Business@Merit", course("Business", "Level 2 Distinction*"), "meets"),
        ("L2 Business@Merit", course("Business", "Level 2 Pass"), "near_miss"),
        ("L2 Business@Distinction", course("Business", "Level 2 Pass"), "not_yet"),
        ("L2 Sport@Merit", course("Business", "Level 2 Merit"), "not_yet"),
        ("L2 Diploma@Merit", course("Business", "Level 2 Merit"), "meets"),
        ("L1 Diploma@Merit", course("Business", "Level 2 Pass"), "meets"),
        (
            "L2 Diploma@Pass",
            course("Business", "Level 1 Distinction", "Level 1 Diploma"),
            "not_yet",
        ),
        ("L2 Diploma@Merit or Maths@5", course("Business", "Level 2 Pass"), "near_miss"),
        # an award about as big as one GCSE counts in its subject; for a whole diploma, ask
        ("L2 Business@Pass", course("Business", "Level 2 Pass", "BTEC Tech Award"), "meets"),
        (
            "L2 Business@Pass",
            course("Business", "Level 1 Distinction", "BTEC Tech Award"),
            "near_miss",
        ),
        ("L2 Diploma@Pass", course("Business", "Level 2 Pass", "BTEC Tech Award"), "ask"),
        ("L2 Diploma@Merit", course("Business", "Level 2 Pass", "BTEC Tech Award"), "not_yet"),
        # vocational and functional skills results are not GCSEs
        ("1 GCSE@4", course("Business", "Level 2 Distinction"), "near_miss"),
        ("Business@4", course("Business", "Level 2 Distinction"), "not_yet"),
        (
            "English@4",
            Held("English", "Functional Skills", "functional_skills", "Level 2 Pass", 2, ()),
            "not_yet",
        ),
        (
            "FS English@L2",
            Held("English", "Functional Skills", "functional_skills", "Level 2 Pass", 2, ()),
            "meets",
        ),
        (
            "FS English@L2",
            Held("English", "Functional Skills", "functional_skills", "Level 1 Pass", 1, ()),
            "not_yet",
        ),
        ("ABRSM@5", Held("Music", "ABRSM", "other", "Grade 5", 2, ()), "meets"),
        ("ABRSM@5", Held("Music", "ABRSM", "other", "Grade 4", 2, ()), "near_miss"),
        (
            "Entry Level@Pass",
            Held("Maths", "Entry Level Certificate", "other", "Entry 2", 0, ()),
            "meets",
        ),
        # on another scale: a person reads it
        ("Maths@6", Held("Maths", "National 5", "other", "A", 2, ()), "ask"),
        ("1 GCSE@6", Held("Maths", "National 5", "other", "A", 2, ()), "ask"),
        ("History@6", Held("Maths", "National 5", "other", "A", 2, ()), "not_yet"),
    ],
)
def test_results_that_are_not_gcses(rule: str, held: Held, state: str) -> None:
    assert check(rule, record([held])).state == state


def test_an_ehc_plan_meets_the_clause_that_asks_for_one() -> None:
    assert check("EHCP", record({}), ehc_plan=True).state == "meets"


def test_a_clause_says_what_is_held_and_how_far_it_is() -> None:
    given = record({"English Literature": 4, "Combined Science": "5-5", "Maths": 5})
    (clause,) = check("English@6 or Combined Science@6-6 or Maths@6", given).clauses
    assert (clause.state, clause.short_by, clause.short_unit) == ("short", 1, "grade")
    assert clause.closest.has == "Maths 5"
    (count,) = check("6 GCSE@4", given).clauses
    assert (count.closest.has, count.short_by, count.short_unit) == ("4", 2, "gcse")
    (mixed,) = check("6 GCSE@4 including English@5", given).clauses
    assert (mixed.closest.has, mixed.short_by, mixed.short_unit) == (
        "4; English Literature 4",
        3,
        "",
    )


def test_a_subject_not_taken_has_no_number_of_grades_short() -> None:
    (clause,) = check("History@4", record({"Maths": 4})).clauses
    assert (clause.state, clause.short_by) == ("short", None)


def test_a_predicted_grade_counts_and_the_outcome_says_so() -> None:
    both = record([gcse("English Language", 5, predicted=True), gcse("English Literature", 5)])
    assert not check("English@5", both).predicted
    assert check("English Language@5", both).predicted
    assert check("2 GCSE@5", both).predicted
    assert not check("1 GCSE@5", both).predicted
    assert check("average@5", both).predicted
    assert check("English Language@5", both).state == "meets"


def test_combined_science_5_5_is_two_fives_in_counts_and_averages() -> None:
    pair = record({"Combined Science": "5-5", "Maths": 7})
    two = record({"Biology": 5, "Chemistry": 5, "Maths": 7})
    for rule in ("2 GCSE@5", "3 GCSE@5", "4 GCSE@5", "average@5.6", "average@6", "best2@12"):
        assert check(rule, pair).state == check(rule, two).state


def test_a_provider_may_score_grades_on_its_own_points() -> None:
    scale = {grade: grade + 1.0 for grade in range(1, 10)} | {0: 0.0}
    given = record({"Maths": 4, "History": 4})
    assert evaluate(parse("average@5"), given, ehc_plan=False, point_scale=scale).state == "meets"
    assert evaluate(parse("best2@10"), given, ehc_plan=False, point_scale=scale).state == "meets"


def test_the_better_of_two_results_in_a_subject_counts_once() -> None:
    given = record([gcse("Maths", 3), gcse("Maths", 5)])
    assert check("Maths@5", given).state == "meets"
    assert check("2 GCSE@3", given).state == "near_miss"


# --- missing grades ---


@pytest.mark.parametrize(
    ("rule", "results", "missing", "complete", "state"),
    [
        ("Maths@6", {}, ["Maths"], True, "ask"),
        ("Maths@6", {}, [], False, "ask"),
        ("History@6", {"Maths": 4}, [], False, "ask"),
        ("Maths@6; English@4", {"English Language": 3}, ["Maths"], True, "ask"),
        ("Maths@6; English@4", {"English Language": 2}, ["Maths"], True, "not_yet"),
        ("Maths@6 or English@4", {"English Language": 4}, ["Maths"], True, "meets"),
        ("2 GCSE@4", {"Maths": 4}, ["History"], True, "ask"),
        ("4 GCSE@4", {"Maths": 4}, ["History"], True, "not_yet"),
        ("3 GCSE@4", {"Maths": 4}, ["History"], True, "ask"),
        ("3 GCSE@4", {"Maths": 4}, ["Combined Science"], True, "ask"),
        ("5 GCSE@4", {"Maths": 4}, [], False, "ask"),
        ("average@5", {"Maths": 9}, ["History"], True, "ask"),
        ("best2@10", {"Maths": 9, "Biology": 8}, ["History"], True, "meets"),
        ("best2@18", {"Maths": 9}, ["History"], True, "ask"),
        ("best2@18", {"Maths": 2}, ["History"], True, "not_yet"),
        ("History@5 (if taken)", {"Maths": 4}, ["History"], True, "ask"),
        # nobody takes both Combined Science and the separate sciences
        ("Biology@6 or Combined Science@6-6", {"Combined Science": "6-5"}, [], False, "near_miss"),
    ],
)
def test_a_missing_grade_gives_ask_unless_it_cannot_matter(
    rule: str, results: dict[str, int | str], missing: list[str], complete: bool, state: str
) -> None:
    assert check(rule, record(results, missing=missing, complete=complete)).state == state


def test_a_subject_said_to_be_not_taken_is_not_missing() -> None:
    given = Record((gcse("Maths", 6),), frozenset(), frozenset({"History"}), complete=False)
    assert check("History@5 (if taken)", given).state == "meets"
    assert check("History@5", given).state == "not_yet"


def test_a_rule_that_could_not_be_read_is_neither_met_nor_missed() -> None:
    outcome = evaluate(unread("ask us"), record({"Maths": 9}), ehc_plan=False)
    assert (outcome.state, outcome.clauses[0].state) == ("ask", "person")
