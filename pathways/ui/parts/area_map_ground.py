"""The ground of the map: where people live, as soft shapes, made without anybody's map tiles.

The picture is used as a mask, so that its colour is the page's own in light and dark.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache

from pathways.ui.parts.markup import Markup, join, mark

_WIDE = 1000


@lru_cache(maxsize=64)
def ground(
    middles: tuple[tuple[float, float], ...], *, km_across: float, shape: float, reach_km: float
) -> str:
    """An address for CSS `mask-image`: discs of `reach_km` about each middle, melted together."""
    radius = reach_km / km_across * _WIDE
    tall = round(_WIDE / shape)
    picture = mark(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}">'
        '<filter id="m" filterUnits="userSpaceOnUse" x="0" y="0" width="{wide}" height="{tall}">'
        '<feGaussianBlur stdDeviation="{soft}"/>'
        '<feColorMatrix values="1 0 0 0 0 0 1 0 0 0 0 0 1 0 0 0 0 0 14 -5"/></filter>'
        '<path filter="url(#m)" d="{path}"/></svg>',
        wide=_WIDE,
        tall=tall,
        soft=f"{radius * 0.45:.1f}",
        path=_discs(middles, radius, tall=tall),
    )
    return "data:image/svg+xml;base64," + b64encode(picture.encode()).decode()


def _discs(middles: Iterable[tuple[float, float]], radius: float, *, tall: int) -> Markup:
    """All discs as one path: where they overlap they are one shape."""
    half = f"{radius:.0f}"
    return join(
        mark(
            "M{x} {y}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0-{d} 0",
            x=f"{left * _WIDE - radius:.0f}",
            y=f"{top * tall:.0f}",
            r=half,
            d=f"{2 * radius:.0f}",
        )
        for left, top in middles
    )
