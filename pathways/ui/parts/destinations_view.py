"""Where a place's students went next: a table of 100 for each group of leavers, or why there is none."""

from __future__ import annotations

from pathways.outcomes.destinations import Destinations, Share, about_destinations
from pathways.outcomes.for_option import OptionResults
from pathways.reason import Reason
from pathways.ui.parts.markup import Markup, join, mark
from pathways.ui.parts.said import paragraph, said, title, why_none
from pathways.ui.parts.years_view import short
from pathways.words import say


def went_next(found: OptionResults) -> list[Markup]:
    """The title, whose leavers and of when, then each group."""
    start = title("UI_RESULTS_WENT")
    if found.no_destinations is not None:
        return [start, *why_none([found.no_destinations])]
    groups = [part for one in found.destinations for part in _group(one)]
    return [start, paragraph("DEST_YEAR"), *groups]


def _group(found: Destinations) -> list[Markup]:
    who = mark("<h4>{words}</h4>", words=say(found.cohort.upper()))
    if found.missing is not None:
        return [who, *why_none(about_destinations(found))]
    stayed = []
    if found.stayed.of_100 is not None:
        stayed = said([Reason.of("DEST_STAYED", of_100=found.stayed.of_100)])
    return [
        who,
        *said(about_destinations(found)),
        *stayed,
        _table(found),
        *([paragraph("UI_CELL_HIDDEN_MEANS")] if any(map(_hidden, found.shares)) else []),
        paragraph("DEST_ROUNDED"),
        paragraph("DEST_NOT_FOUND_MEANS"),
    ]


def _hidden(share: Share) -> bool:
    return share.missing is not None and short(share.missing) == say("UI_CELL_SUPP")


def _table(found: Destinations) -> Markup:
    """One row for each thing leavers did; a bar of the same ink beside each number."""
    return mark(
        '<table class="pw-table pw-spread pw-went"><caption>{caption}</caption><thead><tr>'
        '<th scope="col">{what}</th><th scope="col" class="pw-number">{of_100}</th>'
        '<td aria-hidden="true"></td></tr></thead><tbody>{rows}</tbody></table>',
        caption=say("UI_DEST_CAPTION"),
        what=say("UI_DEST_WHAT"),
        of_100=say("UI_DEST_OF_100"),
        rows=join(_row(share) for share in found.shares),
    )


def _row(share: Share) -> Markup:
    if share.of_100 is None:
        number = say("UI_CELL_NP") if share.missing is None else short(share.missing)
    else:
        number = say("UI_YEARS_OF_100", count=share.of_100)
    bar = Markup()
    if share.of_100:
        bar = mark('<span class="pw-bar pw-full" style="width:{w}%"></span>', w=share.of_100)
    return mark(
        '<tr><th scope="row">{name}</th><td class="pw-number">{number}</td>'
        '<td aria-hidden="true">{bar}</td></tr>',
        name=say(f"DEST_{share.measure.upper()}"),
        number=number,
        bar=bar,
    )
