"""The results of the whole area together: the same measures, in the same order."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.outcomes.area_rollup import (
    AreaCohort,
    Together,
    about_area_points,
    about_area_progress,
    about_area_retention,
)
from pathways.reason import Reason
from pathways.ui.parts.markup import Markup, join, mark
from pathways.ui.parts.pictures.interval import Line, intervals
from pathways.ui.parts.pictures.years import years as panels
from pathways.ui.parts.progress_view import questions, say_cohort
from pathways.ui.parts.said import said
from pathways.words import say, say_reason


def area(cohorts: Sequence[AreaCohort]) -> Markup:
    """Every cohort of the area, how the sums were made, and what is left out of them."""
    if not cohorts:
        return mark("<p>{words}</p>", words=say("UI_AREA_NONE"))
    method = mark(
        "<h2>{title}</h2><p>{words}</p>",
        title=say("UI_AREA_METHOD_TITLE"),
        words=say("UI_AREA_METHOD"),
    )
    names = dict.fromkeys(one.cohort for one in cohorts)
    groups = [[one for one in cohorts if one.cohort == name] for name in names]
    return join([*(_cohort(group) for group in groups), method, questions()])


def _cohort(years: Sequence[AreaCohort]) -> Markup:
    """The newest year in words, and who stayed over all of them."""
    one = years[0]
    students = Reason.of("AREA_STUDENTS", students=f"{one.students:,}", places=one.places)
    return join(
        [
            mark("<h2>{words}</h2>", words=say_cohort(one.cohort, one.year)),
            *said([students]),
            *(_line(one.progress, one.year)),
            *_part("UI_RESULTS_PROGRESS", about_area_progress(one.progress)),
            *_part("UI_RESULTS_STAYED", about_area_retention(one.retained)),
            *_stayed(years),
            *_part("UI_RESULTS_GRADES", about_area_points(one)),
            _left_out((one.progress, one.retained, one.points)),
        ]
    )


def _line(found: Together, year: str) -> list[Markup]:
    if found.value is None or found.low is None or found.high is None:
        return []
    return [intervals([Line(year, found.value, found.low, found.high)])]


def _stayed(years: Sequence[AreaCohort]) -> list[Markup]:
    """A panel a year, oldest first, where there are several."""
    shares = [one.retained.value for one in years]
    if len(years) == 1 or all(share is None for share in shares):
        return []
    drawn = [(y.year, None if s is None else round(s)) for y, s in zip(years, shares, strict=True)]
    return [panels(drawn[::-1], label=say("UI_YEARS_STAYED"))]


def _part(title: str, reasons: tuple[Reason, ...]) -> list[Markup]:
    return [mark("<h3>{words}</h3>", words=say(title)), *said(reasons)]


def _left_out(measures: Sequence[Together]) -> Markup:
    """How many places each figure is without, and why, one tap away."""
    items = [
        mark("<li>{places} {why}</li>", places=_places(one, count), why=say_reason(why))
        for one in measures
        for why, count in one.left_out
    ]
    if not items:
        return Markup()
    return mark(
        "<details><summary>{words}</summary><ul>{items}</ul></details>",
        words=say("UI_AREA_LEFT_OUT"),
        items=join(items),
    )


def _places(found: Together, count: int) -> str:
    return say("AREA_LEFT_OUT", measure=say(f"AREA_MEASURE_{found.measure.upper()}"), places=count)
