"""Minutes from kilometres, by mode, for many places at once.

The speeds are our stated assumptions in `data/reference/journeys.yaml`, trust "estimate".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from pathways.paths import REFERENCE
from pathways.yaml_file import read_yaml

Mode = Literal["walk", "cycle", "bus_or_train"]
MODES: tuple[Mode, ...] = ("walk", "cycle", "bus_or_train")


@dataclass(frozen=True, slots=True)
class Speed:
    """How one mode travels: `detour` is way over straight line; `then_` is for the rest of it."""

    fixed_minutes: float
    detour: float
    km_per_hour: float
    note: str
    then_after_km: float = float("inf")
    then_km_per_hour: float = 1.0


@dataclass(frozen=True, slots=True)
class ByModeMethod:
    """How each way is estimated by itself, and the straight-line km within which it makes sense.

    `station_within_km` is how far a railway station may be from either end to count on walking.
    """

    walk: Speed
    cycle: Speed
    bus: Speed
    train: Speed
    walk_up_to_km: float
    cycle_up_to_km: float
    bus_from_km: float
    bus_up_to_km: float
    train_from_km: float
    station_within_km: float


@dataclass(frozen=True, slots=True)
class JourneyMethod:
    """The assumptions, with where they come from."""

    speeds: Mapping[str, Speed]
    walk_up_to_km: float
    best_note: str
    method: str
    trust: str
    source: str
    last_checked: str
    by_mode: ByModeMethod


@cache
def journey_method() -> JourneyMethod:
    """The assumptions in `data/reference/journeys.yaml`."""
    loaded = read_yaml(REFERENCE / "journeys.yaml")
    speeds = {name: Speed(**row) for name, row in loaded["modes"].items()}
    alone = dict(loaded["by_mode"])
    bus, train = (Speed(**alone.pop(name)) for name in ("bus", "train"))
    return JourneyMethod(
        by_mode=ByModeMethod(speeds["walk"], speeds["cycle"], bus, train, **alone),
        speeds=MappingProxyType(speeds),
        walk_up_to_km=loaded["best"]["walk_up_to_km"],
        best_note=loaded["best"]["note"],
        method=loaded["method"],
        trust=loaded["trust"],
        source=loaded["source"],
        last_checked=str(loaded["last_checked"]),
    )


def journey_minutes(km: ArrayLike, mode: Mode) -> NDArray[np.float64]:
    """Estimated minutes, door to door and rounded up, for straight-line km; NaN for NaN."""
    return minutes_at(km, journey_method().speeds[mode])


def minutes_at(km: ArrayLike, speed: Speed) -> NDArray[np.float64]:
    """Minutes at one speed, rounded up, for straight-line km; NaN for NaN."""
    far = np.asarray(km, dtype=np.float64)
    near = np.minimum(far, speed.then_after_km)
    hours = near / speed.km_per_hour + (far - near) / speed.then_km_per_hour
    return np.asarray(np.ceil(speed.fixed_minutes + 60 * speed.detour * hours))


def best_mode_minutes(km: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.str_]]:
    """Minutes and mode a 16-year-old can count on: walking up to 2 km, or bus or train if quicker.

    Both arrays have the shape of `km`; where km is NaN, minutes are NaN and the mode is "".
    """
    far = np.asarray(km, dtype=np.float64)
    by_bus = journey_minutes(far, "bus_or_train")
    on_foot = journey_minutes(far, "walk")
    walks = (far <= journey_method().walk_up_to_km) & (on_foot <= by_bus)
    minutes = np.where(walks, on_foot, by_bus)
    mode = np.where(np.isnan(far), "", np.where(walks, "walk", "bus_or_train"))
    return minutes, np.asarray(mode, dtype=np.str_)
