"""Every code of this package has a sentence, and every sentence a code."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import yaml

from pathways.paths import ROOT

SENTENCES = yaml.safe_load((ROOT / "pathways/words/en/outcomes.yaml").read_text("utf-8"))
MADE_FROM_PARTS = (
    "VA_BAND_",
    "VA_ABOVE",
    "VA_BELOW",
    "VA_NEGATIVE_MEANS",
    "VA_POSITIVE_MEANS",
    "VA_ABOUT_AVERAGE_MEANS",
    "NO_FIGURE_",
    "COHORT_",
    "RAW_GRADE",
    "RAW_BEST3_GRADE",
)
"""How codes begin that the code puts together from parts."""
CODE = re.compile(r"(CHANCES|VA|RAW|RETENTION|EM_ODDS|NO_FIGURE)(_[A-Z0-9]+)*")


def written_codes() -> set[str]:
    texts = (
        node.value
        for path in sorted((ROOT / "pathways/outcomes").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return {text for text in texts if CODE.fullmatch(text)}


def test_every_code_has_a_sentence() -> None:
    assert written_codes() - set(SENTENCES) == set()


def test_every_sentence_has_a_code() -> None:
    spare = {code for code in SENTENCES if not code.startswith(MADE_FROM_PARTS)} - written_codes()
    assert spare == set()


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_no_sentence_belittles_or_promises(code: str) -> None:
    words = set(re.findall(r"[a-z']+", SENTENCES[code].lower()))
    assert not words & {"fail", "failed", "only", "just", "pass", "passed"}
    assert "you will" not in SENTENCES[code].lower().replace("what you will get", "")


def test_the_packages_documentation_exists() -> None:
    text = (Path(ROOT) / "docs/outcomes.md").read_text("utf-8")
    assert "model train" in text
    assert "model evaluate" in text
