"""How far students without grade 4 in English or maths at 16 moved at one place, where published.

Source: DfE 16-18 performance tables. The newest year with figures is 2018/19.
"""

from __future__ import annotations

from collections.abc import Iterable

from pathways.catalogue.types import ProviderResult
from pathways.outcomes.value_added import SMALL_COHORT, why_no_figure
from pathways.reason import Reason

_SUBJECTS = {"english": "English", "maths": "maths"}


def about_english_maths(rows: Iterable[ProviderResult]) -> tuple[tuple[Reason, ...], ...]:
    """Sentences for each subject that the tables have here, English first; none where they have none."""
    held = {(str(row.cohort), row.measure): row for row in rows if row.cohort in _SUBJECTS}
    found = []
    for cohort, subject in _SUBJECTS.items():
        score, size = held.get((cohort, "em_progress")), held.get((cohort, "students"))
        if score is not None:
            found.append(_about(subject, score, size))
    return tuple(found)


def _about(subject: str, score: ProviderResult, size: ProviderResult | None) -> tuple[Reason, ...]:
    who = Reason.of("EM_PROGRESS_WHO", subject=subject, year=score.year)
    if score.value is None:
        return (who, why_no_figure(score))
    grades = round(score.value, 2)
    if grades == 0:
        said = Reason.of("EM_PROGRESS_SAME")
    else:
        side = "UP" if grades > 0 else "DOWN"
        said = Reason.of(f"EM_PROGRESS_{side}", grades=f"{abs(grades):.2f}")
    n = None if size is None or size.value is None else int(size.value)
    count = () if n is None else (Reason.of("EM_PROGRESS_COHORT", n=n),)
    small = () if n is not None and n >= SMALL_COHORT else (Reason.of("VA_SMALL_COHORT"),)
    return (who, said, *count, *small)
