"""The list that equals the map: the same places, under the same numbers, in words."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.guidance import Place
from pathways.ui.parts.markup import Markup, join, mark
from pathways.words import say
from pathways.words.option import distance_in_words

Numbered = tuple[int, Place]


def pin(number: object, lane: str) -> Markup:
    """The sign of one place: its number in the shape of its lane."""
    return mark(
        '<span class="pw-pin pw-pin-{lane}"><b>{number}</b></span>', lane=lane, number=number
    )


def anchor(number: int) -> str:
    """Where a place stands in the list, for the map to point at."""
    return f"map-place-{number}"


def named(place: Place) -> str:
    """The provider, and which of its sites where that says more."""
    site = place.site.removeprefix(place.provider).strip(" ,()")
    return f"{place.provider}, {site}" if site else place.provider


def legend(lanes: Sequence[str], *, home: bool) -> Markup:
    """What each shape stands for."""
    items = [
        mark("<li>{pin}{words}</li>", pin=pin("", lane), words=say(f"UI_MAP_LANE_{lane.upper()}"))
        for lane in lanes
    ]
    if home:
        items.append(
            mark('<li><span class="pw-map-home"></span>{words}</li>', words=say("UI_MAP_HOME"))
        )
    return mark('<ul class="pw-map-legend">{items}</ul>', items=join(items))


def numbered_list(places: Sequence[Numbered]) -> Markup:
    """Places that have a number on the map."""
    lines = join(
        mark(
            '<li id="{at}" value="{number}">{pin}<div>{body}</div></li>',
            at=anchor(number),
            number=number,
            pin=pin(number, place.lanes[0][0]),
            body=_body(place),
        )
        for number, place in places
    )
    return mark('<ol class="pw-map-list">{lines}</ol>', lines=lines)


def plain_list(places: Sequence[Place]) -> Markup:
    """Places that the map cannot show."""
    lines = join(mark("<li><div>{body}</div></li>", body=_body(place)) for place in places)
    return mark('<ul class="pw-map-list">{lines}</ul>', lines=lines)


def _body(place: Place) -> Markup:
    where = " ".join(filter(None, (place.town, place.postcode))) or say("UI_MAP_NO_ADDRESS")
    about = " · ".join((say(f"UI_KIND_{place.kind.upper()}"), where))
    count = " · ".join(
        say(f"UI_MAP_COUNT_{lane.upper()}{'' if count == 1 else '_MANY'}", count=count)
        for lane, count in place.lanes
    )
    far = distance_in_words(place.journey)
    return mark(
        '<span class="pw-who">{name}</span><span class="pw-quiet">{about}</span>{far}'
        '<span class="pw-quiet">{count}</span>',
        name=named(place),
        about=about,
        far=mark("<span>{far}</span>", far=far) if far else Markup(),
        count=count,
    )
