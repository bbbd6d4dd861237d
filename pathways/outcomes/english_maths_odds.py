"""English and maths after 16: what happened to students in England who held the same grade.

Reads `data/reference/english_maths_progress.csv`, our compact facts from DfE's English and
maths progress 2024/25. By the end of 16-18 study, not per sitting.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pathways.paths import REFERENCE
from pathways.reason import Reason

TABLE = REFERENCE / "english_maths_progress.csv"
SUBJECTS = ("English", "Maths")
FEWEST = 30
"""Fewest students for whom odds are shown."""
_GRADES = (1, 2, 3)
"""Points that are a GCSE grade; what the others stand for the official file does not say."""


@dataclass(frozen=True, slots=True)
class Odds:
    """Of `n` students who held `points` at 16, how many had what by the end of 16-18 study.

    `reached_4` grade 4 or above; `grade_higher` at least one whole grade higher; `improved` higher
    in any way, other qualifications included; `no_entry` took no exam. The first three overlap.
    """

    subject: str
    points: float
    n: int
    reached_4: int
    grade_higher: int
    improved: int
    no_entry: int
    year: str
    source_id: str


@dataclass(frozen=True, slots=True)
class OddsOf100:
    """100 students, each counted once: 4 or above, better but below 4, no better, took no exam."""

    reached_4: int
    better_below_4: int
    no_better: int
    no_entry: int


@cache
def load_odds(path: Path = TABLE) -> Mapping[tuple[str, float], Odds]:
    """The shipped table by subject ("English", "Maths") and points held at 16."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [_row(row) for row in csv.DictReader(file)]
    return MappingProxyType({(row.subject, row.points): row for row in rows})


def _row(row: Mapping[str, str]) -> Odds:
    return Odds(
        subject=row["subject"],
        points=float(row["points_at_16"]),
        n=int(row["n"]),
        reached_4=int(row["reached_4"]),
        grade_higher=int(row["grade_higher"]),
        improved=int(row["improved"]),
        no_entry=int(row["no_entry"]),
        year=row["year"],
        source_id=row["source_id"],
    )


def odds(table: Mapping[tuple[str, float], Odds], subject: str, points: float) -> Odds | Reason:
    """What happened to students who held this GCSE grade; a reason where that is not known."""
    if points >= 4:
        return Reason.of("EM_ODDS_HOLDS_4")
    found = table.get((subject, float(points)))
    if found is None or points not in _GRADES or found.n < FEWEST:
        return Reason.of("EM_ODDS_NOT_KNOWN")
    return found


def of_100(found: Odds) -> OddsOf100:
    """The same as 100 whole students, each counted once (largest remainder)."""
    below = found.improved - found.reached_4
    parts = (found.reached_4, below, found.n - found.improved - found.no_entry, found.no_entry)
    return OddsOf100(*largest_remainder(parts))


def largest_remainder(parts: tuple[int, ...], *, total: int = 100) -> tuple[int, ...]:
    """Whole numbers that sum to `total`, as near to the parts as can be; earlier parts win ties."""
    whole = sum(parts)
    floors = [part * total // whole for part in parts]
    rest = [part * total % whole for part in parts]
    best = sorted(range(len(parts)), key=lambda at: (-rest[at], at))
    for at in best[: total - sum(floors)]:
        floors[at] += 1
    return tuple(floors)


def about_odds(found: Odds | Reason) -> tuple[Reason, ...]:
    """Plain sentences: near grade 4 the way to 4 comes first, further off the way up does."""
    if isinstance(found, Reason):
        return (found,)
    split = of_100(found)
    better = split.reached_4 + split.better_below_4
    who = {"subject": found.subject, "grade": f"{found.points:g}", "year": found.year}
    four = Reason.of("EM_ODDS_REACHED_4", **who, got=split.reached_4, did_not=100 - split.reached_4)
    up = Reason.of("EM_ODDS_IMPROVED", **who, got=better, did_not=100 - better)
    first, second = (four, up) if found.points >= 3 else (up, four)
    return (
        first,
        second,
        Reason.of("EM_ODDS_NO_ENTRY", count=split.no_entry),
        Reason.of("EM_ODDS_N", n=f"{found.n:,}", year=found.year),
        Reason.of("EM_ODDS_NOT_ABOUT_YOU"),
    )
