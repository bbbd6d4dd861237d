"""Names and regions of local authorities (`la_and_region_codes_meta.csv`)."""

from __future__ import annotations

from pathlib import Path

from pathways.catalogue.sources.draft import Reading
from pathways.catalogue.sources.table import draft_text_table


def read_local_authorities(path: Path | str) -> Reading:
    """Columns la_code (three digits), la, region_code, region (as DfE has it: "South East A")."""
    draft = draft_text_table(
        path,
        required={
            "la_code": ("LEA", "la_code"),
            "la": ("LA Name", "la_name"),
            "region_code": ("REGION", "region_code"),
            "region": ("REGION NAME", "region_name"),
        },
    )
    draft.require_match("la_code", r"\d{3}", code="BAD_VALUE")
    draft.unique("la_code")
    return draft.reading()
