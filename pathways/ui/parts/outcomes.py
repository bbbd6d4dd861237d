"""What happened to earlier students, in plain sentences with the year; a code is said as what it means."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.guidance import Fact
from pathways.ui.parts.markup import Markup, join, mark
from pathways.words import say, sentences

_ON_A_CARD = ("grade", "va_band")
_IN_FULL = ("students", "grade", "va_band", "va", "va_lci", "va_uci", "retained_pct")


def on_a_card(facts: Sequence[Fact]) -> Markup:
    """The sentences of a card: the average grade, and progress from the same starting point."""
    return _said([fact for fact in facts if _measure(fact) in _ON_A_CARD])


def in_full(facts: Sequence[Fact]) -> Markup:
    """Every measure as a sentence, for the page of one option."""
    return _said(
        sorted(
            (fact for fact in facts if _measure(fact) in _IN_FULL),
            key=lambda fact: (fact.name.split(".")[0], _IN_FULL.index(_measure(fact))),
        )
    )


def _said(facts: Sequence[Fact]) -> Markup:
    if not facts:
        return mark('<span class="pw-none">{words}</span>', words=say("UI_NOT_PUBLISHED"))
    return join(mark("<p>{words}</p>", words=sentence(fact)) for fact in facts)


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
    value = say(f"UI_BAND_{float(fact.value):.0f}") if measure == "va_band" else fact.value
    return say(f"UI_RESULT_{measure.upper()}", who=who, value=value, year=fact.year)


def _measure(fact: Fact) -> str:
    return fact.name.partition(".")[2]
