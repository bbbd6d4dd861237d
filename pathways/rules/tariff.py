"""What results are worth in UCAS Tariff points."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pathways.reason import Reason
from pathways.rules.dated import Basis, DatedValue
from pathways.rules.values import topic, value

_WORDS = {
    "distinctionstar": "D*",
    "distinction*": "D*",
    "distinction": "D",
    "merit": "M",
    "pass": "P",
    "dist*": "D*",
    "dist": "D",
}
_NOTHING = frozenset({"U", "UNGRADED", "FAIL", "F", "N", "NEAR PASS", "UNCLASSIFIED", "X"})


@dataclass(frozen=True, slots=True)
class Worth:
    """Points of one result, or None where they are not known, and why."""

    points: int | None
    because: tuple[Reason, ...]
    basis: Basis


@dataclass(frozen=True, slots=True)
class Total:
    """Points of all results; None when any of them is not known (`known` adds up the others)."""

    points: int | None
    known: int
    each: tuple[Worth, ...]


def tariff(results: Iterable[tuple[str, str]], *, on: date) -> Total:
    """The total of (qualification, grade) pairs."""
    each = tuple(worth(qualification, grade, on=on) for qualification, grade in results)
    known = sum(one.points for one in each if one.points is not None)
    whole = all(one.points is not None for one in each)
    return Total(known if whole else None, known, each)


def worth(qualification: str, grade: str, *, on: date) -> Worth:
    """What one result is worth."""
    nothing = value("tariff/none", on=on)
    if _listed(qualification, nothing.value):
        return Worth(0, (Reason.of("TARIFF_LEVEL_3_ALONE"),), Basis.of(nothing))
    table = _table(qualification, on)
    if table is None:
        unknown = value("tariff/not_known", on=on)
        because = Reason.of("TARIFF_NOT_KNOWN", qualification=qualification)
        return Worth(None, (because,), Basis.of(unknown))
    points: Mapping[str, int] = table.value["points"]
    found = _t_level(grade) if "Merit" in points else _letters(grade)
    if found in points:
        because = Reason.of("TARIFF_POINTS", qualification=qualification, points=points[found])
        return Worth(int(points[found]), (because,), Basis.of(table))
    if found in _NOTHING:
        because = Reason.of("TARIFF_POINTS", qualification=qualification, points=0)
        return Worth(0, (because,), Basis.of(table))
    code = "TARIFF_T_LEVEL_CORE" if found == "Pass" else "TARIFF_GRADE_NOT_FOUND"
    because = Reason.of(code, qualification=qualification, grade=grade)
    return Worth(None, (because,), Basis.of(table))


def _table(qualification: str, on: date) -> DatedValue | None:
    for entry in topic("tariff", on=on):
        table = entry.value
        if isinstance(table, Mapping) and _listed(qualification, table["qualifications"]):
            return entry
    return None


def _listed(qualification: str, names: Iterable[str]) -> bool:
    return _plain(qualification) in {_plain(name) for name in names}


def _plain(name: str) -> str:
    text = re.sub(r"\b(pearson|level 3|l3|gce)\b|[^a-z0-9()]+", " ", name.casefold())
    return " ".join(text.replace("btec nationals", "btec national").split())


def _letters(grade: str) -> str:
    """A grade as letters: "Distinction* Distinction" and "d*d" are both "D*D"."""
    text = grade.casefold().strip()
    for word, letter in _WORDS.items():
        text = text.replace(word, letter)
    text = re.sub(r"[\s,/+-]+", "", text).upper()
    text = text.replace("STAR", "*")
    if re.fullmatch(r"(D\*|D|M|P)+", text):
        # Best first: MDD and DDM are the same grades.
        order = {"D*": 0, "D": 1, "M": 2, "P": 3}
        text = "".join(sorted(re.findall(r"D\*|D|M|P", text), key=order.__getitem__))
    return text


def _t_level(grade: str) -> str:
    """An overall T Level grade; a pass is split by the grade of the core."""
    text = " ".join(re.sub(r"[^a-z*]+", " ", grade.casefold()).split())
    if re.match(r"(distinction ?\*|distinction star|d\*)", text):
        return "Distinction*"
    for word in ("distinction", "merit"):
        if text in (word, word[0]):
            return word.capitalize()
    if re.match(r"(pass|p)\b", text):
        # "a" is a grade at the end or after "core" or "grade"; elsewhere it is a word.
        core = re.search(r"\b([b-e])\b", text) or re.search(
            r"(?:core|grade) (a)\b|\b(a\*?)(?= or above|$)", text
        )
        if core is None:
            return "Pass"
        low = core[0] in ("d", "e")
        return "Pass with core D or E" if low else "Pass with core C or above"
    # Without every part passed there are no points, so a part of a T Level is worth none.
    return "U" if text.startswith("partial") else text.upper()
