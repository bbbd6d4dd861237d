"""An entry rule against a record: a tree of clauses and tests, each held, short, missing or for a person.

The rule chosen for missing grades is in `state`: the state is the one that every possible value of
the missing grades gives, and `ask` where they give different ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pathways.answers import ClauseState, EligibilityState
from pathways.catalogue.entry_rules.rule import AnyOf, Rule, clauses_of
from pathways.learner.record import Record
from pathways.matching.eligibility.check import check
from pathways.matching.eligibility.results import Results, results_of
from pathways.matching.eligibility.standing import Check, Unit
from pathways.matching.eligibility.state import HELD, PERSON, STATES, settled, state_code


@dataclass(frozen=True, slots=True)
class ClauseOutcome:
    """One clause: its choices, checked."""

    clause: AnyOf
    alternatives: tuple[Check, ...]

    @property
    def floor(self) -> int:
        """Its rank if every missing grade is as low as it can be."""
        return max(each.floor for each in self.alternatives)

    @property
    def ceiling(self) -> int:
        """Its rank if every missing grade is as high as it can be."""
        return max(each.ceiling for each in self.alternatives)

    @property
    def closest(self) -> Check:
        """The choice that is nearest to being met, the first of equals."""
        return max(self.alternatives, key=_nearness)

    @property
    def state(self) -> ClauseState:
        """Held, or waiting for a person, or for a grade, or short."""
        if self.floor == HELD:
            return "held"
        reaching = [each for each in self.alternatives if each.ceiling >= PERSON]
        if not reaching:
            return "short"
        return "person" if any(each.state == "person" for each in reaching) else "missing"

    @property
    def short_by(self) -> int | None:
        """Grades or GCSEs short on the nearest choice, None where that has no number."""
        return self.closest.short_by if self.state == "short" else None

    @property
    def short_unit(self) -> Unit:
        """What `short_by` counts."""
        return self.closest.short_unit if self.state == "short" else ""

    @property
    def predicted(self) -> bool:
        """Whether it rests on a predicted grade: no choice is held without one."""
        held = [each for each in self.alternatives if each.floor == HELD]
        return all(each.predicted for each in held) if held else self.closest.predicted


@dataclass(frozen=True, slots=True)
class RuleOutcome:
    """A whole rule, checked. `worst` and `best` are what the missing grades could make of it."""

    clauses: tuple[ClauseOutcome, ...]
    state: EligibilityState
    worst: EligibilityState
    best: EligibilityState

    @property
    def predicted(self) -> bool:
        """Whether any clause rests on a predicted grade."""
        return any(clause.predicted for clause in self.clauses)


def evaluate(
    rule: Rule,
    record: Record,
    *,
    ehc_plan: bool,
    point_scale: Mapping[int, float] | None = None,
) -> RuleOutcome:
    """Check one rule. `point_scale` is the provider's own points for grades 0 to 9 in averages and totals."""
    results = results_of(record, ehc_plan=ehc_plan, point_scale=point_scale)
    return outcome(clauses_of(rule), results)


def outcome(clauses: Sequence[AnyOf], results: Results) -> RuleOutcome:
    """Check clauses that must all hold."""
    checked = tuple(check_clause(clause, results) for clause in clauses)
    worst = state_code(each.floor for each in checked)
    best = state_code(each.ceiling for each in checked)
    return RuleOutcome(checked, STATES[settled(worst, best)], STATES[worst], STATES[best])


def check_clause(clause: AnyOf, results: Results) -> ClauseOutcome:
    """Check one clause."""
    return ClauseOutcome(clause, tuple(check(atom, results) for atom in clause.alternatives))


def _nearness(each: Check) -> tuple[int, int, float, bool]:
    short = float("inf") if each.short_by is None else each.short_by
    return each.floor, each.ceiling, -short, bool(each.has)
