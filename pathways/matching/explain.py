"""Why an option stands where it does, in numbers from which the score can be worked out again."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pathways.explanation import Explanation, TermShown
from pathways.matching.counterfactual import smallest_change
from pathways.matching.reference import Anchors
from pathways.matching.robust import steadiness
from pathways.matching.score import Scored
from pathways.matching.table import Floats
from pathways.matching.weighing import TERMS
from pathways.reason import Reason


def explain(row: int, scored: Scored, weightings: Floats, anchors: Anchors) -> Explanation:
    """Explain one offer; `weightings` are those nearby (`robust.nearby`)."""
    values, band = scored.values(row), int(scored.band[row])
    terms = term_values(values, scored.dots, unsaid=unsaid(scored))
    change = smallest_change(values, scored.dots, band, anchors)
    steady = steadiness(values, band, weightings, anchors)
    return Explanation(
        terms=terms,
        largest=largest(terms, anchors.reasons),
        changes=()
        if change is None
        else (
            Reason.of(
                f"IF_{change.term.upper()}", now=change.now, then=change.then, group=change.group
            ),
        ),
        steady=steady,
        # Rounded down, so that "9 in 10" is never said of less.
        steady_because=Reason.of("STAYS_IN_GROUP", times=int(steady * 10 + 1e-9), group=band),
    )


def term_values(
    values: Floats, dots: tuple[int, ...], *, unsaid: npt.NDArray[np.bool_]
) -> tuple[TermShown, ...]:
    """Every term: its dots, its value, what it adds, or why it is dropped."""
    counted = sum(d for d, value in zip(dots, values, strict=True) if not np.isnan(value))
    return tuple(
        _term(name, number, float(value), counted, unsaid=bool(silent))
        for name, number, value, silent in zip(TERMS, dots, values, unsaid, strict=True)
    )


def _term(name: str, dots: int, value: float, counted: int, *, unsaid: bool) -> TermShown:
    if np.isnan(value):
        why = f"DROPPED_{name.upper()}_{'UNSAID' if unsaid else 'UNKNOWN'}"
        return TermShown(name, dots, None, None, Reason.of(why))
    return TermShown(name, dots, value, dots * value / counted if counted else 0.0)


def unsaid(scored: Scored) -> npt.NDArray[np.bool_]:
    """Which terms have no value for any offer: the learner has not said what they rest on."""
    silent: npt.NDArray[np.bool_] = np.asarray(np.isnan(scored.by_course).all(axis=0))
    silent[TERMS.index("travel")] = bool(np.isnan(scored.travel).all())
    return silent


def largest(terms: tuple[TermShown, ...], count: int) -> tuple[Reason, ...]:
    """The terms that add most, most first."""
    adding = [term for term in terms if term.dots and term.adds]
    adding.sort(key=lambda term: -(term.adds or 0.0))
    return tuple(_said("FOR", term) for term in adding[:count])


def against(terms: tuple[TermShown, ...], anchors: Anchors) -> Reason:
    """The one term that takes most away, or that nothing does."""
    counting = [term for term in terms if term.dots and term.value is not None]
    if not counting:
        return Reason.of("AGAINST_NOT_WEIGHED")
    worst = max(counting, key=lambda term: term.dots * (1 - (term.value or 0.0)))
    if worst.value == 1.0:
        return Reason.of("AGAINST_NOTHING")
    return _said("AGAINST" if (worst.value or 0.0) < anchors.against_below else "LEAST", worst)


def _said(what: str, term: TermShown) -> Reason:
    return Reason.of(
        f"{what}_{term.name.upper()}", value=round(100 * (term.value or 0.0)), dots=term.dots
    )
