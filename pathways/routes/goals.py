"""Goals that a teenager would name, with the usual ways in, from `data/reference/routes/goals.csv`."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType

from pathways.routes.steps import FOLDER

COURSES = {
    "level_1_course": ("level_1",),
    "level_2_course": ("level_2",),
    "level_3_course": ("vocational_l3", "t_level", "v_level", "a_level"),
}
"""Ways in by a college course, as steps, lowest level first."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A job: its `fields`, `words` that its courses have in their names, and usual `ways` in.

    `source` is the job profile (National Careers Service, 2020) that the ways were read from.
    """

    goal_id: str
    name: str
    also: tuple[str, ...]
    fields: tuple[str, ...]
    words: tuple[str, ...]
    ways: tuple[str, ...]
    source: str

    @property
    def ends(self) -> frozenset[str]:
        """Steps that lead into the job: its apprenticeships, higher study, and highest course."""
        courses = [way for way in COURSES if way in self.ways]
        highest = COURSES[courses[-1]] if courses else ()
        return frozenset({way for way in self.ways if way not in COURSES} | set(highest))


@cache
def goals() -> Mapping[str, Goal]:
    """Every goal by id, in the file's order."""
    with (FOLDER / "goals.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return MappingProxyType(
        {
            row["goal_id"]: Goal(
                goal_id=row["goal_id"],
                name=row["name"],
                also=_list(row["also"]),
                fields=_list(row["fields"]),
                words=_list(row["subjects"]),
                ways=tuple(row["ways"].split()),
                source=row["source"],
            )
            for row in rows
        }
    )


def find_goal(text: str) -> Goal | None:
    """The goal a learner typed, by its id, its name or another name for it; None for "don't know"."""
    wanted = " ".join(text.casefold().replace("-", " ").split())
    for goal in goals().values():
        names = (goal.goal_id, goal.name, *goal.also)
        if wanted in {" ".join(name.casefold().replace("-", " ").split()) for name in names}:
            return goal
    return None


def near_goals(text: str, *, most: int = 3) -> tuple[Goal, ...]:
    """Goals that a mistyped or half-typed name may have meant, the nearest first."""
    wanted = " ".join(text.casefold().replace("-", " ").split())
    by_name = {
        name.casefold(): goal for goal in goals().values() for name in (goal.name, *goal.also)
    }
    begins = [name for name in by_name if len(wanted) > 2 and wanted in name]
    like = get_close_matches(wanted, by_name, n=most, cutoff=0.6)
    found = {by_name[name].goal_id: by_name[name] for name in (*like, *begins)}
    return tuple(found.values())[:most]


def _list(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(";") if part)
