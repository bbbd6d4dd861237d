"""100 people, some filled in and the rest in outline."""

from __future__ import annotations

from pathways.ui.parts.markup import Markup, mark

HUNDRED = 100
_FULL = Markup('<span class="pw-one pw-full"></span>')
_OUTLINE = Markup('<span class="pw-one"></span>')


def people(filled: int, *, label: str) -> Markup:
    """Ten rows of ten people, the first `filled` in ink; `label` says the same in words."""
    return mark(
        '<div class="pw-people" role="img" aria-label="{label}">{all}</div>',
        label=label,
        all=Markup(_FULL * filled + _OUTLINE * (HUNDRED - filled)),
    )


def key_to(words: str, *, filled: bool) -> Markup:
    """One line of the key: a person as drawn, and the words."""
    return mark(
        '<p class="pw-key"><span aria-hidden="true">{one}</span>{words}</p>',
        one=_FULL if filled else _OUTLINE,
        words=words,
    )
