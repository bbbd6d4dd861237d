"""All rules at once give what the rules give one by one."""

from __future__ import annotations

import numpy as np
import pytest
from eligibility_records import record, records, rules
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.catalogue.entry_rules import Rule, parse, unread
from pathways.learner.record import Record
from pathways.matching.eligibility.assess import assess
from pathways.matching.eligibility.rule_matrix import Pair, compile_rules, states
from pathways.matching.eligibility.state import ASK, MEETS, NEAR_MISS, NOT_YET, STATES

some_rule: st.SearchStrategy[Rule | None] = st.none() | rules() | st.just(unread("ask us"))


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.tuples(some_rule, some_rule), max_size=8),
    records() | records(awaiting=True),
    st.booleans(),
)
def test_arrays_agree_with_one_rule_at_a_time(
    pairs: list[Pair], given_record: Record, plan: bool
) -> None:
    compiled = compile_rules(pairs)
    codes = states(compiled, given_record, ehc_plan=plan)[compiled.code]
    one_by_one = [
        assess(programme, subject, given_record, basis="published", ehc_plan=plan).state
        for programme, subject in pairs
    ]
    assert [STATES[code] for code in codes] == one_by_one


def test_the_codes_are_named_in_order() -> None:
    assert [STATES[c] for c in (MEETS, NEAR_MISS, ASK, NOT_YET)] == [
        "meets",
        "near_miss",
        "ask",
        "not_yet",
    ]


def test_equal_tests_clauses_and_pairs_are_kept_once() -> None:
    pairs: list[Pair] = [
        (parse("Maths@4; English@4"), parse("Maths@6")),
        (parse("English@4; Maths@4"), parse("Maths@6")),
        (parse("Maths@4"), None),
        (None, parse("Maths@4")),
    ]
    compiled = compile_rules(pairs)
    assert len(compiled.tests) == 3
    assert compiled.n_pairs == 2
    assert compiled.code.tolist() == [0, 0, 1, 1]


def test_compiled_arrays_cannot_be_changed() -> None:
    compiled = compile_rules([(parse("Maths@4"), None)])
    with pytest.raises(ValueError, match="read-only"):
        compiled.code[0] = 1


def test_no_rules_give_no_states() -> None:
    codes = states(compile_rules([]), record({"Maths": 4}), ehc_plan=False)
    assert codes.dtype == np.uint8
    assert len(codes) == 0
