"""The words of the pages: kind, plain, all used, none missing."""

from __future__ import annotations

import re

import pytest
import yaml

from pathways.paths import ROOT

FILES = sorted((ROOT / "pathways" / "words" / "en").glob("ui*.yaml"))
WORDS: dict[str, str] = {
    code: said for path in FILES for code, said in yaml.safe_load(path.read_text("utf-8")).items()
}
CODE = "\n".join(p.read_text("utf-8") for p in (ROOT / "pathways").rglob("*.py"))
BANNED = ("fail", "failed", "only", "just", "best", "amazing", "top", "unfortunately", "dream")


@pytest.mark.parametrize("code", WORDS)
def test_words_are_kind_and_without_hype(code: str) -> None:
    assert not set(re.findall(r"[a-z]+", WORDS[code].lower())) & set(BANNED)


@pytest.mark.parametrize("code", WORDS)
def test_sentences_are_short(code: str) -> None:
    sentences = re.split(r"[.!?:]\s", WORDS[code])
    assert max(len(sentence.split()) for sentence in sentences) <= 22


@pytest.mark.parametrize("code", WORDS)
def test_every_code_is_used(code: str) -> None:
    built = {f"{code[: at.start()]}_" for at in re.finditer("_", code)} | {code}
    assert any(f'"{name}"' in CODE or f'"{name}{{' in CODE or f'f"{name}' in CODE for name in built)


def test_every_code_named_in_the_pages_has_words() -> None:
    pages = "\n".join(p.read_text("utf-8") for p in (ROOT / "pathways" / "ui").rglob("*.py"))
    named = set(re.findall(r'say\(\s*"([A-Z0-9_]+)"', pages))
    assert named - WORDS.keys() <= {"ENTRY_LINE"}
