"""A dated value as a person reads it: a list or a small table, never JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pathways.ui.parts.markup import Markup, join, mark
from pathways.words import say

_LONG = 8
"""More rows than this are folded."""
_WIDE = 2
"""A table of more columns than this scrolls sideways on a phone."""
_CODE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_ROUTES = frozenset(
    {"a_level", "vocational_l3", "t_level", "v_level", "level_2", "level_1", "entry_level"}
    | {"apprenticeship_l2", "apprenticeship_l3", "foundation_apprenticeship"}
    | {"supported_internship", "re_engagement"}
)
_SPELT = {"gcse": "GCSE", "ehc": "EHC", "esol": "ESOL", "l1": "level 1", "l2": "level 2"}


def readable(value: str, unit: str = "") -> Markup:
    """A value of `ValueRow` (plain, or a table as JSON) as text, list or table."""
    if value[:1] not in "{[":
        return mark('<p class="pw-who">{value} {unit}</p>', value=plain_words(value), unit=unit)
    unit_line = mark('<p class="pw-quiet">{unit}</p>', unit=unit) if unit else Markup()
    return join([_any(json.loads(value)), unit_line])


def plain_words(value: object) -> str:
    """One thing as words: a date written out, a code without its underscores.

    >>> plain_words("2026-09-01"), plain_words("level_2_choice"), plain_words(True)
    ('1 September 2026', 'level 2 choice', 'yes')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    if _DAY.fullmatch(text):
        return long_day(text)
    if _CODE.fullmatch(text):
        if text in _ROUTES:
            return say(f"UI_ROUTE_{text.upper()}")
        return " ".join(_SPELT.get(word, word) for word in text.split("_"))
    return text


def long_day(iso: str) -> str:
    """An ISO day as people write it."""
    day = date.fromisoformat(iso)
    return f"{day.day} {day:%B %Y}"


def _any(value: Any) -> Markup:
    if isinstance(value, Mapping):
        return _mapping(value)
    if value and all(isinstance(one, Mapping) for one in value):
        return _records(value)
    lines = [mark("<li>{line}</li>", line=_cell(one)) for one in value]
    return _folded(mark('<ul class="pw-plain">{lines}</ul>', lines=join(lines)), len(lines))


def _mapping(value: Mapping[str, Any]) -> Markup:
    if value and all(_is_table(one) for one in value.values()):
        rows = [{"": plain_words(name), **one} for name, one in value.items()]
        return _records(rows)
    lines = join(
        mark(
            '<tr><th scope="row">{name}</th><td>{cell}</td></tr>', name=_name(name), cell=_any(one)
        )
        if _is_table(one)
        else mark(
            '<tr><th scope="row">{name}</th><td>{cell}</td></tr>', name=_name(name), cell=_cell(one)
        )
        for name, one in value.items()
    )
    table = mark('<table class="pw-table pw-small"><tbody>{lines}</tbody></table>', lines=lines)
    return _folded(table, len(value))


def _records(rows: Sequence[Mapping[str, Any]]) -> Markup:
    """Rows that share names, under headings; a name that a row lacks is an empty cell."""
    names = list(dict.fromkeys(name for row in rows for name in row if _told(rows, name)))
    head = join(mark('<th scope="col">{name}</th>', name=_name(name)) for name in names)
    lines = join(
        mark(
            "<tr>{cells}</tr>",
            cells=join(mark("<td>{cell}</td>", cell=_cell(row.get(name))) for name in names),
        )
        for row in rows
    )
    table = mark(
        '<table class="pw-table pw-small{wide}"><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>',
        wide=" pw-wide" if len(names) > _WIDE else "",
        head=head,
        lines=lines,
    )
    if len(names) > _WIDE:
        table = mark(
            '<div class="pw-scroll" role="region" tabindex="0" aria-label="{label}">{table}</div>',
            label=say("UI_RULES_TABLE"),
            table=table,
        )
    return _folded(table, len(rows))


def _folded(body: Markup, count: int) -> Markup:
    if count <= _LONG:
        return body
    words = say("UI_RULES_ROWS", count=count)
    return mark("<details><summary>{words}</summary>{body}</details>", words=words, body=body)


def _cell(value: Any) -> str:
    if isinstance(value, Mapping):
        if set(value) == {"month", "day"}:
            return f"{value['day']} {date(2000, value['month'], 1):%B}"
        return "; ".join(f"{_name(name)}: {_cell(one)}" for name, one in value.items())
    if isinstance(value, list):
        return ", ".join(_cell(one) for one in value)
    return plain_words(value)


def _told(rows: Sequence[Mapping[str, Any]], name: str) -> bool:
    return any(row.get(name) not in (None, "", []) for row in rows)


def _is_table(value: Any) -> bool:
    return isinstance(value, Mapping) and set(value) != {"month", "day"}


def _name(code: str) -> str:
    words = plain_words(code)
    return words[:1].upper() + words[1:]
