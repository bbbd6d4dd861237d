"""The first screen: every route that is open, each in the same space, with its first few options."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pathways.guidance import Option, RouteLane
from pathways.reason import Reason
from pathways.ui import keys, state
from pathways.ui.parts import facts
from pathways.ui.parts.lane import tally
from pathways.ui.parts.markup import Markup, join, mark
from pathways.ui.parts.option_link import offer_link
from pathways.ui.parts.save import save_button
from pathways.words import say, say_reason
from pathways.words.option import distance_in_words

_DRAWN = ""


def route_lanes(lanes: Sequence[RouteLane], *, cards: int, year: int) -> None:
    """Open routes as boxes of one size, `cards` options each; the others named with the reason."""
    opened = [lane for lane in lanes if lane.open]
    choices = [_DRAWN, *sorted(lane.route for lane in opened)]
    if state.get(keys.FIRST_ROUTE) not in choices:
        state.put(keys.FIRST_ROUTE, _DRAWN)
    with st.container(key="routes-head", horizontal=True, vertical_alignment="bottom"):
        st.markdown(say("UI_ALL_ROUTES_LEAD"))
        st.selectbox(
            say("UI_ROUTES_FIRST"),
            choices,
            format_func=lambda route: _name(route) if route else say("UI_ROUTES_DRAWN"),
            key=keys.FIRST_ROUTE,
            persist_state=state.KEEP,
            width=260,
        )
    first = state.get(keys.FIRST_ROUTE)
    with st.container(key="routes-grid"):
        for lane in sorted(opened, key=lambda lane: lane.route != first):
            with st.container(key=f"route-{lane.route}"):
                _box(lane, cards)
    _closed([lane for lane in lanes if not lane.open], year)


def _box(lane: RouteLane, cards: int) -> None:
    st.html(
        mark(
            '<header class="pw-route"><h2>{name}</h2><p>{about}</p><p class="pw-count">{count}</p></header>',
            name=_name(lane.route),
            about=say(f"ROUTE_ABOUT_{lane.route.upper()}"),
            count=_count(lane),
        )
    )
    stretch = [one for one in lane.stretch if one.offer_id not in _ids(lane.first)]
    for option in lane.first:
        _pick(option, lane, stretch=option.offer_id in _ids(lane.stretch))
    for option in stretch:
        _pick(option, lane, stretch=True)
    if not len(lane.options):
        st.html(_said((*lane.empty_because, *lane.widen)))
    elif len(lane.options) <= cards:
        st.html(
            _said(lane.widen) or mark('<p class="pw-quiet">{w}</p>', w=say("UI_ROUTE_PICK_FEW"))
        )
    if len(lane.options) > cards:
        st.button(
            say("UI_ROUTE_ALL", count=f"{len(lane.options):,}"),
            key=f"all-{lane.route}",
            on_click=_open_route,
            args=(lane.route,),
        )


def _pick(option: Option, lane: RouteLane, *, stretch: bool) -> None:
    """One option in three lines: what and where, how it stands, and a bookmark."""
    with st.container(key=f"pick-{lane.route}-{keys.slug(option.offer_id)}"):
        offer_link(
            option.offer_id,
            say("UI_ROUTE_PICK", subject=option.subject, provider=option.provider),
        )
        far = distance_in_words(option.journey)
        st.html(
            mark(
                '<p class="pw-pick">{chip}{stretch}{far}</p>',
                chip=facts.chip(option),
                stretch=mark(' <b class="pw-stretch">↑ {w}</b>', w=say("UI_STRETCH"))
                if stretch
                else Markup(),
                far=mark(' <span class="pw-quiet">{far}</span>', far=far) if far else Markup(),
            )
        )
        save_button(option, at="first-")


def _ids(options: Sequence[Option]) -> list[str]:
    return [option.offer_id for option in options]


def _count(lane: RouteLane) -> str:
    if not len(lane.options):
        return say("UI_ROUTE_COUNT_NONE")
    return say("UI_ROUTE_COUNTS", count=f"{len(lane.options):,}", tally=tally(lane.counts))


def _said(reasons: Sequence[Reason]) -> Markup:
    return join(mark('<p class="pw-quiet">{words}</p>', words=say_reason(r)) for r in reasons)


def _closed(lanes: Sequence[RouteLane], year: int) -> None:
    if not lanes:
        return
    lines = join(
        mark(
            "<li>{line}</li>",
            line=say(
                "UI_ROUTES_CLOSED_LINE",
                route=_name(lane.route),
                why=" ".join(say_reason(reason) for reason in lane.empty_because),
            ),
        )
        for lane in sorted(lanes, key=lambda lane: lane.route)
    )
    st.html(
        mark(
            '<section class="pw"><h2>{title}</h2><ul>{lines}</ul></section>',
            title=say("UI_ROUTES_CLOSED_TITLE", year=year),
            lines=lines,
        )
    )


def _name(route: str) -> str:
    return say(f"UI_ROUTE_{route.upper()}")


def _open_route(route: str) -> None:
    """All options of a route: the side-by-side view with that one filter."""
    state.put(keys.ROUTES, [route])
    state.put(keys.VIEW, "side")
