"""Flags: facts where they matter, each with a sentence, a source and a trust level."""

from itertools import product

import pytest

from pathways.rules.flags import FlagFacts, flags
from pathways.rules.values import references
from pathways.words import say


def _codes(facts: FlagFacts) -> set[str]:
    return {flag.code for flag in flags(facts)}


@pytest.mark.parametrize(
    ("nation", "age", "needs"),
    list(
        product(
            ["england", "wales", "scotland", "northern_ireland"], [None, 16, 18, 20], [True, False]
        )
    ),
)
def test_every_flag_can_be_said_and_names_its_source(
    nation: str, age: int | None, needs: bool
) -> None:
    facts = FlagFacts(
        nation=nation,
        age=age,
        ehc_plan=needs,
        care_leaver=needs,
        parent=needs,
        needs_english_or_maths=needs,
        routes=frozenset({"t_level", "a_level", "vocational_l3", "apprenticeship_l3"}),
    )
    shown = flags(facts)
    assert shown
    for flag in shown:
        assert say(flag.code, **dict(flag.values))
        assert flag.source_id in references()
        assert flag.trust
    assert len({flag.code for flag in shown}) == len(shown)


def test_a_learner_in_wales_is_told_of_the_service_there() -> None:
    shown = {flag.code: dict(flag.values) for flag in flags(FlagFacts(nation="wales"))}
    assert shown["NATION_HAS_OWN_SERVICE"]["service"] == "Careers Wales"
    assert "TRAVEL_STATEMENT" not in shown


def test_a_young_parent_is_told_of_care_to_learn_and_others_are_not() -> None:
    assert "CARE_TO_LEARN" in _codes(FlagFacts(age=17, parent=True))
    assert "CARE_TO_LEARN" not in _codes(FlagFacts(age=17))


def test_the_promise_of_an_offer_is_for_16_and_17() -> None:
    assert "SEPTEMBER_GUARANTEE" in _codes(FlagFacts(age=17))
    assert "SEPTEMBER_GUARANTEE" not in _codes(FlagFacts(age=18))
