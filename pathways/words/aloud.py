"""One option as a paragraph to read aloud: the same facts as its card, in whole sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pathways.guidance import Option
from pathways.words import say, say_reason
from pathways.words.entry import eligibility_in_words

_MOST_CHANGES = 2
"""More grade changes than this are no help to hear: the way there is a ladder, not a list."""


def aloud(option: Option) -> str:
    """The explanation of an option, as an adviser would read it to a parent."""
    return " ".join(_sentences(option))


def _sentences(option: Option) -> Iterator[str]:
    yield say("ALOUD_WHAT", title=option.title, provider=option.provider)
    if option.journey.km is not None and option.journey.minutes is not None:
        mode = say(f"UI_MODE_{option.journey.mode.upper()}")
        yield say("ALOUD_WHERE", minutes=option.journey.minutes, mode=mode)
    if option.availability.state != "yes":
        yield from (say_reason(reason) for reason in option.availability.because)
    # Heard once, at the end, that a predicted grade was used; not after each clause.
    clauses = tuple(replace(clause, predicted=False) for clause in option.eligibility.clauses)
    eligibility = replace(option.eligibility, clauses=clauses)
    lines = eligibility_in_words(eligibility)
    if len(eligibility.smallest_change) > _MOST_CHANGES:
        del lines[len(eligibility.clauses)]
    yield from lines
    if option.open_instead:
        near = option.open_instead
        code = "ALOUD_OPEN_INSTEAD" if near.basis == "published" else "ALOUD_MAY_BE_OPEN"
        yield say(code, what=near.qualification, provider=near.provider)
    plan = option.english_maths_plan
    for name, status in (("ENGLISH", plan.english), ("MATHS", plan.maths)):
        if status.status not in ("met", "out_of_scope"):
            yield say(f"ALOUD_EM_{status.status.upper()}", subject=say(f"UI_{name}"))
    yield say(f"ALOUD_BASIS_{option.basis.upper()}", year=option.basis_year)
