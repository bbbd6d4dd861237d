"""The first screen splits all rows at once: a twin that looks at one route after the other agrees."""

from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from support.learners import learners
from support.many_grades import area
from support.tiny import EXAMPLE

from pathways.catalogue.index import LANES
from pathways.catalogue.store import Catalogue
from pathways.first_screen import ROUTES, bars_of
from pathways.guide import guide
from pathways.learner.learner import Learner
from pathways.ranking import Ranking, ranking
from pathways.wants import Wants, wanted

ON = date(2026, 11, 22)
TINY = EXAMPLE.load()
wants_some = st.builds(
    Wants,
    routes=st.sampled_from([(), ("a_level",), ("level_2", "t_level")]),
    query=st.sampled_from(["", "bio"]),
)


def _slow(found: Ranking, catalogue: Catalogue, wants: Wants, route: str) -> dict[str, object]:
    """One route, the plain way: go through the page row by row."""
    index, passed = catalogue.index, wanted(catalogue.index, wants)
    words, bars = index.of_course("route"), bars_of(index)
    every = [
        row
        for row in found.rows.tolist()
        if words[row] == route and LANES[index.lane[row]] != "fee_paying"
    ]
    rows = [row for row in every if passed[row] and found.journeys.allowed[row]]
    met = [row for row in rows if found.verdict.eligibility(row).state == "meets" and bars[row] > 0]
    top = max((bars[row] for row in met), default=0)
    stretch = [row for row in met if bars[row] == top]
    startable = [found.verdict.availability(row).state for row in every]
    return {
        "options": rows,
        "first": rows[:3],
        "stretch": stretch[:1],
        "stretch_count": len(stretch),
        "hidden": len(every) - len(rows),
        "open": any(state not in ("not_yet", "closed", "no") for state in startable),
        "listed": bool(every),
    }


def _agree(who: Learner, catalogue: Catalogue, wants: Wants) -> None:
    ranked = ranking(who, catalogue.index)
    for lane in guide(who, catalogue, on=ON, wants=wants).routes:
        slow = _slow(ranked, catalogue, wants, lane.route)
        for name in ("options", "first", "stretch"):
            assert np.array(getattr(lane, name).rows).tolist() == slow[name], (lane.route, name)
        assert (lane.stretch_count, lane.hidden) == (slow["stretch_count"], slow["hidden"])
        assert lane.open == slow["open"] or not slow["listed"]


@settings(
    max_examples=25,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(learners(), wants_some, st.none() | st.integers(5, 120))
def test_every_lane_is_the_one_a_slow_twin_makes(
    who: Learner, wants: Wants, limit: int | None
) -> None:
    _agree(who.model_copy(update={"max_minutes": limit}), TINY, wants)


@settings(max_examples=3, phases=[Phase.generate])
@given(learners(), wants_some)
def test_and_so_it_is_on_the_areas_that_ship(who: Learner, wants: Wants) -> None:
    for name in ("kingston-surrey-sutton", "training"):
        _agree(who, area(name), wants)


def test_every_route_of_the_screen_is_a_small_number_as_the_split_takes_it() -> None:
    assert len(ROUTES) < 256
