"""Ladders for a learner: from their own position to a goal, to a field, or with no goal yet towards many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from pathways.learner.record import Record
from pathways.reason import Reason
from pathways.routes.goals import Goal
from pathways.routes.ground import Ground
from pathways.routes.ladder import Ladder
from pathways.routes.odds import english_maths_odds
from pathways.routes.plan import Who
from pathways.routes.position import Position, position
from pathways.routes.rung import Climb, allowed, rung
from pathways.routes.steps import Step, paths, steps

LEAST = 3
"""Every learner gets at least so many ladders."""
MOST = 6
"""And no more than a page can show side by side."""
_WAYS_FROM_ONE_STEP = 2

Way = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aim:
    """Where to: a goal, or fields (none of either: "don't know yet")."""

    goal: Goal | None = None
    fields: tuple[str, ...] = ()

    @property
    def within(self) -> tuple[str, ...]:
        """Fields to look for offers in; none means all."""
        return self.goal.fields if self.goal else self.fields

    @property
    def words(self) -> tuple[str, ...]:
        """Words that the goal's courses have in their names."""
        return self.goal.words if self.goal else ()


def ladders(
    record: Record, who: Who, ground: Ground, *, aim: Aim | None = None
) -> tuple[Ladder, ...]:
    """At least three ladders, each with a first step that this learner can take in their start year."""
    aim = aim or Aim()
    here = position(record)
    who = replace(who, new_english=who.new_english or here.new_english)
    climb = Climb(record, who, ground, aim.within, aim.words)
    odds = {
        subject: english_maths_odds(record, subject, start_year=who.start_year)
        for subject in ("english", "maths")
    }
    return tuple(
        Ladder(
            ladder_id=">".join(way),
            goal=aim.goal.goal_id if aim.goal else "",
            fields=aim.within,
            rungs=tuple(rung(climb, way, at) for at in range(len(way))),
            because=tuple(_why(here, aim, way)),
            english=odds["english"],
            maths=odds["maths"],
        )
        for way in _found(climb, here, aim)[:MOST]
    )


def _found(climb: Climb, here: Position, aim: Aim) -> list[Way]:
    """Ways from here to the goal; where there are too few, others fill up, and no more than needed.

    First other ways in the same fields, then ways that start a level lower.
    """
    anywhere = frozenset(step.step_id for step in steps().values() if step.last)
    reaches = (aim.goal.ends, anywhere) if aim.goal else (anywhere,)
    found: list[Way] = []
    for level, reach in product(range(here.level, -1, -1), reaches):
        if len(found) >= LEAST:
            break
        chosen = _chosen(climb, _firsts(climb, level), reach)
        more = [way for way in chosen if way not in found]
        found += more[: LEAST - len(found)] if found else more
    return found


def _firsts(climb: Climb, level: int) -> tuple[Step, ...]:
    """First steps from a level: the usual ones, and higher ones where the learner meets a rule here.

    For people new to English, the course that teaches it comes first.
    """
    return tuple(
        step
        for step in sorted(steps().values(), key=lambda step: step.condition != "new_english")
        if _usual(step, climb.who, level)
        or (
            step.starts
            and not step.condition
            and min(step.starts) > level
            and climb.ground.admitting(step, climb.fields)
        )
    )


def _usual(step: Step, who: Who, level: int) -> bool:
    if level not in step.starts:
        return False
    if step.condition == "ehc_plan":
        return who.ehc_plan
    return step.condition != "new_english" or who.new_english


def _chosen(climb: Climb, firsts: tuple[Step, ...], ends: frozenset[str]) -> list[Way]:
    """A way from each first step, then a second one; each time one that ends where fewest others do."""
    by_first = [_ways(climb, step, ends) for step in firsts]
    chosen: list[Way] = []
    for _ in range(_WAYS_FROM_ONE_STEP):
        for ways in by_first:
            left = [way for way in ways if way not in chosen]
            if left:
                chosen.append(min(left, key=lambda way: _cost(way, chosen)))
    return chosen


def _ways(climb: Climb, first: Step, ends: frozenset[str]) -> list[Way]:
    """Ways that the learner can go, none more than a step longer than the shortest."""
    found: list[Way] = []
    for way in paths(first.step_id, ends):
        if found and len(way) > len(found[0]) + 1:
            break
        if allowed(climb, way):
            found.append(way)
    return found


def _cost(way: Way, chosen: list[Way]) -> int:
    """Short ways first; among equals, one that ends elsewhere and goes on by another kind of step."""
    alike = sum(_shape(way) == _shape(other) for other in chosen)
    return 2 * len(way) + sum(way[-1] == other[-1] for other in chosen) + 3 * alike


def _shape(way: Way) -> tuple[str, str]:
    return way[0], steps()[way[1]].kind if len(way) > 1 else ""


def _why(here: Position, aim: Aim, way: Way) -> Iterator[Reason]:
    if not here.settled:
        yield Reason.of("LADDER_RESULTS_TO_COME")
    if aim.goal is None and not aim.fields:
        yield Reason.of("LADDER_KEEPS_MANY_OPEN")
    elif aim.goal and way[-1] in aim.goal.ends:
        yield Reason.of("LADDER_USUAL_WAY_IN", goal=aim.goal.name)
    elif aim.goal:
        yield Reason.of("LADDER_SAME_FIELD", goal=aim.goal.name)
