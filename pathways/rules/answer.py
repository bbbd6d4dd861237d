"""The shape of a short answer: a word, why, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pathways.reason import Reason
from pathways.rules.dated import Basis, DatedValue

YesNo = Literal["yes", "no", "check"]


@dataclass(frozen=True, slots=True)
class Answer:
    """`check` means that a person or a page that we have not read must be asked.

    `general_rule` is the answer before exceptions; the same as `state` where there are none.
    """

    state: YesNo
    because: tuple[Reason, ...]
    basis: Basis
    general_rule: YesNo
    amount: float | None = None
    period: Literal["hour", "week", "year", ""] = ""


def answer(
    state: YesNo,
    code: str,
    *rests_on: DatedValue,
    general_rule: YesNo | None = None,
    amount: float | None = None,
    period: Literal["hour", "week", "year", ""] = "",
    **values: str | int | float,
) -> Answer:
    """An answer with one reason."""
    return Answer(
        state=state,
        because=(Reason.of(code, **values),),
        basis=Basis.of(*rests_on),
        general_rule=general_rule or state,
        amount=amount,
        period=period,
    )
