"""What happened to earlier students, in one line of a card with the year."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.guidance import Fact
from pathways.outcomes.grade_names import table_grade
from pathways.ui.parts.markup import Markup, join, mark
from pathways.words import say


def on_a_card(facts: Sequence[Fact]) -> Markup:
    """One line a cohort: the average grade, and progress from the same starting point."""
    by_cohort: dict[str, dict[str, Fact]] = {}
    for fact in facts:
        cohort, _, measure = fact.name.partition(".")
        by_cohort.setdefault(cohort, {})[measure] = fact
    lines = [_line(cohort, found) for cohort, found in by_cohort.items()]
    return _paragraphs([line for line in lines if line])


def _line(cohort: str, found: dict[str, Fact]) -> str:
    """One cohort in a line, progress before grades; empty where neither was counted."""
    grade, band = found.get("grade"), found.get("va_band")
    parts = [
        say("UI_CARD_BAND", value=_band(band.value))
        if band and band.value
        else say("UI_CARD_NO_BAND"),
        say("UI_CARD_GRADE", value=table_grade(grade.value)) if grade and grade.value else "",
    ]
    year = next((fact.year for fact in (band, grade) if fact and fact.value), "")
    said = ", ".join(filter(None, parts)) if year else ""
    who = say(f"UI_COHORT_{cohort.upper()}")
    return say("UI_CARD_RESULT", who=who, said=said, year=year) if said else ""


def _paragraphs(lines: Sequence[str]) -> Markup:
    if not lines:
        return mark('<span class="pw-none">{words}</span>', words=say("UI_NOT_PUBLISHED"))
    return join(mark("<p>{words}</p>", words=line) for line in lines)


def _band(value: str) -> str:
    return say(f"UI_BAND_{float(value):.0f}")
