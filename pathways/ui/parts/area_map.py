"""The map of the options: our own drawing, nothing fetched, and beside it the list that equals it.

People who cannot see the picture lose nothing: all it says is in the list, which is what a screen
reader reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from pathways.guidance import Guidance, Place
from pathways.places.area_map import marks
from pathways.places.area_picture import Picture, Ring, View, near_enough, picture
from pathways.places.by_mode import Spot
from pathways.ui import keys, state
from pathways.ui.parts import area_map_list as listed
from pathways.ui.parts.area_map_ground import ground
from pathways.ui.parts.area_map_names import words
from pathways.ui.parts.markup import Markup, join, mark
from pathways.words import say

_LANES = ("school", "college", "work", "fee_paying")
_SIZES = (("narrow", 9.0), ("wide", 17.0))
"""The picture on a phone and on a desktop, and how many marks are as wide as it."""
_BROAD = 0.85
"""A mark with its "+2" is broader than tall, and so fewer fit side by side."""
_SHOWN = 12
"""Places in the list before the rest is folded."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The picture and the places by number, those beyond its edge, and those without a position."""

    picture: Picture
    on_map: tuple[Place, ...]
    beyond: tuple[Place, ...]
    nowhere: tuple[Place, ...]


def area_map(answer: Guidance) -> None:
    """The map and its list, for the options that the filters leave."""
    everything = answer.options.places(answer.method.seed)
    places = _chosen(everything)
    if not places:
        st.markdown(say("UI_MAP_NOTHING"))
        return
    view = _view(places, answer)
    found = shown(places, answer, view=view)
    if found is None:
        st.html(_unplaced(places))
        return
    st.html(
        mark(
            '<div class="pw pw-map-page"><div class="pw-map-side">{figure}{legend}{note}</div>'
            '<div class="pw-map-words">{words}</div></div>',
            figure=_figure(found),
            legend=listed.legend(
                [lane for lane in _LANES if _used(found.on_map, lane)],
                home=found.picture.home is not None,
            ),
            note=_note(answer, found),
            words=_words(found),
        )
    )


def shown(places: Sequence[Place], answer: Guidance, *, view: View) -> Shown | None:
    """Which places the picture has and which it has not; None when none has a position."""
    made = picture(_spots(places), answer.home, view=view)
    if made is None:
        return None
    both = tuple(zip(places, made.spots, strict=True))
    on_map = tuple(place for place, spot in both if spot is not None)
    return Shown(
        picture=replace(made, spots=tuple(spot for spot in made.spots if spot is not None)),
        on_map=on_map,
        beyond=tuple(p for p, spot in both if spot is None and p.lat is not None),
        nowhere=tuple(p for p in places if p.lat is None),
    )


def _spots(places: Sequence[Place]) -> list[Spot | None]:
    return [None if p.lat is None or p.lon is None else Spot(p.lat, p.lon) for p in places]


def _chosen(places: Sequence[Place]) -> tuple[Place, ...]:
    """Places that charge fees are kept apart here too: shown when asked for."""
    free = [
        replace(place, lanes=lanes)
        for place in places
        if (lanes := tuple(pair for pair in place.lanes if pair[0] != "fee_paying"))
    ]
    paying = sum(any(lane == "fee_paying" for lane, _ in place.lanes) for place in places)
    if not paying:
        return tuple(free)
    wanted = st.checkbox(
        say("UI_MAP_FEES", count=paying), key=keys.MAP_FEES, persist_state=state.KEEP
    )
    return tuple(places) if wanted else tuple(free)


def _view(places: Sequence[Place], answer: Guidance) -> View:
    if not near_enough(_spots(places), answer.home):
        return "area"
    chosen = st.segmented_control(
        say("UI_MAP_VIEW"),
        state.MAP_VIEWS,
        format_func=lambda view: say(f"UI_MAP_VIEW_{view.upper()}"),
        key=keys.MAP_VIEW,
        required=True,
        persist_state=state.KEEP,
        label_visibility="collapsed",
    )
    return "area" if chosen == "area" else "near"


def _used(places: Sequence[Place], lane: str) -> bool:
    return any(place.lanes[0][0] == lane for place in places)


def _figure(found: Shown) -> Markup:
    made = found.picture
    return mark(
        '<div class="pw-map" aria-hidden="true" style="aspect-ratio:{shape}">{ground}{rings}'
        "{scale}{home}{layers}</div>",
        shape=f"{made.shape:.4f}",
        ground=_ground(made) if _real(found) else Markup(),
        rings=join(_ring(ring, made) for ring in reversed(made.rings)),
        scale=_scale(made),
        home=_home(made),
        layers=join(_layer(name, across, found) for name, across in _SIZES),
    )


