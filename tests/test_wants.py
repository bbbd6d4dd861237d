"""The learner's own filters."""

from __future__ import annotations

import pytest
from support.tiny import EXAMPLE

from pathways.catalogue.index import Index
from pathways.wants import Wants, wanted


@pytest.fixture(scope="module")
def index() -> Index:
    return EXAMPLE.load().index


def _found(index: Index, wants: Wants) -> set[tuple[str, str]]:
    passed = wanted(index, wants)
    subject, name = index.of_course("subject"), index.of_provider("name")
    return {(subject[row], name[row][-1]) for row in range(len(index)) if passed[row]}


def test_no_filter_lets_everything_through(index: Index) -> None:
    assert wanted(index, Wants()).all()
    assert not Wants().any()
    assert Wants(query="x").any()


def test_subjects_and_fields_widen_each_other_and_routes_narrow(index: Index) -> None:
    assert _found(index, Wants(subjects=("French",))) == {("French", n) for n in "134"}
    both = _found(index, Wants(subjects=("French",), fields=("Construction",)))
    assert {subject for subject, _ in both} == {
        *("French", "Construction", "Onsite Construction", "Plumbing technician")
    }
    assert _found(index, Wants(fields=("Construction",), routes=("apprenticeship_l3",))) == {
        ("Plumbing technician", "2")
    }


@pytest.mark.parametrize(
    ("kind", "hidden"), [("girls", "4"), ("boys", ""), ("selective", "3"), ("faith", "3")]
)
def test_a_kind_of_provision_can_be_hidden(index: Index, kind: str, hidden: str) -> None:
    names = {name for _, name in _found(index, Wants(hide=(kind,)))}
    assert names == set("1234") - set(hidden)


def test_every_word_that_is_typed_must_be_found_somewhere(index: Index) -> None:
    assert _found(index, Wants(query="BIO")) == {("Biology", n) for n in "123"}
    assert _found(index, Wants(query="french provider 4")) == {("French", "4")}
    assert _found(index, Wants(query="french construction")) == set()


def test_a_value_that_the_catalogue_does_not_have_finds_nothing(index: Index) -> None:
    assert _found(index, Wants(subjects=("Alchemy",))) == set()
    assert _found(index, Wants(routes=("ib",))) == set()
