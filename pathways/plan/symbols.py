"""Bytes as symbols that people can type, and back: Crockford's base 32 with a checksum at the end.

Capital or small letters, O for 0, I or L for 1, spaces and dashes make no difference. The checksum
is CRC-32: one wrong symbol, or two neighbours swapped, never goes unnoticed.
"""

from __future__ import annotations

import base64
import binascii
import unicodedata
import zlib

from pathways.errors import PlanCodeError

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_TO = str.maketrans(_STANDARD, ALPHABET)
_FROM = str.maketrans(
    ALPHABET + ALPHABET[10:].lower() + "OoIiLl", _STANDARD + _STANDARD[10:] + "AABBBB"
)
_KNOWN = frozenset(map(chr, _FROM))
_CHECK = 4
"""Bytes of the checksum."""
LONGEST_TEXT = 5_000
"""Characters that are looked at: a code with every space and dash that a person may put in."""
GROUP = 4
TYPED = 200
"""Up to here a code is written in groups for typing; a longer one is carried by link, not by hand."""


def to_symbols(data: bytes) -> str:
    """Data and its checksum as symbols, nothing between them."""
    whole = data + zlib.crc32(data).to_bytes(_CHECK, "little")
    return base64.b32encode(whole).decode().rstrip("=").translate(_TO)


def from_symbols(text: str) -> bytes:
    """The data that `to_symbols` was given, however grouped; raises `PlanCodeError`."""
    if len(text) > LONGEST_TEXT:
        raise PlanCodeError("Please paste the plan code alone: this text is too long to be one.")
    symbols = "".join(one for one in text if not _between(one))
    if not symbols:
        raise PlanCodeError("Please type or paste your plan code first.")
    if not _KNOWN.issuperset(symbols):
        raise damaged()
    standard = symbols.translate(_FROM)
    try:
        whole = base64.b32decode(standard + "=" * (-len(standard) % 8))
    except binascii.Error:
        raise damaged() from None
    data, check = whole[:-_CHECK], whole[-_CHECK:]
    # Symbols left over at the end carry bits that nobody reads: they have to be as written.
    as_written = base64.b32encode(whole).decode().rstrip("=") == standard
    if not data or not as_written or zlib.crc32(data).to_bytes(_CHECK, "little") != check:
        raise damaged()
    return data


def grouped(symbols: str) -> str:
    """Symbols in groups of four, or in one piece where there are too many to type."""
    if len(symbols) > TYPED:
        return symbols
    return "-".join(symbols[at : at + GROUP] for at in range(0, len(symbols), GROUP))


def damaged() -> PlanCodeError:
    """The one polite answer to a code that is cut short, mistyped or made up."""
    return PlanCodeError(
        "Please check your plan code and try again: a letter or number is wrong or missing."
    )


def _between(one: str) -> bool:
    """Whether a character separates groups: a space, a line end, any dash, or nothing to see."""
    return one.isspace() or unicodedata.category(one) in ("Pd", "Cf")
