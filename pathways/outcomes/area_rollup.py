"""The results of an area's students put together: progress, who stayed, average points.

Our own sums over published figures. Each place counts by its students at the end of study, which
comes near the number behind each figure; what is suppressed or missing is left out and counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt

from pathways.catalogue.types import ProviderResult
from pathways.outcomes.value_added import COHORTS, about_score, about_sign, why_no_figure
from pathways.reason import Reason

MEASURES = ("va", "retained_pct", "aps")
"""Progress, then who stayed, then raw results: the order in which they are said."""
_POINTS_IN_GRADES = {
    "a_level": "AREA_POINTS_A_LEVEL",
    "academic": "AREA_POINTS_A_LEVEL",
    "applied_general": "AREA_POINTS_APPLIED",
    "tech_level": "AREA_POINTS_APPLIED",
}
_Rows = Mapping[str, ProviderResult]


@dataclass(frozen=True, slots=True)
class Together:
    """One measure of a cohort, over `places` with `students` in all; `value` None where none has it.

    `low` and `high` are the 95% interval of progress, each place's chance taken as its own.
    `left_out` counts the places without it, by why.
    """

    measure: str
    value: float | None
    low: float | None
    high: float | None
    students: int
    places: int
    left_out: tuple[tuple[Reason, int], ...]


@dataclass(frozen=True, slots=True)
class AreaCohort:
    """One cohort of the area in one year; `students` and `places` where a number is published."""

    cohort: str
    year: str
    students: int
    places: int
    progress: Together
    retained: Together
    points: Together


def area_rollup(rows: Iterable[ProviderResult]) -> tuple[AreaCohort, ...]:
    """All places of an area together, by cohort in the order first met, newest year first."""
    found: dict[tuple[str, str], dict[str, dict[str, ProviderResult]]] = {}
    for row in rows:
        if row.cohort not in COHORTS:
            continue
        places = found.setdefault((row.cohort, row.year), {})
        places.setdefault(row.provider_id, {})[row.measure] = row
    keys = sorted(found, key=lambda key: key[1], reverse=True)
    return tuple(_cohort(*key, _with_students(found[key].values())) for key in keys)


def _with_students(places: Iterable[_Rows]) -> tuple[_Rows, ...]:
    """Places where somebody was in the cohort that year, be their number hidden."""
    return tuple(p for p in places if not ("students" in p and p["students"].text == "NE"))


def _cohort(cohort: str, year: str, places: tuple[_Rows, ...]) -> AreaCohort:
    sizes = [size for place in places if (size := _students(place)) is not None]
    progress, retained, points = (_together(measure, places) for measure in MEASURES)
    return AreaCohort(cohort, year, sum(sizes), len(sizes), progress, retained, points)


def _together(measure: str, places: tuple[_Rows, ...]) -> Together:
    counted: list[tuple[int, _Rows]] = []
    missing: Counter[Reason] = Counter()
    for place in places:
        students = _students(place)
        if students is None:
            missing[Reason.of("NO_FIGURE_SUPP")] += 1
        elif not _whole(measure, place):
            missing[why_no_figure(place.get(measure))] += 1
        else:
            counted.append((students, place))
    total = sum(students for students, _ in counted)
    value = _mean(measure, counted, total) if total else None
    half = _half_width(counted, total) if total and measure == "va" else None
    return Together(
        measure=measure,
        value=value,
        low=None if value is None or half is None else value - half,
        high=None if value is None or half is None else value + half,
        students=total,
        places=len(counted),
        left_out=tuple(missing.most_common()),
    )


def _mean(measure: str, counted: list[tuple[int, _Rows]], total: int) -> float:
    return sum(n * (place[measure].value or 0.0) for n, place in counted) / total


def _half_width(counted: list[tuple[int, _Rows]], total: int) -> float:
    """Half the 95% interval of the weighted mean of scores whose errors are their own."""
    halves = ((n, _number(p, "va_uci") - _number(p, "va_lci")) for n, p in counted)
    return sqrt(sum((n * width / 2) ** 2 for n, width in halves)) / total


def _whole(measure: str, place: _Rows) -> bool:
    """Whether a place has this figure, progress with its interval."""
    needed = ("va", "va_lci", "va_uci") if measure == "va" else (measure,)
    return all(name in place and place[name].value is not None for name in needed)


def _number(place: _Rows, measure: str) -> float:
    return place[measure].value or 0.0


def _students(place: _Rows) -> int | None:
    row = place.get("students")
    return int(row.value) if row is not None and row.value else None


def about_area_progress(found: Together) -> tuple[Reason, ...]:
    """Plain sentences for the progress of a whole cohort, without a band: DfE gives areas none."""
    if found.value is None or found.low is None or found.high is None:
        return (Reason.of("AREA_NO_FIGURE"),)
    score = about_score(round(found.value, 2), low=found.low, high=found.high)
    return (*score, _counted(found), about_sign(found.low, found.high))


def about_area_retention(found: Together) -> tuple[Reason, ...]:
    """How many of every 100 stayed to the end, over the whole area."""
    if found.value is None:
        return (Reason.of("AREA_NO_FIGURE"),)
    return (Reason.of("RETENTION", of_100=round(found.value)), _counted(found))


def about_area_points(cohort: AreaCohort) -> tuple[Reason, ...]:
    """Raw results, with the word of care that belongs to them and what the points stand for."""
    found = cohort.points
    if found.value is None:
        return (Reason.of("AREA_NO_FIGURE"),)
    points = Reason.of("AREA_POINTS", points=f"{found.value:.1f}")
    code = _POINTS_IN_GRADES.get(cohort.cohort)
    scale = (Reason.of(code),) if code else ()
    fairer = "RAW_WITHOUT_PROGRESS" if cohort.progress.value is None else "RAW_SAYS_WHO_JOINED"
    return (Reason.of(fairer), points, *scale, _counted(found))


def _counted(found: Together) -> Reason:
    return Reason.of("AREA_COUNTED", students=f"{found.students:,}", places=found.places)
