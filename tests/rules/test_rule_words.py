"""Every reason the rules can give has a sentence, in plain words."""

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from pathways.paths import ROOT

PACKAGE = ROOT / "pathways" / "rules"
WORDS = ROOT / "pathways" / "words" / "en"
SPOKEN = {
    code: text
    for name in ("rules", "english_maths")
    for code, text in yaml.safe_load((WORDS / f"{name}.yaml").read_text("utf-8")).items()
}
MADE = {
    f"{status}{ending}"
    for status in ("GCSE_REQUIRED", "LEVEL_2_CHOICE", "ANY_APPROVED")
    for ending in ("", "_NO_GRADE")
} | {"ENGLISH_GRADE_NOT_KNOWN", "MATHS_GRADE_NOT_KNOWN"}


def _codes(folder: Path) -> set[str]:
    text = "\n".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    return set(re.findall(r'"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)"', text))


def test_every_code_in_the_rules_has_a_sentence_and_every_sentence_a_code() -> None:
    assert _codes(PACKAGE) | MADE == set(SPOKEN)


@pytest.mark.parametrize("code", sorted(SPOKEN))
def test_a_sentence_is_plain(code: str) -> None:
    text = SPOKEN[code]
    assert not re.search(r"\b(only|just|fail\w*|illegal|must)\b", text, re.I)
    longest = max(len(part.split()) for part in re.split(r"[.:;!?] ", text))
    assert longest <= 26, text


@pytest.mark.parametrize("code", sorted(SPOKEN))
def test_a_sentence_has_names_for_its_gaps(code: str) -> None:
    assert all(name != "" for _, name, _, _ in Formatter().parse(SPOKEN[code]) if name is not None)
