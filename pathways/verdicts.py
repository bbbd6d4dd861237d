"""What rules say of every offer at once: eligibility, availability, English and maths.

Entry rules repeat, so each distinct pair of them is checked once; a route's availability and
English and maths plan likewise. Explanations are made for the offers that somebody looks at.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from pathways.answers import Availability, Clause, Eligibility, EnglishMaths
from pathways.catalogue.entry_rules import Rule, parse, unread
from pathways.catalogue.entry_rules.implies import without_implied
from pathways.catalogue.index import Index
from pathways.errors import RuleError
from pathways.learner.learner import Learner
from pathways.learner.record import Record
from pathways.matching.eligibility.assess import assess
from pathways.matching.eligibility.rule_matrix import CompiledRules, compile_rules, states
from pathways.matching.eligibility.state import NOT_YET
from pathways.rules.availability import course_availability
from pathways.rules.english_maths import english_maths

Pair = tuple[Rule | None, Rule | None]
States = npt.NDArray[np.uint8]

CANNOT_START = ("not_yet", "closed", "no")
"""States of availability in which a course cannot be started that year."""


@dataclass(frozen=True, eq=False)
class Requirements:
    """A catalogue's entry rules, read and laid out for checking all at once."""

    pairs: tuple[Pair, ...]
    compiled: CompiledRules


@lru_cache(maxsize=4)
def requirements_of(index: Index) -> Requirements:
    """Read and compile the rules of a catalogue, once for all sessions."""
    rules = index.tables["entry_rules"]
    read = {identity: _read(rules["rule"][row]) for identity, row in index.rule_row.items()}
    pairs = tuple(_pair(read.get(whole), read.get(own)) for whole, own in index.requirements)
    return Requirements(pairs, compile_rules(pairs))


def _pair(programme: Rule | None, subject: Rule | None) -> Pair:
    if programme is not None and subject is not None:
        return without_implied(programme, subject), subject
    return programme, subject


def _read(text: str) -> Rule:
    try:
        return parse(text)
    except RuleError:
        return unread(text)


@dataclass(frozen=True, eq=False)
class Verdicts:
    """`state` holds a code of `matching.eligibility.state.STATES` per offer; the rest is per look."""

    state: States
    index: Index
    record: Record
    learner: Learner
    available: tuple[Availability, ...]
    available_of: npt.NDArray[np.int32]
    plans: dict[str, EnglishMaths] = field(default_factory=dict)
    assessed: dict[int, Eligibility] = field(default_factory=dict)

    def availability(self, row: int) -> Availability:
        """Whether the course can be started in the learner's year."""
        return self.available[int(self.available_of[row])]

    def eligibility(self, row: int) -> Eligibility:
        """Eligibility of one offer, explained. A course that cannot be started is never `meets`."""
        pair = int(self.index.requirement[row])
        if pair not in self.assessed:
            self.assessed[pair] = self._assess(row, pair)
        found = self.assessed[pair]
        availability = self.availability(row)
        if availability.state in CANNOT_START:
            return replace(found, state="not_yet", because=(*availability.because, *found.because))
        return found

    def _assess(self, row: int, pair: int) -> Eligibility:
        """A pair of rules, checked and explained: one answer for all the offers that share it."""
        programme, subject = requirements_of(self.index).pairs[pair]
        found = assess(
            programme,
            subject,
            self.record,
            basis=self.index.offers["rule_basis"][row],  # type: ignore[arg-type]
            ehc_plan=self.learner.needs.ehc_plan,
        )
        return replace(found, clauses=tuple(self._whose(each, row) for each in found.clauses))

    def _whose(self, clause: Clause, row: int) -> Clause:
        """A clause with the basis of the rule that it came from."""
        identity = self.index.offers[f"{clause.scope}_rule_id"][row]
        rules = self.index.tables["entry_rules"]
        basis = rules["basis"][self.index.rule_row[identity]] if identity else "published"
        return replace(clause, basis=basis)  # type: ignore[arg-type]

    def english_maths(self, route: str) -> EnglishMaths:
        """What the learner would study in English and maths on a route, worked out once a route."""
        if route not in self.plans:
            self.plans[route] = english_maths(
                self.record,
                age=self.learner.age,
                start_year=self.learner.start_year,
                ehc_plan=self.learner.needs.ehc_plan,
                cannot_study_assessment=self.learner.needs.cannot_study_assessment,
                continuing=self.learner.continuing,
                programme=route,
            )
        return self.plans[route]


def verdicts(index: Index, record: Record, learner: Learner) -> Verdicts:
    """Check every offer of a catalogue for one learner."""
    requirements = requirements_of(index)
    compiled = requirements.compiled
    unique = states(compiled, record, ehc_plan=learner.needs.ehc_plan)
    state = unique[compiled.code][index.requirement]
    available, available_of = _availability(index, learner.start_year)
    closed = np.array([found.state in CANNOT_START for found in available])
    return Verdicts(
        state=np.where(closed[available_of], NOT_YET, state).astype(np.uint8),
        index=index,
        record=record,
        learner=learner,
        available=available,
        available_of=available_of,
    )


@lru_cache(maxsize=16)
def _availability(
    index: Index, start_year: int
) -> tuple[tuple[Availability, ...], npt.NDArray[np.int32]]:
    """Availability of each distinct course, and which one each offer has."""
    courses = index.tables["courses"]
    rows = [courses.row(number) for number in range(len(courses))]
    found = tuple(
        course_availability(
            row["route"], row["qualification"], row["subject"], start_year=start_year
        ).shown
        for row in rows
    )
    return found, index.course_of
