"""Institutions, their results and subjects, from hand-written files in the official layouts."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import Workbook

from pathways.catalogue.sources import (
    read_institution_results,
    read_institution_subjects,
    totals,
)
from pathways.errors import SourceError

Save = Callable[..., Path]

SCHOOL = {
    "RECTYPE": "1",
    "URN": "100001",
    "SCHNAME": "Example Sixth Form",
    "NFTYPE/FESITYPE": "ACC",
    "LEA": "314",
    "ADDRESS1": "Example House",
    "ADDRESS2": "",
    "ADDRESS3": "1 Sample Road",
    "TOWN": "Exampleton",
    "PCODE": "zz1 1zz",
    "TELNUM": "2079460000",
    "RELDENOM": "Does not apply",
    "ADMPOL": "NSE",
    "GEND1618": "MIXED",
    "AGERANGE": " 11-18",
    "TPUP1618": "210",
    "TALLPUP_ALEV_1618": "90",
    "TALLPPE_ALEV_1618": "34.20",
    "TALLPPEGRD_ALEV_1618": "C+",
    "TB3PTSE_GRD": "B-",
    "PTAAB_2FAC": "12.50%",
    "PT_Retained_ALEV_Ret": "NA",
    "VA_INS_ALEV": "-0.12",
    "PROGRESS_BAND_ALEV": "3",
    "TALLPUP_TechCert": "SUPP",
}
VALUE_ADDED = ("VA_INS_ALEV", "PROGRESS_BAND_ALEV")


def _csv(*rows: dict[str, str]) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def _performance(save: Save, *rows: dict[str, str]) -> Any:
    return read_institution_results(save(_csv(*rows), "ks5final.csv"), year="2023/24")


def test_an_institution_is_read_with_its_address_and_telephone_mended(save: Save) -> None:
    read = _performance(save, SCHOOL)
    assert read.institutions.problems == ()
    assert read.institutions.table.iloc[0].to_dict() == {
        "urn": "100001",
        "name": "Example Sixth Form",
        "type_code": "ACC",
        "la_code": "314",
        "address": "Example House, 1 Sample Road",
        "town": "Exampleton",
        "postcode": "ZZ1 1ZZ",
        "phone": "02079460000",
        "religion": "Does not apply",
        "admission_policy": "NSE",
        "gender": "mixed",
        "age_range": "11-18",
        "students_16_18": 210.0,
    }


@pytest.mark.parametrize(
    ("written", "phone"), [("0", ""), ("", ""), ("01632 960000", "01632960000")]
)
def test_a_telephone_of_0_is_no_telephone(save: Save, written: str, phone: str) -> None:
    read = _performance(save, SCHOOL | {"TELNUM": written})
    assert read.institutions.table["phone"].item() == phone


def test_results_are_one_row_a_measure_with_grade_or_code_as_text(save: Save) -> None:
    table = _performance(save, SCHOOL).results.table
    got = {
        (row.cohort, row.measure): row.text if pd.isna(row.value) else row.value
        for row in table.itertuples()
    }
    assert got == {
        ("a_level", "students"): 90.0,
        ("a_level", "aps"): 34.2,
        ("a_level", "grade"): "C+",
        ("a_level", "best3_grade"): "B-",
        ("a_level", "aab_pct"): 12.5,
        ("a_level", "retained_pct"): "NA",
        ("a_level", "va"): -0.12,
        ("a_level", "va_band"): 3.0,
        ("technical_certificate", "students"): "SUPP",
    }
    assert set(table["year"]) == {"2023/24"}
    assert set(table["urn"]) == {"100001"}


@pytest.mark.parametrize(("written", "text"), [("C", "C"), ("c", "c"), ("Supp", "SUPP")])
def test_an_average_grade_of_c_is_no_code(save: Save, written: str, text: str) -> None:
    table = _performance(save, SCHOOL | {"TALLPPEGRD_ALEV_1618": written}).results.table
    assert table.loc[table["measure"] == "grade", "text"].tolist() == [text]


def test_a_year_without_value_added_has_no_value_added_rows(save: Save) -> None:
    older = {name: cell for name, cell in SCHOOL.items() if name not in VALUE_ADDED}
    measures = set(_performance(save, older).results.table["measure"])
    assert "aps" in measures
    assert not {measure for measure in measures if measure.startswith("va")}


EARLIER = {
    "TALLPUP_ALEV_1618_23": "80",
    "TALLPPEGRD_ALEV_1618_23": "C",
    "PT_RETAINED_ALEV_RET_23": "97.10%",
    "PT_RETAINED_ALEV_RET_22": "SUPP",
    "TALLPUP_TECHCERT_22": "NE",
    "VA_INS_ALEV_23": "",
    "T_SCOPEEX_E_21": "41",
    "PROGEX_E_21": "-0.25",
    "PROGEX_M_21": "SUPP",
}


def test_earlier_years_of_the_same_file_are_kept_apart_by_year(save: Save) -> None:
    read = _performance(save, SCHOOL | EARLIER)
    got = {
        (row.cohort, row.year, row.measure): row.text if pd.isna(row.value) else row.value
        for row in read.earlier.table.itertuples()
    }
    assert got == {
        ("a_level", "2022/23", "students"): 80.0,
        ("a_level", "2022/23", "grade"): "C",
        ("a_level", "2022/23", "retained_pct"): 97.1,
        ("a_level", "2021/22", "retained_pct"): "SUPP",
        ("technical_certificate", "2021/22", "students"): "NE",
        ("english", "2020/21", "students"): 41.0,
        ("english", "2020/21", "em_progress"): -0.25,
        ("maths", "2020/21", "em_progress"): "SUPP",
    }
    assert set(read.results.table["year"]) == {"2023/24"}


def test_a_bad_cell_of_an_earlier_year_is_a_problem(save: Save) -> None:
    read = _performance(save, SCHOOL | EARLIER | {"PT_RETAINED_ALEV_RET_23": "most"})
    (problem,) = read.earlier.problems
    assert (problem.code, problem.column) == ("BAD_NUMBER", "PT_RETAINED_ALEV_RET_23")
    assert read.results.problems == ()


def test_a_file_without_earlier_years_has_no_earlier_rows(save: Save) -> None:
    assert len(_performance(save, SCHOOL).earlier.table) == 0


def test_rows_of_areas_and_consortia_are_not_institutions(save: Save) -> None:
    consortium = SCHOOL | {"RECTYPE": "3", "URN": "100009", "NFTYPE/FESITYPE": "3064002"}
    read = _performance(save, SCHOOL, consortium, SCHOOL | {"RECTYPE": "5", "URN": ""})
    assert read.institutions.table["urn"].tolist() == ["100001"]
    assert read.institutions.problems == ()


@pytest.mark.parametrize(
    ("heading", "value", "code", "rows"),
    [
        ("URN", "10001", "BAD_URN", 1),
        ("URN", "", "MISSING_VALUE", 1),
        ("URN", "100001", "DUPLICATE_ROW", 1),
        ("NFTYPE/FESITYPE", "3064002", "BAD_VALUE", 1),
        ("ADMPOL", "3066906", "BAD_VALUE", 1),
        ("GEND1618", "MIXD", "BAD_VALUE", 1),
        ("LEA", "Leeds", "BAD_VALUE", 1),
        ("PCODE", "not one", "BAD_POSTCODE", 2),
        ("TPUP1618", "many", "BAD_NUMBER", 2),
    ],
)
def test_a_bad_cell_is_a_problem_and_the_rest_loads(
    save: Save, heading: str, value: str, code: str, rows: int
) -> None:
    second = SCHOOL | {"URN": "100002"} | {heading: value}
    read = _performance(save, SCHOOL, second).institutions
    assert len(read.table) == rows
    assert read.table["urn"].tolist()[0] == "100001"
    (problem,) = read.problems
    assert (problem.code, problem.row, problem.column) == (code, 3, heading)
    assert problem.message.startswith(f"ks5final.csv, row 3, column {heading}: ")
    assert problem.left_out == ("row" if rows == 1 else "cell")


def test_a_bad_result_is_left_out_alone(save: Save) -> None:
    read = _performance(save, SCHOOL | {"TALLPPE_ALEV_1618": "34..2"}).results
    assert "aps" not in set(read.table["measure"])
    assert "students" in set(read.table["measure"])
    (problem,) = read.problems
    assert (problem.code, problem.row, problem.column) == ("BAD_NUMBER", 2, "TALLPPE_ALEV_1618")


def test_every_missing_column_is_named_at_once(save: Save) -> None:
    with pytest.raises(
        SourceError, match=r"ks5final\.csv: these columns are missing: .*SCHNAME.*LEA"
    ):
        _performance(save, {"URN": "100001", "RECTYPE": "1"})


HEADINGS = [
    *("Year", "Local Authority", "URN", "School or college name", "School or college type"),
    *("Exam cohort", "Qualification", "Level", "ASIZE", "GSIZE", "Grade structure", "Subject"),
    *("Grade/Total entries", "Number of exams"),
]
ABOUT = [2025, "Sampleshire", 100001, "Example Sixth Form", "Converter Academy"]
A_LEVEL = [*ABOUT, "A level", "GCE A level", 3, 1, 4, "*,A,B,C,D,E", "Biology"]
IB = [*ABOUT, "Other academic", "IBO Higher level component", 3, 0.3, 1.2, "7,6,5", "Music"]
SUBJECT_ROWS: list[list[Any]] = [
    [*A_LEVEL, "A", 6],
    [*A_LEVEL, "*", "Supp"],
    [*A_LEVEL, "Total", 8],
    [*IB, 7, "Supp"],
    [*IB, "Total", 3],
]


def _subjects_csv(rows: list[list[Any]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(HEADINGS)
    # As in the official CSV: every number has a decimal point.
    writer.writerows([float(c) if isinstance(c, int) else c for c in row] for row in rows)
    return stream.getvalue()


def _subjects_book(rows: list[list[Any]], sheet: str = "Institution_subject_results") -> bytes:
    book = Workbook()
    book.worksheets[0].title = "Contents"
    page = book.create_sheet(sheet)
    for row in [HEADINGS, *rows, [None] * 14]:
        page.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_the_workbook_and_its_csv_give_equal_tables(save: Save) -> None:
    from_book = read_institution_subjects(save(_subjects_book(SUBJECT_ROWS), "subjects.xlsx"))
    from_csv = read_institution_subjects(save(_subjects_csv(SUBJECT_ROWS), "subjects.csv"))
    pd.testing.assert_frame_equal(from_book.table, from_csv.table)
    assert from_book.problems == from_csv.problems == ()
    assert from_csv.table["grade"].tolist() == ["A", "*", "Total", "7", "Total"]
    assert from_csv.table["exams_code"].tolist() == ["", "SUPP", "", "SUPP", ""]
    assert set(from_csv.table["year"]) == {"2024/25"}
    assert set(from_csv.table["urn"]) == {"100001"}


def test_totals_are_one_row_an_offer(save: Save) -> None:
    rows = totals(read_institution_subjects(save(_subjects_csv(SUBJECT_ROWS))))
    assert rows[["subject", "asize", "entries"]].to_dict("records") == [
        {"subject": "Biology", "asize": 1.0, "entries": 8.0},
        {"subject": "Music", "asize": 0.3, "entries": 3.0},
    ]


@pytest.mark.parametrize(
    ("place", "value", "code", "kept"),
    [
        (0, "last year", "BAD_YEAR", 5),
        (2, 12, "BAD_URN", 5),
        (6, "", "MISSING_VALUE", 5),
        (11, "", "MISSING_VALUE", 5),
        (12, "*", "DUPLICATE_ROW", 5),
        (8, "big", "BAD_NUMBER", 6),
        (13, "several", "BAD_NUMBER", 6),
    ],
)
def test_a_bad_subject_row_is_a_problem_in_either_form(
    save: Save, place: int, value: Any, code: str, kept: int
) -> None:
    bad: list[Any] = [*A_LEVEL, "B", 6]
    bad[place] = value
    rows = [*SUBJECT_ROWS, bad]
    for path in (save(_subjects_csv(rows), "s.csv"), save(_subjects_book(rows), "s.xlsx")):
        read = read_institution_subjects(path)
        assert len(read.table) == kept
        (problem,) = read.problems
        assert (problem.code, problem.row) == (code, 7)


def test_a_workbook_without_the_sheet_is_refused_with_the_sheets_it_has(save: Save) -> None:
    path = save(_subjects_book(SUBJECT_ROWS, "Sheet1"), "other.xlsx")
    with pytest.raises(SourceError) as caught:
        read_institution_subjects(path)
    assert caught.value.message == (
        "other.xlsx: the workbook has no sheet named Institution_subject_results. "
        "Its sheets are: Contents, Sheet1. "
        "Rename the sheet that holds the rows, or download the workbook again."
    )
