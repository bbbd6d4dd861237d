"""Results day: what real grades change, for the saved options, the whole area, English and maths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

import numpy as np

from pathways.answers import EligibilityState, SubjectStatus
from pathways.guidance import Guidance, LaneName, Option, Options
from pathways.matching.eligibility.state import MEETS
from pathways.option import OptionList, Rows
from pathways.plan.next_step import NextStep, next_steps
from pathways.reason import Reason
from pathways.rules.values import start_day, value

Kind = Literal["opened", "closed", "still_open", "not_open"]
KINDS: tuple[Kind, ...] = ("opened", "closed", "still_open", "not_open")
"""In the order a learner reads them: "open" is that the grades meet what is asked."""


@dataclass(frozen=True, slots=True)
class Change:
    """One saved option: what became of it, its state before and after, and what to do now."""

    kind: Kind
    before: EligibilityState
    after: EligibilityState
    option: Option
    steps: tuple[NextStep, ...]


@dataclass(frozen=True, slots=True)
class NewlyOpen:
    """One lane's options that the real grades open: how many, and the first few in the page's order."""

    lane: LaneName
    count: int
    first: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class SubjectChange:
    """English or maths: what was to be studied by the predicted grade, what now, and what to know."""

    subject: Literal["english", "maths"]
    before: SubjectStatus
    after: SubjectStatus
    says: tuple[Reason, ...]

    @property
    def changed(self) -> bool:
        """Whether the real grade made a difference."""
        return self.before.status != self.after.status


@dataclass(frozen=True, slots=True)
class ResultsDay:
    """What changed. `counts` are over everything listed; `gone` are saved offers no longer listed."""

    saved: tuple[Change, ...]
    counts: tuple[tuple[Kind, int], ...]
    newly: tuple[NewlyOpen, ...]
    english_maths: tuple[SubjectChange, ...]
    gone: tuple[str, ...]

    def of_kind(self, kind: Kind) -> tuple[Change, ...]:
        """The saved options of one kind, in the learner's own order."""
        return tuple(change for change in self.saved if change.kind == kind)


def changes(
    before: Guidance, after: Guidance, offer_ids: Sequence[str], *, start_year: int
) -> ResultsDay:
    """Compare the advice for predicted grades with that for real ones.

    Both must be for one learner and one catalogue without filters, else what a filter hides would
    look closed. `start_year` is the September in which the learner starts.
    """
    saved = [(offer, before.options.find(offer), after.options.find(offer)) for offer in offer_ids]
    return ResultsDay(
        saved=tuple(
            _change(was, now, after.options) for _, was, now in saved if was and now is not None
        ),
        counts=_counts(before.options, after.options),
        newly=tuple(_newly(before, after)),
        english_maths=tuple(_english_maths(before, after, start_year)),
        gone=tuple(offer for offer, was, now in saved if was is None or now is None),
    )


def _kind(was_open: bool, is_open: bool) -> Kind:
    if is_open:
        return "still_open" if was_open else "opened"
    return "closed" if was_open else "not_open"


def _change(was: Option, now: Option, options: Options) -> Change:
    before, after = was.eligibility.state, now.eligibility.state
    kind = _kind(was_open=before == "meets", is_open=after == "meets")
    return Change(kind, before, after, now, next_steps(now, options))


def _counts(before: Options, after: Options) -> tuple[tuple[Kind, int], ...]:
    was, now = _open_rows(before), _open_rows(after)
    both = len(np.intersect1d(was, now, assume_unique=True))
    found: dict[Kind, int] = {
        "opened": len(now) - both,
        "closed": len(was) - both,
        "still_open": both,
        "not_open": len(after) - len(was) - len(now) + both,
    }
    return tuple((kind, found[kind]) for kind in KINDS)


def _open_rows(options: Options) -> Rows:
    """Rows of the catalogue whose entry rules are met."""
    listed = _listed(options)
    met: Rows = listed.rows[listed.states == MEETS]
    return met


def _listed(options: Options) -> OptionList:
    """Options with their rows and states as arrays, which is how `guide` always gives them."""
    return cast(OptionList, options)


def _newly(before: Guidance, after: Guidance) -> Iterator[NewlyOpen]:
    """By lane in the page's own order; fee-paying schools are not among them."""
    was = _open_rows(before.options)
    for lane in after.lanes:
        if lane.name == "fee_paying":
            continue
        rows = _open_rows(lane.options)
        opened = rows[~np.isin(rows, was)]
        first = _listed(lane.options).of_rows(opened[: after.method.cards])
        yield NewlyOpen(lane.name, len(opened), tuple(first))


def _english_maths(before: Guidance, after: Guidance, year: int) -> Iterator[SubjectChange]:
    pairs: tuple[tuple[Literal["english", "maths"], SubjectStatus, SubjectStatus], ...] = (
        ("english", before.english_maths.english, after.english_maths.english),
        ("maths", before.english_maths.maths, after.english_maths.maths),
    )
    for subject, was, now in pairs:
        resit = (_next_exams(year),) if now.status == "gcse_required" else ()
        yield SubjectChange(subject, was, now, (*now.because[:1], *resit))


def _next_exams(year: int) -> Reason:
    """When the first chance to sit the GCSE again is; the day of an earlier year is said as such."""
    rule = value("timeline/november_resits", on=start_day(year))
    day = date.fromisoformat(str(rule.value))
    said = f"{day.day} {day:%B %Y}"
    return Reason.of("DAY_RESIT" if rule.covered else "DAY_RESIT_USUAL", day=said, year=year)
