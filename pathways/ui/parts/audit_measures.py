"""The measures of the audit on a page: a question, a word for the answer, a sentence, a number, a table."""

from __future__ import annotations

from collections.abc import Iterable

from pathways.audit.measures import Grid, Measure, not_shown
from pathways.ui.parts.markup import Markup, join, mark
from pathways.words import say


def measure_list(found: Iterable[Measure], *, level: int = 2) -> Markup:
    """Every measure, its table folded; `level` is that of the headings."""
    return join(_measure(one, level) for one in found)


def _measure(one: Measure, level: int) -> Markup:
    return mark(
        '<section class="pw-measure"><h{level}>{title}</h{level}>'
        '<p><span class="pw-verdict pw-verdict-{answer}">{word}</span></p>'
        "<p>{sentence}</p><p><b>{number}</b></p>{grid}</section>",
        level=level,
        title=one.title,
        answer=one.answer,
        word=say(f"UI_AUDIT_ANSWER_{one.answer.upper()}"),
        sentence=one.sentence,
        number=one.number,
        grid=_grid(one.grid) if one.grid else Markup(),
    )


def _grid(grid: Grid) -> Markup:
    """A table with its caption and scoped headings, in a part of the page that scrolls by itself."""
    return mark(
        "<details><summary>{show}</summary>"
        '<div class="pw-scroll" role="region" tabindex="0" aria-label="{caption}">'
        '<table class="pw-table"><caption>{caption}</caption><thead><tr>{heads}</tr></thead>'
        "<tbody>{rows}</tbody></table></div></details>",
        show=say("UI_AUDIT_TABLE"),
        caption=grid.caption,
        heads=join(
            mark('<th scope="col" class="{kind}">{head}</th>', kind=kind, head=head)
            for kind, head in zip(_kinds(grid), grid.columns, strict=True)
        ),
        rows=join(_row(row) for row in grid.rows),
    )


def _kinds(grid: Grid) -> list[str]:
    return ["pw-name", *["pw-number"] * (len(grid.columns) - 1)]


def _row(row: tuple[str, ...]) -> Markup:
    name, *cells = row
    return mark(
        '<tr><th scope="row">{name}</th>{cells}</tr>',
        name=name,
        cells=join(mark('<td class="pw-number">{cell}</td>', cell=cell) for cell in cells),
    )


def limits() -> Markup:
    """What the audit does not show."""
    lines = join(mark("<li>{line}</li>", line=line) for line in not_shown())
    return mark("<ul>{lines}</ul>", lines=lines)
