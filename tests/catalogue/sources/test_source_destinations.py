"""Where leavers went, from a hand-written file in the official layout, and the official file whole."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from pathways.catalogue.sources import read_destinations
from pathways.errors import SourceError

Save = Callable[..., Path]

WENT = {"OVERALL": "90%", "HE": "60%", "FE": "8%", "OTHER_EDU": "2%", "APPREN": "5%"}
WENT |= {"EMPLOYMENT": "15%", "NOT_SUSTAINED": "6%", "NOT_CAPTURED": "4%"}


def _level(start: str, cohort: str, **cells: str) -> dict[str, str]:
    shares = {f"{start}_{name}PER": cells.get(name, share) for name, share in WENT.items()}
    return {f"{start}_COHORT": cohort, **shares}


def _all(start: str, cohort: str, code: str) -> dict[str, str]:
    return _level(start, cohort, **dict.fromkeys(WENT, code))


SCHOOL = {
    "RECTYPE": "1",
    "LEA": "314",
    "URN": "100001",
    "SCHNAME": "Example Sixth Form",
    **_level("TOT", "120"),
    **_level("L3", "110", HE="SP"),
    **_all("L2", "4", "SUPP"),
    **_all("LALLOTH", "NA", "NA"),
}


def _csv(*rows: dict[str, str]) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def _cells(table: pd.DataFrame) -> dict[tuple[str, str], float | str]:
    return {
        (row.cohort, row.measure): row.text if pd.isna(row.value) else row.value
        for row in table.itertuples()
    }


def test_leavers_are_one_row_a_level_and_thing_they_did(save: Save) -> None:
    read = read_destinations(save(_csv(SCHOOL), "ks5-studest.csv"))
    found = _cells(read.table)
    assert len(found) == 4 * 9
    assert found["leavers_all", "leavers"] == 120.0
    assert found["leavers_all", "higher_education_pct"] == 60.0
    assert found["leavers_all", "not_captured_pct"] == 4.0
    assert found["leavers_level_2", "sustained_pct"] == "SUPP"
    assert found["leavers_level_3", "higher_education_pct"] == "SP"
    assert found["leavers_other", "leavers"] == "NA"
    assert read.problems == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_any_usual_encoding_is_read(save: Save, encoding: str) -> None:
    named = SCHOOL | {"SCHNAME": "St Chloé’s"}
    read = read_destinations(save(_csv(named), encoding=encoding))
    assert set(read.table["urn"]) == {"100001"}


def test_rows_of_areas_and_consortia_are_not_institutions(save: Save) -> None:
    others = [SCHOOL | {"RECTYPE": kind, "URN": ""} for kind in ("3", "LA", "NAT")]
    read = read_destinations(save(_csv(SCHOOL, *others)))
    assert set(read.table["urn"]) == {"100001"}
    assert read.problems == ()


@pytest.mark.parametrize(
    ("heading", "value", "code"),
    [
        ("TOT_HEPER", "lots", "BAD_NUMBER"),
        ("TOT_HEPER", "104%", "BAD_NUMBER"),
        ("TOT_HEPER", "-1%", "BAD_NUMBER"),
        ("L3_COHORT", "many", "BAD_NUMBER"),
    ],
)
def test_a_bad_cell_is_a_problem_and_the_rest_loads(
    save: Save, heading: str, value: str, code: str
) -> None:
    read = read_destinations(save(_csv(SCHOOL | {heading: value}), "ks5-studest.csv"))
    (problem,) = read.problems
    assert (problem.code, problem.row, problem.column) == (code, 2, heading)
    assert len(read.table) == 4 * 9 - 1


@pytest.mark.parametrize(
    ("urn", "code"), [("12", "BAD_URN"), ("", "MISSING_VALUE"), ("100001", "DUPLICATE_ROW")]
)
def test_a_row_without_its_own_urn_is_left_out(save: Save, urn: str, code: str) -> None:
    read = read_destinations(save(_csv(SCHOOL, SCHOOL | {"URN": urn})))
    assert [problem.code for problem in read.problems] == [code]
    assert len(read.table) == 4 * 9


def test_a_missing_column_is_named(save: Save) -> None:
    without = {name: cell for name, cell in SCHOOL.items() if name != "L3_NOT_SUSTAINEDPER"}
    with pytest.raises(SourceError, match="L3_NOT_SUSTAINEDPER"):
        read_destinations(save(_csv(without)))


@pytest.mark.official
def test_the_official_file_is_read_whole(official: Path) -> None:
    read = read_destinations(official / "destinations" / "england_ks5-studest.csv.gz")
    assert read.rows_read == 2_259
    assert read.table["urn"].nunique() == 2_095
    assert read.problems == ()
    assert len(read.table) == 2_095 * 4 * 9
    assert (read.table["value"].notna() | (read.table["text"] != "")).all()
    shares = read.table[(read.table["measure"] != "leavers") & read.table["value"].notna()]
    parts = shares[shares["measure"] != "sustained_pct"]
    groups = parts.groupby(["urn", "cohort"])["value"].agg(["sum", "count"])
    whole = groups.loc[groups["count"] == 7, "sum"]
    assert whole.between(95, 105).all()  # seven rounded shares of one group
