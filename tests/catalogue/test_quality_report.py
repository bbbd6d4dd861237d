"""`catalogue check`: every contradiction between tables is found and named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from support.tiny import (
    EXAMPLE,
    GIRLS_SITE,
    NORTH,
    SCHOOL,
    SCHOOL_SITE,
    Tiny,
    offer,
    rule,
)

from pathways.catalogue.check import check


def test_the_example_has_no_fault() -> None:
    report = check(EXAMPLE.load())
    assert report.faults == ()
    assert report.counts["Offers by lane"] == {
        "college": 5,
        "school": 4,
        "fee_paying": 2,
        "work": 1,
    }
    assert "\nFaults\n  none" in "\n".join(report.lines())


def _without_site(site_id: str) -> Callable[[Tiny], Tiny]:
    return lambda tiny: replace(
        tiny, sites=tuple(row for row in tiny.sites if row.site_id != site_id)
    )


FAULTS: dict[str, tuple[Callable[[Tiny], Tiny], str]] = {
    "an offer at no site": (_without_site(NORTH.site_id), "no sites row"),
    "a school without a site": (
        _without_site(GIRLS_SITE.site_id),
        "provider Example Provider 4: no site",
    ),
    "an offer of no course": (
        lambda tiny: replace(tiny, courses=tiny.courses[1:]),
        "no courses row",
    ),
    "a site of no provider": (
        lambda tiny: replace(tiny, providers=tiny.providers[1:]),
        "no such provider",
    ),
    "an offer listed twice": (
        lambda tiny: replace(tiny, offers=(*tiny.offers, tiny.offers[0])),
        "offers: 1 rows repeat a offer_id",
    ),
    "an unknown source": (
        lambda tiny: replace(
            tiny, offers=(tiny.offers[0].model_copy(update={"source_id": "hearsay"}),)
        ),
        "source 'hearsay' is not in sources.csv",
    ),
    "an unknown rule": (
        lambda tiny: replace(tiny, entry_rules=tiny.entry_rules[1:]),
        "no entry rule 5 GCSE@4",
    ),
    "an institution without coordinates": (
        lambda tiny: replace(
            tiny,
            sites=tuple(
                row.model_copy(update={"lat": None, "lon": None})
                if row.provider_id == SCHOOL.provider_id
                else row
                for row in tiny.sites
            ),
        ),
        "institution Example Provider 1: no coordinates",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named(fault: str) -> None:
    spoil, says = FAULTS[fault]
    assert any(says in line for line in check(spoil(EXAMPLE).load()).faults)


def test_a_rule_that_does_not_parse_is_reported_and_is_no_fault() -> None:
    odd = rule("whatever we feel like")
    tiny = replace(
        EXAMPLE,
        entry_rules=(*EXAMPLE.entry_rules, odd),
        offers=(offer(SCHOOL_SITE, EXAMPLE.courses[0], programme_rule_id=odd.rule_id),),
    )
    report = check(tiny.load())
    assert [line.split(":")[0] for line in report.unread_rules] == ["whatever we feel like"]
    assert report.faults == ()
