"""The learner's ladders: their results, their goal and what this area runs, put together."""

from __future__ import annotations

from pathways.catalogue.index import Index
from pathways.learner.learner import Learner
from pathways.ranking import Ranking
from pathways.routes.goals import find_goal
from pathways.routes.ground import Ground
from pathways.routes.ladder import Ladder
from pathways.routes.ladders import Aim, ladders
from pathways.routes.plan import Who


def ladders_for(
    learner: Learner, index: Index, ranked: Ranking, *, fields: tuple[str, ...] = ()
) -> tuple[Ladder, ...]:
    """At least three ways up, to the goal the learner named or to the fields they look at."""
    who = who_of(learner)
    ground = Ground(
        index,
        ranked.verdict.state,
        ranked.rows,
        ranked.journeys.allowed,
        ranked.journeys.km,
        learner.seed,
    )
    goal = find_goal(learner.goal) if learner.goal.strip() else None
    return ladders(ranked.record, who, ground, aim=Aim(goal, fields))


def who_of(learner: Learner) -> Who:
    """The facts about a learner that the steps look at."""
    needs = learner.needs
    return Who(
        start_year=learner.start_year,
        age=learner.age,
        nation=learner.nation,
        ehc_plan=needs.ehc_plan,
        cannot_study_assessment=needs.cannot_study_assessment,
        care_leaver=needs.care_leaver,
        parent=needs.parent,
        continuing=learner.continuing,
        new_english=needs.new_to_english,
    )
