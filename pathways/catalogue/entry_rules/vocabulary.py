"""What the names in an entry rule mean: `data/reference/entry_subjects.yaml` over `gcse_subjects.csv`."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pathways.paths import REFERENCE
from pathways.yaml_file import read_yaml

ANY_COURSE = "Diploma"
COMBINED = "Combined Science"


@dataclass(frozen=True, slots=True)
class Meaning:
    """The subjects that a name in a rule takes.

    `expected` are those that most schools offer: unless a learner says that these are all
    their results, one of them that is not listed may still exist.
    """

    name: str
    subjects: frozenset[str]
    families: frozenset[str]
    expected: frozenset[str]
    group: bool = False

    def takes(self, subject: str, families: frozenset[str]) -> bool:
        """Whether a result in this subject, of these families, is one that the name means."""
        return subject in self.subjects or not self.families.isdisjoint(families)


@dataclass(frozen=True)
class Vocabulary:
    """Every name a rule may use; keys are lower case."""

    names: Mapping[str, Meaning]
    courses: Mapping[str, Meaning]
    apart: Mapping[str, frozenset[str]]
    gcse_sized: frozenset[str]
    instead_of_gcse: frozenset[str]
    typical_bases: Mapping[str, str]

    def subject(self, written: str) -> Meaning | None:
        """What a GCSE name means, or None when nobody knows it."""
        return self.names.get(_key(written))

    def course(self, written: str) -> Meaning | None:
        """What the subject of a level 1 or 2 course means; `ANY_COURSE` is any of them."""
        return self.courses.get(_key(written)) or self.names.get(_key(written))


@cache
def vocabulary(folder: Path = REFERENCE) -> Vocabulary:
    """The names as they ship, read once."""
    data: dict[str, Any] = read_yaml(folder / "entry_subjects.yaml")
    with (folder / "gcse_subjects.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    everything = Meaning(ANY_COURSE, frozenset(), frozenset(), frozenset(), group=True)
    return Vocabulary(
        names=_plain(rows) | _meant(data["names"], rows),
        courses=_meant(data["courses"], rows) | {_key(ANY_COURSE): everything},
        apart=_apart(data["not_taken_together"]),
        gcse_sized=frozenset(data["gcse_sized"]),
        instead_of_gcse=frozenset(data["instead_of_gcse"]),
        typical_bases=data["typical_bases"],
    )


def _plain(rows: list[dict[str, str]]) -> dict[str, Meaning]:
    """Each GCSE means itself. Its other names do too, but never before a name of its own."""
    found: dict[str, Meaning] = {}
    for row in rows:
        only = frozenset({row["subject"]})
        meaning = Meaning(row["subject"], only, frozenset(), only)
        for written in row["aliases"].split(";"):
            found.setdefault(_key(written), meaning)
    for row in rows:
        only = frozenset({row["subject"]})
        found[_key(row["subject"])] = Meaning(row["subject"], only, frozenset(), only)
    found.pop("", None)
    return found


def _meant(entries: Iterable[dict[str, Any]], rows: list[dict[str, str]]) -> dict[str, Meaning]:
    found: dict[str, Meaning] = {}
    for entry in entries:
        families = frozenset(entry.get("families", ()))
        members = [r for r in rows if not families.isdisjoint(r["families"].split(";"))]
        named = frozenset(entry.get("subjects", ()))
        usual = {r["subject"] for r in members if r.get("usual", "yes") == "yes"}
        single = named if not families else named & {r["subject"] for r in rows}
        meaning = Meaning(
            entry["name"],
            named | {r["subject"] for r in members},
            families,
            frozenset(usual) | single,
            group=bool(entry.get("group", False)),
        )
        for written in (entry["name"], *entry.get("also", ())):
            found[_key(written)] = meaning
    return found


def _apart(pairs: list[list[list[str]]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one, other in pairs:
        found |= {subject: frozenset(other) for subject in one}
        found |= {subject: frozenset(one) for subject in other}
    return found


def _key(written: str) -> str:
    return " ".join(written.split()).casefold()
