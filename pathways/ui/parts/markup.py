"""The one door through which text reaches HTML: every value is escaped here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import urlsplit


class Markup(str):
    """HTML that was made here, and so is not escaped again."""

    __slots__ = ()


def text(value: object) -> Markup:
    """Any value as text that HTML cannot take for markup."""
    return value if isinstance(value, Markup) else Markup(escape(str(value), quote=True))


def mark(template: str, /, **values: object) -> Markup:
    """A template of our own with every value escaped: `mark("<p>{name}</p>", name=name)`."""
    return Markup(template.format(**{name: text(value) for name, value in values.items()}))


def join(parts: Iterable[Markup]) -> Markup:
    """Pieces of markup, one after the other."""
    return Markup("".join(parts))


def plain(value: object) -> str:
    r"""Text for a Streamlit label, with Markdown's own signs made harmless.

    >>> plain("A*-C [x](http://y) $5")
    'A\\*-C \\[x\\](http://y) \\$5'
    """
    return "".join(f"\\{sign}" if sign in "\\`*_[]$#~<>|{}" else sign for sign in str(value))


def link(url: str, words: str) -> Markup:
    """A link to another site, when it is plain http(s); otherwise the words alone."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return text(words)
    return mark(
        '<a href="{url}" target="_blank" rel="noopener noreferrer">{words}</a>',
        url=url,
        words=words,
    )
