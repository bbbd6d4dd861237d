"""One row of a place's results, for tests: a made-up place, whatever is to be seen."""

from __future__ import annotations

from typing import Any

from pathways.catalogue.types import ProviderResult


def row(measure: str, value: float | None = None, text: str = "", **changes: Any) -> ProviderResult:
    """A row of A level results of 2023/24, but for `changes`."""
    values: dict[str, Any] = {
        "provider_id": "urn-900001",
        "cohort": "a_level",
        "year": "2023/24",
        "measure": measure,
        "value": value,
        "text": text,
        "source_id": "dfe-results-2024",
    }
    return ProviderResult(**values | changes)
