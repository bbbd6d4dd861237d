"""The comparison as one real table: it swipes on a phone, lines up on a desktop, prints on one page."""

from __future__ import annotations

from pathways.compare import Comparison, Row
from pathways.guidance import Option
from pathways.ui.parts.compare_cells import cell
from pathways.ui.parts.markup import Markup, join, mark
from pathways.words import say

PAPER = Markup("<style>@page { size: A4 landscape; margin: 8mm; }</style>")
"""Sideways paper: said by the page itself, as a style sheet would turn the paper of every page."""

_ROOMY = 4
"""More columns than this need smaller type on paper."""


def named(option: Option) -> str:
    """An option in a few words: subject at provider."""
    return say("UI_COMPARE_ONE", subject=option.subject, provider=option.provider)


def table(found: Comparison, *, differing: bool) -> Markup:
    """Every row, or with `differing` the rows that differ, marked, and the others in one line."""
    rows = found.differing if differing else found.rows
    return mark(
        '<div class="pw-compare {many}" role="region" tabindex="0" aria-label="{region}" style="--n:{n}">'
        '<table role="table"><caption>{caption}</caption>'
        '<thead role="rowgroup"><tr role="row"><td class="pw-corner" role="cell"></td>{heads}</tr></thead>'
        '<tbody role="rowgroup">{rows}</tbody></table></div>{alike}',
        region=say("UI_COMPARE_REGION"),
        n=len(found.options),
        many="pw-many" if len(found.options) > _ROOMY else "",
        caption=say("UI_COMPARE_CAPTION", count=len(found.options)),
        heads=join(_head(option) for option in found.options),
        rows=join(_row(row, found.options, differing=differing) for row in rows),
        alike=_alike(found) if differing else Markup(),
    )


def _head(option: Option) -> Markup:
    return mark(
        '<th scope="col" role="columnheader"><span class="pw-cmp-subject">{subject}</span>'
        '<span class="pw-cmp-at">{at}</span></th>',
        subject=option.subject,
        at=say("UI_AT", provider=option.provider),
    )


def _row(row: Row, options: tuple[Option, ...], *, differing: bool) -> Markup:
    sign = (
        mark(
            '<span class="pw-differs"><b aria-hidden="true">≠</b> {w}</span>',
            w=say("UI_COMPARE_DIFFERS"),
        )
        if differing
        else Markup()
    )
    return mark(
        '<tr role="row"><th scope="row" role="rowheader"><span>{name} {sign}</span></th>{cells}</tr>',
        name=_title(row),
        sign=sign,
        cells=join(
            mark(
                '<td role="cell" data-of="{of}">{said}</td>',
                of=named(option),
                said=cell(row.name, option),
            )
            for option in options
        ),
    )


def _title(row: Row) -> str:
    return say(f"UI_COMPARE_{row.name.upper()}")


def _alike(found: Comparison) -> Markup:
    """The rows that are the same for all, named in one line; their values one tap away."""
    if not found.alike:
        return mark('<p class="pw-alike">{words}</p>', words=say("UI_COMPARE_NONE_ALIKE"))
    names = ", ".join(_title(row).lower() for row in found.alike)
    return mark(
        '<details class="pw-alike"><summary>{line}</summary><dl class="pw-facts pw-roomy">{rows}</dl>'
        "</details>",
        line=say("UI_COMPARE_ALIKE", names=names),
        rows=join(
            mark(
                "<dt>{name}</dt><dd>{said}</dd>",
                name=_title(row),
                said=cell(row.name, found.options[0]),
            )
            for row in found.alike
        ),
    )
