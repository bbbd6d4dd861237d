"""`pathways model`: build and measure the models, from the official files a user has."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pathways.commands import interests
from pathways.errors import SourceError
from pathways.outcomes import evaluate as outcomes_evaluate
from pathways.outcomes import train as outcomes_train

commands = typer.Typer(
    help="Build and measure the models: outcomes from official counts, interest profiles.",
    no_args_is_help=True,
)
commands.command("profiles-build")(interests.profiles_build)
commands.command("fit-benchmark")(interests.fit_benchmark)
commands.command("text-benchmark")(interests.text_benchmark)

Counts = Annotated[Path, typer.Option("--counts", help="The official transition counts.")]


@commands.command()
def train(counts: Counts = outcomes_train.COUNTS) -> None:
    """Fit the outcome model again and write it; the same counts give the same bytes."""
    written = outcomes_train.main(counts=_there(counts))
    typer.echo(f"Wrote {written.name}, {written.stat().st_size:,} bytes.")


@commands.command()
def evaluate(counts: Counts = outcomes_train.COUNTS) -> None:
    """Measure the outcome model against the look-up table, in one run."""
    typer.echo(outcomes_evaluate.main(counts=_there(counts)))


def _there(path: Path) -> Path:
    if path.exists():
        return path
    raise SourceError(
        "The transition counts are not there.",
        where=path.name,
        do="Give their path with --counts; docs/data.md says where they are published.",
    )
