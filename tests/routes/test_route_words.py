"""The words of ladders: free of shame and of false cheer, easy to read."""

from __future__ import annotations

import re

import pytest
import yaml

from pathways.paths import ROOT
from pathways.words.reading_age import reading_age

PATH = ROOT / "pathways" / "words" / "en" / "routes.yaml"
WORDS: dict[str, str] = yaml.safe_load(PATH.read_text("utf-8"))
VALUES = {
    "count": 3,
    "age": 19,
    "year": 2027,
    "low": 1,
    "high": 2,
    "number": 1,
    "of": 3,
    "subject": "maths",
    "finish": 67,
    "rest": 33,
    "goal": "nurse",
    "exits": "A levels",
    "title": "Level 1 course",
    "length": "about 1 year",
}
SAID = {code: text.format(**VALUES) for code, text in WORDS.items()}
SENTENCES = {code: text for code, text in SAID.items() if text.endswith(".")}
"""Whole sentences; the rest are names of courses and labels."""
BANNED = {"fail", "failed", "fails", "only", "just", "best", "amazing", "top", "unfortunately"}
BANNED |= {"dream", "sadly", "merely", "simply", "easy", "weak", "poor", "low", "bad", "great"}


@pytest.mark.parametrize("code", SAID)
def test_words_hold_no_shame_and_no_false_cheer(code: str) -> None:
    assert not set(re.findall(r"[a-z]+", SAID[code].lower())) & BANNED
    assert "!" not in SAID[code]


@pytest.mark.parametrize("code", SENTENCES)
def test_each_sentence_is_short_and_for_readers_of_11_at_most(code: str) -> None:
    parts = re.split(r"[.:]\s", SENTENCES[code])
    assert max(len(part.split()) for part in parts) <= 22
    assert reading_age(SENTENCES[code]) <= 11


def test_the_whole_reads_at_nine_or_less() -> None:
    assert reading_age(" ".join(SENTENCES.values())) <= 9


def test_every_code_is_used() -> None:
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "pathways").rglob("*.py"))
    data = (ROOT / "data" / "reference" / "routes" / "of_100.yaml").read_text("utf-8")
    for name in WORDS:
        if name.startswith(("STEP_", "ENGLISH_", "MATHS_", "ASK_")):
            continue  # made from ids; test_route_data and test_route_drawing look at those
        assert f'"{name}"' in code or name in data, name
