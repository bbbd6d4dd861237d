"""What a grade 4 in English or in maths would open here, and which level 3 admits without: one call."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pathways.catalogue.index import Index
from pathways.learner.learner import Learner
from pathways.learner.record import Record
from pathways.ranking import Ranking, ranking
from pathways.routes.openings import level_3_now, opened, raised
from pathways.rules.english_maths import prior_of
from pathways.rules.prior import Subject
from pathways.rules.values import start_day
from pathways.verdicts import verdicts

SHOWN = 3
"""How many offers are named; the count says how many there are."""
Rows = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Opened:
    """Offers in reach: how many there are, and the ids of the first few in the page's own order."""

    count: int
    offers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Opens:
    """`english` and `maths`: what meets with a grade 4 and does not now; None where it is held.

    `both` takes a 4 in each; None where either is held. `level_3_now` meets already.
    """

    english: Opened | None
    maths: Opened | None
    both: Opened | None
    level_3_now: Opened


def opens(learner: Learner, index: Index, *, fields: tuple[str, ...] = ()) -> Opens:
    """Check every offer again with a grade 4 put in; `fields` come first among those named.

    Raises `InputError` when a result or postcode cannot be read, as `guide` does.
    """
    ranked = ranking(learner, index)
    short = [name for name in _SUBJECTS if not _held(ranked.record, name, learner.start_year)]

    def with_4(*subjects: Subject) -> Opened:
        record = ranked.record
        for subject in subjects:
            record = raised(record, subject)
        after = verdicts(index, record, learner).state
        return _first(opened(index, ranked.verdict.state, after), ranked, index, fields)

    return Opens(
        english=with_4("english") if "english" in short else None,
        maths=with_4("maths") if "maths" in short else None,
        both=with_4("english", "maths") if len(short) == len(_SUBJECTS) else None,
        level_3_now=_first(level_3_now(index, ranked.verdict.state), ranked, index, fields),
    )


_SUBJECTS: tuple[Subject, ...] = ("english", "maths")


def _held(record: Record, subject: Subject, year: int) -> bool:
    return bool(prior_of(record, subject, on=start_day(year)).accepted)


def _first(rows: Rows, ranked: Ranking, index: Index, fields: tuple[str, ...]) -> Opened:
    """Rows in reach and listed once, counted; the first of each subject by the page's order."""
    found = ranked.rows[np.isin(ranked.rows, rows)]
    found = found[ranked.journeys.allowed[found]]
    inside = index.of_course("field").where(fields)[found] if fields else np.ones(len(found), bool)
    found = np.concatenate([found[inside], found[~inside]])
    subject = index.of_course("subject").codes[found]
    named = found[np.sort(np.unique(subject, return_index=True)[1])[:SHOWN]]
    return Opened(len(found), tuple(index.offers["offer_id"][row] for row in named.tolist()))
