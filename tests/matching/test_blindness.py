"""Blindness by construction: what scores and orders has no way to know who the provider is."""

from __future__ import annotations

import ast
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from pathways.learner.learner import Learner
from pathways.matching.course_facts import CourseFacts
from pathways.matching.order import Orderable
from pathways.matching.table import Courses, Table
from pathways.matching.weighing import TERMS, Weighing

PACKAGE = Path(__file__).resolve().parents[2] / "pathways"
SCORING = sorted(
    path
    for path in (PACKAGE / "matching").rglob("*.py")
    if path.relative_to(PACKAGE / "matching").parts[0] != "eligibility"
)
ELIGIBILITY = sorted((PACKAGE / "matching" / "eligibility").rglob("*.py"))

INPUT = {
    Courses: {
        "subject": "tuple[str, ...]",
        "field": "tuple[str, ...]",
        "route": "tuple[str, ...]",
        "qualification": "tuple[str, ...]",
    },
    Table: {"courses": "Courses", "interest": "Floats", "course": "Codes", "minutes": "Floats"},
    CourseFacts: {
        "practical": "Floats",
        "exams": "Floats",
        "next_steps": "Floats",
        "destinations": "Floats",
        "follows": "tuple[Following | None, ...]",
    },
    Orderable: {"state": "States", "band": "States", "digest": "Keys"},
    Weighing: {
        "dots": "tuple[int, ...]",
        "practical": "float | None",
        "coursework": "float | None",
        "longest": "int | None",
        "taken": "frozenset[str]",
    },
}
"""Every field that the score or the order can see, with its type. A new one is a decision, made here."""

IDENTITY = re.compile(
    r"provider|ukprn|\burn\b|\bsites?\b|site_|institution|partner|ofsted|popular|entries|website"
    r"|\bschools?\b|\bcolleges?\b|fee_paying|selective|religion|gender|ethnic|disadvantag|predicted",
    re.IGNORECASE,
)
MAY_KNOW_OF_THE_CATALOGUE = "pathways.catalogue.entry_rules"


@pytest.mark.parametrize("kind", INPUT, ids=lambda kind: kind.__name__)
def test_what_the_score_sees_is_this_and_no_more(kind: type) -> None:
    assert {part.name: part.type for part in dataclasses.fields(kind)} == INPUT[kind]


def test_there_are_seven_terms_and_none_is_about_a_provider_or_a_chance() -> None:
    assert set(TERMS) == {
        *("interest", "continuity", "learning_style", "assessment", "travel"),
        *("options_open", "destinations"),
    }


def _names(tree: ast.Module) -> Iterator[str]:
    """Every name, attribute, argument and text of a file but its docstrings."""
    prose = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.arg | ast.keyword):
            yield node.arg or ""
        elif (
            isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose
        ):
            # One word may be the key of a column; a sentence or a list of stop words cannot.
            yield node.value if len(node.value.split()) == 1 else ""
        elif isinstance(node, ast.alias):
            yield node.name


def identities(source: str) -> set[str]:
    return {name for name in _names(ast.parse(source)) if IDENTITY.search(name)}


@pytest.mark.parametrize("path", SCORING, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_scoring_file_names_who_a_provider_is(path: Path) -> None:
    assert identities(path.read_text("utf-8")) == set()


@pytest.mark.parametrize(
    "line",
    ["x = table.provider", "y = row['ukprn']", "def f(site_id): ...", "from a import institution"],
)
def test_the_look_for_names_would_find_one(line: str) -> None:
    assert identities(line)


@pytest.mark.parametrize(
    "path", [*SCORING, *ELIGIBILITY], ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_matching_imports_nothing_that_knows_a_provider(path: Path) -> None:
    imported = {
        node.module or ""
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom)
    } | {
        alias.name
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    knowing = {
        name
        for name in imported
        if name.startswith(("pathways.catalogue", "pathways.audit", "pathways.partnership"))
        and not name.startswith(MAY_KNOW_OF_THE_CATALOGUE)
    }
    # What providers usually ask is a rule of its own, worked out when a catalogue is built.
    assert knowing <= ({"pathways.catalogue.reference"} if path.name == "typical.py" else set())


def test_a_learner_has_no_personal_field_that_could_be_weighed() -> None:
    assert set(Learner.model_fields) == {
        *("start_year", "age", "nation", "results", "results_complete", "home", "max_minutes"),
        *("interests", "riasec", "preferences", "needs", "goal", "continuing", "seed"),
    }
