"""How to get there: each way of travelling with its method, the stations, a planner, help with costs."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

import streamlit as st

from pathways.clock import today
from pathways.guidance import Option
from pathways.places.by_mode import ModeJourney, Spot, by_mode
from pathways.places.journeys import journey_method
from pathways.places.positions import Position
from pathways.places.stations import stations
from pathways.rules.dated import DatedValue
from pathways.rules.values import value
from pathways.ui.parts.markup import Markup, join, link, mark
from pathways.ui.parts.rules_trust import sources, trust_mark
from pathways.words import say, say_reason

TRAVELINE = "https://www.traveline.info/"
_MAPS = "https://www.google.com/maps/dir/"


def journeys(option: Option, home: Position | None) -> None:
    """The whole section of one option; `home` is `Guidance.home`."""
    st.html(mark('<div class="pw">{body}</div>', body=journeys_html(option, home, on=today())))


def journeys_html(option: Option, home: Position | None, *, on: date) -> Markup:
    """The section's words."""
    return join([ways(option, home), _there(option), costs(option, on=on)])


def ways(option: Option, home: Position | None) -> Markup:
    """Walking, cycling, bus and train: minutes with the method one tap away, or why there are none."""
    method = journey_method()
    found = by_mode(home, site_of(option), stations=stations(), method=method.by_mode)
    whys = {one.why for one in found}
    if all(one.minutes is None for one in found) and len(whys) == 1:
        return join([_line(say_reason(whys.pop())), _near(option, home)])
    notes = [say("UI_WAYS_ESTIMATE"), say("UI_STATION_SOURCE")]
    if home is not None:
        notes.insert(1, say(f"UI_WAYS_FROM_{home.basis.upper()}"))
    return mark(
        '{straight}<dl class="pw-ways">{rows}</dl>{near}{notes}',
        straight=_straight(option),
        rows=join(_way(one) for one in found),
        near=_near(option, home),
        notes=_quiet([" ".join(notes)]),
    )


def site_of(option: Option) -> Spot | None:
    """Where the option is taught, if that is published."""
    if option.lat is None or option.lon is None:
        return None
    return Spot(option.lat, option.lon)


def costs(option: Option, *, on: date) -> Markup:
    """Help with the cost of travel, each from a dated value with its source and how far to trust it."""
    not_for = value("support/bursary_not_for", on=on)
    paid = option.route in not_for.value
    lines = (
        ("UI_COST_STATEMENT", value("support/transport_statement", on=on)),
        ("UI_COST_NO_BURSARY", not_for)
        if paid
        else ("UI_COST_BURSARY", value("support/bursary_discretionary", on=on)),
        ("UI_COST_LONDON", value("support/london_16_plus_zip", on=on)),
    )
    return mark(
        '<h3>{title}</h3><ul class="pw-flags">{lines}</ul>',
        title=say("UI_COST_TITLE"),
        lines=join(
            mark(
                "<li>{words}{read}</li>",
                words=say(code),
                read=trust_mark((held.trust, held.source_ids)) or _read(held),
            )
            for code, held in lines
        ),
    )


def _read(held: DatedValue) -> Markup:
    return mark(
        '<details class="pw-read"><summary>{title}</summary>{pages}</details>',
        title=say("UI_COST_READ"),
        pages=sources(held.source_ids),
    )


def directions(postcode: str) -> str:
    """A public map's directions to a place. It holds the destination and nothing about the learner."""
    return f"{_MAPS}?{urlencode({'api': '1', 'destination': postcode, 'travelmode': 'transit'})}"


def _straight(option: Option) -> Markup:
    km = option.journey.km
    return Markup() if km is None else _line(say("UI_WAY_STRAIGHT", km=f"{km:g}"))


def _way(one: ModeJourney) -> Markup:
    name, why = say(f"UI_WAY_{one.mode.upper()}"), say_reason(one.why)
    if one.minutes is None:
        return mark(
            '<div><dt>{name}</dt><dd><span class="pw-quiet">{why}</span></dd></div>',
            name=name,
            why=why,
        )
    return mark(
        "<div><dt>{name}</dt><dd><b>{minutes}</b><details><summary>{how}"
        '<span class="pw-visually-hidden">: {name}</span></summary><p>{why}</p></details></dd></div>',
        name=name,
        minutes=say("UI_WAY_MINUTES", minutes=one.minutes),
        how=say("UI_WAY_HOW"),
        why=why,
    )


def _near(option: Option, home: Position | None) -> Markup:
    """The nearest station to each end that is known, as a fact."""
    ends = (("UI_STATION_SITE", site_of(option)), ("UI_STATION_HOME", home))
    lines = [
        say(code, station=near.name, km=f"{near.km:.1f}")
        for code, end in ends
        if end is not None and (near := stations().nearest(end.lat, end.lon)) is not None
    ]
    return join(map(_line, lines))


def _there(option: Option) -> Markup:
    title = mark("<h3>{title}</h3>", title=say("UI_THERE_TITLE"))
    if not option.postcode:
        return join([title, _line(say("UI_THERE_NONE"))])
    items = (
        link(TRAVELINE, say("UI_THERE_PLANNER")),
        link(directions(option.postcode), say("UI_THERE_MAP", postcode=option.postcode)),
    )
    return mark(
        "{title}<ul>{items}</ul>{note}",
        title=title,
        items=join(mark("<li>{item}</li>", item=item) for item in items),
        note=_quiet([say("UI_THERE_PRIVATE", postcode=option.postcode)]),
    )


def _line(words: str) -> Markup:
    return mark("<p>{words}</p>", words=words)


def _quiet(lines: list[str]) -> Markup:
    return join(mark('<p class="pw-quiet">{line}</p>', line=line) for line in lines)
