"""`pathways cases`: run decision cases against the rules."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pathways.cases import main


def cases(
    path: Annotated[Path, typer.Argument(help="A YAML file of decision cases.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Run decision cases: pass or fail for each, exit 1 if any fails."""
    raise typer.Exit(main(path, as_json=as_json))
