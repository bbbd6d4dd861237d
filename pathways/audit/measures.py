"""What the audit found, for people: one plain sentence a measure, then its number, then its table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pathways.words import say

Whole = Mapping[str, Any]
Answer = Literal["yes", "no", "unsure", "shown"]
"""Whether a promise holds, or too few learners were drawn to say; `shown` where nothing is promised."""

NOT_SHOWN = 5
"""How many sentences say what the audit does not show: AUDIT_NOT_SHOWN_1 and on."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the first cell of every row names it, the others are numbers."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that was measured: a question, its answer in a sentence, the number behind it."""

    name: str
    title: str
    answer: Answer
    sentence: str
    number: str
    grid: Grid | None = None


def measures(whole: Whole) -> tuple[Measure, ...]:
    """Every measure of a report (`AuditReport.as_json`, loaded), the promises first."""
    return (
        _swaps(whole),
        _kinds(whole),
        _luck(whole),
        _travel(whole),
        _scores(whole),
        _coverage(whole),
        _place(whole),
        _undermatch(whole),
        _groups(whole),
        _text(whole),
    )


def not_shown() -> tuple[str, ...]:
    """What this audit does not show."""
    return tuple(say(f"AUDIT_NOT_SHOWN_{number + 1}") for number in range(NOT_SHOWN))


def _measure(name: str, answer: Answer, grid: Grid | None = None, **values: Any) -> Measure:
    code = f"AUDIT_{name.upper()}"
    sentence = say(f"{code}_{answer.upper()}", **values)
    number = say(f"{code}_NUMBER", **values)
    return Measure(name, say(f"{code}_TITLE"), answer, sentence, number, grid)


def _grid(name: str, columns: int, rows: Iterator[tuple[str, ...]]) -> Grid:
    code = f"AUDIT_{name.upper()}"
    heads = tuple(say(f"{code}_COLUMN_{number}") for number in range(columns))
    return Grid(say(f"{code}_TABLE"), heads, tuple(rows))


def _swaps(whole: Whole) -> Measure:
    found = whole["swaps"]
    changes = found["changes"]
    rows = (
        (say(f"AUDIT_CHANGE_{name.upper()}"), str(one["difference"]), str(one["farthest"]))
        for name, one in changes.items()
    )
    return _measure(
        "swaps",
        "yes" if found["difference"] == 0 else "no",
        _grid("swaps", 3, rows),
        changes=len(changes),
        learners=found["learners"],
        difference=found["difference"],
        lists=f"{len(changes) * found['learners']:,}",
    )


def _kinds(whole: Whole) -> Measure:
    """Exposure of each kind over its due, weighed both ways; the interval decides."""
    found = whole["equivalence"]
    margin = found["margin"]
    every = [one for weights in ("dcg", "rbp") for one in found[weights].values()]
    rows = (
        (_kind(kind), *(_range(found[weights][kind]) for weights in ("dcg", "rbp")))
        for kind in found["dcg"]
    )
    return _measure(
        "kinds",
        _equal(every, margin),
        _grid("kinds", 3, rows),
        far=f"{100 * max((abs(one['ratio'] - 1) for one in every), default=0.0):.1f}",
        margin=f"{100 * margin:.0f}",
        learners=f"{whole['learners']:,}",
    )


def _equal(every: list[Mapping[str, Any]], margin: float) -> Answer:
    if all(one["equivalent"] for one in every):
        return "yes"
    outside = [one for one in every if one["low"] > 1 + margin or one["high"] < 1 - margin]
    return "no" if outside else "unsure"


def _luck(whole: Whole) -> Measure:
    found = whole["equivalence"]
    kinds = found["dcg"]
    least = min(
        (found[w][k]["permutation_p_holm"] for w in ("dcg", "rbp") for k in kinds), default=1
    )
    rows = (
        (_kind(kind), *(f"{found[w][kind]['permutation_p_holm']:.2f}" for w in ("dcg", "rbp")))
        for kind in kinds
    )
    return _measure(
        "luck",
        "yes" if least >= found["alpha"] else "no",
        _grid("luck", 3, rows),
        least=f"{least:.2f}",
        alpha=f"{found['alpha']:.2f}",
    )


def _travel(whole: Whole) -> Measure:
    """The regression: what a kind adds to a place's weight once suitability and travel are fixed."""
    found = whole["exposure"]["regression"]
    kinds = {
        name: one
        for name, one in found.get("coefficients", {}).items()
        if name not in ("score", "15_minutes")
    }
    rows = (
        (_kind(kind), f"{100 * one['value']:+.2f}", f"{200 * one['error']:.2f}")
        for kind, one in kinds.items()
    )
    return _measure(
        "travel",
        "shown",
        _grid("travel", 3, rows),
        base=_kind(found["base"]) if kinds else "",
        most=f"{100 * max((abs(one['value']) for one in kinds.values()), default=0.0):.2f}",
    )


