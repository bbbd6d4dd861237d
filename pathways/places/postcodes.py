"""Postcodes as people type them: spaces, case and O for 0 forgiven, half a postcode accepted.

>>> parse_postcode("kti 2ab").text
'KT1 2AB'
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from pathways.errors import PostcodeError
from pathways.places.areas import area_nations

# Royal Mail's forms: A9, A99, AA9, AA99, A9A, AA9A, then a digit and two letters (no C I K M O V).
_OUTCODE = re.compile(r"([A-Z]{1,2})([0-9]{1,2}|[0-9][ABCDEFGHJKMNPRSTUVWXY])")
_UNIT = re.compile(r"[ABD-HJLNP-UW-Z]{0,2}")
_ALIKE = {"O": "O0", "0": "0O", "I": "I1", "1": "1I", "L": "L1"}
_LONGEST = 20
_EXAMPLE = "Type it like KT1 2AB, or the first half, KT1."


@dataclass(frozen=True, slots=True)
class Postcode:
    """What is known of a postcode: `text` properly written; `sector` "" for a first half alone."""

    text: str
    outcode: str
    sector: str = ""

    @property
    def area(self) -> str:
        """The letters at the start."""
        return re.split(r"[0-9]", self.outcode, maxsplit=1)[0]


def parse_postcode(text: str) -> Postcode:
    """The postcode that was meant; raises `PostcodeError` for anything else, or another nation's.

    `text` may be a whole postcode, a sector (KT1 2) or an outcode (KT1). Without a space the
    longest reading wins: KT12 is the outcode, not sector KT1 2.
    """
    typed = " ".join(text.upper().split())
    halves = re.sub(r"[^A-Z0-9]+", " ", typed).split() if typed.isascii() else []
    compact = "".join(halves)
    if not 2 <= len(compact) <= 7 or len(text) > _LONGEST:
        raise _nonsense(text)
    for outward, inward in _splits(compact, len(halves[0]) if len(halves) == 2 else 0):
        found = _read(outward, inward)
        if found is not None:
            return _in_england(found)
    raise _nonsense(text)


def _splits(compact: str, at: int) -> list[tuple[str, str]]:
    """Ways to cut the text, likeliest first: where the space is, else whole, first half, sector."""
    if at:
        return [(compact[:at], compact[at:])]
    places = [len(compact) - 3, len(compact), len(compact) - 1]
    return [(compact[:place], compact[place:]) for place in places if place >= 2]


def _read(outward: str, inward: str) -> Postcode | None:
    outcode = _outcode(outward)
    if outcode is None:
        return None
    if not inward:
        return Postcode(outcode, outcode)
    digit = {"O": "0", "I": "1", "L": "1"}.get(inward[0], inward[0])
    if not digit.isdigit() or not _UNIT.fullmatch(inward[1:]):
        return None
    sector = f"{outcode} {digit}"
    whole = len(inward) == 3
    return Postcode(f"{outcode} {digit}{inward[1:]}" if whole else sector, outcode, sector)


def _outcode(typed: str) -> str | None:
    """The outcode as typed, or else the first one that look-alike letters and digits allow."""
    if not 2 <= len(typed) <= 4:
        return None
    for letters in itertools.product(*(_ALIKE.get(letter, letter) for letter in typed)):
        match = _OUTCODE.fullmatch("".join(letters))
        if match and match[1] in area_nations():
            return match[0]
    return None


def _in_england(found: Postcode) -> Postcode:
    nation = area_nations()[found.area]
    if "England" not in nation:
        raise PostcodeError(
            f"{found.text} is in {nation}. Pathways covers England.",
            do="If you will study in England, type the postcode of a place near there.",
        )
    return found


def _nonsense(text: str) -> PostcodeError:
    shown = " ".join(text.split())
    shown = shown if len(shown) <= _LONGEST and shown.isprintable() else f"{shown[:10]!r}..."
    what = f'"{shown}" is not a postcode.' if shown else "There is no postcode here."
    return PostcodeError(what, do=_EXAMPLE)
