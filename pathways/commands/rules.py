"""`pathways rules`: the dated values that law, funding and policy rest on."""

from __future__ import annotations

import dataclasses
import json
from typing import Annotated

import typer

from pathways.rules.listing import all_values

commands = typer.Typer(help="The dated values behind every rule.", no_args_is_help=True)

_WIDEST = 70


@commands.callback()
def about() -> None:
    """The dated values behind every rule."""


@commands.command("list")
def list_command(
    topic: Annotated[str, typer.Option(help="Show one topic alone.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """List every value with its dates, trust, source and the day it was last checked."""
    rows = [row for row in all_values() if not topic or row.topic == topic]
    if as_json:
        plain = [dataclasses.asdict(row) for row in rows]
        typer.echo(json.dumps(plain, indent=1, ensure_ascii=False))
        return
    for row in rows:
        until = f" to {row.end}" if row.end else ""
        value = row.value if len(row.value) <= _WIDEST else row.value[: _WIDEST - 3] + "..."
        mark = " (!)" if row.marked else ""
        typer.echo(f"{row.name}: {value} {row.unit}".rstrip())
        typer.echo(f"    {row.what}")
        typer.echo(f"    from {row.start}{until}; {row.trust}{mark}; checked {row.last_checked}")
        for title, href in zip(row.source_titles, row.source_hrefs, strict=True):
            typer.echo(f"    {title} {href}".rstrip())
    typer.echo(f"{len(rows)} values; (!) marks those to check against the official page first.")
