"""Which subjects to show: the nearest by field, a broad set for a flat shape, and a surprise."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pathways.matching.interests.fit import Fit
from pathways.matching.interests.riasec import Floats
from pathways.matching.interests.subjects import Subjects


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """One field with its nearest subjects, as rows of `Subjects`, nearest first."""

    field: str
    rows: tuple[int, ...]


def nearest(
    found: Fit, subjects: Subjects, *, seed: int, count: int = 10
) -> tuple[FieldGroup, ...]:
    """The `count` nearest subjects grouped by field, best field first; empty if nothing is known.

    Subjects that are equally near are ordered by `seed`, never by name.
    """
    return _grouped(_ranked(found, subjects, seed)[:count], subjects)


def breadth(subjects: Subjects, *, seed: int, each: int = 1) -> tuple[FieldGroup, ...]:
    """Subjects from every field, drawn and ordered by `seed`: for a flat or an empty profile."""
    rng = np.random.default_rng(seed)
    rows = _subject_rows(subjects)
    rng.shuffle(rows)
    groups = _grouped(rows.tolist(), subjects)
    return tuple(FieldGroup(group.field, group.rows[:each]) for group in groups)


def surprise(
    found: Fit, subjects: Subjects, *, seed: int, count: int = 1, near: int = 15
) -> tuple[int, ...]:
    """Rows from fields that hold none of the `near` nearest subjects, drawn by `seed`.

    Each is the nearest of its field, and none is one the learner said is not for them.
    """
    ranked = _ranked(found, subjects, seed)
    shown = {subjects.fields[row] for row in ranked[:near]}
    order = ranked or _subject_rows(subjects).tolist()
    best: dict[str, int] = {}
    for row in order:
        if subjects.fields[row] not in shown and found.against[row] == 0:
            best.setdefault(subjects.fields[row], row)
    outside = [best[field] for field in sorted(best)]
    drawn = np.random.default_rng(seed).permutation(len(outside))[:count]
    return tuple(outside[place] for place in drawn.tolist())


def _ranked(found: Fit, subjects: Subjects, seed: int) -> list[int]:
    rows = [row for row in _subject_rows(subjects).tolist() if not np.isnan(found.value[row])]
    # Rounded, so that float noise never decides between subjects that share one profile.
    value: Floats = np.round(found.value, 9)
    tie = np.random.default_rng(seed).permutation(len(subjects.ids))
    return sorted(rows, key=lambda row: (-value[row], tie[row]))


def _subject_rows(subjects: Subjects) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array([i for i, kind in enumerate(subjects.kinds) if kind == "subject"])


def _grouped(rows: list[int], subjects: Subjects) -> tuple[FieldGroup, ...]:
    fields: dict[str, list[int]] = {}
    for row in rows:
        fields.setdefault(subjects.fields[row], []).append(row)
    return tuple(FieldGroup(field, tuple(own)) for field, own in fields.items())
