"""What the audit assumes and the margins it states beforehand, from data/reference/audit/assumptions.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from pathways.paths import REFERENCE
from pathways.yaml_file import read_yaml

FOLDER = REFERENCE / "audit"


@dataclass(frozen=True, slots=True)
class Assumptions:
    """Each value is explained in assumptions.yaml."""

    ability_share: float
    triple_science_share: float
    triple_ability: float
    options: int
    near_site_km: float
    reach_minutes: tuple[int | None, ...]
    interest_spread: float
    stated_preferences: float
    own_dots: float
    group_shift: Mapping[str, float]
    margin: float
    alpha: float
    rbp: float
    swap_learners: int


@cache
def assumptions() -> Assumptions:
    """The values that ship."""
    said = read_yaml(FOLDER / "assumptions.yaml")
    return Assumptions(**{part.name: said[part.name] for part in fields(Assumptions)})