def _scores(whole: Whole) -> Measure:
    apart = whole["exposure"]["score_not_explained"]
    holds = whole["passed"]["scores_are_what_is_shown"]
    return _measure("scores", "yes" if holds else "no", apart=f"{100 * apart:g}")


def _coverage(whole: Whole) -> Measure:
    found = whole["coverage"]
    shown = found["first_screen"]["routes_shown"]
    rows = (
        (say("AUDIT_COVERAGE_FIRST", count=name.removeprefix("at_")), _percent(share))
        for name, share in sorted(found["single_list"].items(), key=_count)
    )
    return _measure(
        "coverage",
        "yes" if shown == 1 else "no",
        _grid("coverage", 2, rows),
        share=_percent(shown),
        routes=len(whole["text"]["routes"]),
    )


def _count(pair: tuple[str, Any]) -> int:
    return int(pair[0].removeprefix("at_"))


def _place(whole: Whole) -> Measure:
    found = whole["exposure"]["place_correlation"]
    alphabet, row = (f"{found[name]:.3f}" for name in ("alphabet", "row"))
    return _measure("place", "shown", alphabet=alphabet, row=row)


def _undermatch(whole: Whole) -> Measure:
    found = whole["undermatch"]
    names = ("top_in_first_20", "top_in_nearest_group")
    rows = (
        (_who(group), *(_percent(one[name]) for name in names))
        for group, one in sorted(found.items(), key=lambda pair: (pair[0] != "all", pair[0]))
    )
    return _measure(
        "undermatch",
        "shown",
        _grid("undermatch", 3, rows),
        seen=_percent(found["all"][names[0]]),
        stretch=_percent(whole["coverage"]["first_screen"]["stretch_shown"]),
    )


def _who(group: str) -> str:
    if group.startswith("reach_") and group != "reach_any":
        return say("AUDIT_WHO_REACH", minutes=group.removeprefix("reach_"))
    return say(f"AUDIT_WHO_{group.upper()}")


def _groups(whole: Whole) -> Measure:
    found = whole["route_exposure"]["routes"]
    known = {name: one for name, one in found.items() if None not in one.values()}
    rows = (
        (say(f"UI_ROUTE_{name.upper()}"), *(f"{100 * one[g]:.1f}" for g in ("group_0", "group_1")))
        for name, one in known.items()
    )
    apart = max((abs(one["group_0"] - one["group_1"]) for one in known.values()), default=0.0)
    return _measure("groups", "shown", _grid("groups", 3, rows), apart=f"{100 * apart:.1f}")


def _text(whole: Whole) -> Measure:
    found = whole["text"]
    words, ages = found["words_shortest_to_longest"], found["reading_age_lowest_to_highest"]
    rows = (
        (say(f"UI_ROUTE_{name.upper()}"), str(one["words"]), f"{one['reading_age']:.1f}")
        for name, one in found["routes"].items()
    )
    return _measure(
        "text",
        "no" if found["loaded"] else "yes",
        _grid("text", 3, rows),
        loaded=found["loaded"],
        short=words[0],
        long=words[1],
        young=f"{ages[0]:.0f}",
        old=f"{ages[1]:.0f}",
    )


def _kind(kind: str) -> str:
    return say(f"UI_KIND_{kind.upper()}")


def _range(one: Mapping[str, Any]) -> str:
    if None in (one["ratio"], one["low"], one["high"]):
        return "–"
    return f"{100 * one['ratio']:.1f} ({100 * one['low']:.1f} to {100 * one['high']:.1f})"


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f}"
