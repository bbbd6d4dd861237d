"""Learners and areas for the tests of ladders."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from pathways.catalogue.store import Catalogue, load_catalogue
from pathways.learner.learner import Learner
from pathways.learner.read_record import read_record
from pathways.learner.record import Record
from pathways.paths import AREAS
from pathways.routes.goals import find_goal
from pathways.routes.ground import Ground
from pathways.routes.ladder import Ladder
from pathways.routes.ladders import Aim, ladders
from pathways.routes.plan import Who
from pathways.seeded import draw
from pathways.travel import travel
from pathways.verdicts import verdicts

REAL, TRAINING = "kingston-surrey-sutton", "training"
GRADES = (None, "U", *map(str, range(1, 10)))
"""None is a GCSE that is not held."""


@cache
def area(name: str) -> Catalogue:
    return load_catalogue(AREAS / name)


def learner(english: str | None, maths: str | None, **more: Any) -> Learner:
    """These two GCSEs, and four others at `others` (none of them if not given)."""
    grades: dict[str, str | None] = {"English Language": english, "Maths": maths}
    if others := more.pop("others", None):
        grades |= dict.fromkeys(("Biology", "Geography", "History", "French"), others)
    results = [
        {"subject": subject, "grade": "not taken" if grade is None else grade}
        for subject, grade in grades.items()
    ]
    ehc_plan = more.pop("ehc_plan", False)
    needs = {"ehc_plan": ehc_plan} | more.pop("needs", {})
    facts = {"results": results, "results_complete": True, "age": 16, "needs": needs}
    return Learner.read(facts | more)


def who_of(one: Learner, **more: Any) -> Who:
    needs = one.needs
    return Who(
        start_year=one.start_year,
        age=one.age,
        nation=one.nation,
        ehc_plan=needs.ehc_plan,
        cannot_study_assessment=needs.cannot_study_assessment,
        care_leaver=needs.care_leaver,
        parent=needs.parent,
        continuing=one.continuing,
        **more,
    )


def ground_of(one: Learner, name: str) -> Ground:
    index = area(name).index
    verdict, journeys = verdicts(index, read_record(one), one), travel(index, one)
    ranked = np.lexsort((draw(index.digest, one.seed), verdict.state))
    return Ground(index, verdict.state, ranked, journeys.allowed, journeys.km, one.seed)


def record_of(one: Learner) -> Record:
    return read_record(one)


def ladders_of(one: Learner, name: str, goal: str = "", **more: Any) -> tuple[Ladder, ...]:
    aim = Aim(find_goal(goal) if goal else None, more.pop("fields", ()))
    return ladders(read_record(one), who_of(one, **more), ground_of(one, name), aim=aim)
