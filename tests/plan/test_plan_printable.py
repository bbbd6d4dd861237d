"""What paper can show: nothing that the fonts lack, nothing hidden, every plain text unchanged."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.plan.printable import BOX, printable, shown


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Grade 4 or above: £5 – “yes” café", "Grade 4 or above: £5 – “yes” café"),
        ("two\nlines\tand a tab", "two\nlines and a tab"),
        ("Łódź Żółw Şehir Ĵaŭdo Мой план Σχέδιο", "Łódź Żółw Şehir Ĵaŭdo Мой план Σχέδιο"),
        ("fun \N{GUITAR}\N{VARIATION SELECTOR-16}!", "fun [guitar]!"),
        ("我的", BOX * 2),
        ("\ufeffsafe\u202etxt.exe\u2066 \x00end", "safetxt.exe end"),
        ("Z\u0301\u0301\u0301\u0301\u0301\u0301", "Ź\u0301\u0301"),
        ("\ud800", BOX),
        ("", ""),
    ],
)
def test_a_text_is_printed_as(written: str, printed: str) -> None:
    assert printable(written) == printed


@given(st.text())
@settings(max_examples=200)
def test_nothing_reaches_paper_that_no_font_has(text: str) -> None:
    assert {ord(one) for one in printable(text)} <= shown() | {0x0A, 0x200B}


def test_a_long_word_may_break_and_loses_nothing() -> None:
    address = "www.a-very-long-name-of-a-sixth-form-college.example.sch.uk/" + "x" * 90
    printed = printable(address)
    assert printed.replace("\u200b", "") == address
    assert max(map(len, printed.replace("-", "\u200b").split("\u200b"))) <= 25
    assert printable("a short word") == "a short word"
