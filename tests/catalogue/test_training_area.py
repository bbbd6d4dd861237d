"""The fictional training area: whole, plausible, labelled, and built from hand-written files."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any, get_args

import numpy as np
import pytest

from pathways.catalogue.build_training import build_training, training_tables
from pathways.catalogue.check import check
from pathways.catalogue.entry_rules import parse
from pathways.catalogue.store import Catalogue, load_catalogue
from pathways.catalogue.tables import BY_NAME
from pathways.catalogue.types import ProviderKind, Route
from pathways.errors import CatalogueError
from pathways.learner.learner import Learner
from pathways.paths import AREAS
from pathways.rules.availability import course_availability
from pathways.travel import travel


@pytest.fixture(scope="module")
def area() -> Catalogue:
    return load_catalogue(AREAS / "training")


def column(area: Catalogue, table: str, name: str) -> list[str]:
    found = area.index.tables[table]
    return [found[name][row] for row in range(len(found))]


def test_it_says_that_it_is_fictional_everywhere(area: Catalogue) -> None:
    assert area.fictional
    assert "fictional" in area.title
    sources = area.index.tables["sources"]
    assert len(sources) == 1
    assert sources["attribution"][0] == "Fictional: made for training and demonstrations"
    for name, spec in BY_NAME.items():
        if "source_id" in spec.columns:
            assert set(column(area, name, "source_id")) <= {"training-area"}
    assert all("fictional" in la for la in column(area, "providers", "la"))


def test_it_has_no_fault_and_no_rule_that_cannot_be_read(area: Catalogue) -> None:
    report = check(area)
    assert report.faults == ()
    assert report.unread_rules == ()
    assert report.gaps == ()


def test_it_builds_the_same_bytes_as_ship(area: Catalogue, tmp_path: Path) -> None:
    manifest = build_training(tmp_path / "training")
    assert manifest["tables"] == dict(area.manifest["tables"])


def test_it_has_providers_of_every_kind_and_about_450_offers(area: Catalogue) -> None:
    kinds = set(column(area, "providers", "kind"))
    assert (
        {
            *("school_sixth_form", "utc", "sixth_form_college", "fe_college", "land_based_college"),
            *("specialist_college", "training_provider", "employer", "independent_school"),
        }
        <= kinds
        <= set(get_args(ProviderKind))
    )
    assert 15 <= len(area.index.tables["providers"]) <= 18
    assert 420 <= len(area.index) <= 480
    assert "girls" in column(area, "providers", "gender")
    assert any(column(area, "providers", "religion"))
    owners, kind_of = column(area, "providers", "provider_id"), column(area, "providers", "kind")
    colleges = {p for p, kind in zip(owners, kind_of, strict=True) if kind == "fe_college"}
    sited = Counter(column(area, "sites", "provider_id"))
    assert len(colleges) == 2
    assert all(sited[one] >= 2 for one in colleges)


def test_every_route_from_entry_level_to_level_3_is_there(area: Catalogue) -> None:
    routes = Counter(area.index.of_course("route")[row] for row in range(len(area.index)))
    assert set(routes) == set(get_args(Route))
    v_levels = {
        area.index.of_course("subject")[row]
        for row in range(len(area.index))
        if area.index.of_course("route")[row] == "v_level"
    }
    assert v_levels == {"Digital", "Education and Early Years", "Finance and Accounting"}


def test_nothing_closed_undated_or_not_yet_open_is_offered(area: Catalogue) -> None:
    courses = area.index.tables["courses"]
    for row in range(len(courses)):
        cells = courses.row(row)
        answer = course_availability(
            cells["route"], cells["qualification"], cells["subject"], start_year=2027
        )
        assert answer.state in ("yes", "check"), cells
        assert answer.area_funding != "ends", cells
        assert "raineeship" not in cells["qualification"]
    t_levels = [courses.row(r) for r in range(len(courses)) if courses["route"][r] == "t_level"]
    assert len(t_levels) >= 15
    for cells in t_levels:
        found = course_availability("t_level", "T Level", cells["subject"], start_year=2027)
        assert found.state == "yes", cells


def test_every_offer_has_a_published_rule_in_the_rule_language(area: Catalogue) -> None:
    assert set(column(area, "offers", "rule_basis")) == {"published"}
    for text in column(area, "entry_rules", "rule"):
        assert str(parse(text)) == text


def test_supported_internships_ask_for_a_plan_and_apprenticeships_for_an_employer(
    area: Catalogue,
) -> None:
    rules = area.index.tables["entry_rules"]
    for row in range(len(rules)):
        cells = rules.row(row)
        if cells["qualification"] == "supported_internship":
            assert "EHCP" in cells["rule"]
        if "apprenticeship" in cells["qualification"] and cells["scope"] == "programme":
            assert "interview" in cells["rule"]


def test_places_have_coordinates_close_together_and_no_postcode(area: Catalogue) -> None:
    sites = area.index.tables["sites"]
    assert set(sites["postcode"].words) == {""}
    for name, middle in (("lat", 55.14), ("lon", -2.25)):
        found = sites.floats(name)
        assert not np.isnan(found).any()
        assert (np.abs(found - middle) < 0.2).all()


def test_journeys_can_be_worked_out_from_a_real_postcode_nearby(area: Catalogue) -> None:
    one = Learner.read({"home": {"postcode": "NE48 2AA"}})
    km = travel(area.index, one).km
    assert not np.isnan(km).any()
    assert km.min() < 5
    assert 10 < km.max() < 30


def test_events_and_deadlines_are_in_the_school_year(area: Catalogue) -> None:
    dates = [date for date in column(area, "events", "date") if date]
    assert len(dates) >= 25
    assert all("2026-09-01" <= date <= "2027-08-31" for date in dates)
    assert set(column(area, "events", "kind")) == {"deadline", "open_event", "enrolment"}


def test_one_joint_programme_names_both_partners(area: Catalogue) -> None:
    joint = [text for text in column(area, "offers", "note") if "Joint programme" in text]
    assert len(joint) == 1
    names = column(area, "providers", "name")
    assert sum(name in joint[0] for name in names) == 2


def test_a_subject_without_a_field_is_an_error_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "area.yaml").write_text(_AREA, "utf-8")
    (tmp_path / "one.yaml").write_text(_ONE, "utf-8")
    with pytest.raises(CatalogueError, match=r"Knitting.*Add it under fields"):
        training_tables(tmp_path)


def test_a_small_folder_gives_each_row_once(tmp_path: Path) -> None:
    (tmp_path / "area.yaml").write_text(_AREA, "utf-8")
    (tmp_path / "one.yaml").write_text(_ONE.replace("Knitting", "Biology | Biology@6"), "utf-8")
    tables: dict[str, Any] = dict(training_tables(tmp_path))
    assert [row.rule for row in tables["entry_rules"]] == ["5 GCSE@4", "Biology@6"]
    assert [row.offer_id for row in tables["offers"]] == ["training-one.main~a-level.biology"]


_AREA = """
area: training
title: T
start_year: 2027
la: Council (fictional)
region: R
year: made up
source: {source_id: training-area, title: T, publisher: P, year: y, licence: l, attribution: Fictional}
fields: {Science: [Biology]}
"""
_ONE = """
provider: {id: one, name: One, kind: school_sixth_form}
sites: [{id: main, name: One, town: T, lat: 55.1, lon: -2.2}]
offers:
- {route: a_level, qualification: A level, length: "2", rule: 5 GCSE@4, subjects: [Knitting]}
"""
