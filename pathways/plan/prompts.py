"""Gentle prompts about a plan as a whole: a back-up, another kind of place, one that is open now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pathways.guidance import Option
from pathways.reason import Reason

ENOUGH = 3
"""First choice, second choice and a back-up."""


def prompts(options: Sequence[Option]) -> tuple[Reason, ...]:
    """What a learner may still want to think about; nothing for an empty plan."""
    return tuple(_prompts(options)) if options else ()


def _prompts(options: Sequence[Option]) -> Iterator[Reason]:
    if len(options) < ENOUGH:
        yield Reason.of("NO_BACKUP", count=len(options), enough=ENOUGH)
    if all(option.eligibility.state != "meets" for option in options):
        yield Reason.of("NOTHING_MET_YET")
    if len(options) > 1 and len({option.lane for option in options}) == 1:
        yield Reason.of("ALL_ONE_KIND")
