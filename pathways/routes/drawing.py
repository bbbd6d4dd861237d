"""A ladder as rows to draw and as text to read aloud. No colour or picture says more than the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pathways.routes.ladder import Ladder, Rung, SubjectPlan
from pathways.words import say, say_reason

Kind = Literal["study", "work", "beyond", "english", "maths", "exit"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One box: `column` is the step's place from 0, `code` the word code of its label.

    `kind` picks the shape (never colour alone). English and maths are boxes of their own.
    """

    column: int
    code: str
    kind: Kind


def ladder_rows(ladder: Ladder) -> tuple[Cell, ...]:
    """Every box of a drawing, in reading order: each step, then its English, maths and exits."""
    return tuple(cell for at, rung in enumerate(ladder.rungs) for cell in _cells(at, rung))


def _cells(at: int, rung: Rung) -> Iterator[Cell]:
    yield Cell(at, rung.title.code, rung.kind)
    if rung.english_maths:
        yield Cell(at, _label(rung.english_maths.english), "english")
        yield Cell(at, _label(rung.english_maths.maths), "maths")
    for step in rung.exits:
        yield Cell(at, f"STEP_{step.upper()}", "exit")


def _label(plan: SubjectPlan) -> str:
    name = plan.subject.upper()
    if plan.status == "met":
        return f"{name}_DONE"
    if not plan.study:
        return (
            f"{name}_ASK" if plan.status in ("review", "exempt_with_evidence") else f"{name}_NONE"
        )
    if plan.study == ("GCSE",):
        return f"{name}_GCSE"
    return f"{name}_GCSE_OR_SKILLS" if "GCSE" in plan.study else f"{name}_IN_THE_JOB"


def ladder_text(ladder: Ladder) -> str:
    """The whole ladder as lines of plain text, for a screen reader or a printer."""
    return "\n".join(_lines(ladder))


def _lines(ladder: Ladder) -> Iterator[str]:
    steps = len(ladder.rungs)
    for at, rung in enumerate(ladder.rungs):
        yield say(
            "LADDER_LINE_STEP",
            number=at + 1,
            of=steps,
            title=say_reason(rung.title),
            length=say_reason(rung.length),
            age=rung.age,
        )
        if rung.english_maths:
            yield say(_label(rung.english_maths.english))
            yield say(_label(rung.english_maths.maths))
        yield say_reason(rung.gives)
        for reason in rung.pay:
            yield say_reason(reason)
        if rung.exits:
            names = ", ".join(say(f"STEP_{step.upper()}") for step in rung.exits)
            yield say("LADDER_LINE_EXITS", exits=names)
