"""Read a YAML file of the project, with the C parser where the machine has it (ten times faster)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> Any:
    """What the file says; plain data and nothing else."""
    return parse_yaml(path.read_text("utf-8"))


def parse_yaml(text: str) -> Any:
    """What a YAML text says; plain data and nothing else."""
    return yaml.load(text, Loader=_LOADER)
