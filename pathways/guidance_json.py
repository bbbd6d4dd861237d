"""`Guidance` as plain JSON, in the public shape of design section 6: reasons as codes and as words."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from pathways.guidance import Guidance
from pathways.reason import Reason
from pathways.words import say_reason

_PAIRS = ("contributions", "weights", "values")
"""Fields that hold (name, value) pairs and are written as a mapping."""


def guidance_json(guidance: Guidance) -> dict[str, Any]:
    """The whole of the guidance as mappings, lists, text and numbers.

    Lanes and routes name their options by offer id: each option is written once, under `options`.
    Where the learner lives is theirs, and no part of the advice.
    """
    out = {
        part.name: plain(getattr(guidance, part.name))
        for part in dataclasses.fields(guidance)
        if part.name not in ("lanes", "routes", "home")
    }
    out["lanes"] = [
        {
            "name": lane.name,
            "options": [option.offer_id for option in lane.options],
            "counts": dict(lane.counts),
            "hidden": lane.hidden,
            "empty_because": plain(lane.empty_because),
        }
        for lane in guidance.lanes
    ]
    out["routes"] = [
        {
            "route": route.route,
            "open": route.open,
            "count": len(route.options),
            "first": [option.offer_id for option in route.first],
            "stretch": [option.offer_id for option in route.stretch],
            "stretch_count": route.stretch_count,
            "hidden": route.hidden,
            "empty_because": plain(route.empty_because),
            "widen": plain(route.widen),
        }
        for route in guidance.routes
    ]
    return out


def plain(value: Any) -> Any:
    """Any value of the guidance as plain data."""
    if isinstance(value, Reason):
        return {"code": value.code, "values": value.as_dict(), "text": say_reason(value)}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            part.name: _field(part.name, getattr(value, part.name))
            for part in dataclasses.fields(value)
        }
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in value]
    return value


def _field(name: str, value: Any) -> Any:
    return plain(dict(value)) if name in _PAIRS else plain(value)
