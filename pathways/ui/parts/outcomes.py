"""What happened to earlier students, in plain sentences with the year; a code is said as what it means."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pathways.guidance import Fact
from pathways.ui.parts.markup import Markup, join, mark
from pathways.words import say, sentences

_IN_FULL = ("students", "grade", "va_band", "va", "va_lci", "va_uci", "retained_pct")


def on_a_card(facts: Sequence[Fact]) -> Markup:
    """One line a cohort: the average grade, and progress from the same starting point."""
    by_cohort: dict[str, dict[str, Fact]] = {}
    for fact in facts:
        cohort, _, measure = fact.name.partition(".")
        by_cohort.setdefault(cohort, {})[measure] = fact
    lines = [_line(cohort, found) for cohort, found in by_cohort.items()]
    return _paragraphs([line for line in lines if line])


def _line(cohort: str, found: dict[str, Fact]) -> str:
    """One cohort in a line; empty where neither a grade nor progress was counted."""
    grade, band = found.get("grade"), found.get("va_band")
    parts = [
        say("UI_CARD_GRADE", value=_grade(grade.value)) if grade and grade.value else "",
        say("UI_CARD_BAND", value=_band(band.value)) if band and band.value else "",
    ]
    year = next((fact.year for fact in (grade, band) if fact and fact.value), "")
    said = ", ".join(filter(None, parts))
    who = say(f"UI_COHORT_{cohort.upper()}")
    return say("UI_CARD_RESULT", who=who, said=said, year=year) if said else ""


def in_full(facts: Sequence[Fact]) -> Markup:
    """Every measure as a sentence, for the page of one option."""
    found = sorted(
        (fact for fact in facts if _measure(fact) in _IN_FULL),
        key=lambda fact: (fact.name.split(".")[0], _IN_FULL.index(_measure(fact))),
    )
    return _paragraphs([sentence(fact) for fact in found])


def _paragraphs(lines: Sequence[str]) -> Markup:
    if not lines:
        return mark('<span class="pw-none">{words}</span>', words=say("UI_NOT_PUBLISHED"))
    return join(mark("<p>{words}</p>", words=line) for line in lines)


def _band(value: str) -> str:
    return say(f"UI_BAND_{float(value):.0f}")


def sentence(fact: Fact) -> str:
    """One measure as a sentence."""
    cohort, measure = fact.name.split(".")
    who = say(f"UI_COHORT_{cohort.upper()}")
    if fact.code or not fact.value:
        why = f"UI_CODE_{fact.code or 'NP'}"
        return say(
            "UI_RESULT_NO_NUMBER",
            what=say(f"UI_MEASURE_{measure.upper()}"),
            who=who,
            why=say(why if why in sentences() else "UI_CODE_NP"),
            year=fact.year,
        )
    value = {"va_band": _band, "grade": _grade}.get(measure, str)(fact.value)
    return say(f"UI_RESULT_{measure.upper()}", who=who, value=value, year=fact.year)


def _grade(value: str) -> str:
    """A grade as the tables write it, with its level in words: "L2Pass+" is "level 2 Pass+"."""
    return re.sub(r"^L(\d)", r"level \1 ", value)


def _measure(fact: Fact) -> str:
    return fact.name.partition(".")[2]
