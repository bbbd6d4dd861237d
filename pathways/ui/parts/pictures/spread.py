"""How 100 people spread over the grades: a table with a bar in each row."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.ui.parts.markup import Markup, join, mark

Row = tuple[str, int, bool]
"""A grade, how many of the 100, and whether its bar is filled in."""


def spread(rows: Sequence[Row], *, caption: str, grade: str, people: str) -> Markup:
    """A real table, best grade first: the numbers are the words of the picture."""
    longest = max(count for _, count, _ in rows) or 1
    return mark(
        '<table class="pw-table pw-spread"><caption>{caption}</caption><thead><tr>'
        '<th scope="col">{grade}</th><th scope="col" class="pw-number">{people}</th>'
        '<td aria-hidden="true"></td></tr></thead><tbody>{rows}</tbody></table>',
        caption=caption,
        grade=grade,
        people=people,
        rows=join(_row(row, longest) for row in rows),
    )


def _row(row: Row, longest: int) -> Markup:
    name, count, filled = row
    return mark(
        '<tr><th scope="row">{name}</th><td class="pw-number">{count}</td>'
        '<td aria-hidden="true">{bar}</td></tr>',
        name=name,
        count=count,
        bar=_bar(100 * count / longest, filled=filled) if count else Markup(),
    )


def _bar(width: float, *, filled: bool) -> Markup:
    return mark(
        '<span class="pw-bar {full}" style="width:{width}%"></span>',
        full="pw-full" if filled else "",
        width=f"{width:.0f}",
    )
