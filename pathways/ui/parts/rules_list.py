"""The dated values by topic: what each says, when it holds, how far to trust it, where it was read."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.rules.listing import ValueRow
from pathways.ui.parts.markup import Markup, join, mark
from pathways.ui.parts.rules_trust import source_list, trust_words
from pathways.ui.parts.rules_value import long_day, readable
from pathways.words import say


def chosen(
    rows: Sequence[ValueRow], *, topic: str | None, search: str, to_check: bool
) -> tuple[ValueRow, ...]:
    """Rows of a topic (None: all) that hold every word searched for; `to_check` leaves the marked ones."""
    words = search.casefold().split()
    return tuple(
        row
        for row in rows
        if (topic is None or row.topic == topic)
        and (row.marked or not to_check)
        and all(word in _text(row) for word in words)
    )


def _text(row: ValueRow) -> str:
    held = (row.name, row.what, row.value, row.note, row.unit, row.trust, *row.source_titles)
    return " ".join(held).casefold().replace("_", " ")


def by_topic(rows: Sequence[ValueRow], *, folded: bool) -> Markup:
    """Every topic as a folded section with its count, open where the rows were searched for."""
    topics = dict.fromkeys(row.topic for row in rows)
    return join(
        mark(
            '<details class="pw-topic"{opened}><summary><h2>{title}</h2> <span>{count}</span>'
            "</summary>{values}</details>",
            opened=Markup("" if folded else " open"),
            title=say(f"UI_TOPIC_{topic.upper()}"),
            count=_count(held := [row for row in rows if row.topic == topic]),
            values=join(_value(row) for row in held),
        )
        for topic in topics
    )


def _count(rows: Sequence[ValueRow]) -> str:
    marked = sum(row.marked for row in rows)
    words = say("UI_RULES_COUNT", count=len(rows))
    return f"{words}, {say('UI_RULES_COUNT_CHECK', count=marked)}" if marked else words


def _value(row: ValueRow) -> Markup:
    pages = list(zip(row.source_titles, row.source_hrefs, strict=True))
    lines = [
        ("UI_RULES_HOLDS", text_of_period(row)),
        ("UI_RULES_TRUST", trust_words(row.trust)),
        ("UI_RULES_SOURCE", source_list(pages)),
        ("UI_RULES_CHECKED", long_day(row.last_checked)),
        ("UI_RULES_NOTE", row.note),
    ]
    return mark(
        '<article class="pw-value"><h3>{what}</h3><div class="pw-held">{value}</div>'
        '<dl class="pw-facts">{lines}</dl></article>',
        what=row.what,
        value=readable(row.value, row.unit),
        lines=join(
            mark("<dt>{name}</dt><dd>{said}</dd>", name=say(name), said=said)
            for name, said in lines
            if said
        ),
    )


def text_of_period(row: ValueRow) -> str:
    """From when to when; without an end where none is known."""
    if row.end:
        return say("UI_RULES_FROM_TO", start=long_day(row.start), end=long_day(row.end))
    return say("UI_RULES_FROM", start=long_day(row.start))
