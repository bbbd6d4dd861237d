"""The whole of the advice: what may change it and what never does.

The numbers of the relations are those of the list of thirty in the project's science notes.
"""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from support.learners import all_at, learner, learners
from support.tiny import (
    BUILDING,
    CLOSED_T_LEVEL,
    COLLEGE,
    COURSES,
    EXAMPLE,
    FEES,
    GIRLS,
    LATER_V_LEVEL,
    NORTH,
    RULES,
    SCHOOL,
    SCHOOL_SITE,
    SOUTH,
    Tiny,
    course,
    offer,
    rule,
    site,
)

from pathways.catalogue.index import LANES
from pathways.catalogue.naming import offer_id
from pathways.catalogue.store import Catalogue, load_catalogue
from pathways.catalogue.types import ProviderKind
from pathways.errors import GradeError, InputError, LearnerError, PostcodeError, SubjectError
from pathways.guidance import Guidance
from pathways.guidance_json import guidance_json
from pathways.guide import guide
from pathways.learner.learner import Learner
from pathways.learner.learner_file import read_learner_file
from pathways.learner.read_record import read_record
from pathways.matching.eligibility.assess import assess
from pathways.matching.eligibility.state import STATES
from pathways.option import OptionList
from pathways.paths import AREAS, EXAMPLES
from pathways.verdicts import requirements_of, verdicts
from pathways.wants import Wants

ON = date(2026, 11, 22)
CATALOGUE = EXAMPLE.load()

