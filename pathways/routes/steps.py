"""The graph of steps after 16, read from `data/reference/routes/steps.yaml`."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from pathways.errors import RuleValueError
from pathways.paths import REFERENCE
from pathways.yaml_file import read_yaml

FOLDER = REFERENCE / "routes"
Level = Literal[0, 1, 2, 3]


@dataclass(frozen=True, slots=True)
class Line:
    """So many GCSEs, or level 2 courses, at a grade or above."""

    gcses: int
    grade: int


@dataclass(frozen=True, slots=True)
class Step:
    """A step anybody may take; the file says what each field means."""

    step_id: str
    kind: Literal["study", "work", "beyond"]
    level: str
    routes: tuple[str, ...]
    rule: str
    years: tuple[float, float]
    starts: frozenset[int]
    leads_to: tuple[str, ...]
    source_ids: tuple[str, ...]
    condition: str = ""
    subject: str = ""
    not_subject: str = ""
    listed: bool = False
    last: bool = False
    fields: Literal["goal", "prefer", "free", "beyond"] = "goal"
    only_in: tuple[str, ...] = ()
    ask: Literal["trainers", "colleges", "council", ""] = ""


@dataclass(frozen=True, slots=True)
class StepSource:
    """Where a step's facts were read, and how far to trust them."""

    title: str
    href: str
    trust: str
    last_checked: str


@cache
def steps() -> Mapping[str, Step]:
    """Every step by id, in the file's order. Raises `RuleValueError` when one leads nowhere."""
    loaded = read_yaml(FOLDER / "steps.yaml")["steps"]
    found = {
        row["id"]: Step(
            step_id=row["id"],
            kind=row["kind"],
            level=row["level"],
            routes=tuple(row["routes"]),
            rule=row["rule"],
            years=(float(row["years"][0]), float(row["years"][1])),
            starts=frozenset(row["starts"]),
            leads_to=tuple(row["leads_to"]),
            source_ids=tuple(row["source"]),
            condition=row.get("if", ""),
            subject=row.get("subject", ""),
            not_subject=row.get("not_subject", ""),
            listed=row.get("listed", False),
            last=row.get("last", False),
            fields=row.get("fields", "goal"),
            only_in=tuple(row.get("only_in", ())),
            ask=row.get("ask", ""),
        )
        for row in loaded
    }
    for step in found.values():
        unknown = [name for name in step.leads_to if name not in found]
        strange = [name for name in step.source_ids if name not in sources()]
        if unknown or strange:
            raise RuleValueError(
                f"the step {step.step_id} names {', '.join(unknown + strange)}, which is not there.",
                where="steps.yaml",
                do="Correct the name or add it.",
            )
    return MappingProxyType(found)


@cache
def sources() -> Mapping[str, StepSource]:
    """The sources of the steps by id."""
    loaded = read_yaml(FOLDER / "steps.yaml")["sources"]
    return MappingProxyType(
        {
            name: StepSource(row["title"], row["href"], row["trust"], str(row["last_checked"]))
            for name, row in loaded.items()
        }
    )


@cache
def positions() -> Mapping[Level, tuple[Line, ...]]:
    """The lines above which the next step is usually at level 2, and at level 3."""
    loaded = read_yaml(FOLDER / "steps.yaml")["positions"]
    return MappingProxyType(
        {level: tuple(Line(**line) for line in lines) for level, lines in loaded.items()}
    )


@cache
def paths(first: str, ends: frozenset[str], *, most: int = 5) -> tuple[tuple[str, ...], ...]:
    """Every way of at most `most` steps from `first` that stops at the first of `ends`, shortest first."""
    graph = steps()
    found: list[tuple[str, ...]] = []
    waiting: deque[tuple[str, ...]] = deque([(first,)])
    while waiting:
        way = waiting.popleft()
        if way[-1] in ends:
            found.append(way)
        elif len(way) < most:
            waiting += [(*way, after) for after in graph[way[-1]].leads_to if after not in way]
    return tuple(found)
