"""Numbers and the codes that stand in their place."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.catalogue.sources import NOT_PUBLISHED, read_number, read_numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("38.40%", 38.4),
        ("103009.0", 103009.0),
        ("-0.08", -0.08),
        ("−0.08", -0.08),
        ("1,234", 1234.0),
        ("0", 0.0),
        (".5", 0.5),
        (" 7 ", 7.0),
    ],
)
def test_a_number_is_read_as_official_files_write_it(text: str, value: float) -> None:
    assert read_number(text) == (value, "")


@pytest.mark.parametrize("code", NOT_PUBLISHED)
def test_a_code_for_not_published_is_never_a_number(code: str) -> None:
    assert read_number(code) == (None, code)


def test_both_spellings_of_suppressed_are_one_code() -> None:
    assert read_number("Supp") == read_number("SUPP") == (None, "SUPP")


def test_an_empty_cell_has_neither_number_nor_code() -> None:
    assert read_number("  ") == (None, "")


@pytest.mark.parametrize(
    "text", ["abc", "1.2.3", "12,34", "%", "-", ".", "nan", "inf", "1e5", "A*"]
)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        read_number(text)


@given(
    st.lists(
        st.one_of(
            st.sampled_from([*NOT_PUBLISHED, "Supp", "", "x", "nan", "inf", "-", "12,34", "5%"]),
            st.integers(-(10**6), 10**6).map(str),
            st.floats(-1e4, 1e4).map(lambda x: f"{x:.3f}"),
        ),
        max_size=20,
    )
)
def test_a_column_reads_as_its_cells_do(texts: list[str]) -> None:
    rows = pd.Index(range(7, 7 + len(texts)))
    values, codes, readable = read_numbers(pd.Series(texts, index=rows, dtype="str"))
    for row, text in zip(rows, texts, strict=True):
        try:
            number = read_number(text)
        except ValueError:
            assert not readable[row]
            assert math.isnan(values[row])
            continue
        assert readable[row]
        assert codes[row] == number.code
        assert math.isnan(values[row]) if number.value is None else values[row] == number.value
