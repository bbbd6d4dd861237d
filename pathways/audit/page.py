"""The audit report as one HTML page that needs nothing else: no script, no font, no network."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from pathways.audit.measures import Grid, measures, not_shown
from pathways.audit.report import AuditReport
from pathways.words import say

_STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;"
    "color:#1b1b1b;background:#fff}table{border-collapse:collapse;margin:.5rem 0 1.5rem}"
    "th,td{border:1px solid #767676;padding:.25rem .6rem;text-align:left;vertical-align:top}"
    "td.n{text-align:right;font-variant-numeric:tabular-nums}h1,h2,h3{line-height:1.2}"
    "caption{text-align:left}"
)


def html(report: AuditReport) -> str:
    """The whole page: every measure in words first, then all numbers."""
    whole = json.loads(report.as_json())
    title = escape(say("AUDIT_TITLE"))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<style>{_STYLE}</style></head><body><main><h1>{title}</h1>"
        f"<p>{escape(say('AUDIT_LEAD', learners=whole['learners'], seed=whole['seed']))}</p>"
        f"{''.join(_promises(whole['passed']))}{''.join(_measures(whole))}{''.join(_limits())}"
        f"<h2>{escape(say('AUDIT_ALL'))}</h2>{_table(whole)}</main></body></html>\n"
    )


def _promises(passed: Mapping[str, bool]) -> Iterator[str]:
    yield f"<h2>{escape(say('AUDIT_PROMISES'))}</h2><ul>"
    for name, holds in passed.items():
        mark = say("AUDIT_HOLDS" if holds else "AUDIT_DOES_NOT_HOLD")
        yield f"<li><strong>{escape(mark)}</strong> {escape(say(f'AUDIT_{name.upper()}'))}</li>"
    yield "</ul>"


def _measures(whole: Mapping[str, Any]) -> Iterator[str]:
    for one in measures(whole):
        yield f"<h2>{escape(one.title)}</h2><p>{escape(one.sentence)}</p>"
        yield f"<p><strong>{escape(one.number)}</strong></p>"
        if one.grid:
            yield _grid(one.grid)


def _grid(grid: Grid) -> str:
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in grid.columns)
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th>'
        + "".join(f'<td class="n">{escape(cell)}</td>' for cell in cells)
        + "</tr>"
        for name, *cells in grid.rows
    )
    caption = escape(grid.caption)
    return f"<table><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _limits() -> Iterator[str]:
    yield f"<h2>{escape(say('AUDIT_NOT_SHOWN_TITLE'))}</h2><ul>"
    yield from (f"<li>{escape(line)}</li>" for line in not_shown())
    yield "</ul>"


def _table(value: Any) -> str:
    """Mappings as tables inside tables; every value escaped."""
    if isinstance(value, Mapping):
        rows = "".join(
            f'<tr><th scope="row">{escape(str(key).replace("_", " "))}</th>{_cell(item)}</tr>'
            for key, item in value.items()
        )
        return f"<table>{rows}</table>"
    return escape(_said(value))


def _cell(value: Any) -> str:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return f'<td class="n">{_table(value)}</td>' if number else f"<td>{_table(value)}</td>"


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return say("AUDIT_YES" if value else "AUDIT_NO")
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, list):
        return ", ".join(_said(item) for item in value)
    return "–" if value is None else str(value)
