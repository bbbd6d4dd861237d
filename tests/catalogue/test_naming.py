"""Ids: stable, made from official numbers and plain names."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.catalogue.naming import course_id, offer_id, provider_id, site_id, slug


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("BTEC National Diploma", "btec-national-diploma"),
        ("Strode's College", "strodes-college"),
        ("Café & Bar: Level 2", "cafe-bar-level-2"),
        ("  ", ""),
    ],
)
def test_a_name_becomes_plain_words(text: str, plain: str) -> None:
    assert slug(text) == plain


@given(st.text())
def test_a_slug_is_stable_and_safe_in_an_id(text: str) -> None:
    plain = slug(text)
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", plain)
    assert slug(plain) == plain


def test_a_provider_is_named_by_urn_then_ukprn_then_name() -> None:
    assert provider_id("900001", "19000001", "Example") == "urn-900001"
    assert provider_id("", "19000001", "Example") == "ukprn-19000001"
    assert provider_id("", "", "Example House") == "name-example-house"


def test_an_offer_is_a_course_at_a_site() -> None:
    site = site_id("urn-900001")
    assert site == "urn-900001.main"
    assert site_id("urn-900001", "North Campus") == "urn-900001.north-campus"
    assert offer_id(site, course_id("A level", "French")) == "urn-900001.main~a-level.french"
    assert course_id("VRQ Level 3", "Business", 1.5) == "vrq-level-3.business.1.5"
