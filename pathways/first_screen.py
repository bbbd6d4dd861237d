"""The first screen: one lane for every route, all of one size, in an order drawn from the seed."""

from __future__ import annotations

from functools import lru_cache
from typing import get_args

import numpy as np
import numpy.typing as npt

from pathways.answers import EligibilityState
from pathways.catalogue.columns import Column
from pathways.catalogue.index import LANES, Index
from pathways.catalogue.types import Route
from pathways.guidance import RouteLane
from pathways.learner.learner import Learner, Result
from pathways.learner.read_record import read_record
from pathways.learner.subjects import subjects
from pathways.matching.demand import demand
from pathways.matching.eligibility.state import MEETS, STATES
from pathways.matching.reference import reference
from pathways.matching.table import Floats
from pathways.option import OptionList, View
from pathways.reason import Reason
from pathways.rules.availability import course_availability
from pathways.seeded import drawn_names
from pathways.verdicts import CANNOT_START, requirements_of

Rows = npt.NDArray[np.int64]
ROUTES: tuple[str, ...] = get_args(Route)
_TOP_GRADE = 9
_NONE: Rows = np.zeros(0, np.int64)
_NONE.setflags(write=False)


def route_lanes(
    view: View, shown: Rows, learner: Learner, *, everything: Rows, wanted: npt.NDArray[np.bool_]
) -> tuple[RouteLane, ...]:
    """A lane for every route. Fee-paying schools have their own fold of the page and are not in these.

    `shown` and `everything` are ordered rows with and without the learner's filters; `wanted` says
    which rows pass all filters but the journey.
    """
    index = view.catalogue.index
    free = index.lane != LANES.index("fee_paying")
    route_of = index.of_course("route")
    ours = _by_route(shown[free[shown]], route_of)
    all_of = _by_route(everything[free[everything]], route_of)
    return tuple(
        _lane(
            view,
            route,
            learner,
            rows=ours.get(route, _NONE),
            every=all_of.get(route, _NONE),
            wanted=wanted,
        )
        for route in drawn_names(ROUTES, "route", learner.seed)
    )


def _by_route(rows: Rows, route_of: Column) -> dict[str, Rows]:
    """The rows of each route, each in the order given: sorted once, whatever the number of routes."""
    # There are few routes, and small whole numbers are sorted in one pass.
    codes = route_of.codes[rows].astype(np.uint8)
    ends = np.cumsum(np.bincount(codes, minlength=len(route_of.words)))
    parts = np.split(rows[np.argsort(codes, kind="stable")], ends[:-1])
    # An empty catalogue has no routes, and splitting gives one part all the same.
    return dict(zip(route_of.words, parts, strict=bool(route_of.words)))


def _lane(
    view: View,
    route: str,
    learner: Learner,
    *,
    rows: Rows,
    every: Rows,
    wanted: npt.NDArray[np.bool_],
) -> RouteLane:
    stretch = _stretch(view, rows)
    opens, why = _open(view, route, every, learner.start_year)
    return RouteLane(
        route=route,
        open=opens,
        options=OptionList(view, rows),
        first=OptionList(view, rows[: reference().anchors.cards]),
        stretch=OptionList(view, stretch[:1]),
        stretch_count=len(stretch),
        counts=_counts(view, rows),
        hidden=len(every) - len(rows),
        empty_because=() if len(rows) else _empty(len(every), opens, why, learner.start_year),
        widen=_widen(rows, every, wanted),
    )


def _counts(view: View, rows: Rows) -> tuple[tuple[EligibilityState, int], ...]:
    """How many stand how against the grades."""
    counts = np.bincount(view.verdict.state[rows], minlength=len(STATES))
    return tuple(zip(STATES, counts.tolist(), strict=True))


def _stretch(view: View, rows: Rows) -> Rows:
    """Those that ask most of all that the learner meets, in order; none where none asks for grades."""
    bar = bars_of(view.catalogue.index)[rows]
    asks = (view.verdict.state[rows] == MEETS) & (bar > 0)
    return rows[asks & (bar == bar[asks].max())] if asks.any() else rows[:0]


@lru_cache(maxsize=4)
def bars_of(index: Index) -> Floats:
    """How much each offer asks, 0 to 9 (`matching.demand`); NaN where no grade will do."""
    every_grade = [
        read_record(
            Learner(
                results=tuple(
                    Result(subject=one.name, grade=f"{grade}-{grade}" if one.double else f"{grade}")
                    for one in subjects()
                )
                if grade
                else (),
                results_complete=True,
            )
        )
        for grade in range(_TOP_GRADE + 1)
    ]
    compiled = requirements_of(index).compiled
    found: Floats = demand(compiled, every_grade)[compiled.code][index.requirement]
    found.setflags(write=False)
    return found


def _open(view: View, route: str, rows: Rows, year: int) -> tuple[bool, tuple[Reason, ...]]:
    """Whether the route can be started; where the catalogue lists none, what the law says of the route."""
    codes = np.flatnonzero(np.bincount(view.verdict.available_of[rows])).tolist()
    states = [view.verdict.available[code] for code in codes] or [
        course_availability(route, "", "", start_year=year).shown
    ]
    opens = any(found.state not in CANNOT_START for found in states)
    return opens, () if opens else states[0].because


def _empty(listed: int, opens: bool, why: tuple[Reason, ...], year: int) -> tuple[Reason, ...]:
    if listed:
        return (Reason.of("ROUTE_HIDDEN", count=listed),)
    if not opens:
        return (Reason.of("ROUTE_NOT_OPEN", year=year), *why)
    return (Reason.of("ROUTE_NOT_LISTED"),)


def _widen(rows: Rows, every: Rows, wanted: npt.NDArray[np.bool_]) -> tuple[Reason, ...]:
    passed = int(np.count_nonzero(wanted[every]))
    too_far, filtered = passed - len(rows), len(every) - passed
    said = [Reason.of("WIDEN_JOURNEY", count=too_far)] if too_far else []
    said += [Reason.of("WIDEN_FILTERS", count=filtered)] if filtered else []
    return tuple(said) if len(every) else (Reason.of("WIDEN_ASK"),)
