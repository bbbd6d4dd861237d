"""Where the options of a list are taught: every site once, counted by lane, in a fair order."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from support.learners import all_at
from support.tiny import COLLEGE, EXAMPLE, SCHOOL_SITE, Tiny, offer, site

from pathways.catalogue.store import Catalogue
from pathways.guidance import Guidance
from pathways.guide import guide
from pathways.wants import Wants

ON = date(2026, 11, 22)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return EXAMPLE.load()


def asked(catalogue: Catalogue, postcode: str | None = None, **wants: tuple[str, ...]) -> Guidance:
    learner = all_at("5", home={"postcode": postcode})
    return guide(learner, catalogue, on=ON, wants=Wants(**wants))


def test_places_count_what_the_options_say(catalogue: Catalogue) -> None:
    answer = asked(catalogue, "KT1 1AA")
    places = answer.options.places(3)
    # What iterating the options one by one says, without the quick way.
    counted = Counter((o.provider, o.lat, o.lon, o.lane) for o in answer.options)
    found = Counter(
        {(p.provider, p.lat, p.lon, lane): count for p in places for lane, count in p.lanes}
    )
    assert found == counted
    assert sum(place.count for place in places) == len(answer.options)


def test_a_filter_leaves_the_places_of_what_it_leaves(catalogue: Catalogue) -> None:
    answer = asked(catalogue, subjects=("French",))
    assert sum(p.count for p in answer.options.places(1)) == len(answer.options) > 0
    assert len(answer.options.places(1)) < len(asked(catalogue).options.places(1))


def test_the_nearest_place_is_first_from_a_home(catalogue: Catalogue) -> None:
    answer = asked(catalogue, "KT1 1AA")
    far = [place.journey.km for place in answer.options.places(1)]
    assert far == sorted(far)
    assert answer.home is not None
    assert answer.home.basis == "sector"


def test_without_a_home_the_order_is_drawn_and_no_name_moves_it(catalogue: Catalogue) -> None:
    answer = asked(catalogue)
    orders = {tuple(p.site_id for p in answer.options.places(seed)) for seed in range(12)}
    assert len(orders) > 6
    assert len({frozenset(order) for order in orders}) == 1
    assert len({order[0] for order in orders}) > 2
    assert answer.options.places(4) == answer.options.places(4)
    assert answer.home is None


def test_a_place_without_a_position_is_last() -> None:
    nowhere = site(COLLEGE).model_copy(update={"lat": None, "lon": None, "postcode": ""})
    of = EXAMPLE.courses[0]
    tiny = Tiny(
        EXAMPLE.providers,
        (nowhere, SCHOOL_SITE),
        EXAMPLE.courses,
        (offer(nowhere, of), offer(SCHOOL_SITE, of)),
    )
    loaded = tiny.load()
    for seed in range(6):
        for answer in (asked(loaded), asked(loaded, "KT1 1AA")):
            places = answer.options.places(seed)
            assert [place.lat is None for place in places] == [False, True]
    assert [o.lat is None for o in asked(loaded).options].count(True) == 1
