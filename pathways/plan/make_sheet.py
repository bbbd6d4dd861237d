"""From a plan to the sheet that page, print, PDF and calendar show: the same facts in all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pathways.catalogue.store import Catalogue
from pathways.guidance import Guidance, Option
from pathways.plan.national_dates import national_dates
from pathways.plan.plan import Plan
from pathways.plan.prompts import prompts
from pathways.plan.provider_dates import provider_dates
from pathways.plan.questions import questions
from pathways.plan.sheet import Chosen, Sheet, ToDo


def sheet(plan: Plan, guidance: Guidance, catalogue: Catalogue, *, on: date) -> Sheet:
    """The plan as it is read, seen with this learner's guidance on a day.

    Without a start year in the plan, the catalogue's is taken. Options that the catalogue no longer
    has are counted in `gone` and take no place.
    """
    year = plan.start_year or catalogue.start_year
    found = [(choice, guidance.options.find(choice.offer_id)) for choice in plan.choices]
    kept = [(choice, option) for choice, option in found if option is not None]
    options = [option for _, option in kept]
    return Sheet(
        chosen=tuple(
            Chosen(place, option, choice.note, questions(option, start_year=year))
            for place, (choice, option) in enumerate(kept, start=1)
        ),
        to_do=_to_do(options, guidance, catalogue, on=on, year=year),
        advice=prompts(options),
        english_maths=guidance.english_maths,
        results=plan.results,
        gone=tuple(choice.offer_id for choice, option in found if option is None),
        area=catalogue.title,
        fictional=catalogue.fictional,
        catalogue=guidance.catalogue,
        made_on=on,
    )


def _to_do(
    options: Sequence[Option], guidance: Guidance, catalogue: Catalogue, *, on: date, year: int
) -> tuple[ToDo, ...]:
    """Each provider once, then what is national: days in order, then seasons."""
    if not options:
        return ()
    once = list({option.provider_id: option for option in reversed(options)}.values())[::-1]
    placed = [
        *(one for option in once for one in provider_dates(option, catalogue, on=on, year=year)),
        *national_dates(options, catalogue, guidance.english_maths, on=on, year=year),
    ]
    return tuple(
        replace(one.to_do, remind=one.to_do.on or max(one.around, on))
        for one in sorted(placed, key=lambda one: one.order)
    )
