"""How long a course takes, in words."""

from __future__ import annotations

from pathways.words import say


def length_in_words(length: str) -> str:
    """A number is of years, anything else ("26 weeks") is said as published; empty where nothing is."""
    if length == "1":
        return say("UI_ONE_YEAR")
    years = length.replace(".", "", 1).replace("-", "", 1)
    return say("UI_YEARS", years=length) if years.isdecimal() else length
