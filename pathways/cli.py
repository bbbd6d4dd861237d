"""The command line: one group a file in `pathways/commands`, one handler for every error."""

from __future__ import annotations

import sys

import typer

from pathways.commands import app as app_command
from pathways.commands import audit, cases, catalogue, guide, model, rules
from pathways.errors import PathwaysError

cli = typer.Typer(
    help="Impartial post-16 guidance from one shared catalogue.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
cli.add_typer(catalogue.commands, name="catalogue")
cli.add_typer(rules.commands, name="rules")
cli.add_typer(model.commands, name="model")
cli.command("cases")(cases.cases)
cli.command("audit")(audit.audit)
cli.command("app")(app_command.app)
cli.command("guide")(guide.guide_command)


def main() -> None:
    """Run the command line; an error Pathways knows is one plain message and exit code 2."""
    try:
        cli()
    except PathwaysError as error:
        typer.echo(error.message, err=True)
        sys.exit(2)
