"""A plan: saved options in the learner's own order, with notes. It lives in a visit or in its own code."""

from __future__ import annotations

from dataclasses import dataclass

from pathways.learner.learner import Result

MOST = 10
"""How many options a plan holds."""
NOTE_LONGEST = 200
"""Characters of one note."""
NOTES_LONGEST = 500
"""Bytes (UTF-8) of all notes together, so that the plan fits a QR code that a phone reads."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One saved option and what the learner wrote beside it."""

    offer_id: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Choices in order: first choice, second choice, then back-ups.

    `area` is the name of the catalogue's area. `results` are in it when the learner chose to carry
    their grades along, and empty otherwise; `start_year` goes with them.
    """

    area: str
    choices: tuple[Choice, ...] = ()
    results: tuple[Result, ...] = ()
    start_year: int | None = None
