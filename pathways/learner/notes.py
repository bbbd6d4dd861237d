"""What a learner should know about how their results were read, as reasons."""

from __future__ import annotations

from pathways.learner.record import Held, Record
from pathways.reason import Reason


def record_notes(record: Record) -> tuple[Reason, ...]:
    """A reason for each result that was converted, forecast, has no GCSE points, or is awaited."""
    held = [reason for result in record.held for reason in _of(result)]
    missing = [Reason.of("RESULT_MISSING", subject=subject) for subject in sorted(record.missing)]
    return (*held, *missing)


def _of(held: Held) -> list[Reason]:
    found: list[Reason] = []
    if held.kind == "gcse" and held.grade[:1].isalpha() and held.grade != "U":
        points = int(held.points[0])
        found.append(
            Reason.of("RESULT_LETTER_COUNTED", subject=held.subject, was=held.grade, points=points)
        )
    if held.predicted:
        found.append(Reason.of("RESULT_PREDICTED", subject=held.subject))
    if held.kind == "other":
        found.append(
            Reason.of("RESULT_NO_POINTS", subject=held.subject, qualification=held.qualification)
        )
    return found
