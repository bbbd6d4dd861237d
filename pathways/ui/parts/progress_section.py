"""What one provider's results say, on the page of an option, and where they were read."""

from __future__ import annotations

from pathways.guidance import Option
from pathways.outcomes.for_option import results_for_option, results_of
from pathways.ui import advice
from pathways.ui.parts.detail import source_line
from pathways.ui.parts.markup import Markup, join, mark
from pathways.ui.parts.progress_view import results
from pathways.words import say


def provider_results(option: Option) -> Markup:
    """Progress, who stayed, destinations and grades of this provider for the route of this option."""
    index = advice.catalogue().index
    found = results_for_option(option.route, results_of(index, option.provider_id))
    return join([results(found), _sources(found.source_ids)])


def _sources(ids: tuple[str, ...]) -> Markup:
    table = advice.catalogue().index.tables["sources"]
    rows = [row for at in range(len(table)) if (row := table.row(at))["source_id"] in ids]
    if not rows:
        return Markup()
    return mark(
        '<h3>{title}</h3><ul class="pw-sources">{items}</ul>',
        title=say("UI_RESULTS_FROM"),
        items=join(source_line(row) for row in rows),
    )
