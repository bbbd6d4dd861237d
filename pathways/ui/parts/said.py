"""Titles, paragraphs and reasons as markup: what every section of results is written with."""

from __future__ import annotations

from collections.abc import Iterable

from pathways.reason import Reason
from pathways.ui.parts.markup import Markup, mark
from pathways.words import say, say_reason


def said(reasons: Iterable[Reason]) -> list[Markup]:
    """Reasons as paragraphs."""
    return [mark("<p>{words}</p>", words=say_reason(reason)) for reason in reasons]


def paragraph(code: str, **values: str) -> Markup:
    """A sentence by its code, as a paragraph."""
    return mark("<p>{words}</p>", words=say(code, **values))


def title(code: str, *, level: int = 3) -> Markup:
    """A heading by its code."""
    return mark("<h{level}>{words}</h{level}>", level=level, words=say(code))


def why_none(reasons: Iterable[Reason]) -> list[Markup]:
    """The question that a missing figure raises, and its answer."""
    return [
        mark(
            "<p><b>{question}</b> {answer}</p>",
            question=say("UI_WHY_NO_FIGURE"),
            answer=" ".join(say_reason(reason) for reason in reasons),
        )
    ]
