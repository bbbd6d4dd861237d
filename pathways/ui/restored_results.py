"""Results that came with a plan code, put where My results holds them: a code can be forged."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.learner.learner import Result
from pathways.learner.read_record import check_results
from pathways.learner.subjects import subjects, usual_subjects
from pathways.ui import keys, state

YEARS = (2026, 2027, 2028, 2029)
"""The years that a learner can start in: the choices of My results."""


def take_over(results: Sequence[Result], start_year: int | None) -> None:
    """Set the grades and the year of a code; a row that cannot be read is left out."""
    if start_year in YEARS:
        state.put(keys.YEAR, start_year)
    wrong = {problem.row for problem in check_results(results, nation="england")}
    kept = [result for row, result in enumerate(results) if row not in wrong]
    if kept:
        _set(kept)


def _set(results: Sequence[Result]) -> None:
    state.reset([keys.grade(subject) for subject in state.subjects_shown()])
    usual = {subject.name for subject in usual_subjects()}
    known = {subject.name for subject in subjects()}
    rows = [one for one in results if one.qualification == "GCSE" and one.subject in known]
    fixed = {*state.CORE, *state.SEPARATE, state.COMBINED}
    for one in rows:
        state.put(keys.grade(one.subject), one.grade or state.UNKNOWN)
    named = [one.subject for one in rows if one.subject not in fixed]
    state.put(keys.USUAL, [name for name in named if name in usual])
    state.put(keys.MORE, [name for name in named if name not in usual])
    separate = any(one.subject in state.SEPARATE for one in rows)
    state.put(keys.SCIENCE, "separate" if separate else "combined")
    state.put(
        keys.OTHERS,
        [
            state.Other(qualification=one.qualification, subject=one.subject, grade=one.grade)
            for one in results
            if one not in rows
        ],
    )
    actual = [one.subject for one in results if one.status == "actual"]
    state.put(keys.STATUS, _status(len(actual), len(results)))
    state.put(keys.ACTUAL, actual if 0 < len(actual) < len(results) else [])


def _status(actual: int, of: int) -> str:
    if actual == of:
        return "actual"
    return "mixed" if actual else "predicted"
