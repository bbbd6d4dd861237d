"""The smallest change of grades that would open an offer.

Exact: the fewest grades changed, then the fewest steps in all, then the results that come first
in the record. Results the learner holds may be raised on their own scales; a subject that was not
taken is never invented. Missing grades are taken at their best and a person's judgement as given,
because no grade changes those.

How it stays quick and exact: a result matters at the few grades where it starts to do more for a
named grade or a count. Averages and totals count every step alike, so steps for those are
filled in afterwards, highest grade first (that wastes fewest in a "best eight"). Sets of results
that do the same for the rule are tried once. A test compares it all with brute force.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from pathways.answers import GradeChange
from pathways.catalogue.entry_rules.atoms import (
    Atom,
    Average,
    BestOf,
    Count,
    Course,
    EntryLevel,
    FunctionalSkills,
    Grade,
    IfTaken,
    MusicExam,
    Pair,
)
from pathways.catalogue.entry_rules.rule import AnyOf, Rule, clauses_of
from pathways.learner.record import Held, Record
from pathways.matching.eligibility.check_courses import in_subject
from pathways.matching.eligibility.evaluate import check_clause
from pathways.matching.eligibility.ladder import ladder
from pathways.matching.eligibility.results import Results, results_of
from pathways.matching.eligibility.state import PERSON
from pathways.matching.eligibility.takes import counted, meaning_of, reaches


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A result that can help: the steps at which it starts to do more, and whether any step helps.

    `does` is all it can contribute: two results that do the same are interchangeable.
    """

    held: Held
    ladder: tuple[Held, ...]
    steps: tuple[int, ...]
    fills: bool
    does: Hashable

    @property
    def most(self) -> int:
        """The steps beyond which it does no more."""
        return len(self.ladder) if self.fills else self.steps[-1]


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
    candidates = _candidates(short, results)
    everything = {each.held: each.most for each in candidates}
    if not short or not _opens(short, results, candidates, everything):
        return ()
    for size in range(1, len(candidates) + 1):
        sets = [
            chosen
            for chosen in combinations(candidates, size)
            if _first_of_equals(chosen, candidates)
            and _opens(short, results, chosen, {each.held: each.most for each in chosen})
        ]
        if sets:
            return _fewest_steps(sets, short, results)
    return ()


def _fewest_steps(
    sets: Sequence[tuple[_Candidate, ...]], short: Sequence[AnyOf], results: Results
) -> tuple[GradeChange, ...]:
    """The set, of those that are enough at their top, that is enough after the fewest steps."""
    found: dict[Held, int] = {}
    least = _least_steps(short, results)
    fewest = sum(each.most for chosen in sets for each in chosen) + 1
    for chosen in sets:
        for steps in sorted(product(*(each.steps for each in chosen)), key=sum):
            if sum(steps) >= fewest or fewest == least:
                break
            raised = _filled(chosen, steps, short, results, fewest - 1)
            if raised is not None:
                found, fewest = raised, sum(raised.values())
    return tuple(_change(held, steps) for held, steps in found.items())


def _least_steps(short: Sequence[AnyOf], results: Results) -> int:
    """Steps that an average or total needs whatever else is asked: no step is worth more than a point."""
    if results.point_scale is not None or any(
        max(held.points) < 1 and len(held.points) > 1 for held in results.gcses
    ):
        return 0  # a provider's own points, and U to 1-1, may be worth more
    needs = [0]
    for clause in short:
        if all(isinstance(atom, Average | BestOf) for atom in clause.alternatives):
            steps = [each.short_by or 0 for each in check_clause(clause, results).alternatives]
            needs.append(min(steps))
    return max(needs)


def _filled(
    chosen: Sequence[_Candidate],
    steps: tuple[int, ...],
    short: Sequence[AnyOf],
    results: Results,
    limit: int,
) -> dict[Held, int] | None:
    """These steps and the fewest more that open it, None if that takes more than `limit` in all."""
    room = sum(each.most - used for each, used in zip(chosen, steps, strict=True) if each.fills)
    most = min(room, limit - sum(steps))
    amounts = range(most + 1)
    fewest = bisect_left(
        amounts,
        True,
        key=lambda extra: _opens(short, results, chosen, _spread(chosen, steps, extra)),
    )
    return _spread(chosen, steps, fewest) if fewest <= most else None


def _spread(chosen: Sequence[_Candidate], steps: tuple[int, ...], extra: int) -> dict[Held, int]:
    """Put extra steps on the highest grades first: those count in a best-of total for certain."""
    raised = {each.held: used for each, used in zip(chosen, steps, strict=True)}
    filling = [each for each in chosen if each.fills]
    for each in sorted(filling, key=lambda c: -c.ladder[raised[c.held] - 1].points[0]):
        more = min(extra, each.most - raised[each.held])
        raised[each.held] += more
        extra -= more
    return raised


def _opens(
    short: Sequence[AnyOf],
    results: Results,
    chosen: Sequence[_Candidate],
    raised: Mapping[Held, int],
) -> bool:
    above = {each.held: each.ladder[raised[each.held] - 1] for each in chosen}
    after = results.replacing(above)
    return all(check_clause(clause, after).ceiling >= PERSON for clause in short)


def _candidates(short: Sequence[AnyOf], results: Results) -> list[_Candidate]:
    atoms = list(dict.fromkeys(atom for clause in short for atom in clause.alternatives))
    summed = any(isinstance(atom, Average | BestOf) for atom in atoms)
    found = []
    for held in (*results.gcses, *results.others):
        above = ladder(held)
        does = [_does(atoms, each) for each in (held, *above)]
        steps = [n for n in range(1, len(does)) if does[n] != does[n - 1]]
        in_sum = summed and bool(held.points) and bool(above)
        # A pair's two grades, or a provider's own points, make steps unequal: try each of them.
        fills = in_sum and len(held.points) == 1 and results.point_scale is None
        if fills:
            steps = sorted({1, *steps})
        elif in_sum:
            steps = list(range(1, len(does)))
        if steps:
            pattern = (held.points if in_sum else (), tuple(does))
            found.append(_Candidate(held, above, tuple(steps), fills, pattern))
    return found


def _first_of_equals(chosen: Sequence[_Candidate], candidates: Sequence[_Candidate]) -> bool:
    """Of sets that differ by interchangeable results, keep the one that takes the first of them."""
    inside = {each.held for each in chosen}
    passed: set[Hashable] = set()
    for each in candidates:
        if each.held not in inside:
            passed.add(each.does)
        elif each.does in passed:
            return False
    return True


def _does(atoms: Sequence[Atom], held: Held) -> tuple[Hashable, ...]:
    """What a result contributes to each test but averages and totals, where only its points matter."""
    return tuple(_part(atom, held) for atom in atoms)


def _part(atom: Atom, held: Held) -> Hashable:
    if isinstance(atom, IfTaken):
        return _part(atom.of, held)
    if isinstance(atom, Grade | Pair | Course | MusicExam):
        return reaches(atom, held)
    if isinstance(atom, Count):
        return counted(atom, held), tuple(reaches(each, held) for each in atom.including)
    if isinstance(atom, Average | BestOf):
        return None
    # Entry level and functional skills look at the level that a grade in their subject stands for.
    elsewhere = (
        isinstance(atom, EntryLevel | FunctionalSkills)
        and atom.subject
        and not in_subject(meaning_of(atom.subject), held)
    )
    return None if elsewhere else held.points or held.grade


def _change(held: Held, steps: int) -> GradeChange:
    return GradeChange(held.subject, held.grade, ladder(held)[steps - 1].grade, steps)
