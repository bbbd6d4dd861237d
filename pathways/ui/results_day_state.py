"""Real grades as they are tapped on results day: beside the predicted ones until the learner keeps them."""

from __future__ import annotations

from dataclasses import dataclass

from pathways.learner.learner import Learner, Result
from pathways.ui import keys, state

_REAL = "_day:"
_EXPECTED = "_day_expected"


@dataclass(frozen=True, slots=True)
class Awaited:
    """One result that is predicted or not known yet, and the control that takes its real grade.

    `at` is its place among all results of the learner, `expected` the predicted grade or "?".
    """

    at: int
    result: Result
    field: str
    expected: str

    @property
    def key(self) -> str:
        """The control of its real grade."""
        return _REAL + self.field


def awaited() -> tuple[Awaited, ...]:
    """Every result whose real grade is still to come: English and maths first, as on My results."""
    return tuple(
        Awaited(at, row.result, row.key, row.result.grade or state.UNKNOWN)
        for at, row in enumerate(state.rows())
        if row.result.status == "predicted" or row.result.grade is None
    )


def begin() -> None:
    """Prefill each real grade with the predicted one: once, and again where the prediction changed."""
    found = awaited()
    was = state.get(_EXPECTED) or {}
    for one in found:
        if was.get(one.key) != one.expected or state.get(one.key) is None:
            state.put(one.key, one.expected)
    state.put(_EXPECTED, {one.key: one.expected for one in found})


def as_predicted() -> None:
    """Set every real grade to what was predicted."""
    for one in awaited():
        state.put(one.key, one.expected)


def real_grade(one: Awaited) -> str | None:
    """The grade tapped; None where it is not known yet."""
    chosen = state.get(one.key)
    return None if chosen in (None, state.UNKNOWN) else str(chosen)


def real_learner() -> Learner:
    """The learner with real grades in place of predicted ones."""
    learner = state.learner()
    results = list(learner.results)
    for one in awaited():
        results[one.at] = one.result.model_copy(
            update={"grade": real_grade(one), "status": "actual"}
        )
    return learner.model_copy(update={"results": tuple(results)})


def keep() -> None:
    """Write the real grades over the predicted ones, which are kept nowhere else."""
    others = list(state.others())
    first_other = len(state.rows()) - len(others)
    for one in awaited():
        grade = real_grade(one)
        if one.at >= first_other:
            number = one.at - first_other
            others[number] = {**others[number], "grade": grade}
        else:
            state.put(one.field, grade or state.UNKNOWN)
        state.put(one.key, None)
    state.put(_EXPECTED, {})
    state.put(keys.OTHERS, others)
    state.put(keys.STATUS, "actual")
