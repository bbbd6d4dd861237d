"""Relations of science section D7 on who provides a course, when it starts, and who the learner is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from support.learners import all_at, learner, learners
from support.many_grades import area
from support.tiny import EXAMPLE, NORTH, SCHOOL, SCHOOL_SITE, SOUTH, course, offer, site

from pathways.audit.exposure import dcg_weights
from pathways.catalogue.columns import Column
from pathways.catalogue.store import Catalogue
from pathways.errors import LearnerError
from pathways.guidance_json import guidance_json
from pathways.guide import guide
from pathways.learner.learner import Learner
from pathways.paths import REFERENCE
from pathways.ranking import ranking
from pathways.rules.availability import course_availability
from pathways.words import say_reason
from pathways.yaml_file import read_yaml

ON = date(2026, 11, 22)
CATALOGUE = EXAMPLE.load()
few = settings(
    max_examples=25,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a counterexample is small already
)
KINDS = st.sampled_from(
    ["school_sixth_form", "fe_college", "utc", "academy_16_19", "sixth_form_college"]
)


def _providers(catalogue: Catalogue, column: str, values: Sequence[str]) -> Catalogue:
    """The same catalogue with another column of its providers, in the order of their rows."""
    table = catalogue.index.tables["providers"]
    columns = MappingProxyType({**table.columns, column: Column.of(list(values))})
    tables = {**catalogue.index.tables, "providers": replace(table, columns=columns)}
    return replace(catalogue, index=replace(catalogue.index, tables=MappingProxyType(tables)))


def _page(who: Learner, catalogue: Catalogue, *without: str) -> Any:
    """All that guidance says, as JSON, without these fields at any depth."""
    return _stripped(json.loads(json.dumps(guidance_json(guide(who, catalogue, on=ON)))), without)


def _stripped(value: Any, without: Sequence[str]) -> Any:
    if isinstance(value, dict):
        return {k: _stripped(part, without) for k, part in value.items() if k not in without}
    return [_stripped(part, without) for part in value] if isinstance(value, list) else value


@few
@given(learners(), st.lists(st.text(max_size=12), min_size=4, max_size=4))
def test_relation_03_any_name_also_an_empty_one_changes_the_printed_name_alone(
    who: Learner, names: list[str]
) -> None:
    renamed = _providers(CATALOGUE, "name", names)
    printed = ("provider", "named")
    assert _page(who, renamed, *printed) == _page(who, CATALOGUE, *printed)
    ids = CATALOGUE.index.tables["providers"]["provider_id"]
    name_of = {ids[row]: name for row, name in enumerate(names)}
    for option in guide(who, renamed, on=ON).options:
        assert option.provider == name_of[option.provider_id]


@few
@given(learners(), st.permutations(range(4)), st.lists(KINDS, min_size=4, max_size=4))
def test_relation_04_other_kinds_of_provider_change_the_printed_kind_and_its_column_alone(
    who: Learner, places: list[int], kinds: list[str]
) -> None:
    """Stronger than asked: any kinds on any providers, whatever they offer.

    A lane of schools or colleges follows the kind, and so do the names on a signpost to the colleges.
    """
    first = _providers(CATALOGUE, "kind", kinds)
    second = _providers(CATALOGUE, "kind", [kinds[place] for place in places])
    printed = ("kind", "lane", "lanes", "named")
    assert _page(who, first, *printed) == _page(who, second, *printed)


@few
@given(learners(), st.integers(0, len(EXAMPLE.offers) - 1))
def test_relation_08_an_offer_listed_twice_changes_neither_the_page_nor_its_exposure(
    who: Learner, which: int
) -> None:
    """Listed again under the same identity, as when two files hold it."""
    assert _page(who, _listed_again(which), "ladders") == _page(who, CATALOGUE, "ladders")


def test_relation_08_nor_is_it_counted_twice_in_the_ladders() -> None:
    who = learner({}, seed=1)
    for which in range(len(EXAMPLE.offers)):
        found = _page(who, _listed_again(which))["ladders"]
        assert found == _page(who, CATALOGUE)["ladders"]


def _listed_again(which: int) -> Catalogue:
    return _with_rows(CATALOGUE, [*range(len(EXAMPLE.offers)), which])


def _with_rows(catalogue: Catalogue, rows: list[int]) -> Catalogue:
    """The same catalogue with these rows of its offers."""
    offers = catalogue.index.tables["offers"]
    columns = {
        name: Column.of([column[row] for row in rows]) for name, column in offers.columns.items()
    }
    table = type(offers)(MappingProxyType(columns), len(rows))
    tables = MappingProxyType({**catalogue.index.tables, "offers": table})
    return replace(catalogue, index=replace(catalogue.index, tables=tables))


SEEDS = 600


@pytest.mark.statistical
def test_relation_09_two_brands_with_new_offer_ids_are_seen_no_more_over_all_seeds() -> None:
    """New ids are drawn anew, so this is about the mean over seeds: within 5 standard errors of fair."""
    brand = site(SCHOOL, "Second brand", lat=NORTH.lat, lon=NORTH.lon)
    subjects = [course(name) for name in ("Art", "Biology", "Dance", "French", "Music", "Drama")]
    rivals = [offer(at, of) for at in (SOUTH, SCHOOL_SITE) for of in subjects[:4]]
    whole = [offer(NORTH, of) for of in subjects]
    split = [offer(brand if n % 2 else NORTH, of) for n, of in enumerate(subjects)]
    weights = dcg_weights(len(whole) + len(rivals))
    for own in (whole, split):
        tiny = replace(EXAMPLE, sites=(*EXAMPLE.sites, brand), courses=tuple(subjects))
        index = tiny.with_offers(*own, *rivals).load().index
        mine = np.isin(
            index.offers["offer_id"].codes,
            [index.offers["offer_id"].code_of[one.offer_id] for one in own],
        )
        seen = [weights[mine[ranking(learner({}, seed=s), index).rows]].sum() for s in range(SEEDS)]
        error = np.std(seen) / np.sqrt(SEEDS)
        assert abs(np.mean(seen) - len(own) * weights.mean()) < 5 * error
        assert error < 0.02 * np.mean(seen)


PERSONAL = read_yaml(REFERENCE / "personal_fields.yaml")["fields"]


@pytest.mark.parametrize("field", PERSONAL)
def test_relation_19_who_a_learner_is_cannot_be_said_so_twins_get_the_same_bytes(
    field: str,
) -> None:
    """Twins that differ in who they are differ in nothing that can be given: the field is refused by name."""
    with pytest.raises(LearnerError, match=f'does not need "{field}"'):
        Learner.read({"results": [], field: "anything"})


@given(st.text(min_size=1, max_size=20).filter(lambda name: name not in Learner.model_fields))
def test_relation_19_nor_can_anything_else_that_the_method_does_not_name(field: str) -> None:
    with pytest.raises(LearnerError):
        Learner.read({"results": [], field: "anything"})


@pytest.mark.parametrize(
    "answer", [1.0, 3.0, 5.0, None], ids=["dislike", "neutral", "like", "none"]
)
@few
@given(learners())
def test_relation_25_one_answer_to_all_gives_a_whole_page_with_finite_scores(
    answer: float | None, who: Learner
) -> None:
    """What is said about breadth is tested with the interests themselves (test_interest_relations)."""
    same = None if answer is None else dict.fromkeys("RIASEC", answer)
    found = guide(who.model_copy(update={"riasec": same}), CATALOGUE, on=ON)
    assert len(found.options) == len(guide(who, CATALOGUE, on=ON).options) > 0
    for option in found.options:
        assert option.score is None or 0 <= option.score <= 1
        assert "interest" not in dict(option.contributions)


COURSE_NAMES = sorted(
    {
        (c["route"], c["qualification"], c["subject"])
        for name in ("kingston-surrey-sutton", "training")
        for c in (
            area(name).index.tables["courses"].row(n)
            for n in range(len(area(name).index.tables["courses"]))
        )
    }
)


@settings(max_examples=200)
@given(st.sampled_from(COURSE_NAMES), st.integers(2026, 2030))
def test_relation_30_a_course_starts_from_its_first_september_to_its_last_and_says_so(
    course: tuple[str, str, str], year: int
) -> None:
    """Every course of both areas. A name alone closes no level 3 course, so such a one says "check"."""
    found = course_availability(*course, start_year=year)
    if found.first_teaching is not None and year < found.first_teaching:
        assert found.state == "not_yet"
    if found.last_start is not None and year > found.last_start:
        assert found.state == "closed"
    if found.state in ("not_yet", "closed", "no", "check", "changing"):
        assert found.because
    if found.state == "yes" and found.last_start is not None:
        assert str(found.last_start) in " ".join(map(say_reason, found.because))


@settings(max_examples=40)
@given(st.sampled_from(["kingston-surrey-sutton", "training"]), st.integers(2026, 2030), st.data())
def test_relation_30_what_cannot_start_that_year_never_meets_whatever_the_grades(
    name: str, year: int, data: st.DataObject
) -> None:
    found = guide(all_at("9", start_year=year), area(name), on=ON).options
    option = found[data.draw(st.integers(0, len(found) - 1))]
    if option.availability.state in ("not_yet", "closed", "no"):
        assert option.eligibility.state == "not_yet"
        assert option.eligibility.because[0] == option.availability.because[0]
