"""What a learner may hold: each qualification, its scales, and what a result in it counts as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

from pathways.errors import GradeError
from pathways.learner.pairs import pairs_of
from pathways.learner.scale import Grade, Scale
from pathways.learner.spelling import key, listed, nearest
from pathways.paths import REFERENCE
from pathways.yaml_file import read_yaml

QualificationKind = Literal["gcse", "vocational", "functional_skills", "other"]


@dataclass(frozen=True, slots=True)
class Qualification:
    """A qualification: `scales` are tried in order, `double` where a subject counts as two GCSEs.

    `prefix` is a level that its name already gives. `counts` is "as_two" where every result is a
    pair, "half" where a result is no full GCSE, "" otherwise.
    """

    name: str
    kind: QualificationKind
    nation: str
    scales: tuple[Scale, ...]
    double: tuple[Scale, ...] = ()
    prefix: str = ""
    counts: str = ""
    also: tuple[str, ...] = ()


@cache
def all_scales() -> Mapping[str, Scale]:
    """Every scale by its id, as in `data/reference/grade_scales.yaml`."""
    loaded = read_yaml(REFERENCE / "grade_scales.yaml")["scales"]
    made: dict[str, Scale] = {}
    for entry in loaded:
        made[entry["id"]] = _scale(entry, made)
    return MappingProxyType(made)


def _scale(entry: dict[str, Any], made: Mapping[str, Scale]) -> Scale:
    singles: tuple[str, ...] = ()
    if "pairs" in entry:
        of = made[entry["pairs"]["of"]]
        singles = tuple(grade.text for grade in of.grades if grade.level > 0)
        grades = pairs_of(of.grades, entry["pairs"]["join"])
    else:
        grades = tuple(
            Grade(
                str(row["grade"]),
                () if row["points"] is None else (float(row["points"]),),
                row["level"],
                tuple(str(word) for word in row.get("also", ())),
            )
            for row in entry["grades"]
        )
    return Scale(
        id=entry["id"],
        title=entry["title"],
        grades=grades,
        source=entry["source"],
        trust=entry["trust"],
        last_checked=str(entry["last_checked"]),
        nation=entry.get("nation", ""),
        any_text=entry.get("any_text", False),
        singles=singles,
    )


@cache
def qualifications() -> tuple[Qualification, ...]:
    """Every qualification a learner may hold, as in `data/reference/qualifications_held.yaml`."""
    path = REFERENCE / "qualifications_held.yaml"
    scales = all_scales()
    return tuple(
        Qualification(
            name=row["name"],
            kind=row["kind"],
            nation=row["nation"],
            scales=tuple(scales[name] for name in row["scales"]),
            double=tuple(scales[name] for name in row.get("double", ())),
            prefix=row.get("prefix", ""),
            counts=row.get("counts", ""),
            also=tuple(str(name) for name in row.get("also", ())),
        )
        for row in read_yaml(path)["qualifications"]
    )


@cache
def _by_key() -> Mapping[str, Qualification]:
    found: dict[str, Qualification] = {}
    for qualification in qualifications():
        for name in (qualification.name, *qualification.also):
            if found.setdefault(key(name), qualification) is not qualification:
                raise GradeError(f"Two qualifications are called {name!r}.")
    return MappingProxyType(found)


def find_qualification(text: str) -> Qualification:
    """The qualification of that name, however spelt; raises `GradeError` with the nearest names."""
    found = _by_key().get(key(text))
    if found is not None:
        return found
    near = list(dict.fromkeys(_by_key()[name].name for name in nearest(text, _by_key())))
    hint = f"Did you mean {listed(near)}? " if near else ""
    raise GradeError(
        f'We do not know the qualification "{text.strip()}".',
        do=f'{hint}If it is something else, write "Other qualification".',
    )
