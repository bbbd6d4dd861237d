"""Relations that hold for any rule and any record."""

from __future__ import annotations

from dataclasses import replace

from eligibility_records import gcse, raised_by_one, records, rules, with_one_changed
from hypothesis import given, settings
from hypothesis import strategies as st
from slow_evaluator import slow_state

from pathways.catalogue.entry_rules import Rule, parse
from pathways.learner.record import Record
from pathways.matching.eligibility.evaluate import evaluate

ORDER = ["not_yet", "near_miss", "ask", "meets"]


@settings(max_examples=200, deadline=None)
@given(rules(), records(), st.booleans())
def test_a_second_evaluator_written_another_way_agrees(
    rule: Rule, record: Record, plan: bool
) -> None:
    assert evaluate(rule, record, ehc_plan=plan).state == slow_state(
        str(rule), record, ehc_plan=plan
    )


@settings(max_examples=120, deadline=None)
@given(rules(clauses=2), records(most=5, awaiting=True))
def test_with_grades_missing_the_answer_is_the_one_every_grade_would_give_or_ask(
    rule: Rule, record: Record
) -> None:
    if len(record.missing) > 2:
        return
    record = replace(record, complete=True)
    slow = slow_state(str(rule), record, ehc_plan=False)
    assert evaluate(rule, record, ehc_plan=False).state in (slow, "ask")


@settings(max_examples=150, deadline=None)
@given(rules(), records(), st.data())
def test_raising_any_grade_never_worsens_the_state(
    rule: Rule, record: Record, data: st.DataObject
) -> None:
    if not record.held:
        return
    held = data.draw(st.sampled_from(record.held))
    before = evaluate(rule, record, ehc_plan=False)
    for better in raised_by_one(held):
        after = evaluate(rule, with_one_changed(record, held, better), ehc_plan=False)
        assert ORDER.index(after.state) >= ORDER.index(before.state)


@settings(max_examples=150, deadline=None)
@given(rules(), records(awaiting=True), st.data())
def test_raising_a_grade_while_others_are_missing_never_lowers_either_bound(
    rule: Rule, record: Record, data: st.DataObject
) -> None:
    if not record.held:
        return
    held = data.draw(st.sampled_from(record.held))
    before = evaluate(rule, record, ehc_plan=False)
    for better in raised_by_one(held):
        after = evaluate(rule, with_one_changed(record, held, better), ehc_plan=False)
        assert ORDER.index(after.worst) >= ORDER.index(before.worst)
        assert ORDER.index(after.best) >= ORDER.index(before.best)
        assert after.state != "not_yet" or before.state == "not_yet"
        assert before.state != "meets" or after.state == "meets"


@settings(max_examples=200, deadline=None)
@given(rules(), records(awaiting=True), st.data())
def test_entering_a_missing_grade_can_only_settle_an_ask(
    rule: Rule, record: Record, data: st.DataObject
) -> None:
    if not record.missing:
        return
    subject = data.draw(st.sampled_from(sorted(record.missing)))
    grade = data.draw(st.integers(1, 9))
    entered = gcse(subject, f"{grade}-{grade}" if subject == "Combined Science" else grade)
    later = Record(
        (*record.held, entered), record.missing - {subject}, frozenset(), record.complete
    )
    before, after = (evaluate(rule, each, ehc_plan=False) for each in (record, later))
    assert before.state in ("ask", after.state)


@settings(max_examples=150, deadline=None)
@given(rules(), records(awaiting=True))
def test_a_missing_grade_never_gives_not_yet_by_itself(rule: Rule, record: Record) -> None:
    """Not yet with grades missing means not yet even if each of them turns out to be a 9."""
    outcome = evaluate(rule, record, ehc_plan=False)
    if outcome.state != "not_yet" or not record.complete:
        return
    nines = tuple(gcse(s, "9-9" if s == "Combined Science" else 9) for s in sorted(record.missing))
    best = Record((*record.held, *nines), complete=True)
    assert evaluate(rule, best, ehc_plan=False).state == "not_yet"


@given(st.sampled_from(["Maths", "English Language", "History", "Biology"]), st.integers(2, 9))
def test_exactly_at_the_grade_meets_and_one_below_is_a_near_miss(subject: str, grade: int) -> None:
    rule = parse(f"{subject}@{grade}")
    at, below = (Record((gcse(subject, g),), complete=True) for g in (grade, grade - 1))
    assert evaluate(rule, at, ehc_plan=False).state == "meets"
    assert evaluate(rule, below, ehc_plan=False).state == "near_miss"


@given(
    st.integers(1, 9),
    st.lists(st.integers(1, 9), max_size=5),
    st.integers(1, 7),
    st.integers(4, 32),
)
def test_combined_science_at_one_grade_is_two_gcses_at_it(
    pair: int, others: list[int], number: int, quarters: int
) -> None:
    rest = tuple(gcse(f"Subject {n}", grade) for n, grade in enumerate(others))
    one = Record((*rest, gcse("Combined Science", f"{pair}-{pair}")), complete=True)
    two = Record((*rest, gcse("Biology", pair), gcse("Physics", pair)), complete=True)
    for text in (f"{number} GCSE@5", f"average@{quarters / 4}", f"best{number}@{number * 4}"):
        states = {evaluate(parse(text), each, ehc_plan=False).state for each in (one, two)}
        assert len(states) == 1
