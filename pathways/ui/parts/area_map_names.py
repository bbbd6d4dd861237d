"""Words on the map, minutes of rings and names of towns: each where it covers no mark or other word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import cos, radians, sin

from pathways.guidance import Place
from pathways.places.area_map import Mark
from pathways.places.area_picture import Picture
from pathways.ui.parts.markup import Markup, join, mark
from pathways.words import say

Box = tuple[float, float, float, float]
"""A middle (shares from the left and the top), half a width and half a height."""

_LETTER, _LINE = 0.12, 0.24
"""Half the room of a letter across and of a line down, in marks."""
_STEPS = (
    *((0, 0.7), (0, -0.7), (0, 0), (0.5, 0.75), (-0.5, 0.75), (0.5, -0.75), (-0.5, -0.75)),
    *((1.3, 0), (-1.3, 0), (0, 1.15), (0, -1.15)),
)
"""Where a name may stand from the middle of its places, in marks, best first."""
_TURNS = (0, 180, *(sign * turn for turn in range(15, 180, 15) for sign in (1, -1)))
"""Where the words of a ring may stand on it, in degrees from its top, best first."""
_PAD = -0.05
"""The words of a ring are set tighter, on a plate of their own: what that adds, in marks."""


def words(
    places: Sequence[Place], made: Picture, drawn: Sequence[Mark], *, across: float
) -> Markup:
    """Rings first, then the towns with the most places, while there is room; `across` is in marks."""
    unit, tall = 1 / across, made.shape / across
    taken = list(_taken(made, drawn, unit, tall=tall))
    found = []
    for kind, text, boxes in (*_rings(made, unit, tall), *_towns(places, made, unit, tall)):
        inside = [box for box in boxes if _inside(box)]
        # A ring without its minutes says nothing: its words stand somewhere, a name may be left out.
        crowded = inside[0] if inside and kind == "minutes" else None
        box = next((box for box in inside if not _covers(box, taken)), crowded)
        if box is not None:
            taken.append(box)
            found.append(_word(kind, text, box))
    return join(found)


_Wanted = tuple[str, str, list[Box]]


def _rings(made: Picture, unit: float, tall: float) -> Iterable[_Wanted]:
    if made.home is None:
        return
    left, top = made.home
    for ring in made.rings:
        said = say("UI_MAP_RING", minutes=ring.minutes)
        half = (len(said) * _LETTER + _PAD) * unit
        yield (
            "minutes",
            said,
            [
                (
                    left + ring.radius * sin(radians(turn)),
                    top - ring.radius * made.shape * cos(radians(turn)),
                    half,
                    _LINE * tall,
                )
                for turn in _TURNS
            ],
        )


def _towns(places: Sequence[Place], made: Picture, unit: float, tall: float) -> Iterable[_Wanted]:
    spots: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for place, spot in zip(places, made.spots, strict=True):
        if place.town and spot is not None:
            spots[place.town].append(spot)
    for town, held in sorted(spots.items(), key=lambda item: (-len(item[1]), item[0])):
        left, top = (sum(values) / len(held) for values in zip(*held, strict=True))
        half = len(town) * _LETTER * unit
        yield (
            "name",
            town,
            [(left + x * unit, top + y * tall, half, _LINE * tall) for x, y in _STEPS],
        )


def _taken(made: Picture, drawn: Sequence[Mark], unit: float, *, tall: float) -> Iterable[Box]:
    """What no word must cover: the scale, marks with their "+2", home."""
    yield 0.15, 0.95, 0.13, 0.8 * tall
    for one in drawn:
        more = 0.35 if len(one.members) > 1 else 0.0
        yield one.left + more * unit, one.top - more / 4 * tall, (0.4 + more) * unit, 0.42 * tall
    if made.home is not None:
        yield *made.home, 0.5 * unit, 0.5 * tall


def _inside(box: Box) -> bool:
    left, top, half, tall = box
    return half < left < 1 - half and tall < top < 1 - tall


def _covers(box: Box, taken: Sequence[Box]) -> bool:
    return any(
        abs(box[0] - other[0]) < box[2] + other[2] and abs(box[1] - other[1]) < box[3] + other[3]
        for other in taken
    )


def _word(kind: str, text: str, box: Box) -> Markup:
    return mark(
        '<span class="pw-map-{kind}" style="left:{left}%;top:{top}%">{text}</span>',
        kind=kind,
        left=f"{100 * box[0]:.1f}",
        top=f"{100 * box[1]:.1f}",
        text=text,
    )
