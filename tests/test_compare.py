"""Side by side: every option in every row, what differs said truly, and nobody the winner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.learners import all_at
from support.tiny import EXAMPLE

from pathways.compare import ROWS, Comparison, Row, comparison
from pathways.guidance import Fact, Option
from pathways.guide import guide
from pathways.ui.parts.compare_cells import cell

OPTIONS = tuple(
    guide(all_at("5", home={"postcode": "KT1 1AA"}), EXAMPLE.load(), on=date(2026, 11, 22)).options
)
SOME = st.lists(st.sampled_from(OPTIONS), min_size=1, max_size=6, unique_by=lambda o: o.offer_id)


def row(found: Comparison, name: str) -> Row:
    return next(row for row in found.rows if row.name == name)


@given(SOME)
def test_every_option_has_a_cell_in_every_row_in_the_order_given(options: list[Option]) -> None:
    found = comparison(options)
    assert found.options == tuple(options)
    assert [row.name for row in found.rows] == list(ROWS)
    assert all(len(row.cells) == len(options) for row in found.rows)


@given(SOME)
@settings(max_examples=60)
def test_a_row_is_called_the_same_when_its_words_are_the_same(options: list[Option]) -> None:
    for one in comparison(options).rows:
        words = {cell(one.name, option) for option in options}
        if one.same:
            assert len(words) == 1, one.name


@pytest.mark.parametrize("name", ROWS)
def test_a_row_that_reads_differently_is_marked(name: str) -> None:
    for first in OPTIONS:
        for second in OPTIONS:
            found = row(comparison([first, second]), name)
            if cell(found.name, first) != cell(found.name, second):
                assert not found.same


@given(SOME)
def test_rows_that_differ_and_rows_alike_are_all_the_rows(options: list[Option]) -> None:
    found = comparison(options)
    assert sorted(r.name for r in (*found.differing, *found.alike)) == sorted(ROWS)


def test_one_option_differs_from_nobody() -> None:
    assert comparison(OPTIONS[:1]).differing == ()


def test_the_order_of_columns_changes_no_row() -> None:
    forth, back = comparison(OPTIONS[:4]), comparison(OPTIONS[3::-1])
    for one, other in zip(forth.rows, back.rows, strict=True):
        assert one.same == other.same
        assert one.cells == other.cells[::-1]


def test_what_nobody_has_said_is_not_published() -> None:
    bare = replace(OPTIONS[0], length_years="", results=(), phone="", website="")
    found = comparison([bare])
    for name in ("length", "results", "contact"):
        assert not row(found, name).cells[0].published
        assert "Not published" in cell(name, bare)


def test_not_published_differs_from_a_value() -> None:
    one = replace(OPTIONS[0], length_years="2")
    assert not row(comparison([one, replace(one, length_years="")]), "length").same


def test_earlier_results_of_another_year_differ() -> None:
    facts = [(Fact("a_level.grade", "B-", year, "s1"),) for year in ("2022/23", "2023/24")]
    pair: Sequence[Option] = [replace(OPTIONS[0], results=facts[at]) for at in (0, 1)]
    assert not row(comparison(pair), "results").same


def test_there_is_no_total_and_no_winner() -> None:
    assert {part.name for part in fields(Comparison)} == {"options", "rows"}
    assert not any("score" in name or "total" in name or "best" in name for name in ROWS)
