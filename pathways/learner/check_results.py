"""Problems in results as typed, for a form to show where they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from pathways.errors import InputError
from pathways.learner.learner import Result
from pathways.learner.place_result import place_result, subject_of
from pathways.learner.qualifications import find_qualification


@dataclass(frozen=True, slots=True)
class ResultProblem:
    """One thing in one result that cannot be read: `row` counts from 0, `field` is of `Result`."""

    row: int
    field: str
    message: str


def check_results(
    results: Sequence[Result], *, nation: str = "england"
) -> tuple[ResultProblem, ...]:
    """The first problem of each result that has one, in row order, for a form to show there."""
    found = (_problem(row, result, nation) for row, result in enumerate(results))
    return tuple(problem for problem in found if problem is not None)


def _problem(row: int, result: Result, nation: str) -> ResultProblem | None:
    steps = (
        ("qualification", partial(find_qualification, result.qualification)),
        ("subject", partial(subject_of, result)),
        ("grade", partial(place_result, result, nation)),
    )
    for field, read in steps:
        try:
            read()
        except InputError as error:
            return ResultProblem(row, field, error.message)
    return None
