"""Progress scores with their likely range, each on the same line from two grades lower to two higher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pathways.outcomes.value_added import signed
from pathways.ui.parts.markup import Markup, join, mark
from pathways.words import say

LEAST, MOST = -2.0, 2.0
"""The ends of every line, in grades: the same for all, so that pictures can be compared."""


@dataclass(frozen=True, slots=True)
class Line:
    """One score in grades, with its 95% interval."""

    label: str
    score: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Gap:
    """A year without a score, which keeps its place on the page."""

    label: str


def intervals(lines: Sequence[Line | Gap]) -> Markup:
    """One row a year, with England's average marked, and the numbers written out above each line."""
    return mark(
        '<figure class="pw-va">{rows}<div class="pw-va-ends" aria-hidden="true">'
        "<span>{lower}</span><span>{higher}</span></div><figcaption>{caption}</figcaption></figure>",
        rows=join(_row(line) for line in lines),
        lower=say("UI_VA_LOWER"),
        higher=say("UI_VA_HIGHER"),
        caption=say("UI_VA_CAPTION"),
    )


def _row(line: Line | Gap) -> Markup:
    if isinstance(line, Gap):
        return mark(
            '<p class="pw-va-words"><span>{label}</span> {words}</p>'
            '<div class="pw-va-gap" aria-hidden="true"></div>',
            label=line.label,
            words=say("UI_VA_GAP"),
        )
    numbers = {"low": signed(line.low), "high": signed(line.high)}
    off = line.low < LEAST or line.high > MOST
    return mark(
        '<p class="pw-va-words"><span>{label}</span> <b>{score}</b> {range}</p>'
        '<div class="pw-va-line" role="img" aria-label="{words}">'
        '<span class="pw-va-axis"></span>{ticks}<span class="pw-va-zero" style="left:{zero}%">'
        "</span><span class='pw-va-england' style='left:{zero}%'>{england}</span>"
        '<span class="pw-va-range {ends}" style="left:{left}%;width:{width}%"></span>'
        '<span class="pw-va-score" style="left:{at}%"></span></div>{gone}',
        label=line.label,
        score=say("UI_VA_SCORE", score=signed(line.score)),
        range=say("UI_VA_RANGE", **numbers),
        words=say(
            "UI_VA_PICTURE",
            label=line.label,
            score=signed(line.score),
            least=f"−{-LEAST:.0f}",
            most=f"+{MOST:.0f}",
            **numbers,
        ),
        ticks=join(_tick(number) for number in (-2, -1, 1, 2)),
        zero=_place(0.0),
        england=say("UI_VA_SAME"),
        ends=" ".join(
            name
            for name, past in (
                ("pw-past-low", line.low < LEAST),
                ("pw-past-high", line.high > MOST),
            )
            if past
        ),
        left=_place(line.low),
        width=f"{float(_place(line.high)) - float(_place(line.low)):.1f}",
        at=_place(line.score),
        gone=mark('<p class="pw-quiet">{w}</p>', w=say("UI_VA_GONE_OFF")) if off else Markup(),
    )


def _tick(number: int) -> Markup:
    return mark(
        '<span class="pw-va-tick" style="left:{at}%">{number}</span>',
        at=_place(float(number)),
        number=f"{number:+d}".replace("-", "−"),
    )


def _place(number: float) -> str:
    """Where a score stands on the line, in hundredths of its length, held inside it."""
    inside = min(max(number, LEAST), MOST)
    return f"{100 * (inside - LEAST) / (MOST - LEAST):.1f}"
