"""An offer's two rules together: state, clauses, the change that opens it, and the reasons."""

from __future__ import annotations

from eligibility_records import gcse, record

from pathways.answers import Eligibility
from pathways.catalogue.entry_rules import Rule, parse, unread
from pathways.learner.record import Record
from pathways.matching.eligibility.assess import assess


def look(programme: Rule | None, subject: Rule | None, given: Record) -> Eligibility:
    return assess(programme, subject, given, basis="published", ehc_plan=False)


def codes(found: Eligibility) -> list[str]:
    return [reason.code for reason in found.because]


def test_both_rules_apply_and_each_clause_says_whose_it_is() -> None:
    found = look(parse("1 GCSE@4"), parse("Maths@6"), record({"Maths": 5}))
    assert found.state == "near_miss"
    assert [(c.rule, c.scope, c.state) for c in found.clauses] == [
        ("1 GCSE@4", "programme", "held"),
        ("Maths@6", "subject", "short"),
    ]
    assert codes(found) == ["ENTRY_ONE_SHORT", "ONE_GRADE_OPENS_IT"]
    assert [(c.subject, c.now, c.needed) for c in found.smallest_change] == [("Maths", "5", "6")]


def test_a_clause_that_both_rules_ask_is_short_once() -> None:
    found = look(parse("Maths@4"), parse("Maths@4"), record({"Maths": 3}))
    assert (found.state, len(found.clauses)) == ("near_miss", 1)


def test_no_rule_at_all_is_ask_with_the_reason() -> None:
    found = look(None, None, record({"Maths": 9}))
    assert (found.state, found.basis, codes(found)) == ("ask", "unknown", ["ENTRY_NOT_PUBLISHED"])


def test_a_rule_that_did_not_parse_is_ask_and_carries_its_text() -> None:
    found = look(parse("Maths@4"), unread("talent"), record({"Maths": 9}))
    assert found.state == "ask"
    assert codes(found) == ["ENTRY_RULE_NOT_READ"]
    assert found.because[0].as_dict() == {"text": "talent"}


def test_a_definite_shortfall_stands_beside_a_rule_that_did_not_parse() -> None:
    found = look(parse("Maths@4"), unread("talent"), record({"Maths": 1}))
    assert (found.state, codes(found)[0]) == ("not_yet", "ENTRY_SHORT")


def test_a_subject_not_taken_is_told_that_no_grade_change_opens_it() -> None:
    found = look(parse("History@5"), None, record({"Maths": 9}))
    assert found.state == "not_yet"
    assert "NO_GRADE_CHANGE_OPENS_IT" in codes(found)
    assert found.smallest_change == ()


def test_two_clauses_short_for_one_grade_are_told_that_one_grade_opens_both() -> None:
    found = look(parse("2 GCSE@4; English@4"), None, record({"English Language": 3, "Maths": 4}))
    assert found.state == "not_yet"
    assert "ONE_GRADE_OPENS_IT" in codes(found)


def test_person_missing_predicted_and_typical_each_say_so() -> None:
    given = record([gcse("Maths", 6, predicted=True)], missing=["History"])
    found = assess(
        None, parse("Maths@6; History@4; interview"), given, basis="typical", ehc_plan=False
    )
    assert found.state == "ask"
    assert codes(found) == [
        "ENTRY_GRADE_MISSING",
        "ENTRY_PERSON_DECIDES",
        "ENTRY_RESTS_ON_PREDICTED",
        "GENERAL_RULE_NOT_FOUND",
        "ENTRY_TYPICAL",
    ]
    assert [clause.predicted for clause in found.clauses] == [True, False, False]


def test_meeting_both_rules_needs_no_change() -> None:
    found = look(parse("Maths@4"), parse("none"), record({"Maths": 4}))
    assert (found.state, found.smallest_change, codes(found)) == ("meets", (), ["ENTRY_MET"])
