"""The thirty relations of the science notes (section D7): each is tested, by a property, under its number."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
ROOT = TESTS.parent
THIRTY = range(1, 31)
NAMED = re.compile(r"test_relation_(\d{1,2})_\w+")
CLOSED_LISTS = {19: "every personal field that is known, by name"}
"""Relations whose cases are a closed list that is gone through whole, beside any property."""


def _relations() -> dict[int, list[ast.FunctionDef]]:
    """All tests named for a relation, by its number."""
    found: dict[int, list[ast.FunctionDef]] = defaultdict(list)
    for path in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and (named := NAMED.fullmatch(node.name)):
                found[int(named[1])].append(node)
    return found


RELATIONS = _relations()


def _marked(test: ast.FunctionDef, *marks: str) -> bool:
    return any(mark in ast.unparse(each) for each in test.decorator_list for mark in marks)


def test_there_are_thirty_and_no_other_number() -> None:
    assert sorted(RELATIONS) == list(THIRTY)


@pytest.mark.parametrize("number", THIRTY)
def test_a_relation_is_a_property_or_counted_over_many_seeds(number: int) -> None:
    """One of its tests is given examples by Hypothesis, or draws many seeds against a bound."""
    properties = [test for test in RELATIONS[number] if _marked(test, "given(", "mark.statistical")]
    assert properties or number in CLOSED_LISTS, f"relation {number} has single examples alone"


@pytest.mark.parametrize("number", THIRTY)
def test_no_relation_is_skipped_and_one_that_is_expected_to_break_has_others_that_hold(
    number: int,
) -> None:
    tests = RELATIONS[number]
    assert not [test.name for test in tests if _marked(test, "mark.skip")]
    assert [test for test in tests if not _marked(test, "mark.xfail")]


def test_the_statistical_ones_run_with_all_the_others() -> None:
    """No marker is left out: `.ci/run` is `make test`, which is pytest on all of tests/."""
    settings, make, ci = (
        (ROOT / name).read_text("utf-8") for name in ("pyproject.toml", "Makefile", ".ci/run")
    )
    assert re.search(r'^\s+"statistical:', settings, re.MULTILINE)
    assert 'testpaths = ["tests"]' in settings
    assert re.search(r"^make test\b", ci, re.MULTILINE)
    calls = [line for line in [*make.splitlines(), *settings.splitlines()] if "pytest" in line]
    assert any(line.strip().endswith("-m pytest") for line in calls)
    assert not [line for line in (make + settings + ci).splitlines() if "not statistical" in line]
    assert any(_marked(test, "mark.statistical") for tests in RELATIONS.values() for test in tests)
