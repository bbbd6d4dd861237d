"""Relations 2 and 29 of the science facts, section D7, for what happened to others."""

from __future__ import annotations

import ast
import datetime
import random
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.guide import guide
from pathways.learner.learner import Learner
from pathways.learner.record import Held, Record
from pathways.outcomes.average import average_gcse
from pathways.outcomes.model import Chances, OutcomeModel, chances, chances_for, load_model
from pathways.outcomes.names import official_name
from pathways.paths import ROOT
from tests.support.tiny import COURSES, EXAMPLE

MODEL: OutcomeModel = load_model()
ON = datetime.date(2026, 11, 22)
CATALOGUE = EXAMPLE.load()
GRADES = st.lists(st.integers(1, 9), min_size=5, max_size=11)
COURSE = st.sampled_from(MODEL.courses)


def record(grades: list[int]) -> Record:
    return Record(
        tuple(
            Held(f"Subject {at}", "GCSE", "gcse", str(grade), 2, (float(grade),))
            for at, grade in enumerate(grades)
        )
    )


@settings(max_examples=200)
@given(GRADES, st.data(), COURSE)
def test_relation_02_raising_a_grade_never_lowers_the_chance_of_any_grade_or_above(
    grades: list[int], data: st.DataObject, course: object
) -> None:
    at = data.draw(st.integers(0, len(grades) - 1))
    raised = list(grades)
    raised[at] = data.draw(st.integers(grades[at], 9))
    before, after = (average_gcse(record(some)) for some in (grades, raised))
    said = [
        chances(MODEL, course.qualification, course.subject, average, size=course.size)  # type: ignore[attr-defined]
        for average in (before, after)
    ]
    if all(isinstance(found, Chances) for found in said):
        worse, better = (found for found in said if isinstance(found, Chances))
        for grade in worse.grades:
            assert better.at_least(grade) >= worse.at_least(grade) - 1e-12


def learner(grades: list[int], seed: int) -> Learner:
    names = ("English Language", "Mathematics", "Biology", "French", "History", "Geography")
    results = [
        {"subject": name, "qualification": "GCSE", "grade": str(grade)}
        for name, grade in zip(names, grades, strict=False)
    ]
    return Learner.read({"results": results, "home": {"postcode": "KT1 2AB"}, "seed": seed})


@settings(max_examples=30)
@given(GRADES, st.integers(0, 5))
def test_relation_29_showing_chances_never_changes_the_order(grades: list[int], seed: int) -> None:
    before = [option.offer_id for option in guide(learner(grades, seed), CATALOGUE, on=ON).options]
    average = average_gcse(record(grades))
    asked = [(*official_name(course), course.size) for course in COURSES]
    shown = chances_for(MODEL, asked, average)
    assert [c.subject for c in shown] == [subject for _, subject, _ in asked]
    after = [option.offer_id for option in guide(learner(grades, seed), CATALOGUE, on=ON).options]
    assert after == before


def test_relation_29_the_advice_is_the_same_where_there_are_no_chances_at_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def offers() -> list[str]:
        return [o.offer_id for o in guide(learner([5, 4, 6, 3, 7], 1), CATALOGUE, on=ON).options]

    before = offers()
    module = sys.modules["pathways.outcomes.model"]
    for name in ("chances", "chances_for", "load_model"):
        monkeypatch.setattr(module, name, _refuse)
    assert offers() == before


def _refuse(*_: object, **__: object) -> object:
    raise AssertionError("the order asked for chances")


def test_relation_29_nothing_that_matches_or_orders_can_see_chances() -> None:
    for path in sorted((ROOT / "pathways/matching").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
            assert not any(name.startswith("pathways.outcomes") for name in names), path.name


@given(st.integers(0, 2**32), st.floats(0, 9))
def test_asking_for_chances_in_another_order_gives_the_same_chances(
    seed: int, average: float
) -> None:
    asked = [(c.qualification, c.subject, c.size) for c in MODEL.courses[::25]]
    shuffled = random.Random(seed).sample(asked, len(asked))
    first = dict(zip(asked, chances_for(MODEL, asked, average), strict=True))
    assert list(chances_for(MODEL, shuffled, average)) == [first[name] for name in shuffled]
