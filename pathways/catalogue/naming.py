"""Stable ids: made from official numbers and plain names, never from row order."""

from __future__ import annotations

import re
import unicodedata


def slug(text: str) -> str:
    """Lower-case words joined by hyphens: `BTEC National Diploma` -> `btec-national-diploma`."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower().replace("'", "")).strip("-")


def provider_id(urn: str, ukprn: str, name: str) -> str:
    """URN first, UKPRN second, and a name only where a provider has neither."""
    if urn:
        return f"urn-{urn}"
    return f"ukprn-{ukprn}" if ukprn else f"name-{slug(name)}"


def site_id(provider: str, name: str = "") -> str:
    """A provider's site; the one without a name is its main address."""
    return f"{provider}.{slug(name) or 'main'}"


def course_id(qualification: str, subject: str, size: float | None = None) -> str:
    """A qualification in a subject, with its size where one name has several."""
    sized = f".{size:g}" if size else ""
    return f"{slug(qualification)}.{slug(subject)}{sized}"


def offer_id(site: str, course: str) -> str:
    """A course at a site."""
    return f"{site}~{course}"
