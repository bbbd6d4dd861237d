"""What one provider's results say, on the page of an option."""

from __future__ import annotations

from pathways.guidance import Option
from pathways.outcomes.for_option import results_for_option, results_of
from pathways.ui import advice
from pathways.ui.parts.markup import Markup
from pathways.ui.parts.progress_view import results


def provider_results(option: Option) -> Markup:
    """Progress, who stayed and grades of this provider for the route of this option."""
    rows = results_of(advice.catalogue().index, option.provider_id)
    return results(results_for_option(option.route, rows))
