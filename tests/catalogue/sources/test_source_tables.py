"""Text tables: what may vary in a file without harm, and what is said when it cannot be used."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from openpyxl import Workbook

from pathways.catalogue.sources import Problem, raw, read_text_table
from pathways.errors import SourceError

Save = Callable[..., Path]
WANTED = {"urn": ("URN",), "name": ("School name", "SCHNAME")}
EXTRA = {"town": ("Town",)}
PLAIN = "URN,School name,Town\n100001,Example Sixth Form,Exampleton\n100002,Sample College,\n"


def _cells(path: Path) -> list[list[str]]:
    table = read_text_table(path, required=WANTED, optional=EXTRA).table
    return [list(row) for row in table[["urn", "name", "town"]].itertuples(index=False)]


EXPECTED = [["100001", "Example Sixth Form", "Exampleton"], ["100002", "Sample College", ""]]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(PLAIN.encode(), id="plain"),
        pytest.param(b"\xef\xbb\xbf" + PLAIN.encode(), id="byte order mark"),
        pytest.param(PLAIN.encode("utf-16"), id="utf-16"),
        pytest.param(PLAIN.replace("\n", "\r\n").encode(), id="windows line ends"),
        pytest.param(PLAIN.replace("\n", "\r").encode(), id="old mac line ends"),
        pytest.param(PLAIN.replace(",", ";").encode(), id="semicolons"),
        pytest.param(PLAIN.replace(",", "\t").encode(), id="tabs"),
        pytest.param(PLAIN.replace(",", "|").encode(), id="bars"),
        pytest.param(PLAIN.replace("URN,School name", "urn , SCHOOLNAME ").encode(), id="headings"),
        pytest.param(PLAIN.replace("School name", "schname").encode(), id="other heading"),
        pytest.param(PLAIN.replace("Form,", "Form  ,").encode(), id="trailing spaces"),
        pytest.param(b"\n,,\n" + PLAIN.replace("\n", "\n,,\n\n").encode(), id="blank lines"),
        pytest.param(
            b"Phase,Town,SCHNAME,URN\n,Exampleton,Example Sixth Form,100001\n"
            b"x,,Sample College,100002",
            id="other order and an extra column",
        ),
        pytest.param(PLAIN.replace("College,", "College").encode(), id="short last row"),
    ],
)
def test_the_same_rows_are_read_however_the_file_was_saved(save: Save, content: bytes) -> None:
    assert _cells(save(content)) == EXPECTED
    assert _cells(save(content, packed=1)) == EXPECTED
    assert _cells(save(content, "wrongly_named.csv.gz")) == EXPECTED


def test_codes_and_leading_zeros_stay_text(save: Save) -> None:
    table = read_text_table(save("URN,SCHNAME\n000123,NA\n"), required=WANTED).table
    assert table.loc[2].to_dict() == {"urn": "000123", "name": "NA"}


def test_rows_are_numbered_as_a_person_sees_them(save: Save) -> None:
    text = 'URN,SCHNAME\n\n100001,"two\nlines"\n,\n100002,Sample College\n'
    read = read_text_table(save(text), required=WANTED)
    assert list(read.table.index) == [3, 5]
    assert read.rows_read == 2


def test_a_windows_apostrophe_becomes_a_plain_one(save: Save) -> None:
    for encoding, apostrophe in (("cp1252", "\u2019"), ("utf-8", "\x92")):
        path = save(f"URN,SCHNAME\n1,St Example{apostrophe}s caf\xe9\n", encoding=encoding)
        assert read_text_table(path, required=WANTED).table["name"].item() == "St Example's café"


def test_typographic_apostrophes_of_a_utf8_file_are_left_alone(save: Save) -> None:
    path = save("URN,SCHNAME\n1,college\u2019s\n")
    assert read_text_table(path, required=WANTED).table["name"].item() == "college\u2019s"


def test_an_absent_optional_column_is_blank(save: Save) -> None:
    read = read_text_table(save("URN,SCHNAME\n1,a\n"), required=WANTED, optional=EXTRA)
    assert read.table["town"].tolist() == [""]


def test_the_reading_says_which_bytes_it_was(save: Save) -> None:
    first = read_text_table(save(PLAIN), required=WANTED)
    packed = read_text_table(save(PLAIN, packed=1), required=WANTED)
    assert len(first.sha256) == 64
    assert first.sha256 != packed.sha256
    assert first.file == "sample.csv"


def test_an_unquoted_comma_leaves_out_that_row_and_no_other(save: Save) -> None:
    read = read_text_table(
        save("URN,SCHNAME\n100001,Example, Upper School\n100002,Sample\n"), required=WANTED
    )
    assert read.table["urn"].tolist() == ["100002"]
    assert read.problems == (Problem("sample.csv", 2, "", "BAD_ROW", "3", "row"),)
    assert read.problems[0].message == (
        "sample.csv, row 2: the row has 3 cells, which does not match the heading row. "
        "The row was left out. Look for a comma that should be inside quotation marks, "
        "or for missing cells."
    )


def test_a_lost_character_is_reported_with_its_place(save: Save) -> None:
    read = read_text_table(save("URN,SCHNAME\n1,St Example\ufffds\n2,Sample\n"), required=WANTED)
    assert read.table["name"].tolist() == ["", "Sample"]
    (problem,) = read.problems
    assert (problem.code, problem.row, problem.column) == ("BAD_ENCODING", 2, "SCHNAME")


def _workbook(title: str = "Sheet1") -> bytes:
    book = Workbook()
    book.worksheets[0].title = title
    book.worksheets[0].append(["URN", "School name"])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _parquet() -> bytes:
    stream = io.BytesIO()
    pd.DataFrame({"URN": ["1"]}).to_parquet(stream)
    return stream.getvalue()


def test_a_workbook_that_unpacks_to_a_huge_one_is_refused(
    save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raw, "LARGEST_UNPACKED", 1000)
    with pytest.raises(SourceError, match="the file is larger than"):
        read_text_table(save(_workbook(), "mine.xlsx"), required=WANTED)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(b"", "the file is empty", id="empty"),
        pytest.param(b"\xef\xbb\xbf\r\n \n", "the file is empty", id="blank"),
        pytest.param(b"URN,SCHNAME\n,\n", "the file is empty", id="headings alone"),
        pytest.param(b"Town\nExampleton\n", "missing: URN, School name", id="missing columns"),
        pytest.param(b"urn,URN,SCHNAME\n1,2,a\n", "row 1, column urn", id="repeated column"),
        pytest.param(_workbook(), "this is an Excel workbook", id="workbook"),
        pytest.param(_parquet(), "this is a Parquet file", id="parquet"),
        pytest.param(b"PK\x05\x06" + bytes(18), "this is a zip file", id="zip"),
        pytest.param(b"PK\x03\x04cut", "damaged or was cut short", id="cut zip"),
        pytest.param(b"\x1f\x8b\x08cut", "damaged or was cut short", id="cut gzip"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook", id="xls"),
        pytest.param(b"%PDF-1.7", "this is a PDF", id="pdf"),
        pytest.param(b"<!DOCTYPE html><title>Sign in", "this is a web page", id="web page"),
        pytest.param(b'{"providers": []}', "this is a JSON file", id="json"),
        pytest.param(b"URN,SCHNAME\n1,\x00\n", "this is not a text file", id="binary"),
        pytest.param(b'URN,SCHNAME\n1,"a\n2,b\n', "quotation marks do not pair", id="open quote"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_plain_words(
    save: Save, content: bytes, says: str
) -> None:
    with pytest.raises(SourceError) as caught:
        read_text_table(save(content, "mine.csv"), required=WANTED)
    error = caught.value
    assert error.message.startswith("mine.csv")
    assert says in error.message
    assert error.do.endswith(".")
    assert error.do in error.message


def test_an_absent_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(
        SourceError, match=r"nowhere\.csv: there is no such file\. Check the folder"
    ):
        read_text_table(tmp_path / "nowhere.csv", required=WANTED)


def test_a_file_over_the_limit_is_refused(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raw, "LARGEST_FILE", 10)
    with pytest.raises(SourceError, match="the file is larger than 0 MB"):
        read_text_table(save(PLAIN), required=WANTED)


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(
    save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raw, "LARGEST_UNPACKED", 1024**2)
    bomb = save(b"0" * (2 * 1024**2), packed=1)
    assert bomb.stat().st_size < 10_000
    with pytest.raises(SourceError, match="the file is larger than 1 MB"):
        read_text_table(bomb, required=WANTED)
