"""How to reach a provider: a number to tap and an address as they published it."""

from __future__ import annotations

from pathways.guidance import Option
from pathways.ui.parts.markup import Markup, join, link, mark, text
from pathways.words import say

_DIALLED = frozenset("+0123456789")
_SHORTEST = 6


def contact(option: Option) -> Markup:
    """Phone and website of an option, or that neither is published."""
    found = [phone(option.phone)] if option.phone else []
    found += [website(option.website)] if option.website else []
    if not found:
        return mark('<span class="pw-none">{words}</span>', words=say("UI_NOT_PUBLISHED"))
    return join(mark("<p>{one}</p>", one=one) for one in found)


def phone(number: str) -> Markup:
    """A phone number that a phone can dial; as plain words where it holds too few digits."""
    dialled = "".join(sign for sign in number if sign in _DIALLED)
    if len(dialled) < _SHORTEST:
        return text(number)
    return mark('<a href="tel:{to}">{number}</a>', to=dialled, number=number)


def website(address: str) -> Markup:
    """A web address as a link, shown without its scheme."""
    url = address if "://" in address else f"https://{address}"
    return link(url, address.partition("://")[2].strip("/") or address)
