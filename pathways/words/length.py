"""How long a course takes, in words."""

from __future__ import annotations

from pathways.words import say


def length_in_words(years: str) -> str:
    """Published years ("1", "2", "1-2") in words; empty where they are not published."""
    if not years:
        return ""
    return say("UI_ONE_YEAR") if years == "1" else say("UI_YEARS", years=years)
