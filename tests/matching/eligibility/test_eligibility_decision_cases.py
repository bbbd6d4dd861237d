"""The decision cases of group `entry`, kept beside the checkout."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from eligibility_records import gcse

from pathways.catalogue.entry_rules import parse
from pathways.learner.record import Record
from pathways.matching.eligibility.evaluate import evaluate

CASES = Path(__file__).resolve().parents[3].parent / "shared" / "facts" / "decision_cases.yaml"
IN_FILE = (
    [c for c in yaml.safe_load(CASES.read_text("utf-8")) if c["group"] == "entry"]
    if CASES.exists()
    else []
)
TYPED = {"english_language": "English Language", "english_literature": "English Literature"}


def given_record(given: dict[str, Any]) -> Record:
    typed = TYPED | {"maths": "Maths"}
    held = [gcse(name, given[key]) for key, name in typed.items() if given.get(key)]
    held += [gcse(each["subject"], each["grade"]) for each in given.get("results", ())]
    return Record(tuple(held), complete=True)


@pytest.mark.official
@pytest.mark.skipif(not CASES.exists(), reason="the decision cases are not beside the checkout")
@pytest.mark.parametrize("case", IN_FILE, ids=lambda case: str(case["id"]))
def test_decision_case(case: dict[str, Any]) -> None:
    outcome = evaluate(parse(case["given"]["rule"]), given_record(case["given"]), ehc_plan=False)
    short = [str(each.clause) for each in outcome.clauses if each.state in ("short", "missing")]
    assert outcome.state == case["expect"]["state"]
    assert short == case["expect"]["short"]
    if case["expect"].get("grades_met"):
        assert all(each.state in ("held", "person") for each in outcome.clauses)


# The same decisions with our own learners, so that they are tested where the file is absent.
@pytest.mark.parametrize(
    ("rule", "grades", "state", "short"),
    [
        (
            "2 GCSE@5; 5 GCSE@4 including English Language@4, Maths@4",
            {"English Language": 4, "Maths": 4, "History": 4, "Geography": 4, "Drama": 4},
            "not_yet",
            ["2 GCSE@5"],
        ),
        (
            "5 GCSE@4 including English@4, Maths@4; Biology@6 or Combined Science@6-6",
            {"English Language": 5, "Maths": 6, "History": 4, "Combined Science": "6-6"},
            "meets",
            [],
        ),
        ("5 GCSE@4; Maths@8", {"Maths": 7, **dict.fromkeys("ABCD", 6)}, "near_miss", ["Maths@8"]),
        (
            "5 GCSE@4; English Language@4; Maths@3",
            {"English Language": 4, "Maths": 3, **dict.fromkeys("ABCD", 4)},
            "meets",
            [],
        ),
        (
            "3 GCSE@3 including English Language@3, Maths@3; DBS",
            {"English Language": 3, "Maths": 3, "History": 3},
            "ask",
            [],
        ),
    ],
)
def test_the_decisions_in_our_own_words(
    rule: str, grades: dict[str, int | str], state: str, short: list[str]
) -> None:
    given = Record(tuple(gcse(s, g) for s, g in grades.items()), complete=True)
    outcome = evaluate(parse(rule), given, ehc_plan=False)
    assert outcome.state == state
    assert [str(each.clause) for each in outcome.clauses if each.state == "short"] == short
