"""How far chances made from one year miss another: standards of grading move from year to year."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from pathways.outcomes import measures
from pathways.outcomes.bands import BANDS, Floats
from pathways.outcomes.counts import Counts, years_of
from pathways.outcomes.fit import fit
from pathways.outcomes.likelihood import Likelihood
from pathways.outcomes.model import OutcomeModel

YEARS = (2022, 2023, 2024, 2025)
A_LEVEL = "GCE A level"
ALARM = 2.0
"""Calibration error on a new year, in percentage points, from which the model must be made again."""


def drift(table: pd.DataFrame, model: OutcomeModel) -> dict[str, object]:
    """A level: what was seen each year by band, how the shipped model fits it, and the old model the new."""
    years = {year: _a_level(table, year) for year in YEARS}
    return {
        "alarm_above": ALARM,
        "seen_c_or_above": {str(y): _seen(counts) for y, counts in years.items()},
        "shipped_model_on": {str(y): _shipped_on(model, c) for y, c in years.items()},
        "made_from_2023_and_2024_on_2025": _old_on_new([years[2023], years[2024]], years[2025]),
    }


def _a_level(table: pd.DataFrame, year: int) -> Counts:
    return next(c for c in years_of(table, year=year) if c.qualification == A_LEVEL)


def _seen(counts: Counts) -> dict[str, float]:
    """A level C or above in per cent, by band with at least 100 students."""
    by_band = counts.students.sum(axis=0)
    good = by_band[:, counts.grades.index("C") :].sum(axis=1)
    n = by_band.sum(axis=1)
    return {
        band: round(100 * float(good[at] / n[at]), 1)
        for at, band in enumerate(BANDS)
        if n[at] >= 100
    }


def _shipped_on(model: OutcomeModel, counts: Counts) -> dict[str, object]:
    """Log loss and calibration at C of the shipped model on the subjects that both years have."""
    fitted = {(c.subject, c.size): c.logits for c in model.courses if c.qualification == A_LEVEL}
    both = [at for at, item in enumerate(counts.items) if item in fitted]
    logits = np.stack([fitted[counts.items[at]] for at in both])
    return _measured(logits, counts.students[both], counts.grades)


def _old_on_new(old: Sequence[Counts], new: Counts) -> dict[str, object]:
    """What would have been said of 2025 from the two years before it."""
    items = sorted(set(old[0].items) & set(old[1].items) & set(new.items))
    learned = sum((_rows(counts, items) for counts in old), np.zeros(()))
    return _measured(fit(np.asarray(learned)), _rows(new, items), new.grades)


def _rows(counts: Counts, items: Sequence[tuple[str, float]]) -> Floats:
    return counts.students[[counts.items.index(item) for item in items]]


def _measured(logits: Floats, students: Floats, grades: Sequence[str]) -> dict[str, object]:
    shares = Likelihood.of(students).band_shares(logits).reshape(-1, len(grades))
    cells = students.reshape(-1, len(grades))
    error = measures.calibration_error(shares, cells, threshold=list(grades).index("C"))
    return {
        "log_loss": round(measures.log_loss(shares, cells), 4),
        "calibration_error_at_C": round(error, 2),
    }
