"""The nearest valid form to something that did not parse."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from pathways.catalogue.entry_rules.atoms import PERSON_STEPS
from pathways.catalogue.entry_rules.vocabulary import vocabulary

# Old letters and words to the grade most people mean by them, for a hint and nothing else.
_MEANT = {"a*": 8, "a": 7, "b": 6, "c": 4, "d": 3, "e": 2, "f": 1, "g": 1, "pass": 4, "strong": 5}
_COUNTS = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_EXAMPLES = ("none", "EHCP", "average@5.5", "best8@48", "ABRSM@5", *PERSON_STEPS)


def nearest_of(written: str, known: Iterable[str]) -> str | None:
    """The known word closest to what was written, or None when none is close."""
    spelled = {word.casefold(): word for word in known}
    close = get_close_matches(written.casefold(), spelled, n=1, cutoff=0.6)
    return spelled[close[0]] if close else None


def nearest_name(written: str) -> str | None:
    """The subject whose name is closest, or None."""
    names = vocabulary().names
    close = get_close_matches(written.casefold(), names, n=1, cutoff=0.6)
    return names[close[0]].name if close else None


def number_for(written: str) -> int:
    """A GCSE grade to offer instead: old letters by what they stand for, numbers by the nearest."""
    plain = written.strip().casefold()
    if plain.replace(".", "", 1).isdigit():
        return min(9, max(1, int(float(plain))))
    return _MEANT.get(plain.split(" ")[0].split("/")[0], 4)


def nearest_shape(written: str) -> str:
    """A whole test that looks like what was written."""
    bare = written.split("@")[0].strip()
    name = nearest_of(bare, _EXAMPLES)
    if name and "@" not in written:
        return name
    subject = nearest_name(bare.rstrip("0123456789 "))
    digits = "".join(c for c in written if c in "123456789")
    if "gcse" in written.casefold():
        start = bare.casefold().split("gcse")[0].strip()
        number = _COUNTS.index(start) if start in _COUNTS else start if start.isdigit() else 5
        after = [c for c in written.casefold().split("gcse", 1)[1] if c in "123456789"]
        return f"{number or 5} GCSE@{after[0] if after else 4}"
    if subject:
        return f"{subject}@{digits[-1] if digits else 4}"
    return name or "5 GCSE@4"
