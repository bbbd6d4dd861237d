"""Which institutions a build takes in, and what joins their facts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from pathways.catalogue.naming import slug
from pathways.errors import InputError
from pathways.paths import REFERENCE
from pathways.places.distance import distances_km
from pathways.yaml_file import read_yaml

_CONFIGS = REFERENCE / "areas"


@dataclass(frozen=True, slots=True)
class Area:
    """An area: local authorities by code, or a circle, or all of England, and its hand-made joins."""

    name: str
    title: str
    la_codes: frozenset[str] | None = None
    centre: tuple[float, float] | None = None
    km: float = 0.0
    start_year: int = 2027
    districts: tuple[str, ...] = ()
    also_teaching_here: tuple[dict[str, Any], ...] = ()
    ukprns: dict[str, str] = field(default_factory=dict)
    sites: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def holds(self, institutions: pd.DataFrame) -> pd.Series:
        """Which rows (with `la_code`, `lat`, `lon`) lie in the area."""
        if self.centre is not None:
            km = distances_km(
                *self.centre,
                institutions["lat"].to_numpy(float),
                institutions["lon"].to_numpy(float),
            )
            return pd.Series(km <= self.km, index=institutions.index)
        if self.la_codes is None:
            return pd.Series(True, index=institutions.index)
        return institutions["la_code"].isin(self.la_codes)


def area_of(
    name: str,
    *,
    authorities: pd.DataFrame,
    near: tuple[str, float, float, float] | None = None,
) -> Area:
    """An area by name: a configured one, `england`, `la:<code or name>,...`, or `near` a postcode.

    `near` is (postcode as written, latitude, longitude, km). Raises `InputError` naming what is known.
    """
    if near is not None:
        postcode, lat, lon, km = near
        return Area(
            name=f"near-{slug(postcode)}-{km:g}km",
            title=f"Within {km:g} km of {postcode}",
            centre=(lat, lon),
            km=km,
        )
    if name == "england":
        return Area(name="england", title="England")
    if name.startswith("la:"):
        return _by_authority(name, authorities)
    config = _CONFIGS / f"{name}.yaml"
    if not config.exists():
        known = sorted(path.stem for path in _CONFIGS.glob("*.yaml"))
        raise InputError(
            f"There is no area called '{name}'.",
            do=f"Use one of {', '.join(known)}, or england, or la:<code or name>, or --near.",
        )
    loaded = read_yaml(config)
    return Area(
        name=name,
        title=loaded["title"],
        la_codes=frozenset(loaded["local_authorities"]),
        start_year=loaded["start_year"],
        districts=tuple(loaded.get("districts", ())),
        also_teaching_here=tuple(loaded.get("also_teaching_here", ())),
        ukprns=loaded.get("ukprns", {}),
        sites=loaded.get("sites", {}),
    )


def _by_authority(name: str, authorities: pd.DataFrame) -> Area:
    by_name = {row.la.casefold(): row for row in authorities.itertuples()}
    by_code = {row.la_code: row for row in authorities.itertuples()}
    chosen = []
    for asked in name.removeprefix("la:").split(","):
        row = by_code.get(asked.strip()) or by_name.get(asked.strip().casefold())
        if row is None:
            raise InputError(
                f"No local authority has the code or name '{asked.strip()}'.",
                do="Use a three-digit code such as 314, or a name such as Surrey.",
            )
        chosen.append(row)
    return Area(
        name="la-" + "-".join(str(row.la_code) for row in chosen),
        title=", ".join(str(row.la) for row in chosen),
        la_codes=frozenset(str(row.la_code) for row in chosen),
        districts=tuple(str(row.la) for row in chosen),
    )
