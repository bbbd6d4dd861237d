"""What a grade 4 would open, against the real area."""

from __future__ import annotations

from pathways.catalogue.store import load_catalogue
from pathways.learner.learner import Learner
from pathways.opens import opens
from pathways.paths import AREAS
from pathways.settings import DEFAULT_AREA

INDEX = load_catalogue(AREAS / DEFAULT_AREA).index
OTHERS = {"Biology": "4", "Geography": "4", "History": "4", "French": "5"}


def learner(english: str, maths: str) -> Learner:
    grades = {"English Language": english, "Maths": maths} | OTHERS
    results = [{"subject": subject, "grade": grade} for subject, grade in grades.items()]
    return Learner.read({"results": results, "results_complete": True})


def test_each_subject_is_counted_apart_and_both_open_no_less_than_either() -> None:
    found = opens(learner("3", "3"), INDEX)
    assert found.english is not None
    assert found.maths is not None
    assert found.both is not None
    assert found.both.count >= max(found.english.count, found.maths.count) > 0


def test_a_subject_that_is_held_is_left_out() -> None:
    found = opens(learner("5", "3"), INDEX)
    assert found.english is None
    assert found.both is None
    assert found.maths is not None
    assert found.maths.count > 0
    assert opens(learner("5", "5"), INDEX).maths is None


def test_offers_of_the_fields_asked_for_are_named_first() -> None:
    found = opens(learner("3", "3"), INDEX, fields=("Construction",)).level_3_now
    fields = INDEX.of_course("field")
    ids = INDEX.offers["offer_id"]
    row = next(row for row in range(len(INDEX)) if ids[row] == found.offers[0])
    assert fields[row] == "Construction"
    assert found.count == opens(learner("3", "3"), INDEX).level_3_now.count
