"""From clauses to one of four states.

Each clause has a rank: how near it is to being met. A rule's state follows from how many of its
clauses are far, one step short, or wait for a person:

    meets      every clause is held
    ask        every clause is held or waits for a person
    near_miss  exactly one clause is short, by exactly one grade or one GCSE
    not_yet    anything more

Where a grade is missing, a clause has two ranks: the `floor`, if the missing grade turned out as low
as it can, and the `ceiling`, if it turned out as high as it can. A rule whose two states agree has
that state whatever the missing grade is; a rule whose two states differ is `ask`. So a missing grade
never counts as nothing, entering one can only settle an `ask`, and nobody is told `not_yet` or
`near_miss` who could still turn out otherwise.

Raising a grade never lowers a floor or a ceiling, in the order not_yet, near_miss, ask, meets. With
no grade missing, that is the order of the states themselves. With one missing, `ask` may settle into
`near_miss` or `meets`, and `near_miss` may open into `ask`; nothing ever becomes `not_yet` and `meets`
is never lost.
"""

from __future__ import annotations

from collections.abc import Iterable

from pathways.answers import EligibilityState

FAR, ONE_SHORT, PERSON, HELD = range(4)
"""Ranks of a test or clause, worst first."""

MEETS, NEAR_MISS, ASK, NOT_YET = range(4)
"""Codes of the states, as arrays hold them."""

STATES: tuple[EligibilityState, ...] = ("meets", "near_miss", "ask", "not_yet")
"""The name of each code."""


def state_code(ranks: Iterable[int]) -> int:
    """The state of a rule whose clauses have these ranks."""
    ranks = list(ranks)
    short = ranks.count(ONE_SHORT)
    if FAR in ranks or short > 1:
        return NOT_YET
    if short:
        return NEAR_MISS
    return ASK if PERSON in ranks else MEETS


def settled(worst: int, best: int) -> int:
    """One state from the two that a missing grade allows."""
    return best if worst == best else ASK