relation = settings(
    max_examples=25,
    # A counterexample is small already; making it smaller would take minutes of guidance.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def _ids(found: Guidance) -> list[str]:
    return [option.offer_id for option in found.options]


def _json(found: Guidance, *without: str) -> dict[str, Any]:
    """Guidance as JSON, without the catalogue's content hash and, at any depth, these fields."""
    out: dict[str, Any] = _stripped(json.loads(json.dumps(guidance_json(found))), set(without))
    del out["catalogue"]
    return out


def _stripped(value: Any, without: set[str]) -> Any:
    if isinstance(value, dict):
        return {key: _stripped(part, without) for key, part in value.items() if key not in without}
    return [_stripped(part, without) for part in value] if isinstance(value, list) else value


@st.composite
def catalogues(draw: st.DrawFn) -> Tiny:
    """Some of the offers that could be made of the example's sites, courses and rules."""
    sites = st.sampled_from(EXAMPLE.sites)
    made = draw(st.lists(st.tuples(sites, st.sampled_from(COURSES)), unique=True, max_size=10))
    ids = st.sampled_from(["", *(one.rule_id for one in RULES)])
    return EXAMPLE.with_offers(
        *(offer(at, of, programme_rule_id=draw(ids), subject_rule_id=draw(ids)) for at, of in made)
    )


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\r"), min_size=1, max_size=12)


@relation
@given(catalogues(), learners(), st.lists(NAMES, min_size=4, max_size=4))
def test_relation_03_renaming_providers_changes_nothing_but_the_name(
    tiny: Tiny, who: Learner, names: list[str]
) -> None:
    given_names = dict(zip((p.provider_id for p in tiny.providers), names, strict=True))
    renamed = tiny.with_providers(
        lambda row: row.model_copy(update={"name": given_names[row.provider_id]})
    )
    after = guide(who, renamed.load(), on=ON)
    printed = ("provider", "named")
    assert _json(guide(who, tiny.load(), on=ON), *printed) == _json(after, *printed)
    assert all(option.provider == given_names[option.provider_id] for option in after.options)


@relation
@given(
    learners(),
    st.sampled_from(["school_sixth_form", "fe_college", "independent_school", "utc"]),
    st.sampled_from(["academy_16_19", "sixth_form_college", "training_provider"]),
)
def test_relation_04_swapping_the_kinds_of_two_providers_swaps_nothing_else(
    who: Learner, kind: ProviderKind, other: ProviderKind
) -> None:
    there = [replace_site(SCHOOL_SITE, owner) for owner in (SCHOOL, COLLEGE)]
    offers = [offer(at, of, programme_rule_id=RULES[0].rule_id) for at in there for of in COURSES]
    tiny = replace(EXAMPLE, sites=tuple(there), offers=tuple(offers))

    def found(*kinds: ProviderKind) -> Guidance:
        kind_of = dict(zip((SCHOOL.provider_id, COLLEGE.provider_id), kinds, strict=True))
        changed = tiny.with_providers(
            lambda row: row.model_copy(update={"kind": kind_of.get(row.provider_id, row.kind)})
        )
        return guide(who, changed.load(), on=ON)

    one, swapped = found(kind, other), found(other, kind)
    hidden = ("kind", "lane")
    assert _json(one, *hidden)["options"] == _json(swapped, *hidden)["options"]


def replace_site(like: Any, owner: Any) -> Any:
    """The same place, of another provider."""
    return site(owner, lat=like.lat, lon=like.lon)


@relation
@given(catalogues(), learners(), st.randoms(use_true_random=False))
def test_relation_05_the_order_of_rows_in_the_tables_changes_nothing(
    tiny: Tiny, who: Learner, mixer: random.Random
) -> None:
    before = guide(who, tiny.load(), on=ON)
    # Publishing sorts, so the rows are mixed in the index itself.
    catalogue = tiny.load()
    tables = dict(catalogue.index.tables)
    for name in ("offers", "courses", "sites", "providers", "entry_rules"):
        rows = list(range(len(tables[name])))
        mixer.shuffle(rows)
        mixed = {
            key: replace(column, codes=column.codes[np.array(rows, np.intp)])
            for key, column in tables[name].columns.items()
        }
        tables[name] = replace(tables[name], columns=mixed)
    other = replace(catalogue, index=replace(catalogue.index, tables=tables))
    assert _json(guide(who, other, on=ON)) == _json(before)


@relation
@given(catalogues(), learners())
def test_relation_06_another_course_moves_and_changes_no_other(tiny: Tiny, who: Learner) -> None:
    new = offer(NORTH, course("Astronomy"), programme_rule_id=RULES[2].rule_id)
    wider = replace(tiny, offers=(*tiny.offers, new), courses=(*tiny.courses, course("Astronomy")))
    before, after = guide(who, tiny.load(), on=ON), guide(who, wider.load(), on=ON)
    kept = [one for one in _json(after)["options"] if one["offer_id"] != new.offer_id]
    assert kept == _json(before)["options"]


@relation
@given(catalogues(), learners())
def test_relation_07_moving_home_changes_the_journeys_alone(tiny: Tiny, who: Learner) -> None:
    catalogue = tiny.load()
    # What the journey adds to the score, what is said of that, and lists in that order.
    travels: tuple[str, ...] = (
        "journey",
        "open_instead",
        "score",
        "band",
        "contributions",
        "against",
    )
    travels += ("explanation", "routes", "ladders")
    pages = [
        _json(guide(who.model_copy(update={"home": home}), catalogue, on=ON), *travels)
        for home in (who.home, who.home.model_copy(update={"postcode": "GU1 4AA"}))
    ]
    by_id = [{one["offer_id"]: one for one in page.pop("options")} for page in pages]
    assert by_id[0] == by_id[1]
    for page in pages:
        for lane in page["lanes"]:
            lane["options"].sort()
    assert pages[0] == pages[1]


def test_relation_07_of_the_score_moving_home_changes_the_journeys_part_alone() -> None:
    parts = []
    for postcode in ("KT1 1AA", "GU1 4AA"):
        found = guide(all_at("5", home={"postcode": postcode}), CATALOGUE, on=ON)
        parts.append({one.offer_id: dict(one.contributions) for one in found.options})
    assert parts[0] != parts[1]
    for adds in parts:
        for terms in adds.values():
            terms.pop("travel", None)
    assert parts[0] == parts[1]


WANTS = st.builds(
    Wants,
    subjects=st.lists(st.sampled_from(["Biology", "French", "Alchemy"]), max_size=2).map(tuple),
    fields=st.lists(st.sampled_from(["Construction", "Science"]), max_size=1).map(tuple),
    routes=st.lists(st.sampled_from(["a_level", "level_2", "ib"]), max_size=2).map(tuple),
    states=st.lists(st.sampled_from(STATES), max_size=2).map(tuple),
    hide=st.lists(st.sampled_from(["girls", "boys", "selective", "faith"]), max_size=2).map(tuple),
    query=st.sampled_from(["", "bio", "provider 2", "zzz"]),
)


@relation
@given(learners(), WANTS, st.none() | st.integers(5, 90))
def test_relation_13_a_filter_takes_away_and_counts_and_never_reorders(
    who: Learner, wants: Wants, limit: int | None
) -> None:
    every = guide(who, CATALOGUE, on=ON)
    less = guide(who.model_copy(update={"max_minutes": limit}), CATALOGUE, on=ON, wants=wants)
    left = set(_ids(less))
    assert [one for one in _ids(every) if one in left] == _ids(less)
    shown = sum(len(lane.options) + lane.hidden for lane in less.lanes)
    assert shown == len(every.options)


@relation
@given(learners(), st.booleans(), st.booleans())
def test_relation_20_a_support_need_never_changes_what_the_grades_open(
    who: Learner, care_leaver: bool, parent: bool
) -> None:
    needs = who.needs.model_copy(update={"care_leaver": care_leaver, "parent": parent})
    after = guide(who.model_copy(update={"needs": needs}), CATALOGUE, on=ON)
    before = _json(guide(who, CATALOGUE, on=ON))
    assert _json(after)["options"] == before["options"]


@relation
@given(learners(), st.integers(0, 2**40))
def test_relation_21_a_seed_gives_the_same_bytes_and_another_the_same_groups(
    who: Learner, seed: int
) -> None:
    def text(found: Guidance) -> str:
        return json.dumps(guidance_json(found))

    once, again = guide(who, CATALOGUE, on=ON), guide(who, EXAMPLE.load(), on=ON)
    assert text(once) == text(again)
    other = guide(who.model_copy(update={"seed": seed}), CATALOGUE, on=ON)

    def groups(found: Guidance) -> list[tuple[str, str]]:
        return sorted((one.eligibility.state, one.offer_id) for one in found.options)

    assert groups(once) == groups(other)
    assert [o.eligibility.state for o in once.options] == [
        o.eligibility.state for o in other.options
    ]


def test_another_seed_does_change_the_order_inside_a_group() -> None:
    orders = {tuple(_ids(guide(all_at("9", seed=seed), CATALOGUE, on=ON))) for seed in range(8)}
    assert len(orders) > 4


SIX = ("English Language", "Maths", "Biology", "Geography", "History", "French")


@pytest.mark.parametrize(
    ("text", "grades", "state"),
    [
        ("Maths@4", "4", "meets"),
        ("Maths@4", "3", "near_miss"),
        ("Maths@4", "2", "not_yet"),
        ("5 GCSE@4", "44444", "meets"),
        ("5 GCSE@4", "44443", "near_miss"),
        ("5 GCSE@4", "4444", "near_miss"),
        ("5 GCSE@4", "44433", "not_yet"),
        ("average@5.5", "565656", "meets"),
        ("5 GCSE@4; Biology@6", "446444", "meets"),
        ("5 GCSE@4; Biology@6", "445444", "near_miss"),
        ("none", "1", "meets"),
        ("audition", "999999", "ask"),
    ],
)
def test_relation_23_exactly_at_what_is_asked_counts_and_one_below_is_a_near_miss(
    text: str, grades: str, state: str
) -> None:
    subjects = ("Maths",) if len(grades) == 1 else SIX
    asked = rule(text)
    tiny = replace(
        EXAMPLE,
        offers=(offer(SCHOOL_SITE, COURSES[0], programme_rule_id=asked.rule_id),),
        entry_rules=(asked,),
    )
    who = learner(dict(zip(subjects, grades, strict=False)))
    assert [one.eligibility.state for one in guide(who, tiny.load(), on=ON).options] == [state]


@relation
@given(catalogues(), learners(), WANTS)
def test_relation_26_every_lane_is_there_and_an_empty_one_says_why(
    tiny: Tiny, who: Learner, wants: Wants
) -> None:
    lanes = guide(who, tiny.load(), on=ON, wants=wants).lanes
    assert sorted(lane.name for lane in lanes) == sorted(LANES)
    assert lanes[-1].name == "fee_paying"
    for lane in lanes:
        assert bool(lane.options) != bool(lane.empty_because)
        assert sum(count for _, count in lane.counts) == len(lane.options)
        if not lane.options:
            code = "LANE_HIDDEN" if lane.hidden else "LANE_NOT_LISTED"
            assert [reason.code for reason in lane.empty_because] == [code]


def test_the_first_three_lanes_are_drawn_and_fee_paying_is_folded_last() -> None:
    orders = {
        tuple(lane.name for lane in guide(all_at("5", seed=seed), CATALOGUE, on=ON).lanes)
        for seed in range(30)
    }
    assert len(orders) == 6
    assert {names[-1] for names in orders} == {"fee_paying"}


@relation
@given(learners())
def test_relation_30_what_cannot_start_in_the_learners_year_is_never_open(who: Learner) -> None:
    found = guide(who, CATALOGUE, on=ON)
    assert isinstance(found.options, OptionList)
    closed = found.options.find(offer_id(SOUTH.site_id, CLOSED_T_LEVEL.course_id))
    assert closed is not None
    assert closed.availability.state == "closed"
    assert closed.eligibility.state == "not_yet"
    assert closed.eligibility.because[0] == closed.availability.because[0]
    later = found.options.find(offer_id(NORTH.site_id, LATER_V_LEVEL.course_id))
    assert later is not None
    if who.start_year < 2028:
        assert (later.availability.state, later.eligibility.state) == ("not_yet", "not_yet")
    else:
        assert later.eligibility.state == "meets"


@pytest.fixture(scope="module")
def area() -> Catalogue:
    return load_catalogue(AREAS / "kingston-surrey-sutton")


EXAMPLE_FILES = sorted(EXAMPLES.glob("*.json"))


@pytest.mark.parametrize("path", EXAMPLE_FILES, ids=lambda path: path.stem)
def test_the_states_of_all_offers_are_those_of_one_offer_at_a_time(
    area: Catalogue, path: Any
) -> None:
    who = read_learner_file(path)
    index, record = area.index, read_record(who)
    verdict = verdicts(index, record, who)
    pairs = requirements_of(index).pairs
    sample = random.Random(who.seed).sample(range(len(index)), 300)
    states: dict[int, str] = {}
    for row in sample:
        pair = int(index.requirement[row])
        if pair not in states:
            basis: Any = index.offers["rule_basis"][row]
            states[pair] = assess(
                *pairs[pair], record, basis=basis, ehc_plan=who.needs.ehc_plan
            ).state
        shut = verdict.availability(row).state in ("not_yet", "closed", "no")
        assert STATES[verdict.state[row]] == ("not_yet" if shut else states[pair])


@pytest.mark.parametrize("row", [0, 700, 2000])
def test_an_option_says_the_state_that_ordered_it(area: Catalogue, row: int) -> None:
    who = read_learner_file(EXAMPLES / "english-3-maths-5.json")
    verdict = verdicts(area.index, read_record(who), who)
    assert verdict.eligibility(row).state == STATES[verdict.state[row]]


GUIDANCE_KEYS = {
    *("english_maths", "options", "lanes", "ladders", "flags", "method", "sources"),
}
OPTION_KEYS = {
    *("offer_id", "provider_id", "provider", "kind", "site", "route", "qualification", "level"),
    *("subject", "eligibility", "band", "score", "contributions", "against", "journey"),
    *("english_maths_plan", "availability", "data_gaps", "sources"),
}


@pytest.mark.parametrize("path", EXAMPLE_FILES, ids=lambda path: path.stem)
def test_guidance_json_has_the_public_keys_for_every_example(area: Catalogue, path: Any) -> None:
    who = read_learner_file(path)
    # One subject keeps the list short; the shape is the same.
    found = guide(who, area, on=ON, wants=Wants(subjects=("Biology", "Construction")))
    out = json.loads(json.dumps(guidance_json(found)))
    assert out.keys() >= GUIDANCE_KEYS
    assert out["english_maths"].keys() == {"english", "maths"}
    assert {"status", "because"} <= out["english_maths"]["maths"].keys()
    assert {"version", "weights", "seed"} <= out["method"].keys()
    assert out["options"]
    for option in out["options"]:
        assert option.keys() >= OPTION_KEYS
        assert {"state", "basis", "clauses", "smallest_change"} <= option["eligibility"].keys()
        assert {"km", "minutes", "basis"} <= option["journey"].keys()
        assert {"state", "because"} <= option["availability"].keys()
        assert isinstance(option["contributions"], dict)
    listed = [one for lane in out["lanes"] for one in lane["options"]]
    assert sorted(listed) == sorted(option["offer_id"] for option in out["options"])


@pytest.mark.parametrize(
    ("field", "value", "kind", "says"),
    [
        ("grade", "17", GradeError, "17"),
        ("subject", "Broomstick flying", SubjectError, "Broomstick flying"),
        ("qualification", "Merit badge", InputError, "Merit badge"),
    ],
)
def test_a_wrong_result_is_refused_in_plain_words(
    field: str, value: str, kind: type[InputError], says: str
) -> None:
    result = {"subject": "Maths", "qualification": "GCSE", "grade": "5"} | {field: value}
    with pytest.raises(kind) as caught:
        guide(Learner.read({"results": [result]}), CATALOGUE, on=ON)
    assert says in caught.value.message
    assert "Traceback" not in caught.value.message
    assert caught.value.do


def test_a_wrong_postcode_is_refused_in_plain_words() -> None:
    with pytest.raises(PostcodeError, match="is not a postcode"):
        guide(all_at("5", home={"postcode": "nowhere"}), CATALOGUE, on=ON)


@pytest.mark.parametrize("field", ["name", "sex", "ethnicity", "religion", "school"])
def test_relation_19_who_somebody_is_cannot_be_told(field: str) -> None:
    with pytest.raises(LearnerError, match=field):
        Learner.read({"results": [], field: "x"})


def test_a_learner_without_results_sees_every_option_and_is_told_to_ask() -> None:
    found = guide(Learner.read({"results": []}), CATALOGUE, on=ON)
    assert len(found.options) == 11
    # The offers without grades asked stay open; nobody is told not_yet for a grade not given.
    states = {one.eligibility.state for one in found.options if one.availability.state != "closed"}
    assert "near_miss" not in states


def test_what_is_taken_alongside_is_not_a_main_option() -> None:
    assert not [
        one for one in guide(all_at("5"), CATALOGUE, on=ON).options if "Project" in one.title
    ]


@relation
@given(catalogues(), learners())
def test_the_catalogue_is_never_changed_by_a_guide(tiny: Tiny, who: Learner) -> None:
    assume(tiny.offers)
    catalogue = tiny.load()
    before = [column.codes.tobytes() for column in catalogue.index.offers.columns.values()]
    list(guide(who, catalogue, on=ON).options)
    after = [column.codes.tobytes() for column in catalogue.index.offers.columns.values()]
    assert before == after


def test_a_rule_that_does_not_parse_is_asked_and_never_open() -> None:
    odd = rule("whatever we feel like")
    tiny = replace(
        EXAMPLE,
        offers=(offer(SCHOOL_SITE, BUILDING, programme_rule_id=odd.rule_id),),
        entry_rules=(odd,),
    )
    (one,) = guide(all_at("9"), tiny.load(), on=ON).options
    assert one.eligibility.state == "ask"
    assert "ENTRY_RULE_NOT_READ" in [reason.code for reason in one.eligibility.because]


def test_an_empty_catalogue_gives_four_empty_lanes() -> None:
    found = guide(all_at("5"), Tiny(providers=(FEES, GIRLS)).load(), on=ON)
    assert len(found.options) == 0
    assert [len(lane.options) for lane in found.lanes] == [0, 0, 0, 0]
