"""What paper can show: text with every character that the fonts lack said in another way.

PDF/UA refuses a character without a glyph, so nothing else may reach the document.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).resolve().parent / "fonts"
BOX = "\N{WHITE SQUARE}"
"""Stands for a letter that cannot be shown."""
_MAY_BREAK = "\N{ZERO WIDTH SPACE}"
_LONG = re.compile(r"[^\s-]{21,}")
_PIECE = re.compile(r"[^./_@=&?]{1,20}[./_@=&?]*|[./_@=&?]+")
_PILE = re.compile(r"([\u0300-\u036f]{2})[\u0300-\u036f]+")
_PICTURES = range(0x1F000, 0x20000)
_DROPPED = frozenset({"Cc", "Cf", "Zl", "Zp"})


def printable(text: str) -> str:
    """A text as paper can show it: lines kept, hidden and direction-turning characters dropped.

    A picture becomes its name in brackets, another unknown letter a `BOX`; long words may break.
    """
    lines = unicodedata.normalize("NFC", text).splitlines() or [""]
    return "\n".join(_line(line) for line in lines)


def _line(line: str) -> str:
    known = "".join(_character(one) for one in line)
    return _LONG.sub(_with_breaks, _PILE.sub(r"\1", known)).strip()


def _character(one: str) -> str:
    if one == "\t":
        return " "
    kind = unicodedata.category(one)
    if kind in _DROPPED or (unicodedata.combining(one) and ord(one) not in shown()):
        return ""
    if ord(one) in shown():
        return one
    if kind == "Zs":
        return " "
    if kind == "Mn":  # a variation of the letter before it
        return ""
    if kind == "So" or ord(one) in _PICTURES:
        return f"[{unicodedata.name(one, BOX).lower()}]"
    return BOX


def _with_breaks(word: re.Match[str]) -> str:
    return _MAY_BREAK.join(_PIECE.findall(word[0]))


@cache
def shown() -> frozenset[int]:
    """Code points that a font of the paper has, from `fonts/shown.txt`."""
    found: set[int] = set()
    for line in (FONTS / "shown.txt").read_text("ascii").split():
        first, _, last = line.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)
