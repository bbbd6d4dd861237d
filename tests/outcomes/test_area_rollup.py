"""An area's students together: students-weighted, with what is left out counted."""

from __future__ import annotations

import csv
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.catalogue.types import ProviderResult
from pathways.outcomes.area_rollup import (
    about_area_points,
    about_area_progress,
    about_area_retention,
    area_rollup,
)
from pathways.paths import ROOT
from pathways.words import say_reason


def place(name: str, students: int | None, **measures: float | str) -> list[ProviderResult]:
    """Rows of one place; a text in place of a number is the official code."""
    base: dict[str, Any] = {
        "provider_id": name,
        "cohort": "a_level",
        "year": "2023/24",
        "source_id": "dfe-results-2024",
    }
    few = {"value": None, "text": "fewer than six"}
    rows = [
        ProviderResult(
            **base, measure="students", **({"value": students} if students is not None else few)
        )
    ]
    for measure, said in measures.items():
        cell = {"text": said} if isinstance(said, str) else {"value": said}
        rows.append(ProviderResult(**base, measure=measure, **cell))
    return rows


def scored(name: str, students: int, score: float, half: float = 0.1) -> list[ProviderResult]:
    return place(name, students, va=score, va_lci=score - half, va_uci=score + half)


def test_a_place_counts_by_its_students() -> None:
    (found,) = area_rollup(scored("a", 300, 0.2) + scored("b", 100, -0.2))
    assert found.progress.value == pytest.approx(0.1)
    assert (found.students, found.places) == (400, 2)


def test_together_is_surer_than_each_place_alone() -> None:
    (found,) = area_rollup(scored("a", 100, 0.2) + scored("b", 100, -0.2))
    assert found.progress.low is not None
    assert found.progress.value is not None
    assert found.progress.value - found.progress.low == pytest.approx(0.1 / 2**0.5)


def test_what_is_suppressed_is_left_out_and_said() -> None:
    rows = scored("a", 100, 0.3) + place("b", None, va="SUPP") + place("c", 8, va="NA")
    (found,) = area_rollup(rows)
    assert found.progress.value == pytest.approx(0.3)
    assert found.progress.places == 1
    assert {(why.code, count) for why, count in found.progress.left_out} == {
        ("NO_FIGURE_SUPP", 1),
        ("NO_FIGURE_NA", 1),
    }


def test_nothing_published_gives_no_figure_and_never_0() -> None:
    (found,) = area_rollup(place("a", None, va="SUPP", aps="SUPP"))
    assert found.progress.value is None
    said = (about_area_progress(found.progress), about_area_retention(found.retained))
    assert {reason.code for part in (*said, about_area_points(found)) for reason in part} == {
        "AREA_NO_FIGURE"
    }


def test_raw_points_come_with_their_word_of_care() -> None:
    (found,) = area_rollup(place("a", 50, aps=35.0))
    assert [reason.code for reason in about_area_points(found)][:3] == [
        "RAW_WITHOUT_PROGRESS",
        "AREA_POINTS",
        "AREA_POINTS_A_LEVEL",
    ]


@settings(max_examples=100)
@given(
    st.lists(st.tuples(st.integers(6, 900), st.floats(-1.5, 1.5)), min_size=1, max_size=6),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_rows_never_matters_and_the_mean_lies_between(
    places: list[tuple[int, float]], draw: Any
) -> None:
    rows = [r for at, (n, score) in enumerate(places) for r in scored(f"p{at}", n, score)]
    mixed = draw.sample(rows, len(rows))
    (one,), (other,) = area_rollup(rows), area_rollup(mixed)
    assert one.progress.value == pytest.approx(other.progress.value)
    scores = [score for _, score in places]
    assert one.progress.value is not None
    assert min(scores) - 1e-9 <= one.progress.value <= max(scores) + 1e-9


def test_a_place_where_nobody_took_it_is_not_of_the_area() -> None:
    nobody = place("b", None)[0].model_copy(update={"text": "NE"})
    (found,) = area_rollup([*scored("a", 300, 0.2), nobody])
    assert (found.places, found.progress.left_out) == (1, ())


def test_leavers_are_no_cohort_of_results() -> None:
    leavers = [row.model_copy(update={"cohort": "leavers_all"}) for row in place("a", 90)]
    assert area_rollup(leavers) == ()


def shipped_rows() -> list[ProviderResult]:
    path = ROOT / "data/areas/kingston-surrey-sutton/results.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [
            ProviderResult.model_validate({**row, "value": row["value"] or None})
            for row in csv.DictReader(file)
        ]


def test_every_place_of_the_shipped_area_is_counted_or_left_out_with_a_reason() -> None:
    rows = shipped_rows()
    for found in area_rollup(rows):
        same = [r for r in rows if (r.cohort, r.year) == (found.cohort, found.year)]
        untaken = {r.provider_id for r in same if (r.measure, r.text) == ("students", "NE")}
        every = {r.provider_id for r in same} - untaken
        for measure in (found.progress, found.retained, found.points):
            left_out = sum(count for _, count in measure.left_out)
            assert measure.places + left_out == len(every), (found.cohort, measure.measure)
            assert all(say_reason(why) for why, _ in measure.left_out)


def test_the_shipped_area_agrees_with_a_plain_sum() -> None:
    rows = [r for r in shipped_rows() if (r.cohort, r.year) == ("a_level", "2023/24")]
    of = {
        name: {r.provider_id: r.value for r in rows if r.measure == name}
        for name in ("students", "va")
    }
    pairs = [(n, of["va"].get(p)) for p, n in of["students"].items() if n]
    known = [(n, va) for n, va in pairs if va is not None]
    (found,) = [one for one in area_rollup(rows) if one.cohort == "a_level"]
    assert found.progress.value == pytest.approx(
        sum(n * va for n, va in known) / sum(n for n, _ in known)
    )
