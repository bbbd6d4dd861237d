"""A provider's results: progress, who stayed, destinations, English and maths; grades last."""

from __future__ import annotations

from collections.abc import Sequence

from pathways.outcomes.for_option import OptionResults, YearOfResults
from pathways.reason import Reason
from pathways.ui.parts.destinations_view import went_next
from pathways.ui.parts.markup import Markup, join, mark
from pathways.ui.parts.pictures.interval import Gap, Line, intervals
from pathways.ui.parts.said import paragraph, said, title, why_none
from pathways.ui.parts.years_view import about_year, grade_table, span, stayed, year_table
from pathways.words import say, say_reason

Years = Sequence[YearOfResults]


def results(found: OptionResults) -> Markup:
    """Every cohort of the route in turn, then what is of the whole place, and people's questions."""
    if found.missing is not None:
        start = [title("UI_WHY_NO_FIGURE"), *said([found.missing])]
        rest = [*went_next(found), *_english_maths(found)]
        told = bool(found.destinations or found.english_maths)
        return join([*start, *(rest if told else [])])
    both = [paragraph("UI_RESULTS_TWO_GROUPS")] if len(found.cohorts) > 1 else []
    return join(
        [
            paragraph("UI_RESULTS_LEAD_PROGRESS"),
            *both,
            *(cohort(years) for years in found.cohorts),
            *_one_year(found),
            *went_next(found),
            *_english_maths(found),
            *_grades(found),
            questions(),
        ]
    )


def cohort(years: Years) -> Markup:
    """One cohort: progress over its years, who stayed, and both in numbers."""
    return join(
        [
            mark("<h3>{words}</h3>", words=say_cohort(years[0].progress.cohort, span(years))),
            title("UI_RESULTS_PROGRESS", level=4),
            *_progress(years),
            title("UI_RESULTS_STAYED", level=4),
            *stayed(years),
            *([year_table(years)] if len(years) > 1 else []),
        ]
    )


def _progress(years: Years) -> list[Markup]:
    """The picture, the newest year that has a score in words, and why other years have none."""
    missing = [year for year in years if year.progress.missing]
    told = next((year for year in years if year.progress.missing is None), None)
    if told is None:
        return why_none(_reasons(missing))
    about = [reason for reason in told.about if reason.code != "VA_DOES_NOT_MEAN"]
    return [
        intervals([_line(year) for year in years]),
        *about_year(years, told.progress.year),
        *said(about),
        *said(_reasons(missing)),
    ]


def _line(year: YearOfResults) -> Line | Gap:
    found = year.progress
    if found.score is None or found.low is None or found.high is None:
        return Gap(found.year)
    return Line(found.year, found.score, found.low, found.high)


def _reasons(missing: Years) -> list[Reason]:
    """Why years have no score, each reason once; a reason about a year names every year it is for."""
    found = [year.progress.missing for year in missing if year.progress.missing is not None]
    of_a_year = [year.row.year for year in missing if _is_of_a_year(year.progress.missing)]
    if of_a_year:
        named = of_a_year[0]
        if len(of_a_year) > 1:
            named = say("UI_YEARS_AND", first=of_a_year[-1], last=of_a_year[0])
        found = [why for why in found if not _is_of_a_year(why)]
        found.append(Reason.of("NO_FIGURE_YEAR", year=named))
    return list(dict.fromkeys(found))


def _is_of_a_year(why: Reason | None) -> bool:
    return why is not None and why.code == "NO_FIGURE_YEAR"


def _english_maths(found: OptionResults) -> list[Markup]:
    """Progress of students without grade 4, where it is published for this place."""
    if not found.english_maths:
        return []
    return [title("UI_RESULTS_EM"), *(_subject(reasons) for reasons in found.english_maths)]


def _subject(reasons: Sequence[Reason]) -> Markup:
    who, *rest = reasons
    words = " ".join(say_reason(reason) for reason in rest)
    return mark("<p><b>{who}</b> {words}</p>", who=say_reason(who), words=words)


def _grades(found: OptionResults) -> list[Markup]:
    """Raw results, last of all, each behind its word of care."""
    parts = [part for years in found.cohorts for part in _grades_of(years)]
    return [title("UI_RESULTS_GRADES"), *parts] if parts else []


def _grades_of(years: Years) -> list[Markup]:
    told = next((year for year in years if year.raw), None)
    if told is None:
        return []
    graded = [year for year in years if year.row.grade.why is None]
    care = [r for year in graded for r in year.raw if r.code == "RAW_GENEROUS_YEAR"]
    raw = [reason for reason in told.raw if reason.code != "RAW_GENEROUS_YEAR"]
    who = say_cohort(told.progress.cohort, told.row.year)
    return [
        mark("<h4>{who}</h4>", who=who),
        *said(raw),
        *([grade_table(years)] if len(years) > 1 and graded else []),
        *said(care),
    ]


def _one_year(found: OptionResults) -> list[Markup]:
    """Why there is one year, where no cohort has more."""
    years = {year.progress.year for cohort in found.cohorts for year in cohort}
    return [paragraph("UI_RESULTS_ONE_YEAR", year=years.pop())] if len(years) == 1 else []


def say_cohort(name: str, year: str) -> str:
    """Which students, and of which year or years."""
    return say(f"COHORT_{name.upper()}", year=year)


def questions() -> Markup:
    """What people ask about these figures, answered in view."""
    return join(
        [
            title("UI_RESULTS_ASK_NEGATIVE"),
            *said([Reason.of("VA_NEGATIVE_MEANS"), Reason.of("VA_DOES_NOT_MEAN")]),
            title("UI_WHY_NO_FIGURE"),
            paragraph("UI_RESULTS_WHY_NONE"),
        ]
    )
