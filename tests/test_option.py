"""One option: what it says about itself, and that it is made only when looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from support.learners import all_at
from support.tiny import (
    BIOLOGY,
    EXAMPLE,
    FEES_SITE,
    FRENCH,
    GIRLS_SITE,
    NORTH,
    SCHOOL,
    SCHOOL_SITE,
    offer,
)

from pathways import option as module
from pathways.catalogue.naming import offer_id
from pathways.guidance import Guidance, Option
from pathways.guide import guide
from pathways.option import OptionList

ON = date(2026, 11, 22)


@pytest.fixture(scope="module")
def found() -> Guidance:
    return guide(all_at("5", home={"postcode": "KT1 1AA"}), EXAMPLE.load(), on=ON)


def _option(found: Guidance, site: str, course: str) -> Option:
    assert isinstance(found.options, OptionList)
    one = found.options.find(offer_id(site, course))
    assert one is not None
    return one


def test_an_option_says_what_where_and_what_its_rules_rest_on(found: Guidance) -> None:
    one = _option(found, SCHOOL_SITE.site_id, BIOLOGY.course_id)
    assert (one.title, one.provider, one.lane) == ("A level Biology", SCHOOL.name, "school")
    assert [(rule.scope, rule.rule) for rule in one.rule_sources] == [
        ("programme", "5 GCSE@4"),
        ("subject", "Biology@6"),
    ]
    assert one.eligibility.state == "near_miss"
    assert one.journey.km is not None
    assert "dfe-subjects-2025" in one.sources


def test_facts_about_the_provision_are_said_on_the_card(found: Guidance) -> None:
    fees = _option(found, FEES_SITE.site_id, BIOLOGY.course_id)
    assert [reason.code for reason in fees.provider_facts] == [
        *("CHARGES_FEES", "SELECTIVE", "FAITH")
    ]
    girls = _option(found, GIRLS_SITE.site_id, FRENCH.course_id)
    assert [reason.code for reason in girls.provider_facts] == ["ONE_SEX"]


def test_what_is_not_known_is_a_gap_and_never_filled(found: Guidance) -> None:
    plumber = _option(found, NORTH.site_id, "apprenticeship-level-3.plumbing-technician")
    assert plumber.eligibility.state == "ask"
    assert {"GAP_ENTRY_RULE", "GAP_RUNS_NEXT_YEAR", "GAP_RESULTS"} <= set(plumber.data_gaps)
    biology = _option(found, SCHOOL_SITE.site_id, BIOLOGY.course_id)
    assert "GAP_ENTRY_RULE" not in biology.data_gaps


def test_an_offer_id_that_does_not_exist_finds_nothing(found: Guidance) -> None:
    assert isinstance(found.options, OptionList)
    assert found.options.find("nothing") is None


def test_a_list_is_counted_without_making_an_option(
    found: Guidance, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unwanted(*args: object) -> Option:
        raise AssertionError("an option was made")

    monkeypatch.setattr(module, "option", unwanted)
    assert len(found.options) == 11
    assert len(found.options[2:5]) == 3
    assert len(found.options[100:]) == 0


def test_a_slice_and_an_iteration_give_the_same_options_in_order(found: Guidance) -> None:
    every = [one.offer_id for one in found.options]
    assert [one.offer_id for one in found.options[3:6]] == every[3:6]
    assert found.options[-1].offer_id == every[-1]
    with pytest.raises(IndexError):
        found.options[len(every)]


def test_an_option_outside_a_filter_can_still_be_opened() -> None:
    limited = guide(all_at("5", home={"postcode": "GU1 4AA"}, max_minutes=5), EXAMPLE.load(), on=ON)
    assert len(limited.options) == 0
    assert _option(limited, NORTH.site_id, BIOLOGY.course_id).journey.within_limit is False


def test_a_count_that_is_not_given_says_why() -> None:
    few = offer(SCHOOL_SITE, BIOLOGY, entries=None, entries_note="fewer than six")
    found = guide(all_at("5"), replace(EXAMPLE, offers=(few,)).load(), on=ON)
    assert found.options[0].entries == "fewer than six"
