"""How to get there, and the map: the list always equals the map, and nobody learns where home is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from streamlit.testing.v1 import AppTest
from support.learners import all_at
from test_ui_card import OPTION
from visitor import html

from pathways.catalogue.store import load_catalogue
from pathways.guidance import Guidance
from pathways.guide import guide
from pathways.paths import AREAS
from pathways.places.by_mode import WAYS
from pathways.places.positions import Position
from pathways.ui.parts.area_map import shown
from pathways.ui.parts.journeys import directions, journeys_html
from pathways.words import say

ON = date(2026, 11, 22)
HOME = Position(51.4042, -0.3026, "sector")
NEAR = replace(OPTION, postcode="KT6 4JR", lat=51.38, lon=-0.30)


@cache
def answer(postcode: str | None, area: str = "kingston-surrey-sutton") -> Guidance:
    catalogue = load_catalogue(AREAS / area, linked=False)
    return guide(all_at("5", home={"postcode": postcode}), catalogue, on=ON)


def drawn(postcode: str | None, area: str = "kingston-surrey-sutton") -> AppTest:
    """The map as a page of its own."""

    def page(postcode: str | None, area: str) -> None:
        from test_ui_journeys_parts import answer

        from pathways.ui.parts.area_map import area_map

        area_map(answer(postcode, area))

    app = AppTest.from_function(
        page, kwargs={"postcode": postcode, "area": area}, default_timeout=60
    )
    return app.run()


def marked(page: str, layer: str) -> list[int]:
    """Numbers of the places that the marks of one picture stand for."""
    part = re.search(rf'pw-map-{layer}">(.*?)</div>', page, re.DOTALL)
    assert part
    titles = re.findall(r' title="(.*?)"', part[1])
    return sorted(int(n) for title in titles for n in re.findall(r"(?:^|; )(\d+)\. ", title))


def listed(page: str) -> list[int]:
    return [int(number) for number in re.findall(r'<li id="map-place-(\d+)"', page)]


@pytest.mark.parametrize("postcode", ["KT1 2AB", "SM1", None])
@pytest.mark.parametrize("area", ["kingston-surrey-sutton", "training"])
def test_the_list_equals_the_map(postcode: str | None, area: str) -> None:
    app = drawn(postcode, area)
    assert not app.exception
    page = html(app)
    on_map = marked(page, "wide")
    assert on_map == marked(page, "narrow")
    assert on_map == list(range(1, len(on_map) + 1))
    assert say("UI_MAP_LIST", count=len(on_map)) in page
    numbers = listed(page)
    assert numbers == list(range(1, len(numbers) + 1))
    beyond = re.search(r"Further away than this picture: (\d+)", page)
    assert len(numbers) == len(on_map) + (int(beyond[1]) if beyond else 0)


def test_every_place_of_the_options_is_in_the_list_with_its_count() -> None:
    page = html(drawn("KT1 2AB"))
    free = [
        place
        for place in answer("KT1 2AB").options.places(answer("KT1 2AB").method.seed)
        if any(lane != "fee_paying" for lane, _ in place.lanes)
    ]
    items = re.findall(r"<li[^>]*>(?:(?!<li).)*?pw-who.*?</li>", page, re.DOTALL)
    assert len(items) == len(free)
    counts = [sum(map(int, re.findall(r"(\d+) (?:option|in work)", item))) for item in items]
    told = sum(n for place in free for lane, n in place.lanes if lane != "fee_paying")
    assert sum(counts) == told


def test_fee_paying_schools_are_kept_apart_until_asked_for() -> None:
    app = drawn("KT1 2AB")
    assert "Fee-paying school</li>" not in html(app)
    before = len(listed(html(app)))
    app.checkbox(key="map_fees").check().run()
    assert "pw-pin-fee_paying" in html(app)
    assert len(listed(html(app))) > before


def test_the_whole_area_can_be_shown() -> None:
    app = drawn("KT1 2AB")
    near = len(marked(html(app), "wide"))
    app.segmented_control(key="map_view").set_value("area").run()
    page = html(app)
    assert len(marked(page, "wide")) > near
    assert "Further away than this picture" not in page


def test_a_place_without_an_address_is_listed_and_not_drawn() -> None:
    page = html(drawn("KT1 2AB"))
    places = answer("KT1 2AB").options.places(0)
    nowhere = [place for place in places if place.lat is None]
    assert nowhere
    after = page.split(say("UI_MAP_NOWHERE"))[1]
    for place in nowhere:
        assert place.provider in after
        assert place.provider not in page.split(say("UI_MAP_NOWHERE"))[0]


def test_without_a_home_there_are_no_rings_and_the_page_says_how_to_get_them() -> None:
    page = html(drawn(None))
    assert "pw-map-ring" not in page
    assert "pw-map-home" not in page
    assert say("UI_MAP_NO_HOME") in page
    assert "pw-map-ring" in html(drawn("KT1 2AB"))


def test_rings_have_their_minutes_in_words() -> None:
    page = html(drawn("KT1 2AB"))
    assert page.count('class="pw-map-ring"') == 2
    for minutes in (30, 45):
        assert say("UI_MAP_RING", minutes=minutes) in page


def test_a_made_up_area_is_not_drawn_on_real_land() -> None:
    assert "pw-map-ground" not in html(drawn(None, "training"))
    assert say("UI_MAP_GROUND") not in html(drawn(None, "training"))
    assert "pw-map-ground" in html(drawn(None))


def test_the_picture_says_nothing_that_the_list_does_not_and_is_skipped_by_keyboard() -> None:
    page = html(drawn("KT1 2AB"))
    assert '<div class="pw-map" aria-hidden="true"' in page
    links = re.findall(r'<a [^>]*href="#map-place', page)
    assert links
    assert all('tabindex="-1"' in link for link in links)


def test_the_shape_of_a_mark_is_the_lane_with_the_most_options() -> None:
    found = shown(answer("KT1 2AB").options.places(0), answer("KT1 2AB"), view="area")
    assert found is not None
    for place in found.on_map:
        assert place.lanes[0][1] == max(count for _, count in place.lanes)


def test_all_four_ways_are_shown_each_with_its_method_or_why_there_is_none() -> None:
    made = journeys_html(NEAR, HOME, on=ON)
    for way in WAYS:
        assert f"<dt>{say(f'UI_WAY_{way.upper()}')}</dt>" in made
    rows = re.findall(r"<dd>(.*?)</dd>", made, re.DOTALL)
    assert len(rows) == len(WAYS)
    for row in rows:
        assert ("<b>About " in row) == (say("UI_WAY_HOW") in row)
        assert row.startswith(("<b>About ", '<span class="pw-quiet">'))


def test_without_a_postcode_the_section_says_so_once_and_still_helps() -> None:
    made = journeys_html(NEAR, None, on=ON)
    assert made.count(say("MODE_NO_HOME")) == 1
    assert "Nearest railway station to this place" in made
    assert "your postcode:" not in made
    assert say("UI_THERE_TITLE") in made


def test_a_place_without_an_address_says_so() -> None:
    made = journeys_html(replace(OPTION, postcode=""), HOME, on=ON)
    assert say("MODE_NO_PLACE") in made
    assert say("UI_THERE_NONE") in made
    assert "google" not in made


def test_links_hold_the_destination_and_nothing_about_home() -> None:
    made = journeys_html(NEAR, HOME, on=ON)
    links = re.findall(r'<a href="(.*?)".*?rel="(.*?)"', made)
    assert len(links) >= 2
    assert all("noopener" in rel and "noreferrer" in rel for _, rel in links)
    addresses = " ".join(address for address, _ in links)
    assert "51.4" not in addresses
    assert "origin" not in addresses
    assert directions("KT6 4JR").endswith("destination=KT6+4JR&travelmode=transit")


@pytest.mark.parametrize(
    ("route", "said", "not_said"),
    [
        ("a_level", "UI_COST_BURSARY", "UI_COST_NO_BURSARY"),
        ("apprenticeship_l3", "UI_COST_NO_BURSARY", "UI_COST_BURSARY"),
    ],
)
def test_help_with_the_cost_rests_on_dated_values(route: str, said: str, not_said: str) -> None:
    made = journeys_html(replace(NEAR, route=route), HOME, on=ON)
    assert say(said) in made
    assert say(not_said) not in made
    # The London pass is unconfirmed, and marked; the others have their source one tap away.
    assert made.count('class="pw-trust"') == 1
    assert made.count('class="pw-read"') == 2
