"""What the page of one option shows of outcomes: chances when asked for, and the provider's results.

Pure, and read by nothing that orders: the option is chosen already when this is called.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pathways.catalogue.index import Index
from pathways.catalogue.types import Course, ProviderResult
from pathways.learner.record import Record
from pathways.outcomes.average import average_gcse, gcse_points
from pathways.outcomes.destinations import Destinations, destinations, why_no_destinations
from pathways.outcomes.english_maths_progress import about_english_maths
from pathways.outcomes.icons import IconArray, about_chances, icon_array
from pathways.outcomes.model import Abstain, Chances, OutcomeModel, chances
from pathways.outcomes.names import official_name
from pathways.outcomes.value_added import (
    Progress,
    about_progress,
    about_raw,
    about_retention,
    measures_of,
    progress,
)
from pathways.outcomes.year_row import YearRow, year_row
from pathways.reason import Reason

COHORTS = {
    "a_level": ("a_level",),
    "ib": ("academic",),
    "vocational_l3": ("applied_general", "tech_level"),
    "level_2": ("technical_certificate",),
}
"""The cohorts of the official tables in which the students of a route are counted."""


@dataclass(frozen=True, slots=True)
class OptionChances:
    """What happened to others who took this course, or why that is not told.

    `average` is the mean of the `grades` GCSE points counted, `predicted` when any of them is a
    forecast. `icons` is None where `chances` abstain. `about` must stand beside them, in order.
    """

    chances: Chances | Abstain
    icons: IconArray | None
    about: tuple[Reason, ...]
    average: float | None
    grades: int
    predicted: bool


@dataclass(frozen=True, slots=True)
class YearOfResults:
    """One cohort in one year, in the order to be read: progress, who stayed, raw results last."""

    progress: Progress
    about: tuple[Reason, ...]
    retention: tuple[Reason, ...]
    raw: tuple[Reason, ...]
    row: YearRow


@dataclass(frozen=True, slots=True)
class OptionResults:
    """A provider's results for the route of one option: by cohort, then year, newest first.

    `missing` says why there are none at all. `destinations` are of leavers at the level of the
    route, or `no_destinations` says why not; `english_maths` has one group of sentences for each
    subject that is published here. `source_ids` are of all that is said.
    """

    cohorts: tuple[tuple[YearOfResults, ...], ...]
    missing: Reason | None
    destinations: tuple[Destinations, ...]
    no_destinations: Reason | None
    english_maths: tuple[tuple[Reason, ...], ...]
    source_ids: tuple[str, ...]


def chances_for_option(course: Course, record: Record, model: OutcomeModel) -> OptionChances:
    """Chances in one course for a learner's GCSE average; abstains with a reason, never raises."""
    average = average_gcse(record)
    found = chances(model, *official_name(course), average, size=course.size)
    counted = [held for held in record.held if held.kind in {"gcse", "combined_science"}]
    return OptionChances(
        chances=found,
        icons=icon_array(found) if isinstance(found, Chances) else None,
        about=about_chances(found),
        average=average,
        grades=len(gcse_points(record)),
        predicted=any(held.predicted for held in counted),
    )


def results_for_option(route: str, rows: Iterable[ProviderResult]) -> OptionResults:
    """What one provider's rows say about the students of this route."""
    wanted = COHORTS.get(route, ())
    everything = tuple(rows)
    held = tuple(row for row in everything if row.cohort in wanted)
    why = Reason.of("NO_FIGURE_PLACE" if wanted else "NO_FIGURE_ROUTE")
    years = [_year(found, held) for found in progress(held)]
    cohorts = (tuple(y for y in years if y.progress.cohort == name) for name in wanted)
    leavers = destinations(route, everything)
    english_maths = about_english_maths(everything)
    told = {row.source_id for row in held} | {found.source_id for found in leavers}
    if english_maths:
        told |= {row.source_id for row in everything if row.measure == "em_progress"}
    return OptionResults(
        cohorts=tuple(found for found in cohorts if found),
        missing=None if held else why,
        destinations=leavers,
        no_destinations=None if leavers else why_no_destinations(route),
        english_maths=english_maths,
        source_ids=tuple(sorted(told)),
    )


def _year(found: Progress, rows: tuple[ProviderResult, ...]) -> YearOfResults:
    measures = measures_of(rows, found)
    return YearOfResults(
        progress=found,
        about=about_progress(found)[1:],  # the first names the cohort, which is the heading
        retention=about_retention(measures),
        raw=about_raw(measures),
        row=year_row(found, measures),
    )


def course_of(index: Index, offer_id: str) -> Course:
    """The course of an offer of the catalogue."""
    row = index.tables["courses"].row(int(index.course_of[index.offer_row[offer_id]]))
    return Course.model_validate({**row, "size": row["size"] or None})


def results_of(index: Index, provider_id: str) -> tuple[ProviderResult, ...]:
    """The published results of a provider of the catalogue."""
    return _results(index, index.rows_of_provider("results", provider_id))


def all_results(index: Index) -> tuple[ProviderResult, ...]:
    """The published results of every provider of the catalogue."""
    return _results(index, range(len(index.tables["results"])))


def _results(index: Index, rows: Iterable[int]) -> tuple[ProviderResult, ...]:
    cells = (index.tables["results"].row(number) for number in rows)
    return tuple(ProviderResult.model_validate({**c, "value": c["value"] or None}) for c in cells)
