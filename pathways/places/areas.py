"""Postcode areas (the letters at the start) and the nation each is in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from pathways.paths import REFERENCE
from pathways.yaml_file import parse_yaml


@cache
def area_nations() -> Mapping[str, str]:
    """Area to nation: "England", "Wales" ..., or "England or Wales" for one on the border."""
    text = (REFERENCE / "places" / "postcode_areas.yaml").read_text("utf-8")
    loaded = parse_yaml(text)
    border = {area: f"England or {nation}" for area, nation in loaded["border"].items()}
    return MappingProxyType(
        dict.fromkeys(loaded["england"], "England") | border | loaded["elsewhere"]
    )
