"""What the chosen results are worth, row by row, with the total and what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.rules.tariff import Total, Worth
from pathways.ui.parts.markup import Markup, join, mark
from pathways.ui.parts.rules_trust import sources, trust_mark
from pathways.words import say, say_reason


def total_words(total: Total) -> str:
    """The total in a sentence; where a row is not known, what the others add up to."""
    if not total.each:
        return say("UI_WORTH_EMPTY")
    if total.points is None:
        return say("UI_WORTH_KNOWN", points=total.known)
    return say("UI_WORTH_TOTAL", points=total.points)


def table(rows: Sequence[tuple[str, str]], total: Total) -> Markup:
    """Each row with its points, its trust and its sources; nothing where no row is filled in."""
    if not rows:
        return Markup()
    lines = join(
        mark(
            '<tr><th scope="row">{kind} {grade}{why}</th><td class="pw-number">{points}</td></tr>',
            kind=kind,
            grade=grade,
            why=_why(worth),
            points=say("UI_WORTH_UNKNOWN") if worth.points is None else worth.points,
        )
        for (kind, grade), worth in zip(rows, total.each, strict=True)
    )
    return mark(
        '<table class="pw-table"><caption>{caption}</caption><thead><tr><th scope="col">{result}</th>'
        '<th scope="col" class="pw-number">{points}</th></tr></thead><tbody>{lines}</tbody>'
        '<tfoot><tr><th scope="row">{sum}</th><td class="pw-number">{known}</td></tr></tfoot></table>',
        caption=say("UI_WORTH_TABLE"),
        result=say("UI_WORTH_RESULT"),
        points=say("UI_WORTH_POINTS"),
        lines=lines,
        sum=say("UI_WORTH_SUM" if total.points is not None else "UI_WORTH_SUM_KNOWN"),
        known=total.known,
    )


def _why(worth: Worth) -> Markup:
    """The reason where the points alone do not say it, and where they were read."""
    reason = (
        mark('<p class="pw-quiet">{words}</p>', words=" ".join(map(say_reason, worth.because)))
        if not worth.points
        else Markup()
    )
    basis = worth.basis
    read = trust_mark((basis.trust, basis.source_ids)) or mark(
        "<details><summary>{words}</summary>{pages}</details>",
        words=say("UI_RULES_SOURCE"),
        pages=sources(basis.source_ids),
    )
    return join([reason, read])
