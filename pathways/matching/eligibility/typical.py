"""Typical entry rules, from the rows of `typical_requirements.csv`.

A typical rule says what providers often ask. Half grades (a median of 4.5) are rounded down, and a
maths or English grade is asked where at least half of the providers ask one. Combined Science
takes the same grade twice (6 becomes 6-6). Where the headline grade is in no one subject ("highest
named GCSE"), the rule asks for one GCSE at that grade and invents no subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from math import floor

from pathways.catalogue.entry_rules.atoms import Atom, Count, Grade, OpenToAll, Pair
from pathways.catalogue.entry_rules.implies import implies
from pathways.catalogue.entry_rules.parse import parse
from pathways.catalogue.entry_rules.rule import AnyOf, Rule
from pathways.catalogue.entry_rules.vocabulary import COMBINED, vocabulary
from pathways.errors import RuleError

GENERAL = "(general requirement)"
_ANY_NAMED = "highest named GCSE"
_SPLIT = re.compile(r"\s*,\s*else\s+|\s*,\s*|\s+or\s+")


def general_rule(row: Mapping[str, str]) -> str:
    """The typical programme rule of a level, from its "(general requirement)" row.

    The commonest requirement is a whole rule, so nothing is added to it: "none" stays "none".
    """
    common = row["common_general_requirement"]
    return str(parse(common) if common else _tidy([_one_gcse(row), *_named(row)]))


def subject_rule(row: Mapping[str, str]) -> str:
    """What is often asked for a subject on top of the programme rule."""
    return str(_tidy([*_named(row), _headline(row)]))


def typical_rule(row: Mapping[str, str], *, general: str = "") -> str:
    """Programme and subject together; `general` stands in where the row names no general requirement."""
    if row["subject"] == GENERAL:
        return general_rule(row)
    asked = row["common_general_requirement"] or general
    start = parse(asked).clauses if asked else ()
    return str(_tidy([*start, *_named(row), _headline(row)]))


def typical_table(rows: Iterable[Mapping[str, str]]) -> dict[tuple[str, str], str]:
    """(qualification, subject) to its whole typical rule, each level's general row standing in."""
    rows = list(rows)
    general = {row["qualification"]: general_rule(row) for row in rows if row["subject"] == GENERAL}
    return {
        (row["qualification"], row["subject"]): typical_rule(
            row, general=general.get(row["qualification"], "")
        )
        for row in rows
    }


def _named(row: Mapping[str, str]) -> list[AnyOf]:
    """The maths and English grades that at least half of the providers ask."""
    found = []
    for subject in ("English", "Maths"):
        median = row[f"{subject.lower()}_median_where_asked"]
        asking = int(row[f"n_asking_{subject.lower()}"] or 0)
        if median and 2 * asking >= int(row["n_providers"]):
            found.append(AnyOf((Grade(subject, _whole(median)),)))
    return found


def _headline(row: Mapping[str, str]) -> AnyOf:
    grade, basis = _whole(row["median"]), row["grade_basis"]
    if basis == _ANY_NAMED:
        return _one_gcse(row)
    names = [_basis_name(part) for part in _SPLIT.split(basis)]
    return AnyOf(tuple(dict.fromkeys(_at(name, grade) for name in names if name)))


def _one_gcse(row: Mapping[str, str]) -> AnyOf:
    return AnyOf((Count(1, "GCSE", _whole(row["median"])),))


def _basis_name(part: str) -> str:
    written = part.removeprefix("GCSE ").strip()
    meant = vocabulary().typical_bases.get(written, written)
    if not meant:
        return ""
    meaning = vocabulary().subject(meant)
    if meaning is None:
        raise RuleError(
            f'The typical grade is in "{written}", which is no GCSE we know.',
            where="typical_requirements.csv, grade_basis",
            do="Add it to typical_bases in entry_subjects.yaml.",
        )
    return meaning.name


def _at(name: str, grade: int) -> Atom:
    return Pair(grade, grade) if name == COMBINED else Grade(name, grade)


def _whole(written: str) -> int:
    return floor(float(written))


def _tidy(clauses: list[AnyOf]) -> Rule:
    """Leave out a clause that another one already says: the same GCSE at a higher grade, or fewer choices."""
    kept: list[AnyOf] = []
    for n, clause in enumerate(clauses):
        others = [*clauses[n + 1 :], *kept]
        if clause.alternatives != (OpenToAll(),) and not any(implies(o, clause) for o in others):
            kept.append(clause)
    return Rule(tuple(kept) or (AnyOf((OpenToAll(),)),))
