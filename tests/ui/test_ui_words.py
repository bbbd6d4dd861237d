"""The words of the pages: kind, plain, all used, none missing."""

from __future__ import annotations

import re

import yaml

from pathways.paths import ROOT
from pathways.words import sentences

FILES = sorted((ROOT / "pathways" / "words" / "en").glob("ui*.yaml"))
WORDS: dict[str, str] = {
    code: said for path in FILES for code, said in yaml.safe_load(path.read_text("utf-8")).items()
}
CODE = "\n".join(p.read_text("utf-8") for p in (ROOT / "pathways").rglob("*.py"))
BANNED = ("fail", "failed", "only", "just", "best", "amazing", "top", "unfortunately", "dream")


def test_words_are_kind_and_without_hype() -> None:
    amiss = {code: bad for code, said in WORDS.items() if (bad := _words(said) & set(BANNED))}
    assert amiss == {}


def test_sentences_are_short() -> None:
    long = {code: said for code, said in WORDS.items() if _longest(said) > 22}
    assert long == {}


def test_every_code_is_used() -> None:
    """A code is written out, or built from a start that a page names: `f"UI_KIND_{kind}"`."""
    assert [code for code in WORDS if not _used(code)] == []


def _words(said: str) -> set[str]:
    return set(re.findall(r"[a-z]+", said.lower()))


def _longest(said: str) -> int:
    return max(len(sentence.split()) for sentence in re.split(r"[.!?:]\s", said))


def _used(code: str) -> bool:
    starts = [code[: at.end()] for at in re.finditer("_", code)]
    return f'"{code}"' in CODE or any(
        f'f"{start}{{' in CODE or (f'"{start}"' in CODE and start.count("_") > 1)
        for start in starts
    )


def test_every_code_named_in_the_pages_has_words() -> None:
    pages = "\n".join(p.read_text("utf-8") for p in (ROOT / "pathways" / "ui").rglob("*.py"))
    named = set(re.findall(r'say\(\s*"([A-Z0-9_]+)"', pages))
    assert named - sentences().keys() == set()
