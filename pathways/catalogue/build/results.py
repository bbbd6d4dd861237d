"""Provider results: the measures that are shown, as published, codes and all."""

from __future__ import annotations

import pandas as pd

from pathways.catalogue.build.rows import rows_of
from pathways.catalogue.naming import provider_id
from pathways.catalogue.types import ProviderResult

SHOWN = (
    "students",
    "aps",
    "grade",
    "best3_grade",
    "aab_pct",
    "va",
    "va_lci",
    "va_uci",
    "va_band",
    "retained_pct",
)


def provider_results(results: pd.DataFrame, urns: set[str]) -> list[ProviderResult]:
    """Rows of the shown measures; a cohort nobody took (`NE` students) is left out whole."""
    rows = results[results["urn"].isin(urns) & results["measure"].isin(SHOWN)]
    took_none = rows[(rows["measure"] == "students") & (rows["text"] == "NE")]
    absent = set(zip(took_none["urn"], took_none["cohort"], strict=True))
    out = []
    for row in rows_of(rows):
        if (row["urn"], row["cohort"]) in absent or (pd.isna(row["value"]) and not row["text"]):
            continue
        few = row["measure"] == "students" and pd.notna(row["value"]) and row["value"] < 6
        out.append(
            ProviderResult(
                provider_id=provider_id(row["urn"], "", ""),
                cohort=row["cohort"],
                year=row["year"],
                measure=row["measure"],
                value=None if pd.isna(row["value"]) or few else float(row["value"]),
                text="fewer than six" if few else row["text"],
                source_id="dfe-results-2024",
            )
        )
    return out
