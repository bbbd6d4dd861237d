"""Checks of one value from a stranger: strict about its type, and about being one of the choices.

A check takes any value and gives it back as a control holds it, or raises `ValidationError`. A list
loses the entries that are no choice of its control and keeps the rest.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import partial
from typing import Annotated, Any

from pydantic import AfterValidator, Strict, StringConstraints
from pydantic import TypeAdapter as Check

TICK: Check[Any] = Check(Annotated[bool, Strict()])
"""On or off; 1 and 0 are neither."""


def one_of(options: Iterable[str]) -> Check[Any]:
    """One of these texts."""
    return Check(Annotated[str, Strict(), AfterValidator(partial(_in, frozenset(options)))])


def number_of(options: Collection[int]) -> Check[Any]:
    """One of these whole numbers."""
    return Check(Annotated[int, Strict(), AfterValidator(partial(_in, options))])


def many_of(options: Iterable[str]) -> Check[Any]:
    """A list of these texts, each once; whatever else is in it is left out."""
    known = frozenset(options)
    return Check(Annotated[list[Any], Strict(), AfterValidator(partial(those_in, known))])


def text_of(longest: int) -> Check[Any]:
    """Any text of up to so many characters."""
    return Check(Annotated[str, Strict(), StringConstraints(max_length=longest)])


def those_in(options: Collection[str], values: list[Any]) -> list[str]:
    """The values that are among the options, each once, in their order."""
    held = (value for value in values if isinstance(value, str) and value in options)
    return list(dict.fromkeys(held))


def _in(options: Collection[Any], value: Any) -> Any:
    if value not in options:
        raise ValueError("no such choice")
    return value
