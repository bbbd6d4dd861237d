"""One test of an entry rule against one learner's results, whatever kind of test it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pathways.catalogue.entry_rules.atoms import (
    Atom,
    Average,
    BestOf,
    Count,
    Course,
    EhcPlan,
    EntryLevel,
    FunctionalSkills,
    Grade,
    IfTaken,
    MusicExam,
    OpenToAll,
    Pair,
    PersonStep,
    Unread,
)
from pathways.matching.eligibility.check_courses import check_course, check_level, check_music
from pathways.matching.eligibility.check_gcses import check_count, check_named
from pathways.matching.eligibility.check_totals import check_average, check_best
from pathways.matching.eligibility.results import Results
from pathways.matching.eligibility.standing import Check, standing
from pathways.matching.eligibility.state import FAR, HELD, PERSON
from pathways.matching.eligibility.takes import takes


def check(atom: Atom, results: Results) -> Check:
    """Check any test: the one place that knows which function answers which kind."""
    return _CHECKS[type(atom)](atom, results)


def _if_taken(atom: IfTaken, results: Results) -> Check:
    inside = atom.of
    if any(takes(inside, held) for held in (*results.gcses, *results.others)):
        return replace(check(inside, results), atom=atom)
    found = check(inside, results)
    if found.ceiling == HELD:  # taken, or not: nobody has said
        return replace(found, atom=atom)
    return standing(atom, 0)


def _plan(atom: EhcPlan, results: Results) -> Check:
    return standing(atom, 0 if results.ehc_plan else None)


def _person(atom: PersonStep, results: Results) -> Check:
    return Check(atom, PERSON, PERSON, "person")


def _open(atom: OpenToAll, results: Results) -> Check:
    return standing(atom, 0)


def _unread(atom: Unread, results: Results) -> Check:
    return Check(atom, FAR, HELD, "person")


_CHECKS: dict[type, Callable[[Any, Results], Check]] = {
    Grade: check_named,
    Pair: check_named,
    Count: check_count,
    Average: check_average,
    BestOf: check_best,
    Course: check_course,
    EntryLevel: check_level,
    FunctionalSkills: check_level,
    MusicExam: check_music,
    EhcPlan: _plan,
    PersonStep: _person,
    OpenToAll: _open,
    IfTaken: _if_taken,
    Unread: _unread,
}
