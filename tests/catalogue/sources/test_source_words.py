"""Every problem is said in words a person can act on."""

from __future__ import annotations

import re

import pytest

from pathways.catalogue.sources import Problem
from pathways.paths import ROOT
from pathways.words import sentences

CODES = sorted(
    code.removeprefix("SOURCE_").removesuffix("_DO")
    for code in sentences()
    if code.startswith("SOURCE_") and code.endswith("_DO")
)
SOURCES = ROOT / "pathways" / "catalogue" / "sources"


def test_every_code_in_the_readers_has_both_sentences() -> None:
    files = [path for path in SOURCES.glob("*.py") if path.name != "__init__.py"]
    text = "".join(path.read_text("utf-8") for path in files)
    used = set(re.findall(r'"([A-Z]+(?:_[A-Z]+)+)"', text))
    assert used >= {"BAD_URN", "DUPLICATE_ROW", "EMPTY_FILE", "TEST_RECORD", "NOT_A_TABLE"}
    assert used - set(CODES) == set()


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_is_whole_and_kind(code: str) -> None:
    for key in (f"SOURCE_{code}", f"SOURCE_{code}_DO"):
        sentence = sentences()[key]
        assert sentence.endswith(".")
        assert not re.search(r"\b(fail|failed|only|just|invalid|error)\b", sentence, re.IGNORECASE)


def test_a_message_names_file_row_column_and_what_to_do() -> None:
    problem = Problem("mine.csv", 7, "URN", "BAD_URN", "12", "row")
    assert problem.message == (
        'mine.csv, row 7, column URN: "12" is not a URN. The row was left out. '
        "A URN has six digits. Look it up in the register of schools and colleges."
    )


def test_a_long_value_is_shortened_and_braces_do_no_harm() -> None:
    message = Problem("mine.csv", 7, "URN", "BAD_URN", "{x}" + "9" * 500).message
    assert '"{x}999' in message
    assert len(message) < 300
