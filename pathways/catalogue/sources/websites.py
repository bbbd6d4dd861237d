"""Websites of 16-18 institutions as they were in 2018/19."""

from __future__ import annotations

from pathlib import Path

from pathways.catalogue.sources.draft import Reading
from pathways.catalogue.sources.table import draft_text_table

YEAR = "2018/19"


def read_websites(path: Path | str) -> Reading:
    """Columns urn, website ("" where none was given), year. Old: test one before linking to it."""
    draft = draft_text_table(path, required={"urn": ("URN",), "website": ("WEB",)})
    draft.urns()
    draft.unique("urn")
    draft.websites()
    draft.table["year"] = YEAR
    return draft.reading("urn", "website", "year")
