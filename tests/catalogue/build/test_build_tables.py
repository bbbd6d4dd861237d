"""A whole build from a small folder in the official layout, traps included."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from support.official_layout import AREA, COURSES, OFFICIAL_SUBJECT_ROWS, POSTCODES, write_folder

from pathways.catalogue.build import BuildReport, build
from pathways.catalogue.build.facts import Facts
from pathways.catalogue.check import check
from pathways.catalogue.publish import publish
from pathways.catalogue.store import load_catalogue
from pathways.errors import SourceError

ABOUT = {"area": AREA.name, "title": AREA.title, "start_year": 2027}


class Built:
    """What a build gave, by id."""

    def __init__(self, tables: Any, report: BuildReport) -> None:
        self.tables: dict[str, Sequence[Any]] = tables
        self.report = report
        self.offers = {row.offer_id: row for row in tables["offers"]}
        self.sites = {row.site_id: row for row in tables["sites"]}
        self.providers = {row.provider_id: row for row in tables["providers"]}
        self.courses = {row.course_id: row for row in tables["courses"]}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_folder(tmp_path_factory.mktemp("official"))


@pytest.fixture(scope="module")
def built(folder: Path) -> Built:
    return Built(*build(AREA, Facts(folder)))


def test_every_official_subject_row_is_an_offer_or_left_out_with_a_reason(built: Built) -> None:
    here = OFFICIAL_SUBJECT_ROWS - 1  # one row is of the neighbouring authority
    offers = [row for row in built.tables["offers"] if row.source_id == "dfe-subjects-2025"]
    assert built.report.accounts == {"subject_rows": here}
    assert len(offers) + len(built.tables["left_out"]) == here
    reasons = {(row.qualification, row.subject): row.reason for row in built.tables["left_out"]}
    assert reasons == {
        ("GCE AS level", "Biology"): "AS_BESIDE_A_LEVEL",
        ("Advanced Extension Award", "Mathematics"): "EXTRA_EXAM",
        ("IBO Higher level component", "Music"): "PART_OF_IB_DIPLOMA",
        ("IBO Standard level component", "French"): "PART_OF_IB_DIPLOMA",
    }


def test_what_is_left_out_names_the_offer_that_stands_for_it(built: Built) -> None:
    for row in built.tables["left_out"]:
        assert (row.merged_into in built.offers) == (row.reason != "EXTRA_EXAM")


def test_an_as_level_without_its_a_level_is_an_offer_taken_alongside(built: Built) -> None:
    french = built.offers["urn-900001.main~as-level.french"]
    assert built.courses[french.course_id].part == "alongside"


def test_the_extended_project_is_taken_alongside_and_an_a_level_is_not(built: Built) -> None:
    assert built.courses["extended-project-epq.extended-project"].part == "alongside"
    assert built.courses["a-level.biology"].part == "main"


def test_the_parts_of_an_ib_diploma_are_one_offer_without_a_count(built: Built) -> None:
    (diploma,) = [key for key in built.offers if "baccalaureate" in key]
    offer = built.offers[diploma]
    assert (offer.entries, offer.entries_note) == (None, "not published")


def test_a_count_below_six_is_stored_nowhere(built: Built) -> None:
    assert built.offers["urn-900001.main~a-level.music"].entries_note == "fewer than six"
    assert built.offers["urn-900002.main~a-level.physics"].entries == 6
    assert all(row.entries is None or row.entries >= 6 for row in built.offers.values())
    for row in built.tables["results"]:
        assert row.measure != "students" or row.value is None or row.value >= 6
    for row in built.tables["signposts"]:
        assert row.count is None or row.count >= 6


def test_a_cohort_that_nobody_took_has_no_results(built: Built) -> None:
    assert not [row for row in built.tables["results"] if row.cohort == "tech_level"]


def test_a_qualification_of_two_sizes_is_two_offers(built: Built) -> None:
    sizes = {c.size for c in built.courses.values() if c.qualification.startswith("Level 3 voc")}
    assert {1.0, 3.0} <= sizes


def test_a_college_group_has_its_main_address_and_its_campuses(built: Built) -> None:
    own = {key: s for key, s in built.sites.items() if s.provider_id == "urn-900003"}
    assert set(own) == {f"urn-900003.{name}" for name in ("main", "north-campus", "south-campus")}
    assert own["urn-900003.main"].name == "Example College Group (campus not stated)"
    # Its postcode comes from the register entry of the college that merged.
    south = own["urn-900003.south-campus"]
    assert (south.postcode, south.lat, south.source_id) == ("ZZ1 5ZZ", 51.43, "gias-2022")


def test_a_listed_course_is_offered_at_its_campus_with_its_own_rule(built: Built) -> None:
    offer = built.offers["urn-900003.south-campus~level-3-vocational-course.horticulture"]
    rules = {row.rule_id: row.rule for row in built.tables["entry_rules"]}
    assert (offer.rule_basis, rules[offer.programme_rule_id]) == ("published", "4 GCSE@4")


def test_a_listed_course_without_a_stated_level_is_a_signpost(built: Built) -> None:
    (found,) = [s for s in built.tables["signposts"] if s.reason == "LISTED_LEVEL_NOT_STATED"]
    assert (found.provider_id, found.detail) == ("urn-900003", "Horticulture")


def test_a_course_of_an_unknown_provider_is_reported_and_not_guessed(built: Built) -> None:
    assert any("Nobody We Know" in line for line in built.report.lines)
    assert not any("Nobody" in row.name for row in built.providers.values())


def test_an_institution_without_subject_rows_stands_with_its_programmes(built: Built) -> None:
    own = [row for row in built.offers.values() if row.site_id == "urn-900004.main"]
    assert [built.courses[row.course_id].subject for row in own] == ["Subjects not listed"] * 2
    assert {row.entries_note for row in own} == {"fewer than six"}
    assert any(
        line.endswith("no subject rows: Example Quiet School.") for line in built.report.lines
    )


def test_an_institution_of_the_subject_rows_alone_has_its_address_from_the_register(
    built: Built,
) -> None:
    new = built.providers["urn-900005"]
    assert (new.source_id, new.la) == ("dfe-subjects-2025", "Exampleshire")
    assert built.sites["urn-900005.main"].postcode == "ZZ1 4ZZ"


def test_an_ended_postcode_is_placed_by_its_sector_and_says_so(built: Built) -> None:
    site = built.sites["urn-900004.main"]
    assert (site.lat, site.lon, site.coordinate_basis) == (51.44, -0.3, "sector")


def test_an_employer_without_an_address_has_a_site_without_a_place(built: Built) -> None:
    site = built.sites["name-example-hospital.main"]
    assert (site.lat, site.coordinate_basis) == (None, "not_published")


def test_a_fee_paying_school_says_so(built: Built) -> None:
    fees = {key for key, row in built.providers.items() if row.fee_paying}
    assert fees == {"urn-900002"}


def test_the_newest_published_rule_stands_and_other_areas_stay_out(built: Built) -> None:
    programme = [r for r in built.tables["entry_rules"] if r.provider_id == "urn-900001"]
    assert [(r.rule, r.entry_year) for r in programme if r.scope == "programme"] == [
        ("6 GCSE@4", "2026")
    ]
    assert not [r for r in built.tables["entry_rules"] if r.provider_id == "urn-900011"]


def test_where_a_provider_publishes_nothing_the_rule_is_typical_and_says_so(built: Built) -> None:
    assert built.offers["urn-900002.main~a-level.physics"].rule_basis == "typical"
    assert built.offers["urn-900001.main~a-level.biology"].rule_basis == "published"


def test_a_subject_whose_entry_grades_are_published_is_an_offer(built: Built) -> None:
    offer = built.offers["urn-900001.main~a-level.economics"]
    assert (offer.basis, offer.entries_note) == ("provider", "not published")


def test_a_standard_with_fewer_than_six_starts_is_not_shown(built: Built) -> None:
    shown = [c.subject for c in built.courses.values() if c.route.startswith("apprenticeship")]
    assert shown == ["Example Carer"]


def test_other_training_providers_are_signposts(built: Built) -> None:
    (found,) = [s for s in built.tables["signposts"] if s.reason == "TRAINED_APPRENTICES_HERE"]
    assert (found.provider_name, found.count, found.place) == (
        *("EXAMPLE TRAINING LTD", 25),
        "Exampleton",
    )


def _published(folder: Path, to: Path) -> dict[str, bytes]:
    facts = Facts(folder)
    tables, report = build(AREA, facts)
    publish(tables, to, about=ABOUT | {"accounts": report.accounts})
    return {path.name: path.read_bytes() for path in to.iterdir()}


def test_a_build_is_the_same_bytes_twice_and_in_any_order_of_rows(
    folder: Path, tmp_path: Path
) -> None:
    once = _published(folder, tmp_path / "once")
    assert len(once) == 12
    assert _published(folder, tmp_path / "twice") == once
    for seed in (1, 2, 3):
        mixed = write_folder(tmp_path / f"mixed{seed}", shuffled=seed)
        assert _published(mixed, tmp_path / f"from{seed}") == once


def test_the_quality_report_of_a_build_accounts_for_all_and_finds_no_fault(
    folder: Path, tmp_path: Path
) -> None:
    _published(folder, tmp_path / "area")
    report = check(load_catalogue(tmp_path / "area"))
    assert report.faults == ()
    assert report.accounts[-1].strip() == "0 not accounted for"
    assert "Only in the 2024/25 subject rows: Example New School" in report.gaps
    assert "1 institutions without subject rows: Example Quiet School" in report.gaps
    assert any("placed by postcode sector" in line for line in report.gaps)


def test_a_missing_source_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, without=[POSTCODES])
    with pytest.raises(SourceError) as caught:
        build(AREA, Facts(folder))
    assert POSTCODES in caught.value.message
    assert "Download it" in caught.value.message


def test_area_facts_are_optional(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, without=[COURSES])
    tables, _ = build(AREA, Facts(folder))
    assert {row.rule_basis for row in tables["offers"]} <= {"typical", "unknown"}  # type: ignore[attr-defined]
    assert not tables["events"]
