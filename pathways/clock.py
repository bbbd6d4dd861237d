"""Today's date: the one place that reads the clock. PATHWAYS_TODAY sets it, to see the advice as at a day."""

from __future__ import annotations

import os
from datetime import date

from pathways.errors import InputError


def today() -> date:
    """Today, or the date in PATHWAYS_TODAY (YYYY-MM-DD)."""
    text = os.environ.get("PATHWAYS_TODAY")
    return read_date(text) if text else date.today()


def read_date(text: str) -> date:
    """A date written YYYY-MM-DD; raises `InputError` saying how to write it."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"'{text}' is not a date.", do="Write it as 2027-09-01.") from error
