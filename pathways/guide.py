"""The one deep function: a learner, a catalogue and a date in, the whole of the advice out."""

from __future__ import annotations

from datetime import date

import numpy as np
import numpy.typing as npt

from pathways.answers import EnglishMaths
from pathways.catalogue.columns import Column
from pathways.catalogue.index import LANES
from pathways.catalogue.store import Catalogue
from pathways.first_screen import route_lanes
from pathways.guidance import Guidance, LaneSummary, Method
from pathways.ladders_for import ladders_for
from pathways.learner.learner import Learner
from pathways.matching.eligibility.state import STATES
from pathways.matching.order import BY
from pathways.matching.reference import reference
from pathways.matching.weighing import TERMS
from pathways.option import OptionList, View
from pathways.ranking import ranking
from pathways.reason import Reason
from pathways.rules.flags import FlagFacts, flags
from pathways.seeded import drawn_names
from pathways.signposts import signposts_for
from pathways.wants import Wants, wanted

METHOD = "2"
"""Version of the method: goes up when the same learner and catalogue may get another answer."""

Rows = npt.NDArray[np.int64]


def guide(
    learner: Learner, catalogue: Catalogue, *, on: date, wants: Wants | None = None
) -> Guidance:
    """The advice for one learner on one date.

    `wants` are the learner's own filters: they take options away, count what they take, and never
    change the order of the rest. Raises `InputError` when a grade, subject or postcode cannot be read.
    """
    wants = wants or Wants()
    index = catalogue.index
    ranked = ranking(learner, index)
    verdict, rows = ranked.verdict, ranked.rows
    passed = wanted(index, wants)
    if wants.states:
        passed &= np.isin(verdict.state, [STATES.index(name) for name in wants.states])
    general = verdict.english_maths("school_or_college")
    view = View(
        catalogue,
        verdict,
        ranked.journeys,
        ranked.record,
        ranked.scored,
        ranked.weightings,
    )
    shown = rows[(passed & ranked.journeys.allowed)[rows]]
    return Guidance(
        english_maths=general,
        options=OptionList(view, shown),
        lanes=_lanes(view, shown, learner.seed, everything=rows),
        ladders=ladders_for(learner, index, ranked, fields=wants.fields),
        signposts=signposts_for(index, wants),
        flags=flags(_flag_facts(learner, general, index.of_course("route"), shown)),
        method=Method(
            METHOD,
            tuple(zip(TERMS, ranked.scored.dots, strict=True)),
            learner.seed,
            BY,
            reference().anchors.cards,
        ),
        sources=tuple(index.tables["sources"]["source_id"].words),
        catalogue=f"{catalogue.name} {catalogue.content[:12]}",
        routes=route_lanes(view, shown, learner, everything=rows, wanted=passed),
        home=ranked.journeys.home,
    )


def _flag_facts(learner: Learner, general: EnglishMaths, route: Column, shown: Rows) -> FlagFacts:
    needs = learner.needs
    return FlagFacts(
        start_year=learner.start_year,
        age=learner.age,
        nation=learner.nation,
        ehc_plan=needs.ehc_plan,
        care_leaver=needs.care_leaver,
        parent=needs.parent,
        continuing=learner.continuing,
        needs_english_or_maths=not {general.english.status, general.maths.status}
        <= {"met", "out_of_scope"},
        routes=frozenset(route.words[code] for code in np.unique(route.codes[shown])),
    )


def _lanes(view: View, shown: Rows, seed: int, *, everything: Rows) -> tuple[LaneSummary, ...]:
    """The lanes in an order drawn from the seed, fee-paying schools folded last."""
    lanes = [_lane(view, name, shown, everything) for name in drawn_names(LANES[:3], "lane", seed)]
    return (*lanes, _lane(view, "fee_paying", shown, everything))


def _lane(view: View, name: str, shown: Rows, everything: Rows) -> LaneSummary:
    index = view.catalogue.index
    code = LANES.index(name)
    rows = shown[index.lane[shown] == code]
    of_all = int((index.lane[everything] == code).sum())
    counts = np.bincount(view.verdict.state[rows], minlength=len(STATES))
    return LaneSummary(
        name=name,  # type: ignore[arg-type]
        options=OptionList(view, rows),
        counts=tuple(zip(STATES, counts.tolist(), strict=True)),
        hidden=of_all - len(rows),
        empty_because=() if len(rows) else (_empty(of_all),),
    )


def _empty(of_all: int) -> Reason:
    return Reason.of("LANE_HIDDEN", count=of_all) if of_all else Reason.of("LANE_NOT_LISTED")
