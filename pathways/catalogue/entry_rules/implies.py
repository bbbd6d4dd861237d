"""When one clause already says another: the same GCSE at a higher grade, or fewer choices."""

from __future__ import annotations

from pathways.catalogue.entry_rules.atoms import Atom, Count, Grade, OpenToAll, Pair
from pathways.catalogue.entry_rules.rule import AnyOf, Rule
from pathways.catalogue.entry_rules.vocabulary import vocabulary


def without_implied(rule: Rule, other: Rule) -> Rule:
    """`rule` without the clauses that `other` already says, as both apply; whole if none would stay.

    The two together are met by the same learners as before.
    """
    kept = tuple(
        clause
        for clause in rule.clauses
        if clause.alternatives != (OpenToAll(),)
        and not any(implies(stronger, clause) for stronger in other.clauses)
    )
    return Rule(kept) if kept else rule


def implies(stronger: AnyOf, clause: AnyOf) -> bool:
    """Whether whoever meets `stronger` meets `clause`: true is certain, false may be caution."""
    return all(
        any(_says(one, each) for each in clause.alternatives) for one in stronger.alternatives
    )


def _says(stronger: Atom, weaker: Atom) -> bool:
    if isinstance(stronger, Grade) and isinstance(weaker, Grade):
        narrower = stronger.subject == weaker.subject or _part_of(stronger.subject, weaker.subject)
        return narrower and stronger.grade >= weaker.grade
    if isinstance(stronger, Grade) and isinstance(weaker, Count):
        single = weaker.number == 1 and weaker.of == "GCSE" and not weaker.including
        return single and stronger.grade >= weaker.grade
    if isinstance(stronger, Pair) and isinstance(weaker, Pair):
        return stronger.higher >= weaker.higher and stronger.lower >= weaker.lower
    return stronger == weaker


def _part_of(name: str, whole: str) -> bool:
    inner, outer = vocabulary().subject(name), vocabulary().subject(whole)
    return bool(inner and outer and inner.subjects <= outer.subjects)
