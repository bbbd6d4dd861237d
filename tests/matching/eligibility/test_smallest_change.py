"""The smallest change flips the answer, and nothing smaller does."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product

import pytest
from eligibility_records import course, gcse, record, records, rules
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.answers import GradeChange
from pathways.catalogue.entry_rules import Rule, parse
from pathways.learner.record import Held, Record
from pathways.matching.eligibility.evaluate import evaluate
from pathways.matching.eligibility.ladder import ladder
from pathways.matching.eligibility.smallest import smallest_change


def change(rule: str, given_record: Record) -> list[tuple[str, str, str, int]]:
    found = smallest_change([parse(rule)], given_record)
    return [(each.subject, each.now, each.needed, each.steps) for each in found]


@pytest.mark.parametrize(
    ("rule", "results", "expected"),
    [
        ("Maths@6", {"Maths": 6}, []),
        ("Maths@6", {"Maths": 4}, [("Maths", "4", "6", 2)]),
        ("Maths@6", {"History": 9}, []),  # not taken: no grade to raise
        (
            "Combined Science@6-6",
            {"Combined Science": "5-5"},
            [("Combined Science", "5-5", "6-6", 2)],
        ),
        # one grade serves two clauses
        (
            "2 GCSE@4; English@4",
            {"English Language": 3, "Maths": 4},
            [("English Language", "3", "4", 1)],
        ),
        # the fewest grades changed comes before the fewest steps
        ("Maths@8 or 2 GCSE@5", {"Maths": 4, "History": 4}, [("Maths", "4", "8", 4)]),
        ("average@5", {"Maths": 4, "History": 4}, [("Maths", "4", "6", 2)]),
        # then the fewest steps
        (
            "English@6",
            {"English Language": 3, "English Literature": 5},
            [("English Literature", "5", "6", 1)],
        ),
        # then the one that comes first
        (
            "3 GCSE@4",
            {"History": 3, "Maths": 3, "Biology": 4, "Drama": 4},
            [("History", "3", "4", 1)],
        ),
        # Combined Science can add two
        ("2 GCSE@4", {"Combined Science": "3-3"}, [("Combined Science", "3-3", "4-4", 2)]),
        (
            "best2@16",
            {"Maths": 5, "History": 4},
            [("Maths", "5", "9", 4), ("History", "4", "7", 3)],
        ),
        # a person's judgement is taken as given
        ("Maths@5; interview", {"Maths": 4}, [("Maths", "4", "5", 1)]),
    ],
)
def test_the_change_is(
    rule: str, results: dict[str, int | str], expected: list[tuple[str, str, str, int]]
) -> None:
    assert change(rule, record(results)) == expected


def test_a_missing_grade_is_taken_at_its_best_and_never_changed() -> None:
    given_record = record({"English Language": 3}, missing=["Maths"])
    assert change("Maths@9; English@4", given_record) == [("English Language", "3", "4", 1)]


def test_a_level_2_course_climbs_its_own_grades() -> None:
    held = course("Business", "Level 2 Pass")
    assert change("L2 Business@Distinction", record([held])) == [
        ("Business", "Level 2 Pass", "Level 2 Distinction", 2)
    ]


def test_both_rules_of_an_offer_are_opened_together() -> None:
    found = smallest_change([parse("Maths@4"), parse("Maths@6")], record({"Maths": 3}))
    assert found == (GradeChange("Maths", "3", "6", 3),)


def test_a_long_way_up_is_still_found_quickly() -> None:
    subjects = ["English Language", "English Literature", "Maths", "History", "Geography", "Drama"]
    low = record([gcse(s, 1) for s in subjects] + [gcse("Combined Science", "1-1")])
    found = smallest_change([parse("best8@58; English@6; Maths@6")], low)
    assert sum(each.steps for each in found) == 50
    assert len(found) == 6


def opened(rule: Rule, given_record: Record) -> bool:
    return evaluate(rule, given_record, ehc_plan=False).best in ("meets", "ask")


def brute_force(rule: Rule, given_record: Record) -> tuple[int, int] | None:
    """The fewest results and then steps that open it, by trying every way to raise every result."""
    if opened(rule, given_record):
        return 0, 0
    for size in range(1, len(given_record.held) + 1):
        found = []
        for chosen in combinations(range(len(given_record.held)), size):
            ladders = [ladder(given_record.held[n]) for n in chosen]
            for steps in product(*(range(1, len(above) + 1) for above in ladders)):
                held = list(given_record.held)
                for n, above, step in zip(chosen, ladders, steps, strict=True):
                    held[n] = above[step - 1]
                if opened(rule, replace(given_record, held=tuple(held))):
                    found.append(sum(steps))
        if found:
            return size, min(found)
    return None


REACHABLE = [
    *("English@6", "Maths@7", "Science@6", "English Language@5", "English@7", "Maths@5"),
    *("Combined Science@6-6", "Combined Science@7-6", "2 GCSE@6", "3 GCSE@5", "4 GCSE@6"),
    *("average@5", "average@6.25", "best2@13", "best3@18", "best4@24", "L2 Business@Merit"),
    *("3 GCSE@4 including Maths@5", "2 GCSE@6 including English@6, Maths@6", "interview"),
]


@st.composite
def low_records(draw: st.DrawFn) -> Record:
    """Results low enough that most rules of `REACHABLE` are short but can be reached."""
    high, low = draw(st.sampled_from([(5, 5), (5, 4), (4, 4), (6, 5)]))
    held = [
        gcse("English Language", draw(st.integers(3, 6))),
        gcse("Maths", draw(st.integers(3, 6))),
        draw(
            st.sampled_from(
                [
                    gcse("Combined Science", f"{high}-{low}"),
                    gcse("English Literature", 5),
                    course("Business", "Level 2 Pass"),
                ]
            )
        ),
    ]
    return record(draw(st.permutations(held)))


reachable_rules = st.lists(st.sampled_from(REACHABLE), min_size=1, max_size=3, unique=True).map(
    lambda clauses: parse("; ".join(clauses))
)


def test_a_level_in_maths_is_not_reached_by_way_of_english() -> None:
    held = record([gcse("English Language", 3), gcse("Maths", 3), gcse("Combined Science", "5-5")])
    found = smallest_change([parse("FS Maths@L2")], held)
    assert [(each.subject, each.now, each.needed) for each in found] == [("Maths", "3", "4")]


@settings(max_examples=60, deadline=None)
@given(rules(clauses=2) | reachable_rules, records(most=3, lowest=4, awaiting=True) | low_records())
def test_it_opens_the_offer_and_brute_force_finds_nothing_smaller(
    rule: Rule, given_record: Record
) -> None:
    found = smallest_change([rule], given_record)
    expected = brute_force(rule, given_record)
    if not found:
        assert expected in (None, (0, 0))
        return
    raised = {each.subject: each for each in found}
    assert expected == (len(found), sum(each.steps for each in found))
    held = tuple(_raise(each, raised) for each in given_record.held)
    assert opened(rule, replace(given_record, held=held))


def _raise(held: Held, raised: dict[str, GradeChange]) -> Held:
    if held.subject not in raised:
        return held
    step = raised[held.subject]
    assert held.grade == step.now
    assert ladder(held)[step.steps - 1].grade == step.needed
    return ladder(held)[step.steps - 1]
