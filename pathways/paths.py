"""Where the files that ship with Pathways are."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
REFERENCE = DATA / "reference"
RULES = DATA / "rules"
AREAS = DATA / "areas"
EXAMPLES = DATA / "examples"
MODELS = ROOT / "models"
