"""The source of a figure, by its id: title, publisher, year, licence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from pathways.catalogue.types import Source
from pathways.paths import REFERENCE
from pathways.yaml_file import read_yaml


@cache
def cited() -> Mapping[str, Source]:
    """Every source of `data/reference/sources.yaml` by its id."""
    loaded = read_yaml(REFERENCE / "sources.yaml")
    return MappingProxyType({key: Source(source_id=key, **row) for key, row in loaded.items()})
