"""How far a value can be trusted, in words, with the pages where it was read one tap away."""

from __future__ import annotations

from collections.abc import Iterable

from pathways.rules.dated import MARKED, TRUST_ORDER
from pathways.rules.values import references
from pathways.ui.parts.markup import Markup, join, link, mark
from pathways.words import say

Rests = tuple[str, tuple[str, ...]]
"""A trust level and the ids of the sources read: `(status.trust, status.source_ids)`."""


def trust_mark(*rests_on: Rests) -> Markup:
    """A small worded mark for what is to be checked first; nothing where every value is firm.

    The least firm trust is named; opened, it lists the sources of each marked value.
    """
    marked = [(trust, ids) for trust, ids in rests_on if trust in MARKED]
    if not marked:
        return Markup()
    trust = max((trust for trust, _ in marked), key=[*TRUST_ORDER].index)
    return mark(
        '<details class="pw-trust"><summary><b aria-hidden="true">!</b> {short}</summary>'
        "<p>{said}</p>{sources}</details>",
        short=say(f"UI_TRUST_SHORT_{trust.upper()}"),
        said=say(f"UI_TRUST_{trust.upper()}"),
        sources=sources(one for _, ids in marked for one in ids),
    )


def sources(ids: Iterable[str]) -> Markup:
    """Pages where a value was read, as a list of links; an id that is not a rule's is left out."""
    held = references()
    found = [held[one] for one in dict.fromkeys(ids) if one in held]
    return source_list([(one.title, one.href) for one in found])


def source_list(pages: Iterable[tuple[str, str]]) -> Markup:
    """Titles with their addresses as a list; the title alone where there is no address."""
    items = join(mark("<li>{page}</li>", page=link(href, title)) for title, href in pages)
    return mark("<ul>{items}</ul>", items=items) if items else Markup()


def trust_words(trust: str) -> Markup:
    """The trust level in view, with a sign as well as a colour where it is to be checked."""
    short = say(f"UI_TRUST_SHORT_{trust.upper()}")
    if trust in MARKED:
        return mark(
            '<span class="pw-unsure"><b aria-hidden="true">!</b> {short}</span>', short=short
        )
    return mark("{short}", short=short)
