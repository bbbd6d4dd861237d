"""From results as typed to a `Record`: each grade on its scale, each subject named one way.

Of several results in one subject the best is kept, and a result that was given always stands
before a prediction, even a higher one: what is held is a fact, a resit to come is a hope.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pathways.errors import InputError
from pathways.learner.check_results import ResultProblem, check_results
from pathways.learner.learner import Learner
from pathways.learner.place_result import Placed, place_result
from pathways.learner.record import Held, Record

__all__ = ["ResultProblem", "check_results", "read_record"]

GCSES_OF_A_WHOLE_LIST = 5
"""Fewer GCSEs than this are taken to be an unfinished list."""


def read_record(learner: Learner) -> Record:
    """The learner's results, read; raises the first `InputError`, naming the row."""
    placed: list[Placed] = []
    for row, result in enumerate(learner.results):
        try:
            placed.append(place_result(result, learner.nation))
        except InputError as error:
            where = f"Result {row + 1} ({result.subject.strip() or 'no subject'})"
            raise type(error)(error.what, where=where, do=error.do) from error
    held = _best(placed)
    in_hand = {result.subject for result in held}
    missing = {row.subject.name for row in placed if row.said == "not_known"} - in_hand
    not_taken = {row.subject.name for row in placed if row.said == "not_taken"} - in_hand - missing
    stated = learner.results_complete
    return Record(
        held=held,
        missing=frozenset(missing),
        not_taken=frozenset(not_taken),
        complete=_complete(placed) if stated is None else stated,
    )


def _best(placed: Iterable[Placed]) -> tuple[Held, ...]:
    """One result per subject and kind, in the order first met; "other" also by qualification."""
    kept: dict[tuple[str, ...], tuple[tuple[float, ...], Held]] = {}
    for row in placed:
        held = row.held
        if held is None:
            continue
        name = held.qualification if held.kind == "other" else ""
        order = (not held.predicted, sum(held.points), held.nation == "england", -row.rank)
        slot = (held.subject, held.kind, name)
        if slot not in kept or order > kept[slot][0]:
            kept[slot] = (order, held)
    return tuple(held for _, held in kept.values())


def _complete(placed: Sequence[Placed]) -> bool:
    """Whether a list looks whole: five GCSEs or more, English Language and maths spoken for."""
    taken = sum(row.gcses for row in placed if row.said != "not_taken")
    spoken_for = [row.subject for row in placed if row.kind != "functional_skills"]
    english = any(
        subject.name == "English Language" or (subject.double and "English" in subject.families)
        for subject in spoken_for
    )
    maths = any("Maths" in subject.families for subject in spoken_for)
    return taken >= GCSES_OF_A_WHOLE_LIST and english and maths
