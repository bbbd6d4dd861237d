"""Every dated value as a row, for `python -m pathways rules list` and the page of rules."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pathways.rules.dated import MARKED
from pathways.rules.values import rules


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One value in one period, as a person checks it against the page it came from."""

    topic: str
    name: str
    what: str
    value: str
    unit: str
    start: str
    end: str
    trust: str
    marked: bool
    source_titles: tuple[str, ...]
    source_hrefs: tuple[str, ...]
    last_checked: str
    note: str


def all_values() -> tuple[ValueRow, ...]:
    """Every value of every period, in order of name."""
    return tuple(
        ValueRow(
            topic=rule.topic,
            name=rule.name,
            what=rule.what,
            value=shown(period.value),
            unit=rule.unit,
            start=period.start.isoformat(),
            end=period.end.isoformat() if period.end else "",
            trust=rule.trust,
            marked=rule.trust in MARKED,
            source_titles=tuple(one.title for one in rule.references),
            source_hrefs=tuple(one.href for one in rule.references),
            last_checked=rule.last_checked.isoformat(),
            note=rule.note,
        )
        for rule in rules().values()
        for period in rule.periods
    )


def shown(value: Any) -> str:
    """A value as one line: plain for a single thing, JSON for a table."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (Mapping, tuple)):
        return json.dumps(_plain(value), ensure_ascii=False, default=str)
    return str(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