def _real(found: Shown) -> bool:
    """Whether these are places on real land; a made-up area has no postcodes, and no land under it."""
    return any(place.postcode for place in found.on_map)


def _ground(made: Picture) -> Markup:
    """Two soft shapes: all built-up land, and the middles of towns a shade stronger."""
    return join(
        mark(
            '<div class="pw-map-ground" style="-webkit-mask-image:url({src});mask-image:url({src})"></div>',
            src=Markup(
                ground(made.ground, km_across=made.km_across, shape=made.shape, reach_km=reach)
            ),
        )
        for reach in (1.25, 0.6)
    )


def _at(spot: tuple[float, float]) -> str:
    return f"left:{100 * spot[0]:.2f}%;top:{100 * spot[1]:.2f}%"


def _ring(ring: Ring, made: Picture) -> Markup:
    if made.home is None:
        return Markup()
    return mark(
        '<div class="pw-map-ring" style="{at};width:{wide}%"></div>',
        at=_at(made.home),
        wide=f"{200 * ring.radius:.2f}",
    )


def _home(made: Picture) -> Markup:
    if made.home is None:
        return Markup()
    return mark('<span class="pw-map-home" style="{at}"></span>', at=_at(made.home))


def _scale(made: Picture) -> Markup:
    km = next((km for km in (10, 5, 2, 1) if km <= made.km_across / 4), 1)
    return mark(
        '<span class="pw-map-scale" style="width:{wide}%">{words}</span>',
        wide=f"{100 * km / made.km_across:.2f}",
        words=say("UI_KM", km=km),
    )


def _layer(name: str, across: float, found: Shown) -> Markup:
    """The marks for one width of screen; the style sheet shows the one that fits."""
    spots = [spot for spot in found.picture.spots if spot is not None]
    made = marks(spots, size=(across * _BROAD, across / found.picture.shape))
    return mark(
        '<div class="pw-map-marks pw-map-{name}">{words}{marks}</div>',
        name=name,
        words=words(found.on_map, found.picture, made, across=across),
        marks=join(_mark(one.members, (one.left, one.top), found) for one in reversed(made)),
    )


def _mark(members: Sequence[int], at: tuple[float, float], found: Shown) -> Markup:
    first = found.on_map[members[0]]
    more = len(members) - 1
    return mark(
        '<a tabindex="-1" href="#{to}" title="{title}" style="{at}">{pin}{more}</a>',
        to=listed.anchor(members[0] + 1),
        title="; ".join(f"{m + 1}. {listed.named(found.on_map[m])}" for m in members),
        at=_at(at),
        pin=listed.pin(members[0] + 1, first.lanes[0][0]),
        more=mark("<i>+{more}</i>", more=more) if more else Markup(),
    )


def _note(answer: Guidance, found: Shown) -> Markup:
    lines = [say("UI_MAP_MORE")]
    if answer.home is None:
        lines.append(say("UI_MAP_NO_HOME"))
    elif found.picture.home is None:
        lines.append(say("UI_MAP_HOME_AWAY"))
    else:
        lines.append(say(f"UI_MAP_HOME_{answer.home.basis.upper()}"))
    if _real(found):
        lines.append(say("UI_MAP_GROUND"))
    return join(mark('<p class="pw-quiet">{line}</p>', line=line) for line in lines)


def _words(found: Shown) -> Markup:
    """Every place of the picture, then those it does not hold; long parts are folded."""
    numbered = list(enumerate(found.on_map, 1))
    start = len(numbered) + 1
    return join(
        [
            mark("<h2>{t}</h2>", t=say("UI_MAP_LIST", count=len(numbered))),
            listed.numbered_list(numbered[:_SHOWN]),
            _folded(
                say("UI_MAP_LIST_REST", count=len(numbered) - _SHOWN),
                listed.numbered_list(numbered[_SHOWN:]) if numbered[_SHOWN:] else Markup(),
            ),
            _folded(
                say("UI_MAP_BEYOND", count=len(found.beyond)),
                listed.numbered_list(list(enumerate(found.beyond, start)))
                if found.beyond
                else Markup(),
            ),
            _unplaced(found.nowhere) if found.nowhere else Markup(),
        ]
    )


def _unplaced(places: Sequence[Place]) -> Markup:
    return mark(
        '<div class="pw"><h2>{title}</h2>{lines}</div>',
        title=say("UI_MAP_NOWHERE"),
        lines=listed.plain_list(places),
    )


def _folded(title: str, body: Markup) -> Markup:
    if not body:
        return Markup()
    return mark("<details><summary>{title}</summary>{body}</details>", title=title, body=body)
