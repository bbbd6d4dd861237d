"""A provider's results: progress with its likely range, then who stayed, then grades, never those alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pathways.outcomes.for_option import OptionResults, YearOfResults
from pathways.reason import Reason
from pathways.ui.parts.markup import Markup, join, mark
from pathways.ui.parts.pictures.interval import Line, intervals
from pathways.words import say, say_reason


def results(found: OptionResults) -> Markup:
    """Every cohort of the route in turn, and answers to what people ask about them."""
    if found.missing is not None:
        return join([_title("UI_WHY_NO_FIGURE"), *said([found.missing])])
    both = [_words("UI_RESULTS_TWO_GROUPS")] if len(found.cohorts) > 1 else []
    return join(
        [
            _words("UI_RESULTS_LEAD_PROGRESS"),
            *both,
            *(cohort(years) for years in found.cohorts),
            *_one_year(found),
            questions(),
        ]
    )


def cohort(years: Sequence[YearOfResults]) -> Markup:
    """One cohort: the picture over its years, then the sentences of each year."""
    newest = years[0].progress
    lines = [line for year in years if (line := _line(year))]
    return join(
        [
            mark("<h3>{words}</h3>", words=say_cohort(newest.cohort, newest.year)),
            intervals(lines) if lines else Markup(),
            *(join(_year(year)) for year in years),
        ]
    )


def _one_year(found: OptionResults) -> list[Markup]:
    """Why there is one year, where no cohort has more."""
    years = {year.progress.year for cohort in found.cohorts for year in cohort}
    return [_words("UI_RESULTS_ONE_YEAR", year=years.pop())] if len(years) == 1 else []


def say_cohort(name: str, year: str) -> str:
    """Which students, and of which year."""
    return say(f"COHORT_{name.upper()}", year=year)


def _line(year: YearOfResults) -> Line | None:
    found = year.progress
    if found.score is None or found.low is None or found.high is None:
        return None
    return Line(found.year, found.score, found.low, found.high)


def _year(year: YearOfResults) -> list[Markup]:
    about = [reason for reason in year.about if reason.code != "VA_DOES_NOT_MEAN"]
    return [
        _title("UI_RESULTS_PROGRESS", level=4),
        *(_why(about) if year.progress.missing else said(about)),
        _title("UI_RESULTS_STAYED", level=4),
        *said(year.retention),
        *([_title("UI_RESULTS_GRADES", level=4), *said(year.raw)] if year.raw else []),
    ]


def _why(reasons: list[Reason]) -> list[Markup]:
    """The question that a missing figure raises, and its answer."""
    return [
        mark(
            "<p><b>{question}</b> {answer}</p>",
            question=say("UI_WHY_NO_FIGURE"),
            answer=" ".join(say_reason(reason) for reason in reasons),
        )
    ]


def questions() -> Markup:
    """What people ask about these figures, answered in view."""
    return join(
        [
            _title("UI_RESULTS_ASK_NEGATIVE"),
            *said([Reason.of("VA_NEGATIVE_MEANS"), Reason.of("VA_DOES_NOT_MEAN")]),
            _title("UI_WHY_NO_FIGURE"),
            _words("UI_RESULTS_WHY_NONE"),
        ]
    )


def said(reasons: Iterable[Reason]) -> list[Markup]:
    """Reasons as paragraphs."""
    return [mark("<p>{words}</p>", words=say_reason(reason)) for reason in reasons]


def _words(code: str, **values: str) -> Markup:
    return mark("<p>{words}</p>", words=say(code, **values))


def _title(code: str, *, level: int = 3) -> Markup:
    return mark("<h{level}>{words}</h{level}>", level=level, words=say(code))
