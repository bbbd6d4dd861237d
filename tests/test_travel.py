"""Journeys: from home to every offer, and what a limit hides."""

from __future__ import annotations

import numpy as np
import pytest
from support.learners import all_at
from support.tiny import COLLEGE, EXAMPLE, NORTH, SCHOOL_SITE, Tiny, offer, site

from pathways.catalogue.index import Index
from pathways.errors import PostcodeError
from pathways.travel import travel


@pytest.fixture(scope="module")
def index() -> Index:
    return EXAMPLE.load().index


def test_without_a_home_no_journey_is_known_and_nothing_is_hidden(index: Index) -> None:
    found = travel(index, all_at("5", home={"postcode": " "}, max_minutes=10))
    assert np.isnan(found.km).all()
    assert found.allowed.all()
    journey = found.of(0, "51.4")
    assert (journey.km, journey.minutes, journey.basis) == (None, None, "home_not_given")


def test_each_offer_has_its_own_sites_distance(index: Index) -> None:
    found = travel(index, all_at("5", home={"postcode": "KT1 1AA"}))
    near = index.site_of == index.tables["sites"]["site_id"].code_of[SCHOOL_SITE.site_id]
    far = index.of_course("subject").where(["Onsite Construction"])
    assert found.km[near].max() < 2
    assert 11 < found.km[far].item() < 14
    assert found.allowed.all()
    assert found.of(int(np.flatnonzero(far)[0]), "51.3").within_limit is None


def test_a_limit_hides_what_takes_longer_and_says_which(index: Index) -> None:
    free = travel(index, all_at("5", home={"postcode": "KT1 1AA"}))
    limit = int(np.median(free.minutes))
    found = travel(index, all_at("5", home={"postcode": "KT1 1AA"}, max_minutes=limit))
    assert found.allowed.tolist() == (free.minutes <= limit).tolist()
    assert {found.of(row, "1").within_limit for row in range(len(index))} == {True, False}


def test_an_offer_whose_place_is_not_published_is_never_hidden() -> None:
    nowhere = site(COLLEGE).model_copy(update={"lat": None, "lon": None})
    tiny = Tiny(
        EXAMPLE.providers, (nowhere,), EXAMPLE.courses, (offer(nowhere, EXAMPLE.courses[0]),)
    )
    found = travel(tiny.load().index, all_at("5", home={"postcode": "KT1 1AA"}, max_minutes=5))
    assert found.allowed.tolist() == [True]
    assert found.of(0, "").basis == "site_not_published"


@pytest.mark.parametrize("typed", ["nowhere", "CF10 1AA", "EH1 1AA"])
def test_a_postcode_that_is_not_one_in_england_is_refused(index: Index, typed: str) -> None:
    with pytest.raises(PostcodeError) as caught:
        travel(index, all_at("5", home={"postcode": typed}))
    assert caught.value.do
    assert NORTH.postcode not in caught.value.message
