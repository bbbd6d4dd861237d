"""Values of different files that must tell the same story, checked when they are read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from pathways.errors import RuleValueError
from pathways.rules.dated import Rule

_BANDS = "english_maths/taught_hours"
_EDGES = {
    "english_maths/full_time_hours_16_17": "5",
    "english_maths/full_time_hours_18_plus": "4a",
    "english_maths/minimum_programme_hours": "2/1",
}


def check_agreement(rules: Mapping[str, Rule]) -> None:
    """Raise `RuleValueError` naming the file where two values contradict each other."""
    for file, what in (*_band_edges(rules), *_bands_in_order(rules), *_v_levels(rules)):
        raise RuleValueError(what, where=f"{file}, line 1", do="Correct one of the two files.")


def _band_edges(rules: Mapping[str, Rule]) -> Iterator[tuple[str, str]]:
    bands = rules.get(_BANDS)
    if bands is None:
        return
    for period in bands.periods:
        for name, band in _EDGES.items():
            edge = next(row["programme_hours"] for row in period.value if row["band"] == band)
            if name in rules and (said := _on(rules[name], period.start)) != edge:
                yield (
                    rules[name].file,
                    f"{said} hours, but band {band} of {bands.file} says {edge}.",
                )


def _bands_in_order(rules: Mapping[str, Rule]) -> Iterator[tuple[str, str]]:
    bands = rules.get(_BANDS)
    for period in bands.periods if bands else ():
        for ages in ("16-17", "18+"):
            rows = [row for row in period.value if row["ages"] in (ages, "any")]
            for upper, lower in pairwise(rows):
                if (upper["programme_hours"], upper["hours"]) <= (
                    lower["programme_hours"],
                    lower["hours"],
                ):
                    yield _BANDS + ".yaml", f"band {lower['band']} is not below {upper['band']}."


def _v_levels(rules: Mapping[str, Rule]) -> Iterator[tuple[str, str]]:
    listed = rules.get("availability/v_levels")
    names: set[str] = set()
    for row in listed.periods[-1].value if listed else ():
        for name in (row["subject"], *row["also"]):
            if name.casefold() in names:
                yield "availability/v_levels.yaml", f'"{name}" is listed twice.'
            names.add(name.casefold())


def _on(rule: Rule, day: date) -> object:
    return rule.on(day).value
