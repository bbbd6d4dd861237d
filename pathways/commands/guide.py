"""`pathways guide`: the advice for one learner, for people or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from pathways.catalogue.store import load_catalogue
from pathways.clock import read_date, today
from pathways.guidance import Guidance, Option
from pathways.guidance_json import guidance_json
from pathways.guide import guide
from pathways.learner.learner_file import read_learner_file
from pathways.settings import settings
from pathways.words import say
from pathways.words.entry import eligibility_in_words

SHOWN = 5


def guide_command(
    learner: Annotated[Path, typer.Argument(help="A learner file (JSON).")],
    catalogue: Annotated[Path | None, typer.Option(help="A catalogue folder.")] = None,
    as_of: Annotated[str, typer.Option(help="The day of the advice, YYYY-MM-DD.")] = "",
    seed: Annotated[int | None, typer.Option(min=0, help="Seed of the draw inside ties.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print Guidance as JSON.")] = False,
) -> None:
    """Print the guidance for one learner."""
    asked = read_learner_file(learner)
    if seed is not None:
        asked = asked.model_copy(update={"seed": seed})
    chosen = settings()
    opened = load_catalogue(catalogue or chosen.catalogue, cache=chosen.cache)
    found = guide(asked, opened, on=read_date(as_of) if as_of else today())
    if as_json:
        typer.echo(json.dumps(guidance_json(found), indent=1, ensure_ascii=False))
        return
    for line in _lines(found):
        typer.echo(line)


def _lines(found: Guidance) -> Iterator[str]:
    for subject, status in (
        (say("UI_ENGLISH"), found.english_maths.english),
        (say("UI_MATHS"), found.english_maths.maths),
    ):
        yield say(f"UI_EM_{status.status.upper()}", subject=subject)
    for lane in found.lanes:
        counts = [f"{count} {say(f'UI_STATE_{state.upper()}')}" for state, count in lane.counts]
        yield f"\n{say(f'UI_LANE_{lane.name.upper()}')}: {', '.join(counts)}"
        yield from (_line(option) for option in lane.options[:SHOWN])


def _line(option: Option) -> str:
    far = f", {option.journey.km:g} km" if option.journey.km is not None else ""
    words = " ".join(eligibility_in_words(option.eligibility))
    return f"  {option.title}: {option.provider}{far}\n    {words}"
