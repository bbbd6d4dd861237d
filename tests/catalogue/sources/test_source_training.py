"""T Level lists and apprenticeship statistics, from hand-written files in the official layouts."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from pathways.catalogue.sources import (
    read_breakdowns,
    read_course_directory,
    read_districts,
    read_standards,
    read_t_level_additional,
    read_t_level_providers,
)
from pathways.errors import SourceError

Save = Callable[..., Path]

NAMES = {"qualifications": {"37": "Digital Example", "41": "Health Example"}}
VENUE: dict[str, Any] = {
    "name": "",
    "postcode": "zz11zz",
    "town": "Exampleton",
    "latitude": 51.5,
    "longitude": -0.3,
    "website": "https://example.org/t-levels",
    "deliveryYears": [{"year": 2021, "qualifications": [37, 41]}],
}
COLLEGE: dict[str, Any] = {"ukPrn": 10000001, "name": "Example College", "locations": [VENUE]}


def _t_levels(save: Save, *providers: dict[str, Any]) -> Any:
    names = save(json.dumps(NAMES), "names.json")
    return read_t_level_providers(save(json.dumps({"providers": providers}), "t.json"), names)


def test_t_levels_are_one_row_a_venue_a_subject_and_a_year(save: Save) -> None:
    read = _t_levels(save, COLLEGE)
    assert read.problems == ()
    assert read.table["t_level"].tolist() == ["Digital Example", "Health Example"]
    assert read.table.drop(columns="t_level").iloc[0].to_dict() == {
        "ukprn": "10000001",
        "provider": "Example College",
        "venue": "",
        "town": "Exampleton",
        "postcode": "ZZ1 1ZZ",
        "lat": 51.5,
        "lon": -0.3,
        "delivery_year": 2021,
        "website": "https://example.org/t-levels",
    }


@pytest.mark.parametrize("inside", [False, True])
def test_a_test_record_is_left_out_with_a_problem(save: Save, inside: bool) -> None:
    mail = {"email": "Test@YTest.com"}
    test = COLLEGE | ({"locations": [VENUE | mail]} if inside else mail) | {"ukPrn": 10000002}
    names = save(json.dumps(NAMES), "names.json")
    read = read_t_level_additional(save(json.dumps({"providers": [COLLEGE, test]})), names)
    assert set(read.table["ukprn"]) == {"10000001"}
    (problem,) = read.problems
    assert problem.code == "TEST_RECORD"
    assert problem.message.startswith("sample.csv, providers, record 2: ")


def test_a_t_level_without_a_name_is_reported_and_not_guessed(save: Save) -> None:
    venue = VENUE | {"deliveryYears": [{"year": 2021, "qualifications": [37, 99]}]}
    read = _t_levels(save, COLLEGE | {"locations": [venue]})
    assert read.table["t_level"].tolist() == ["Digital Example"]
    assert [(p.code, p.value) for p in read.problems] == [("UNKNOWN_T_LEVEL", "99")]


@pytest.mark.parametrize(
    ("change", "code", "kept"),
    [
        ({"postcode": "here"}, "BAD_POSTCODE", 1),
        ({"website": "none at all"}, "BAD_WEBSITE", 1),
        ({"latitude": 0}, "BAD_COORDINATE", 0),
        ({"longitude": None}, "MISSING_VALUE", 0),
        ({"deliveryYears": [{"year": "soon", "qualifications": [37]}]}, "BAD_YEAR", 0),
        ({"deliveryYears": [{"year": 2021, "qualifications": [37, 37]}]}, "DUPLICATE_ROW", 1),
    ],
)
def test_a_bad_venue_is_a_problem(save: Save, change: dict[str, Any], code: str, kept: int) -> None:
    one = {"deliveryYears": [{"year": 2021, "qualifications": [37]}]}
    read = _t_levels(save, COLLEGE | {"locations": [VENUE | one | change]})
    assert len(read.table) == kept
    assert [p.code for p in read.problems] == [code]


@pytest.mark.parametrize("content", ['{"providers": {}}', '{"other": []}', "[1, 2]"])
def test_json_of_another_shape_is_refused(save: Save, content: str) -> None:
    names = save(json.dumps(NAMES), "names.json")
    with pytest.raises(SourceError, match=r"t\.json: the field providers is missing"):
        read_t_level_providers(save(content, "t.json"), names)


def test_broken_json_is_refused_with_its_line(save: Save) -> None:
    with pytest.raises(SourceError, match=r"t\.json: the file is damaged .*line 2"):
        read_course_directory(save('{"tLevels":\n[}', "t.json"))


def test_a_table_where_json_is_needed_is_refused(save: Save) -> None:
    with pytest.raises(SourceError, match="this is a CSV file, and a JSON file is needed here"):
        read_course_directory(save("a,b\n1,2\n"))


def test_the_course_directory_is_one_row_a_venue(save: Save) -> None:
    place = {"venueName": "Main", "town": "Exampleton", "postcode": "ZZ1 1ZZ"}
    offer = {
        "provider": {"ukprn": "10000001", "providerName": "Example College", "email": "a@b.org"},
        "qualification": {"tLevelName": "T Level Health Example"},
        "startDate": "2021-09-01T00:00:00",
        "entryRequirements": "Ask us.",
        "whoFor": None,
        "website": "https://example.org",
        "locations": [place | {"latitude": 51.5, "longitude": -0.3}],
    }
    read = read_course_directory(save(json.dumps({"tLevels": [offer]})))
    row = read.table.iloc[0]
    assert row[["t_level", "venue", "start_date", "who_for"]].tolist() == [
        *("Health Example", "Main", "2021-09-01", "")
    ]
    assert "a@b.org" not in row.tolist()


STANDARD = {
    "year": "2024/25",
    "apps_Level": "Advanced Apprenticeship",
    "std_fwk_name": "Example Fabricator",
    "ssa_t1_desc": "Engineering",
    "ssa_t2_desc": "Manufacturing",
    "std_fwk_flag": "Standard",
    "provider_type": "Other",
    "provider_name": "Example (North) Training (10000001)",
    "measure": "Starts",
    "values": 23,
}


def _parquet(save: Save, *rows: dict[str, Any]) -> Path:
    stream = io.BytesIO()
    pd.DataFrame(rows).to_parquet(stream)
    return save(stream.getvalue(), "sample.parquet")


def test_a_standard_is_read_with_its_provider_split_and_frameworks_dropped(save: Save) -> None:
    framework = STANDARD | {"std_fwk_flag": "Framework", "std_fwk_name": "Old"}
    part = STANDARD | {"year": "2025/26 (Aug to Apr)", "apps_Level": "Higher Apprenticeship"}
    read = read_standards(_parquet(save, STANDARD, framework, part))
    assert read.problems == ()
    assert read.rows_read == 3
    assert read.table.iloc[0].to_dict() == {
        "provider": "Example (North) Training",
        "ukprn": "10000001",
        "provider_type": "Other",
        "year": "2024/25",
        "level": "L3",
        "standard": "Example Fabricator",
        "sector_tier1": "Engineering",
        "sector_tier2": "Manufacturing",
        "measure": "starts",
        "value": 23.0,
    }
    assert read.table.loc[1, ["year", "level"]].tolist() == ["2025/26 (Aug to Apr)", "L4+"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"provider_name": "Nobody"}, "BAD_UKPRN"),
        ({"apps_Level": "Level 2"}, "BAD_VALUE"),
        ({"measure": "Leavers"}, "BAD_VALUE"),
        ({"std_fwk_flag": None}, "MISSING_VALUE"),
        ({"year": "24"}, "BAD_YEAR"),
    ],
)
def test_a_bad_standard_is_a_problem(save: Save, change: dict[str, Any], code: str) -> None:
    read = read_standards(_parquet(save, STANDARD, STANDARD | change))
    assert len(read.table) == 1
    assert [(p.row, p.code, p.column) for p in read.problems] == [(2, code, next(iter(change)))]


def test_a_suppressed_count_is_no_number(save: Save) -> None:
    read = read_standards(_parquet(save, STANDARD | {"values": "z"}))
    assert read.table["value"].isna().all()
    assert read.problems == ()


COUNTS = {"starts": 2, "enrolments": 3, "achievements": 0}
WHO = {"year": "2024/25", "provider_name": "Example Training (10000001)"}


def test_districts_say_where_apprentices_live_and_train(save: Save) -> None:
    row = WHO | {"learner_home_lad": "Barnet", "delivery_lad": "Ealing"} | COUNTS
    table = read_districts(_parquet(save, row)).table
    assert table[["ukprn", "home", "delivery", "starts"]].iloc[0].tolist() == [
        *("10000001", "Barnet", "Ealing", 2.0)
    ]


def test_breakdowns_are_by_level_and_age(save: Save) -> None:
    row = WHO | COUNTS | {"provider_type": "Other", "apps_Level": "Intermediate Apprenticeship"}
    row |= {"age_group": "Under 19", "delivery_region": "London", "learner_home_region": "London"}
    read = read_breakdowns(_parquet(save, row, row | {"age_group": "all"}))
    assert read.table[["level", "age_group"]].to_numpy().tolist() == [["L2", "Under 19"]]
    assert [p.code for p in read.problems] == ["BAD_VALUE"]


def test_parquet_without_the_columns_or_cut_short_is_refused(save: Save) -> None:
    with pytest.raises(SourceError, match="these columns are missing: apps_Level, std_fwk_name"):
        read_standards(_parquet(save, WHO))
    with pytest.raises(SourceError, match="damaged or was cut short"):
        read_standards(save(b"PAR1 and no more", "cut.parquet"))
    with pytest.raises(SourceError, match="this is a CSV file, and a Parquet file is needed here"):
        read_standards(save("year,provider_name\n1,2\n"))
