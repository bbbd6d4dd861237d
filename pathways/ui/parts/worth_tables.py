"""Levels and grade scales as tables, each read from its file of dated values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pathways.rules.dated import DatedValue
from pathways.rules.values import value
from pathways.ui.parts.markup import Markup, join, mark
from pathways.ui.parts.rules_trust import sources, trust_mark
from pathways.words import say


def levels(on: date) -> Markup:
    """What each level holds, from entry level to level 8."""
    low, high = value("grades/levels", on=on), value("grades/higher_levels", on=on)
    rows = [(level, held) for read in (low, high) for level, held in read.value.items()]
    return join(
        [
            _table("UI_WORTH_LEVELS", ("UI_WORTH_LEVEL", "UI_WORTH_HOLDS"), rows),
            _read(low),
            _read(high, say("UI_WORTH_HIGHER")),
        ]
    )


def gcse_scales(on: date) -> Markup:
    """GCSE 9 to 1 beside the old letters and those of Northern Ireland."""
    letters, northern = value("grades/gcse_9_to_1", on=on), value("grades/ccea", on=on)
    rows = [(grade, old, northern.value[grade]) for grade, old in letters.value.items()]
    heads = ("UI_WORTH_NUMBER", "UI_WORTH_LETTERS", "UI_WORTH_LETTERS_NI")
    return join(
        [
            _table("UI_WORTH_GCSE", heads, rows),
            mark("<p>{words}</p>", words=letters.rule.what),
            _read(letters),
            _read(northern),
        ]
    )


def vocational(on: date) -> Markup:
    """What level 1 and 2 vocational grades count as beside GCSE grades."""
    points = value("grades/vocational_points", on=on)
    rows = [(name, str(worth)) for name, worth in points.value.items()]
    heads = ("UI_WORTH_RESULT", "UI_WORTH_GCSE_POINTS")
    return join([_table("UI_WORTH_VOCATIONAL", heads, rows), _read(points)])


def _table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Markup:
    return mark(
        '<table class="pw-table"><caption>{caption}</caption><thead><tr>{heads}</tr></thead>'
        "<tbody>{lines}</tbody></table>",
        caption=say(caption),
        heads=join(mark('<th scope="col">{head}</th>', head=say(head)) for head in heads),
        lines=join(
            mark(
                '<tr><th scope="row">{first}</th>{rest}</tr>',
                first=first,
                rest=join(mark("<td>{cell}</td>", cell=cell) for cell in rest),
            )
            for first, *rest in rows
        ),
    )


def _read(rule: DatedValue, about: str = "") -> Markup:
    """The mark and the sources of one table."""
    lead = mark('<p class="pw-quiet">{about}</p>', about=about) if about else Markup()
    marked = trust_mark((rule.trust, rule.source_ids))
    return join([lead, marked or sources(rule.source_ids)])
