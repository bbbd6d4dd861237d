"""Where a place's leavers went after 16 to 18 study, as published: shares of 100, size and year.

Source: DfE 16-18 destinations, state-funded schools and colleges. The file does not state its year.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pathways.catalogue.types import ProviderResult, ResultCohort
from pathways.outcomes.value_added import SMALL_COHORT, why_no_figure
from pathways.reason import Reason

SHARES = (
    "higher_education_pct",
    "further_education_pct",
    "other_education_pct",
    "apprenticeship_pct",
    "employment_pct",
    "not_sustained_pct",
    "not_captured_pct",
)
"""What leavers did, each of them in one of these; `sustained_pct` is the first five together."""
LEAVERS: Mapping[str, ResultCohort] = {
    "a_level": "leavers_level_3",
    "ib": "leavers_level_3",
    "vocational_l3": "leavers_level_3",
    "t_level": "leavers_level_3",
    "v_level": "leavers_level_3",
    "level_2": "leavers_level_2",
    "level_1": "leavers_other",
    "entry_level": "leavers_other",
}
"""Which leavers studied at the level of a route; the official table knows no apprentices' leavers."""
FEWEST = 6
"""The official table hides what fewer leavers than this did."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of every 100 leavers did one thing; `missing` says why that is not known."""

    measure: str
    of_100: int | None
    missing: Reason | None


@dataclass(frozen=True, slots=True)
class Destinations:
    """The leavers of one level: `stayed` in education or work, then each thing they did.

    `leavers` is None where fewer than six. `missing` says why there is no share at all.
    """

    cohort: str
    year: str
    leavers: int | None
    stayed: Share
    shares: tuple[Share, ...]
    missing: Reason | None
    source_id: str


def destinations(route: str, rows: Iterable[ProviderResult]) -> tuple[Destinations, ...]:
    """The leavers at the level of a route; where that is hidden, the leavers of all levels after it.

    Nothing for a route without such leavers, or a place that the table does not have.
    """
    held: dict[str, dict[str, ProviderResult]] = {}
    for row in rows:
        held.setdefault(row.cohort, {})[row.measure] = row
    own = LEAVERS.get(route)
    if own is None:
        return ()
    level = [_of(held[own])] if own in held else []
    if level and level[0].missing is None:
        return tuple(level)
    return (*level, *([_of(held["leavers_all"])] if "leavers_all" in held else []))


def why_no_destinations(route: str) -> Reason:
    """Why a place has none for a route: the table does not count such students, or lacks the place."""
    return Reason.of("DEST_PLACE" if route in LEAVERS else "DEST_ROUTE")


def _of(rows: Mapping[str, ProviderResult]) -> Destinations:
    any_row = next(iter(rows.values()))
    size = rows.get("leavers")
    stayed = _share("sustained_pct", rows)
    shares = tuple(_share(measure, rows) for measure in SHARES)
    leavers = None if size is None or size.value is None else int(size.value)
    nothing = all(share.of_100 is None for share in (stayed, *shares))
    return Destinations(
        cohort=any_row.cohort,
        year=any_row.year,
        leavers=leavers,
        stayed=stayed,
        shares=shares,
        missing=_hidden(size, stayed) or (stayed.missing if nothing else None),
        source_id=any_row.source_id,
    )


def _hidden(size: ProviderResult | None, stayed: Share) -> Reason | None:
    """Shares of fewer than six people tell of persons: they are not shown, even where published."""
    few = size is not None and size.text == "fewer than six"
    few = few or stayed.missing == Reason.of("NO_FIGURE_SUPP")
    return Reason.of("DEST_FEW", fewest=FEWEST) if few else None


def _share(measure: str, rows: Mapping[str, ProviderResult]) -> Share:
    row = rows.get(measure)
    if row is None or row.value is None:
        return Share(measure, None, why_no_figure(row))
    return Share(measure, round(row.value), None)


def about_destinations(found: Destinations) -> tuple[Reason, ...]:
    """How many leavers this counts, or why there is no figure; a word of care for a small group."""
    if found.missing is not None:
        return (found.missing,)
    if found.leavers is None:
        return (Reason.of("DEST_SIZE_NOT_PUBLISHED"),)
    small = found.leavers < SMALL_COHORT
    care = (Reason.of("DEST_SMALL"),) if small else ()
    return (Reason.of("DEST_COHORT", n=f"{found.leavers:,}"), *care)
