"""Where this installation keeps and looks for things. Set by environment variables `PATHWAYS_...`."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from pathways.paths import AREAS

DEFAULT_AREA = "kingston-surrey-sutton"


@dataclass(frozen=True, slots=True)
class Settings:
    """`catalogue`: folder of the catalogue to open. `cache`: where indexes are kept, or None."""

    catalogue: Path
    cache: Path | None


def settings() -> Settings:
    """Read the environment: PATHWAYS_CATALOGUE, and PATHWAYS_CACHE (empty: keep nothing)."""
    catalogue = os.environ.get("PATHWAYS_CATALOGUE")
    cache = os.environ.get("PATHWAYS_CACHE")
    home = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    return Settings(
        catalogue=Path(catalogue) if catalogue else AREAS / DEFAULT_AREA,
        cache=home / "pathways" if cache is None else (Path(cache) if cache else None),
    )
