"""Every reason code has a sentence, and every sentence is one that a learner may read."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from pathways.words import sentences

PACKAGE = Path(__file__).resolve().parents[2] / "pathways"
CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")
SAYING = ("say", "say_reason", "Reason.of", "Reason")


def _said() -> dict[str, list[tuple[str, frozenset[str] | None]]]:
    """Codes written out in the code -> where, and the values given (None where `**` hides them)."""
    found: dict[str, list[tuple[str, frozenset[str] | None]]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            if ast.unparse(node.func) not in SAYING or not isinstance(node.args[0], ast.Constant):
                continue
            code = node.args[0].value
            if isinstance(code, str):
                names = [word.arg for word in node.keywords]
                whole = None if None in names else frozenset(filter(None, names))
                where = f"{path.relative_to(PACKAGE)}:{node.lineno}"
                found.setdefault(code, []).append((where, whole))
    return found


SAID = _said()


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_codes_are_found_in_the_code() -> None:
    assert len(SAID) > 50  # else the search above has gone blind


def test_every_code_has_a_sentence() -> None:
    assert {code: SAID[code][0][0] for code in SAID if code not in sentences()} == {}


def test_every_sentence_gets_the_values_it_needs() -> None:
    lacking = {
        f"{where} {code}": needed - given
        for code, uses in SAID.items()
        for where, given in uses
        if code in sentences() and given is not None
        if (needed := _placeholders(sentences()[code])) - given
    }
    assert lacking == {}


@pytest.mark.parametrize("code", sorted(sentences()))
def test_a_sentence_can_be_filled(code: str) -> None:
    assert CODE.fullmatch(code)
    text = sentences()[code]
    assert text.strip()
    for name in _placeholders(text):
        assert re.fullmatch(r"[a-z][a-z0-9_]*", name), f"{{{name}}} is not the name of a value"
    filled = text.format(**dict.fromkeys(_placeholders(text), "7"))
    assert "{" not in filled
    assert "  " not in filled


UNKIND = re.compile(r"\b(fail|fails|failed|failing|failure|just|only)\b", re.IGNORECASE)
LEGAL_NAMES: frozenset[str] = frozenset()
"""Codes whose sentence must quote a legal name with one of these words, each with its reason."""


def test_no_sentence_says_that_somebody_failed_or_has_only_something() -> None:
    unkind = {
        code: match[0]
        for code, text in sentences().items()
        if code not in LEGAL_NAMES and (match := UNKIND.search(text))
    }
    assert unkind == {}
