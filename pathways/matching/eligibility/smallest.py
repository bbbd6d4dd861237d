"""The smallest change of grades that would open an offer.

Exact: the fewest grades changed, then the fewest steps in all, then the results that come first
in the record. Results the learner holds may be raised on their own scales; a subject that was not
taken is never invented. Missing grades are taken at their best and a person's judgement as given,
because no grade changes those.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pathways.catalogue.entry_rules.atoms import (
    Atom,
    Average,
    BestOf,
    Count,
    Course,
    Grade,
    IfTaken,
    MusicExam,
    Pair,
)
from pathways.catalogue.entry_rules.rule import AnyOf, Rule, clauses_of
from pathways.guidance import GradeChange
from pathways.learner.record import Held, Record
from pathways.matching.eligibility.check import counted, reaches
from pathways.matching.eligibility.evaluate import check_clause
from pathways.matching.eligibility.ladder import ladder
from pathways.matching.eligibility.results import Results, results_of
from pathways.matching.eligibility.state import PERSON


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A result and the better grades at which it starts to do more for the rule, with their steps."""

    held: Held
    targets: tuple[tuple[int, Held], ...]
    does: tuple[Hashable, ...]


def smallest_change(
    rules: Sequence[Rule],
    record: Record,
    *,
    ehc_plan: bool = False,
    point_scale: Mapping[int, float] | None = None,
) -> tuple[GradeChange, ...]:
    """The fewest grades to raise so that all the rules hold; empty if none is needed or none is enough."""
    results = results_of(record, ehc_plan=ehc_plan, point_scale=point_scale)
    return smallest_change_for(clauses_of(*rules), results)


def smallest_change_for(clauses: Sequence[AnyOf], results: Results) -> tuple[GradeChange, ...]:
    """The same for clauses and results already laid out."""
    short = [clause for clause in clauses if check_clause(clause, results).ceiling < PERSON]
    if not short:
        return ()
    candidates = _candidates(short, results)
    for size in range(1, len(candidates) + 1):
        sets = [
            chosen
            for chosen in combinations(candidates, size)
            if _first_of_equals(chosen, candidates) and _opens(short, results, _at_top(chosen))
        ]
        found = _fewest_steps(sets, short, results)
        if found:
            return found
    return ()


def _fewest_steps(
    sets: Sequence[tuple[_Candidate, ...]], short: Sequence[AnyOf], results: Results
) -> tuple[GradeChange, ...]:
    if not sets:
        return ()
    most = max(sum(each.targets[-1][0] for each in chosen) for chosen in sets)
    for steps in range(max(len(sets[0]), _least_steps(short, results)), most + 1):
        for chosen in sets:
            for raised in _raises(chosen, steps):
                if _opens(short, results, dict(raised)):
                    return tuple(_change(now, then) for now, then in raised)
    return ()


def _raises(chosen: tuple[_Candidate, ...], steps: int) -> Iterator[tuple[tuple[Held, Held], ...]]:
    """Every way to raise all of these by so many steps in all, fewest on the first result first."""
    first, *rest = chosen
    if not rest:
        yield from (((first.held, then),) for cost, then in first.targets if cost == steps)
        return
    least = sum(each.targets[0][0] for each in rest)
    most = sum(each.targets[-1][0] for each in rest)
    for cost, then in first.targets:
        if least <= steps - cost <= most:
            for others in _raises(tuple(rest), steps - cost):
                yield ((first.held, then), *others)


def _opens(short: Sequence[AnyOf], results: Results, changed: Mapping[Held, Held]) -> bool:
    after = results.replacing(changed)
    return all(check_clause(clause, after).ceiling >= PERSON for clause in short)


def _at_top(chosen: Sequence[_Candidate]) -> dict[Held, Held]:
    return {each.held: each.targets[-1][1] for each in chosen}


def _least_steps(short: Sequence[AnyOf], results: Results) -> int:
    """No change can take fewer steps than points are missing from a clause that asks for nothing else."""
    least = 1
    for clause in short:
        checked = check_clause(clause, results)
        if all(isinstance(atom, BestOf) for atom in clause.alternatives):
            needs = [each.short_by for each in checked.alternatives if each.short_by is not None]
            if results.point_scale is None and len(needs) == len(checked.alternatives):
                least = max(least, min(needs) - 1)  # U to 1-1 is one step for two points
    return least


def _candidates(short: Sequence[AnyOf], results: Results) -> list[_Candidate]:
    atoms = list(dict.fromkeys(atom for clause in short for atom in clause.alternatives))
    found = []
    for held in (*results.gcses, *results.others):
        does = _does(atoms, held, results)
        seen, targets = does, []
        for steps, above in enumerate(ladder(held), start=1):
            now = _does(atoms, above, results)
            if now != seen:
                targets.append((steps, above))
                seen = now
        if targets:
            pattern = (does, *((cost, _does(atoms, at, results)) for cost, at in targets))
            found.append(_Candidate(held, tuple(targets), pattern))
    return found


def _first_of_equals(chosen: Sequence[_Candidate], candidates: Sequence[_Candidate]) -> bool:
    """Results that do the same for the rule are interchangeable: keep the set that takes the first ones."""
    inside = set(map(id, chosen))
    passed: set[tuple[Hashable, ...]] = set()
    for each in candidates:
        if id(each) not in inside:
            passed.add(each.does)
        elif each.does in passed:
            return False
    return True


def _does(atoms: Sequence[Atom], held: Held, results: Results) -> tuple[Hashable, ...]:
    """All that a result contributes to these tests: two results that do the same are interchangeable."""
    return tuple(_part(atom, held, results) for atom in atoms)


def _part(atom: Atom, held: Held, results: Results) -> Hashable:
    if isinstance(atom, IfTaken):
        return _part(atom.of, held, results)
    if isinstance(atom, Grade | Pair | Course | MusicExam):
        return reaches(atom, held)
    if isinstance(atom, Count):
        return counted(atom, held), tuple(reaches(each, held) for each in atom.including)
    if isinstance(atom, Average | BestOf):
        return results.points(held)
    # Entry level and functional skills look at levels, which GCSE points settle.
    return held.points or held.grade


def _change(now: Held, then: Held) -> GradeChange:
    steps = next(n for n, at in enumerate(ladder(now), start=1) if at == then)
    return GradeChange(subject=now.subject, now=now.grade, needed=then.grade, steps=steps)
