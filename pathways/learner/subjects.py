"""GCSE subjects: one name for each, and the many names people type."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from pathways.errors import SubjectError
from pathways.learner.spelling import key, listed, nearest, plain
from pathways.paths import REFERENCE

# Words that say how or with whom a subject was taken, not which subject it is.
_NOT_THE_SUBJECT = re.compile(
    r"\b(i?gcses?|btec|aqa|edexcel|pearson|ocr|eduqas|wjec|ccea|9\s?-\s?1"
    r"|full course|higher tier|foundation tier)\b"
)


_SEVERAL = dict.fromkeys(
    ("triplescience", "triplesciences", "separatescience", "separatesciences"),
    ("Biology", "Chemistry", "Physics"),
)


@dataclass(frozen=True, slots=True)
class GcseSubject:
    """A subject: `families` are what entry rules ask for; `double` ones count as two GCSEs."""

    name: str
    families: frozenset[str]
    usual: bool
    order: int
    double: bool
    also: tuple[str, ...] = ()


@cache
def subjects() -> tuple[GcseSubject, ...]:
    """Every subject of `data/reference/gcse_subjects.csv`, in its order."""
    with (REFERENCE / "gcse_subjects.csv").open(encoding="utf-8", newline="") as lines:
        rows = [
            GcseSubject(
                name=row["subject"],
                families=frozenset(filter(None, row["families"].split(";"))),
                usual=row["usual"] == "yes",
                order=int(row["order"]),
                double=row["double"] == "yes",
                also=tuple(filter(None, row["aliases"].split(";"))),
            )
            for row in csv.DictReader(lines)
        ]
    return tuple(sorted(rows, key=lambda subject: subject.order))


@cache
def _by_key() -> Mapping[str, GcseSubject]:
    found: dict[str, GcseSubject] = {}
    for subject in subjects():
        for name in (subject.name, *subject.also):
            if found.setdefault(key(name), subject) is not subject:
                raise SubjectError(f"Two subjects are called {name!r}.")
    return MappingProxyType(found)


def find_subject(text: str) -> GcseSubject:
    """The subject of that name, however spelt; raises `SubjectError` with up to three near names.

    >>> find_subject("GCSE maths (9-1)").name
    'Maths'
    """
    by_key = _by_key()
    found = by_key.get(key(text)) or by_key.get(_core(text))
    if found is not None:
        return found
    if _core(text) in _SEVERAL:
        names = listed(_SEVERAL[_core(text)], "and")
        raise SubjectError(f"{text.strip()} is more than one GCSE.", do=f"Add {names}, one a row.")
    near = [subject.name for subject in suggest(text, 3)]
    hint = f"Did you mean {listed(near)}?" if near else "Choose a subject from the list."
    raise SubjectError(f'We do not know the subject "{text.strip()}".', do=hint)


def suggest(text: str, n: int = 5) -> tuple[GcseSubject, ...]:
    """Up to `n` subjects that the text may be the start of, or a slip of, best first."""
    by_key = _by_key()
    typed = _core(text)
    if not typed:
        return ()
    starts = [subject for name, subject in by_key.items() if name.startswith(typed)]
    near = [by_key[name] for name in nearest(typed, by_key, count=3 * n)]
    found = dict.fromkeys([*sorted(starts, key=lambda subject: subject.order), *near])
    return tuple(found)[:n]


def usual_subjects() -> tuple[GcseSubject, ...]:
    """The subjects most people take, for the rows that stand ready in the form."""
    return tuple(subject for subject in subjects() if subject.usual)


def _core(text: str) -> str:
    return key(_NOT_THE_SUBJECT.sub(" ", plain(text)))
