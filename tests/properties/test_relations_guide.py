"""Relations of science section D7 on the whole guidance, where the score takes part in them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.learners import learner
from support.tiny import EXAMPLE, NORTH, SOUTH, Tiny

from pathways.catalogue.types import Provider
from pathways.errors import LearnerError
from pathways.first_screen import ROUTES
from pathways.guidance import Guidance
from pathways.guidance_json import guidance_json
from pathways.guide import guide
from pathways.learner.learner import Learner
from pathways.wants import Wants
from pathways.words import say_reason

ON = date(2026, 11, 22)
CATALOGUE = EXAMPLE.load()
few = settings(max_examples=25)
GRADES = {"English Language": "5", "Maths": "6", "Biology": "7", "French": "4", "Geography": "5"}
OF_TRAVEL = ("journey", "open_instead", "score", "band", "contributions", "against", "explanation")

likes = st.fixed_dictionaries({letter: st.integers(1, 5).map(float) for letter in "RIASEC"})
people = st.builds(
    lambda riasec, dots, practical, home, seed, minutes: learner(
        GRADES,
        riasec=riasec,
        home={"postcode": home},
        max_minutes=minutes,
        preferences={
            "weights": {"interest": dots[0], "continuity": dots[1], "travel": dots[2]},
            "practical": practical,
        },
        seed=seed,
    ),
    likes,
    st.tuples(*[st.integers(0, 5)] * 3),
    st.none() | st.sampled_from([0.0, 0.5, 1.0]),
    st.sampled_from([None, "KT1 1AA", "SM1 1AA"]),
    st.integers(0, 5),
    st.sampled_from([None, 30, 120]),
)


def _page(found: Guidance) -> dict[str, Any]:
    page = guidance_json(found)
    page.pop("catalogue")
    return page


def _renamed(change: dict[str, Any]) -> Tiny:
    def changed(row: Provider) -> Provider:
        return row.model_copy(update=change)

    return EXAMPLE.with_providers(changed)


@few
@given(people)
def test_names_and_numbers_of_providers_move_nothing(who: Learner) -> None:
    before = [(o.offer_id, o.score, o.band) for o in guide(who, CATALOGUE, on=ON).options]
    for change in (
        {"name": "Zz Academy of Excellence"},
        {"name": "Ω‮", "ukprn": "19999999", "students_16_18": 5000, "status": "Outstanding"},
        {"religion": "Some", "selective": "yes", "gender": "girls", "website": "https://x.example"},
    ):
        after = guide(who, _renamed(change).load(), on=ON)
        assert [(o.offer_id, o.score, o.band) for o in after.options] == before


@few
@given(people)
def test_relation_07_moving_home_changes_only_what_rests_on_the_journey(who: Learner) -> None:
    anywhere = who.model_copy(update={"max_minutes": None})
    moved = anywhere.model_copy(
        update={"home": anywhere.home.model_copy(update={"postcode": "GU1 4AA"})}
    )
    pages = [_page(guide(person, CATALOGUE, on=ON)) for person in (anywhere, moved)]
    ours = [{one["offer_id"]: one for one in page["options"]} for page in pages]
    assert ours[0].keys() == ours[1].keys()
    for offer in ours[0]:
        rest = [{k: v for k, v in one[offer].items() if k not in OF_TRAVEL} for one in ours]
        assert rest[0] == rest[1]
        terms = [
            {t["name"]: (t["dots"], t["value"]) for t in one[offer]["explanation"]["terms"]}
            for one in ours
        ]
        assert all(terms[0][name] == terms[1][name] for name in terms[0] if name != "travel")


@few
@given(people)
def test_relation_08_an_offer_listed_twice_is_one_card(who: Learner) -> None:
    twice = EXAMPLE.offers[0].model_copy(
        update={"offer_id": "urn-900001.main~a-level.biology-again"}
    )
    both = replace(EXAMPLE, offers=(*EXAMPLE.offers, twice)).load()
    before, after = guide(who, CATALOGUE, on=ON), guide(who, both, on=ON)
    assert len(before.options) == len(after.options)
    places = [[(o.site, o.subject, o.qualification) for o in g.options] for g in (before, after)]
    assert sorted(places[0]) == sorted(places[1])


@few
@given(people)
def test_relation_09_two_brands_are_seen_no_more_than_one_provider(who: Learner) -> None:
    other = EXAMPLE.providers[1].model_copy(
        update={"provider_id": "urn-900099", "urn": "900099", "name": "A Second Brand"}
    )
    south = SOUTH.model_copy(update={"provider_id": "urn-900099"})
    split = replace(
        EXAMPLE,
        providers=(*EXAMPLE.providers, other),
        sites=tuple(south if s.site_id == SOUTH.site_id else s for s in EXAMPLE.sites),
    )
    ids = [[o.offer_id for o in guide(who, c, on=ON).options] for c in (CATALOGUE, split.load())]
    assert ids[0] == ids[1]
    assert NORTH.provider_id != south.provider_id


@few
@given(
    people,
    st.sampled_from([Wants(routes=("a_level",)), Wants(query="bio"), Wants(hide=("girls",))]),
)
def test_relation_13_a_filter_only_takes_away(who: Learner, wants: Wants) -> None:
    whole, some = guide(who, CATALOGUE, on=ON), guide(who, CATALOGUE, on=ON, wants=wants)
    kept = [(o.offer_id, o.score, o.band) for o in some.options]
    left = {offer for offer, _, _ in kept}
    assert kept == [(o.offer_id, o.score, o.band) for o in whole.options if o.offer_id in left]
    for lane in some.routes:
        before = next(one for one in whole.routes if one.route == lane.route)
        assert lane.hidden - before.hidden == len(before.options) - len(lane.options)


@pytest.mark.parametrize("field", ["name", "sex", "ethnicity", "faith", "fsm", "in_care", "school"])
def test_relation_19_who_a_learner_is_cannot_even_be_said(field: str) -> None:
    with pytest.raises(LearnerError, match=field):
        Learner.read({"results": [], field: "anything"})


@few
@given(people, st.sampled_from(["care_leaver", "parent", "cannot_study_assessment"]))
def test_relation_20_a_need_never_changes_a_score_or_the_order(who: Learner, need: str) -> None:
    ticked = who.model_copy(update={"needs": who.needs.model_copy(update={need: True})})
    pages = [guide(person, CATALOGUE, on=ON).options for person in (who, ticked)]
    shown = [[(o.offer_id, o.score, o.band, o.eligibility.state) for o in page] for page in pages]
    assert shown[0] == shown[1]


@few
@given(people)
def test_relation_21_same_inputs_give_the_same_bytes(who: Learner) -> None:
    pages = [json.dumps(_page(guide(who, EXAMPLE.load(), on=ON))) for _ in range(2)]
    assert pages[0] == pages[1]
    other = guide(who.model_copy(update={"seed": who.seed + 1}), CATALOGUE, on=ON)
    bands = [{o.offer_id: o.band for o in g.options} for g in (guide(who, CATALOGUE, on=ON), other)]
    assert bands[0] == bands[1]


@few
@given(people)
def test_relation_26_every_route_has_a_lane_of_one_size_and_an_empty_one_a_reason(
    who: Learner,
) -> None:
    found = guide(who, CATALOGUE, on=ON)
    assert {lane.route for lane in found.routes} == set(ROUTES)
    for lane in found.routes:
        assert len(lane.first) == min(found.method.cards, len(lane.options))
        assert [o.offer_id for o in lane.first] == [
            o.offer_id for o in lane.options[: found.method.cards]
        ]
        assert bool(lane.empty_because) == (len(lane.options) == 0)
        assert all(say_reason(reason) for reason in (*lane.empty_because, *lane.widen))
        assert {o.route for o in lane.options} <= {lane.route}
        for one in lane.stretch:
            assert one.eligibility.state == "meets"
            assert one.offer_id in {o.offer_id for o in lane.options}


def test_the_order_of_routes_is_drawn_and_depends_on_the_seed_alone() -> None:
    orders = {
        tuple(lane.route for lane in guide(learner(GRADES, seed=s), CATALOGUE, on=ON).routes)
        for s in range(6)
    }
    assert len(orders) > 3


def test_the_stretch_is_the_most_demanding_that_is_met() -> None:
    found = guide(learner(GRADES), CATALOGUE, on=ON)
    lane = next(lane for lane in found.routes if lane.route == "a_level")
    assert [o.subject for o in lane.stretch] == ["Biology"]
    assert lane.stretch[0].rule_sources[-1].rule == "Biology@6"


@few
@given(people)
def test_relation_28_contributions_sum_to_the_score(who: Learner) -> None:
    for option in guide(who, CATALOGUE, on=ON).options:
        assert option.explanation is not None
        if option.score is None:
            assert option.contributions == ()
        else:
            total = sum(value for _, value in option.contributions)
            assert total == pytest.approx(option.score, abs=1e-12)
        assert len(option.against) == 1


@few
@given(people, st.sampled_from(["1", "5", "9"]))
def test_relation_29_a_grade_moves_no_score(who: Learner, grade: str) -> None:
    results = tuple(
        r.model_copy(update={"grade": grade, "status": "predicted"}) for r in who.results
    )
    other = guide(who.model_copy(update={"results": results}), CATALOGUE, on=ON)
    scores = [
        {o.offer_id: (o.score, o.band) for o in found.options}
        for found in (guide(who, CATALOGUE, on=ON), other)
    ]
    assert scores[0] == scores[1]
