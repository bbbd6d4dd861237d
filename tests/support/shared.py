"""The official files beside the checkout, or a skip that says that they are absent."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2].parent / "shared"


def official_folder() -> Path:
    """The folder that holds `official-data/` and `area-facts/`; skips where there is none."""
    if not (SHARED / "official-data").is_dir():
        pytest.skip("the official files are not beside the checkout (../shared/official-data)")
    return SHARED
