"""Tests of single GCSEs, of Combined Science, and of how many GCSEs there are."""

from __future__ import annotations

from pathways.catalogue.entry_rules.atoms import Count, Grade, Pair
from pathways.catalogue.entry_rules.vocabulary import COMBINED
from pathways.learner.record import Held
from pathways.matching.eligibility.ladder import ladder
from pathways.matching.eligibility.results import Results
from pathways.matching.eligibility.standing import Check, standing
from pathways.matching.eligibility.state import HELD
from pathways.matching.eligibility.takes import counted, meaning_of, nearest, reaches, takes


def check_named(atom: Grade | Pair, results: Results) -> Check:
    """One named GCSE at a grade, or Combined Science at a pair of grades."""
    meaning = meaning_of(COMBINED if isinstance(atom, Pair) else atom.subject)
    short, held = _nearest_to(atom, results)
    return standing(
        atom,
        short,
        best_short=0 if results.might_hold(meaning) else "same",
        has=f"{held.subject} {held.grade}" if held else "",
        predicted=bool(held and held.predicted),
        unclear=results.is_unclear(meaning),
    )


def check_count(atom: Count, results: Results) -> Check:
    """So many GCSEs at a grade, some of them named; short by GCSEs and grade steps together."""
    extra = _could_be_added(atom, results)
    total = sum(counted(atom, held) for held in results.gcses)
    named = [check_named(each, results) for each in atom.including]
    shorts = [_nearest_to(each, results)[0] for each in atom.including]
    lifted = sum(_lift(atom, each, results) for each in atom.including)
    floor = _together(atom.number - total - lifted, shorts)
    best = [0 if c.ceiling == HELD else s for c, s in zip(named, shorts, strict=True)]
    ceiling = _together(max(0, atom.number - total - lifted - extra), best)
    actual = sum(counted(atom, held) for held in results.gcses if not held.predicted)
    below = [each.has for each in named if each.floor != HELD and each.has]
    grades = [s for s in best if s]
    others = atom.number - total - lifted - extra > 0
    return standing(
        atom,
        floor,
        best_short=ceiling,
        unit="gcse" if not grades else "" if others else "grade",
        has="; ".join([str(total), *below]),
        predicted=actual < min(total, atom.number) or any(each.predicted for each in named),
    )


def _could_be_added(atom: Count, results: Results) -> float:
    """The most GCSEs of this kind that grades not known yet could add."""
    if atom.of == "GCSE":
        return results.extra_gcses
    meaning = meaning_of(atom.of)
    usual = results.unknown_in(meaning.expected - {COMBINED})
    unusual = len((meaning.subjects - meaning.expected) & results.missing)
    return usual + unusual + results.is_unclear(meaning)


def _together(gcses: float, grades: list[int | None]) -> int | None:
    """GCSEs and grade steps short in total; None where a named GCSE is not held at all."""
    steps = [step for step in grades if step is not None]
    return None if len(steps) < len(grades) else int(max(0, gcses)) + sum(steps)


def _lift(count: Count, atom: Grade | Pair, results: Results) -> int:
    """How many more GCSEs would count once this named one is raised to what is asked."""
    short, held = _nearest_to(atom, results)
    if not short or held is None:
        return 0
    return counted(count, ladder(held)[short - 1]) - counted(count, held)


def _nearest_to(atom: Grade | Pair, results: Results) -> tuple[int | None, Held | None]:
    return nearest(
        [held for held in results.gcses if takes(atom, held)], lambda at: reaches(atom, at)
    )
