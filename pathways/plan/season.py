"""A to-do with its place in the year: dates that are known, and seasons where they are not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pathways.plan.sheet import ToDo

FIRST_MONTH = 9
"""A school year starts in September: what comes before belongs to the year that ends."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A to-do and the day it is sorted by: its own, or one in its usual season (never shown)."""

    to_do: ToDo
    around: date

    @property
    def order(self) -> tuple[bool, date]:
        """Known dates first, then seasons."""
        return (self.to_do.on is None, self.around)


def in_year_before(start_year: int, day: date) -> date:
    """The same day of the year in the school year before a September start."""
    return same_day(day, start_year - 1 if day.month >= FIRST_MONTH else start_year)


def same_day(day: date, year: int) -> date:
    """The same day in another year; 29 February is 28 where there is none."""
    return date(year, day.month, min(day.day, 28) if day.month == 2 else day.day)


def day_and_month(day: date) -> str:
    """A day as people write it, without the year."""
    return f"{day.day} {day:%B}"


def whole(day: date) -> str:
    """A day as people write it."""
    return f"{day_and_month(day)} {day.year}"
