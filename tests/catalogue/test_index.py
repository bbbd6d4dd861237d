"""The index: what each offer is, and that nobody can change it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.tiny import BIOLOGY, EXAMPLE, FEES, NORTH, PLUMBER, SCHOOL, Tiny

from pathways.catalogue.choices import counted
from pathways.catalogue.columns import Column, Table
from pathways.catalogue.index import LANES, Index
from pathways.catalogue.store import load_catalogue


@pytest.fixture(scope="module")
def index() -> Index:
    return EXAMPLE.load().index


def _row(index: Index, site: str, course: str) -> int:
    return index.offer_row[f"{site}~{course}"]


def test_an_offer_leads_to_its_course_site_and_provider(index: Index) -> None:
    row = _row(index, NORTH.site_id, BIOLOGY.course_id)
    assert index.of_course("subject")[row] == "Biology"
    assert index.tables["sites"]["name"][int(index.site_of[row])] == "North Campus"
    assert index.of_provider("kind")[row] == "fe_college"
    assert (round(float(index.lat[row]), 2), round(float(index.lon[row]), 2)) == (51.45, -0.25)


def test_work_is_a_lane_of_its_own_whoever_trains(index: Index) -> None:
    lane = {key: LANES[index.lane[row]] for key, row in index.offer_row.items()}
    assert lane[f"{NORTH.site_id}~{PLUMBER.course_id}"] == "work"
    assert lane[f"{NORTH.site_id}~{BIOLOGY.course_id}"] == "college"
    assert lane[f"{SCHOOL.provider_id}.main~{BIOLOGY.course_id}"] == "school"
    assert lane[f"{FEES.provider_id}.main~{BIOLOGY.course_id}"] == "fee_paying"


def test_offers_share_the_pairs_of_rules_they_carry(index: Index) -> None:
    for row in range(len(index)):
        pair = index.requirements[index.requirement[row]]
        assert pair == (
            index.offers["programme_rule_id"][row],
            index.offers["subject_rule_id"][row],
        )
    assert len(index.requirements) == len(set(index.requirements))


def test_what_a_page_can_choose_from_counts_main_offers_alone(index: Index) -> None:
    routes = counted(index, "route")
    assert routes["a_level"] == 6  # the Extended Project is taken alongside
    assert list(routes) == sorted(routes)


@pytest.mark.parametrize("cached", [False, True])
def test_no_array_of_an_index_can_be_written(tmp_path: Path, cached: bool) -> None:
    cache = tmp_path / "cache" if cached else None
    folder = EXAMPLE.publish(tmp_path / "area")
    load_catalogue(folder, cache=cache)
    index = load_catalogue(folder, cache=cache).index
    arrays = [
        getattr(column, part)
        for table in index.tables.values()
        for column in table.columns.values()
        for part in ("codes", "blob", "ends")
    ]
    own = [name for name, value in vars(Index).items() if isinstance(value, cached_property)]
    arrays += [found for name in own if isinstance(found := getattr(index, name), np.ndarray)]
    arrays.append(index.of_course("route").codes)
    arrays.append(index.tables["sites"].floats("lat"))
    assert len(arrays) > 100
    assert [array for array in arrays if array.flags.writeable] == []
    with pytest.raises(TypeError):
        index.tables["offers"] = index.offers  # type: ignore[index]


def test_an_empty_catalogue_has_an_index() -> None:
    index = Tiny().load().index
    assert (len(index), len(index.lane), len(index.digest)) == (0, 0, 0)
    assert index.requirements == ()


WORDS = st.lists(st.text(st.characters(codec="utf-8"), max_size=4), max_size=12)


@given(WORDS)
def test_a_column_gives_back_its_texts(values: list[str]) -> None:
    column = Column.of(values)
    assert [column[row] for row in range(len(column))] == values
    assert len(column.words) == len(set(values))
    for word in column.words:
        assert column.where([word]).tolist() == [value == word for value in values]


@given(
    st.lists(st.text("abc", max_size=2), unique=True, max_size=8),
    st.lists(st.text("abc", max_size=2)),
)
def test_match_finds_the_row_of_a_key_or_minus_one(keys: list[str], asked: list[str]) -> None:
    table = Table({"key": Column.of(keys)}, len(keys))
    found = table.match("key", Column.of(asked)).tolist()
    assert found == [keys.index(word) if word in keys else -1 for word in asked]


def test_numbers_of_a_column_have_no_value_where_a_cell_is_empty() -> None:
    floats = Table({"lat": Column.of(["51.5", "", "50"])}, 3).floats("lat")
    assert np.isnan(floats).tolist() == [False, True, False]
