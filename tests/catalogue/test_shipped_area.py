"""The area that ships: it opens, contradicts itself nowhere, and holds what it must."""

from __future__ import annotations

import numpy as np
import pytest

from pathways.catalogue.check import check
from pathways.catalogue.entry_rules import parse
from pathways.catalogue.reference import subjects
from pathways.catalogue.store import Catalogue, load_catalogue
from pathways.catalogue.tables import BY_NAME
from pathways.errors import RuleError
from pathways.paths import AREAS


@pytest.fixture(scope="module")
def area() -> Catalogue:
    return load_catalogue(AREAS / "kingston-surrey-sutton")


def test_the_shipped_area_has_no_fault(area: Catalogue) -> None:
    assert check(area).faults == ()


def test_every_shipped_rule_parses_or_is_reported(area: Catalogue) -> None:
    table = area.index.tables["entry_rules"]
    unread = set()
    for row in range(len(table)):
        try:
            assert str(parse(str(parse(table["rule"][row])))) == str(parse(table["rule"][row]))
        except RuleError:
            unread.add(table["rule_id"][row])
    assert {line.partition(": ")[0] for line in check(area).unread_rules} == unread
    assert len(unread) < 0.05 * len(table)


@pytest.mark.parametrize(
    ("campus", "postcode"), [("Merrist Wood College", "GU3 3PE"), ("Guildford College", "GU1 1EZ")]
)
def test_the_campuses_of_activate_learning_here_are_there(
    area: Catalogue, campus: str, postcode: str
) -> None:
    index = area.index
    sites = index.tables["sites"]
    rows = {sites["name"][r]: r for r in index.rows_of_provider("sites", "urn-134153")}
    assert sites["postcode"][rows[campus]] == postcode
    assert not np.isnan(sites.floats("lat")[rows[campus]])


def test_every_shipped_row_is_of_its_type(area: Catalogue) -> None:
    for name, spec in BY_NAME.items():
        table = area.index.tables[name]
        for number in range(len(table)):
            # An empty cell is no number where a number may be missing, else no text.
            cells: dict[str, object] = {
                key: None if value == "" and spec.row.model_fields[key].default is None else value
                for key, value in table.row(number).items()
            }
            spec.row.model_validate(cells)


def test_every_subject_and_field_of_the_official_offers_is_one_of_ours(area: Catalogue) -> None:
    ours = {(known.name, known.field) for known in subjects().values()}
    table = area.index.tables["courses"]
    for row in range(len(table)):
        if table["official_name"][row]:
            assert (table["subject"][row], table["field"][row]) in ours


def test_no_shipped_count_is_below_six(area: Catalogue) -> None:
    counts = [int(word) for word in area.index.offers["entries"].words if word]
    assert min(counts) >= 6
    results = area.index.tables["results"]
    students = results["measure"].where(["students"])
    values = results.floats("value")[students]
    assert not (values < 6).any()
