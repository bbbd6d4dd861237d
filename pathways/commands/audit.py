"""`pathways audit`: is the order impartial? Measured, and the same bytes from the same seed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pathways.audit import main
from pathways.errors import InputError


def audit(
    learners: Annotated[int, typer.Option(help="How many made-up learners.")] = 5000,
    seed: Annotated[int, typer.Option(help="Seed of the learners and draws.")] = 0,
    json_path: Annotated[
        Path | None, typer.Option("--json", help="Write the report as JSON.")
    ] = None,
    html_path: Annotated[
        Path | None, typer.Option("--html", help="Write the report as one HTML page.")
    ] = None,
) -> None:
    """Run the impartiality audit on the catalogue in force."""
    if learners < 1:
        raise InputError(f"{learners} learners cannot be audited.", do="Give 1 or more.")
    report = main(learners=learners, seed=seed, json_path=json_path, html_path=html_path)
    for promise, kept in report.passed.items():
        typer.echo(f"{'holds' if kept else 'DOES NOT HOLD'}  {promise}")
    if not all(report.passed.values()):
        raise typer.Exit(1)
