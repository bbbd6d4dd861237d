"""`pathways catalogue`: build an area's catalogue and check one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from pathways.catalogue.build import area_of, build
from pathways.catalogue.build.build import STEPS
from pathways.catalogue.build.facts import Facts
from pathways.catalogue.build_training import build_training
from pathways.catalogue.check import check
from pathways.catalogue.publish import publish
from pathways.catalogue.store import load_catalogue
from pathways.errors import CatalogueError, InputError
from pathways.paths import AREAS
from pathways.places.positions import locate
from pathways.places.postcodes import parse_postcode
from pathways.settings import settings

TRAINING = "training"

commands = typer.Typer(help="Build and check the shared catalogue.", no_args_is_help=True)


@commands.command("build")
def build_command(
    source: Annotated[
        Path | None, typer.Option("--from", help="Folder with official-data/.")
    ] = None,
    to: Annotated[
        Path | None, typer.Option("--to", help="Folder to write the catalogue to.")
    ] = None,
    area: Annotated[
        str, typer.Option(help="A configured area, england, la:<code or name>,... or training.")
    ] = "kingston-surrey-sutton",
    near: Annotated[str, typer.Option(help="Instead of an area: a postcode.")] = "",
    km: Annotated[float, typer.Option(help="How far around --near.")] = 15.0,
) -> None:
    """Join official and published files into the tables of one area."""
    if area == TRAINING:
        typer.echo(f"Wrote {build_training(to or AREAS / TRAINING)['counts']['offers']} offers.")
        return
    if source is None or to is None:
        raise InputError("A build needs --from and --to.", do="See docs/data.md.")
    if not 0 < km <= 200:
        raise InputError(f"--km {km:g} is not a distance we use.", do="Give 1 to 200.")
    facts = Facts(source)
    circle = None
    if near:
        postcode = parse_postcode(near)
        here = locate(postcode)
        circle = (postcode.text, here.lat, here.lon, km)
    chosen = area_of(area, authorities=facts.authorities, near=circle)
    with Progress(
        TextColumn("{task.description}"), BarColumn(), console=Console(stderr=True), transient=True
    ) as progress:
        task = progress.add_task("reading", total=len(STEPS))

        def step(name: str) -> None:
            progress.update(task, description=f"{name:<16}", advance=1)

        tables, report = build(chosen, facts, step=step)
    about = {
        "area": chosen.name,
        "title": chosen.title,
        "start_year": chosen.start_year,
        "accounts": report.accounts,
        "inputs": dict(sorted(facts.used.items())),
    }
    manifest = publish(tables, to, about=about, inspect=_refuse_faults)
    for line in report.lines:
        typer.echo(line)
    counts = ", ".join(f"{count} {name}" for name, count in manifest["counts"].items())
    typer.echo(f"Wrote {to.name}: {counts}.")


@commands.command("check")
def check_command(
    folder: Annotated[Path | None, typer.Argument(help="A catalogue folder.")] = None,
) -> None:
    """Print a catalogue's quality report; exit 1 if anything contradicts itself."""
    report = check(load_catalogue(folder or settings().catalogue, linked=False))
    for line in report.lines():
        typer.echo(line)
    if report.faults:
        raise typer.Exit(1)


def _refuse_faults(fresh: Path) -> None:
    """A catalogue that contradicts itself is not published: the old one stays."""
    faults = check(load_catalogue(fresh, linked=False)).faults
    if faults:
        raise CatalogueError(
            f"The catalogue contradicts itself: {faults[0]} ({len(faults)} in all).",
            do="Nothing was changed. Mend the source facts or the area's file and build again.",
        )
