"""Where leavers went: the right leavers for a route, what is hidden stays hidden, nothing becomes 0."""

from __future__ import annotations

from typing import Any

import pytest

from pathways.catalogue.types import ProviderResult
from pathways.outcomes.destinations import (
    SHARES,
    about_destinations,
    destinations,
    why_no_destinations,
)

ALL = ("sustained_pct", *SHARES)


def row(cohort: Any, measure: str, cell: float | str) -> ProviderResult:
    return ProviderResult(
        provider_id="urn-900001",
        cohort=cohort,
        year="2018/19 or 2019/20",
        measure=measure,
        value=None if isinstance(cell, str) else cell,
        text=cell if isinstance(cell, str) else "",
        source_id="dfe-destinations-16-18",
    )


def leavers(cohort: str, size: float | str, cell: float | str = 10.0) -> list[ProviderResult]:
    return [row(cohort, "leavers", size), *(row(cohort, measure, cell) for measure in ALL)]


EVERYBODY = leavers("leavers_all", 300.0)


@pytest.mark.parametrize(
    ("route", "cohort"),
    [
        ("a_level", "leavers_level_3"),
        ("t_level", "leavers_level_3"),
        ("level_2", "leavers_level_2"),
        ("entry_level", "leavers_other"),
    ],
)
def test_a_route_is_told_of_leavers_at_its_level(route: str, cohort: str) -> None:
    levels = ("leavers_level_3", "leavers_level_2", "leavers_other")
    rows = [r for level in levels for r in leavers(level, 90.0)] + EVERYBODY
    assert [found.cohort for found in destinations(route, rows)] == [cohort]


def test_apprentices_are_told_of_no_leavers() -> None:
    assert destinations("apprenticeship_l3", EVERYBODY) == ()
    assert why_no_destinations("apprenticeship_l3").code == "DEST_ROUTE"
    assert why_no_destinations("a_level").code == "DEST_PLACE"


@pytest.mark.parametrize(("size", "cell"), [(5.0, "SUPP"), ("fewer than six", 50.0)])
def test_fewer_than_six_leavers_are_hidden_whether_or_not_the_file_hides_them(
    size: float | str, cell: float | str
) -> None:
    few, everybody = destinations("level_2", [*leavers("leavers_level_2", size, cell), *EVERYBODY])
    assert [reason.code for reason in about_destinations(few)] == ["DEST_FEW"]
    assert everybody.cohort == "leavers_all"


def test_a_hidden_share_is_never_0_and_0_is_0() -> None:
    rows = leavers("leavers_level_3", 120.0)
    rows += [row("leavers_level_3", "apprenticeship_pct", 0.0)]
    rows += [row("leavers_level_3", "higher_education_pct", "SP")]
    (found,) = destinations("a_level", rows)
    told = {share.measure: share for share in found.shares}
    assert told["apprenticeship_pct"].of_100 == 0
    assert told["higher_education_pct"].of_100 is None
    why = told["higher_education_pct"].missing
    assert why is not None
    assert why.code == "NO_FIGURE_SP"


@pytest.mark.parametrize(("size", "small"), [(29.0, True), (30.0, False)])
def test_a_small_group_gets_a_word_of_care(size: float, small: bool) -> None:
    (found,) = destinations("a_level", leavers("leavers_level_3", size))
    assert ("DEST_SMALL" in {r.code for r in about_destinations(found)}) == small
