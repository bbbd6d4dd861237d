"""Whether a learner's grades meet what an offer asks: its programme rule and its subject rule together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pathways.answers import Clause, Eligibility, GradeChange, RuleBasis
from pathways.catalogue.entry_rules.atoms import Unread
from pathways.catalogue.entry_rules.rule import Rule, clauses_of
from pathways.learner.record import Record
from pathways.matching.eligibility.evaluate import ClauseOutcome, RuleOutcome, outcome
from pathways.matching.eligibility.results import results_of
from pathways.matching.eligibility.smallest import smallest_change_for
from pathways.reason import Reason

Scope = Literal["programme", "subject"]


def assess(
    programme: Rule | None,
    subject: Rule | None,
    record: Record,
    *,
    basis: RuleBasis,
    ehc_plan: bool,
    point_scale: Mapping[int, float] | None = None,
) -> Eligibility:
    """Check both rules of an offer; pass `unread(text)` for one that did not parse, None for none known.

    A clause that both rules ask is asked once, under `programme`.
    """
    given = [rule for rule in (programme, subject) if rule is not None]
    clauses = clauses_of(*given)
    if not clauses:
        return Eligibility("ask", "unknown", because=(Reason.of("ENTRY_NOT_PUBLISHED"),))
    results = results_of(record, ehc_plan=ehc_plan, point_scale=point_scale)
    checked = outcome(clauses, results)
    change = smallest_change_for(clauses, results)
    general = len(clauses_of(programme)) if programme is not None else 0
    return Eligibility(
        state=checked.state,
        basis=basis,
        clauses=tuple(
            _clause(each, "programme" if n < general else "subject")
            for n, each in enumerate(checked.clauses)
        ),
        smallest_change=change,
        because=(
            *_state_reasons(checked),
            *_change_reasons(checked, change),
            *_basis_reasons(programme, basis),
        ),
    )


def _clause(checked: ClauseOutcome, scope: Scope) -> Clause:
    return Clause(
        rule=str(checked.clause),
        scope=scope,
        state=checked.state,
        short_by=checked.short_by,
        short_unit=checked.short_unit,
        has=checked.closest.has,
        predicted=checked.predicted,
    )


def _state_reasons(checked: RuleOutcome) -> tuple[Reason, ...]:
    """What makes the state what it is, the decisive thing first."""
    short = sum(clause.state == "short" for clause in checked.clauses)
    missing = any(clause.state == "missing" for clause in checked.clauses)
    reasons = []
    if checked.state == "meets":
        reasons.append(Reason.of("ENTRY_MET"))
    elif checked.state == "near_miss":
        reasons.append(Reason.of("ENTRY_ONE_SHORT"))
    elif short:
        reasons.append(Reason.of("ENTRY_SHORT", count=short))
    if missing:
        reasons.append(Reason.of("ENTRY_GRADE_MISSING"))
    asked = [each.atom for clause in checked.clauses for each in clause.alternatives]
    reasons += [
        Reason.of("ENTRY_RULE_NOT_READ", text=atom.text)
        for atom in asked
        if isinstance(atom, Unread)
    ]
    if any(_waits_for_person(clause) for clause in checked.clauses):
        reasons.append(Reason.of("ENTRY_PERSON_DECIDES"))
    if checked.predicted:
        reasons.append(Reason.of("ENTRY_RESTS_ON_PREDICTED"))
    return tuple(reasons)


def _waits_for_person(clause: ClauseOutcome) -> bool:
    unread = any(isinstance(each.atom, Unread) for each in clause.alternatives)
    return clause.state == "person" and not unread


def _change_reasons(checked: RuleOutcome, change: tuple[GradeChange, ...]) -> tuple[Reason, ...]:
    if not any(clause.state == "short" for clause in checked.clauses):
        return ()
    if not change:
        return (Reason.of("NO_GRADE_CHANGE_OPENS_IT"),)
    # Two clauses may be short for the same reason: then one grade still opens both.
    one_step = len(change) == 1 and change[0].steps == 1
    return (Reason.of("ONE_GRADE_OPENS_IT"),) if one_step else ()


def _basis_reasons(programme: Rule | None, basis: RuleBasis) -> tuple[Reason, ...]:
    found = []
    if programme is None:
        found.append(Reason.of("GENERAL_RULE_NOT_FOUND"))
    if basis == "typical":
        found.append(Reason.of("ENTRY_TYPICAL"))
    return tuple(found)
