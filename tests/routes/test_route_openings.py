"""What a grade 4 would open, checked against the rules themselves."""

from __future__ import annotations

from routes_learners import TRAINING, area, ground_of, learner, record_of

from pathways.matching.eligibility.rule_matrix import states
from pathways.matching.eligibility.state import MEETS
from pathways.routes.openings import level_3_now, opened, raised
from pathways.verdicts import requirements_of


def test_a_grade_4_in_the_missing_subject_opens_what_a_real_4_opens() -> None:
    now, then = learner("4", "3", others="4"), learner("4", "4", others="4")
    index = area(TRAINING).index
    compiled = requirements_of(index).compiled
    better = states(compiled, raised(record_of(now), "maths"), ehc_plan=False)
    after = better[compiled.code][index.requirement]
    real = states(compiled, record_of(then), ehc_plan=False)[compiled.code][index.requirement]
    assert (after == real).all()
    rows = opened(index, ground_of(now, TRAINING).state, after)
    assert len(rows) > 30
    assert (ground_of(then, TRAINING).state[rows] == MEETS).all()


def test_a_better_grade_than_4_is_left_alone() -> None:
    record = record_of(learner("7", "3"))
    assert raised(record, "english") == record


def test_some_level_3_admits_with_one_of_the_two_missing() -> None:
    index = area(TRAINING).index
    for one in (learner("4", "3", others="4"), learner("3", "4", others="4")):
        rows = level_3_now(index, ground_of(one, TRAINING).state)
        routes = {index.of_course("route")[row] for row in rows}
        assert {"vocational_l3", "v_level"} <= routes
