"""Ladders for a learner: from their own position to a goal, to a field, or with no goal yet towards many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

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
_STUDY_AND_WORK = 2


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


def ladders(record: Record, who: Who, ground: Ground, *, aim: Aim | None = None) -> tuple[Ladder, ...]:
    """At least three ladders, each with a first step that this learner can take in their start year."""
    aim = aim or Aim()
    here = position(record)
    who = replace(who, new_english=who.new_english or here.new_english)
    climb = Climb(record, who, ground, aim.within, aim.words)
    firsts = _firsts(climb, here)
    ends = _ends(aim)
    found = list(_chosen(climb, firsts, aim.goal.ends if aim.goal else ends))
    if len(found) < LEAST:
        # The usual ways into a goal can be few: other ways in the same field fill up.
        ways = {way for way, _ in found}
        found += [one for one in _chosen(climb, firsts, ends) if one[0] not in ways]
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
            because=(*_why(here, aim, way), *why),
            english=odds["english"],
            maths=odds["maths"],
        )
        for way, why in found[:MOST]
    )


Way = tuple[str, ...]


def _firsts(climb: Climb, here: Position) -> tuple[Step, ...]:
    """First steps of this learner: those of their position, and higher ones whose own rule they meet."""
    usual = [step for step in steps().values() if _usual(step, climb.who, here)]
    higher = [
        step
        for step in steps().values()
        if step not in usual
        and step.starts
        and not step.condition
        and min(step.starts) > here.level
        and climb.ground.admitting(step, climb.fields)
    ]
    return tuple(sorted(higher + usual, key=list(steps().values()).index))


def _usual(step: Step, who: Who, here: Position) -> bool:
    if here.level not in step.starts:
        return False
    if step.condition == "ehc_plan":
        return who.ehc_plan
    return step.condition != "new_english" or who.new_english


def _ends(aim: Aim) -> frozenset[str]:
    return frozenset(step.step_id for step in steps().values() if step.last)


def _chosen(
    climb: Climb, firsts: tuple[Step, ...], ends: frozenset[str]
) -> Iterator[tuple[Way, tuple[Reason, ...]]]:
    """One ladder from each first step; then, while there is room, a second of the other kind."""
    by_first = [list(_ways(climb, step, ends)) for step in firsts]
    for turn in range(_STUDY_AND_WORK):
        for ways in by_first:
            if turn < len(ways):
                yield ways[turn], ()


def _ways(climb: Climb, first: Step, ends: frozenset[str]) -> Iterator[Way]:
    """The shortest way from a first step, and the shortest whose next part is study where that is work."""
    kinds: set[str] = set()
    for way in paths(first.step_id, ends):
        kind = steps()[way[1]].kind if len(way) > 1 else ""
        if kind not in kinds and allowed(climb, way):
            kinds.add(kind)
            yield way


def _why(here: Position, aim: Aim, way: Way) -> Iterator[Reason]:
    if not here.settled:
        yield Reason.of("LADDER_RESULTS_TO_COME")
    if aim.goal is None and not aim.fields:
        yield Reason.of("LADDER_KEEPS_MANY_OPEN")
    elif aim.goal and way[-1] in aim.goal.ends:
        yield Reason.of("LADDER_USUAL_WAY_IN", goal=aim.goal.name)
    elif aim.goal:
        yield Reason.of("LADDER_SAME_FIELD", goal=aim.goal.name)
