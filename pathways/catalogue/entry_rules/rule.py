"""An entry rule: clauses that must all hold, each a choice of tests. `str(rule)` is its one written form."""

from __future__ import annotations

from dataclasses import dataclass

from pathways.catalogue.entry_rules.atoms import Atom, Unread


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One clause: any of these is enough."""

    alternatives: tuple[Atom, ...]

    def __str__(self) -> str:
        return " or ".join(map(str, self.alternatives))


@dataclass(frozen=True, slots=True)
class Rule:
    """All of these clauses."""

    clauses: tuple[AnyOf, ...]

    def __str__(self) -> str:
        return "; ".join(map(str, self.clauses))


def unread(text: str) -> Rule:
    """A rule that stands for published text which did not parse: it can be neither met nor missed."""
    return Rule((AnyOf((Unread(text),)),))


def clauses_of(*rules: Rule) -> tuple[AnyOf, ...]:
    """The clauses of several rules that all apply, each asked once whatever the order of its choices."""
    found: dict[frozenset[Atom], AnyOf] = {}
    for rule in rules:
        for clause in rule.clauses:
            found.setdefault(frozenset(clause.alternatives), clause)
    return tuple(found.values())
