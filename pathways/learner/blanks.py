"""What people write where there is no grade: "?", "not taken", "X", an empty cell."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import Literal

from pathways.learner.spelling import plain
from pathways.paths import REFERENCE
from pathways.yaml_file import read_yaml

Said = Literal["grade", "not_known", "not_taken"]


@cache
def _blanks() -> MappingProxyType[str, Said]:
    blanks = read_yaml(REFERENCE / "grade_scales.yaml")["blanks"]
    not_known: dict[str, Said] = {plain(str(word)): "not_known" for word in blanks["not_known"]}
    not_taken: dict[str, Said] = {plain(str(word)): "not_taken" for word in blanks["not_taken"]}
    return MappingProxyType(not_known | not_taken)


def said(typed: str | None) -> Said:
    """Whether a cell holds a grade, says it is not known yet, or says the subject was not taken.

    >>> said("Don't know"), said(" - "), said("6-5")
    ('not_known', 'not_taken', 'grade')
    """
    if typed is None:
        return "not_known"
    return _blanks().get(" ".join(plain(typed.replace("’", "'")).split()), "grade")
