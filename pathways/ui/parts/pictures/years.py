"""The same share of 100 in several years: one small panel a year, all on the same line from 0 to 100."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.ui.parts.markup import Markup, join, mark
from pathways.words import say

Panel = tuple[str, int | None]
"""A year, and how many of 100; None where there is no figure."""


def years(panels: Sequence[Panel], *, label: str) -> Markup:
    """The panels, oldest first as time runs; `label` says what they show to those who cannot see it."""
    return mark(
        '<div class="pw-years" role="img" aria-label="{label}">{panels}</div>',
        label=f"{label} {', '.join(_words(panel) for panel in panels)}",
        panels=join(_panel(panel) for panel in panels),
    )


def _words(panel: Panel) -> str:
    year, of_100 = panel
    words = say("UI_YEARS_NONE") if of_100 is None else say("UI_YEARS_OF_100", count=of_100)
    return f"{year}: {words}"


def _panel(panel: Panel) -> Markup:
    year, of_100 = panel
    number = mark("<span>{w}</span>", w=say("UI_YEARS_NONE"))
    bar = Markup()
    if of_100 is not None:
        number = mark("<b>{w}</b>", w=say("UI_YEARS_OF_100", count=of_100))
        bar = mark('<span class="pw-bar pw-full" style="width:{width}%"></span>', width=of_100)
    return mark(
        '<div class="pw-year" aria-hidden="true"><p>{year}</p><p>{number}</p>'
        '<div class="pw-track {none}">{bar}</div></div>',
        year=year,
        number=number,
        none="pw-track-none" if of_100 is None else "",
        bar=bar if of_100 else Markup(),
    )
