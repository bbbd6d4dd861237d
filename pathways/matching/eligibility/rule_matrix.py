"""Every rule of a catalogue against one learner at once.

Rules repeat: thousands of offers share a few hundred. `compile_rules` keeps each test, clause and
pair of rules once; `states` checks each test once per learner with the one-rule evaluator and
combines the ranks as arrays. Offers then gather their state by `code`.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from pathways.catalogue.entry_rules.atoms import Atom
from pathways.catalogue.entry_rules.rule import AnyOf, Rule, clauses_of, unread
from pathways.learner.record import Record
from pathways.matching.eligibility.check import check
from pathways.matching.eligibility.results import results_of
from pathways.matching.eligibility.state import (
    ASK,
    FAR,
    MEETS,
    NEAR_MISS,
    NOT_YET,
    ONE_SHORT,
    PERSON,
)

Pair = tuple[Rule | None, Rule | None]
Codes = NDArray[np.uint8]
Indices = NDArray[np.intp]
_NOT_PUBLISHED = unread("")  # neither met nor missed, so always "ask"
_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class CompiledRules:
    """Unique tests, and who uses them: clause i has tests `clause_tests[clause_starts[i]:...]`.

    `pair_clauses` and `pair_starts` say the same of pairs of rules; `code[k]` is the unique pair
    of the k-th pair given. Arrays are read-only.
    """

    tests: tuple[Atom, ...]
    clause_tests: Indices
    clause_starts: Indices
    pair_clauses: Indices
    pair_starts: Indices
    code: Indices

    @property
    def n_pairs(self) -> int:
        """How many unique pairs of rules there are."""
        return len(self.pair_starts)


def compile_rules(pairs: Sequence[Pair]) -> CompiledRules:
    """Lay out (programme rule, subject rule) pairs as arrays; None where no rule is known."""
    tests: dict[Atom, int] = {}
    clauses: dict[tuple[int, ...], int] = {}
    unique: dict[tuple[int, ...], int] = {}
    by_pair: dict[Pair, int] = {}
    for pair in pairs:
        if pair not in by_pair:
            rows = (_row(clause, tests) for clause in _clauses(pair))
            numbers = tuple(sorted({_number(clauses, row) for row in rows}))
            by_pair[pair] = _number(unique, numbers)
    clause_tests, clause_starts = _flat(list(clauses))
    pair_clauses, pair_starts = _flat(list(unique))
    code = _fixed([by_pair[pair] for pair in pairs])
    return CompiledRules(tuple(tests), clause_tests, clause_starts, pair_clauses, pair_starts, code)


def states(
    compiled: CompiledRules,
    record: Record,
    *,
    ehc_plan: bool,
    point_scale: Mapping[int, float] | None = None,
) -> Codes:
    """The state code of each unique pair for this learner; `STATES` names the codes."""
    if not compiled.n_pairs:
        return np.zeros(0, dtype=np.uint8)
    results = results_of(record, ehc_plan=ehc_plan, point_scale=point_scale)
    checks = [check(atom, results) for atom in compiled.tests]
    worst = _combined(compiled, np.array([each.floor for each in checks], dtype=np.uint8))
    best = _combined(compiled, np.array([each.ceiling for each in checks], dtype=np.uint8))
    return np.where(worst == best, best, np.uint8(ASK)).astype(np.uint8)


def _combined(compiled: CompiledRules, ranks: Codes) -> Codes:
    """A clause is as good as its best test; a pair's state follows from its clauses as in `state`."""
    clause = np.maximum.reduceat(ranks[compiled.clause_tests], compiled.clause_starts)
    used = clause[compiled.pair_clauses]
    far, short, person = (
        np.add.reduceat((used == rank).astype(np.intp), compiled.pair_starts)
        for rank in (FAR, ONE_SHORT, PERSON)
    )
    chosen = np.select(
        [(far > 0) | (short > 1), short == 1, person > 0], [NOT_YET, NEAR_MISS, ASK], MEETS
    )
    return np.asarray(chosen, dtype=np.uint8)


def _clauses(pair: Pair) -> tuple[AnyOf, ...]:
    return clauses_of(*(rule for rule in pair if rule is not None)) or clauses_of(_NOT_PUBLISHED)


def _row(clause: AnyOf, tests: dict[Atom, int]) -> tuple[int, ...]:
    return tuple(sorted({_number(tests, atom) for atom in clause.alternatives}))


def _number(known: dict[_Key, int], key: _Key) -> int:
    return known.setdefault(key, len(known))


def _flat(rows: Sequence[tuple[int, ...]]) -> tuple[Indices, Indices]:
    lengths = [len(row) for row in rows]
    starts = [0, *np.cumsum(lengths)[:-1].tolist()] if rows else []
    return _fixed([item for row in rows for item in row]), _fixed(starts)


def _fixed(values: Sequence[int]) -> Indices:
    array = np.array(values, dtype=np.intp)
    array.setflags(write=False)
    return array
