"""English and maths progress of one place: where published, which way it went, and of how many."""

from __future__ import annotations

from typing import Any

import pytest

from pathways.catalogue.types import ProviderResult
from pathways.outcomes.english_maths_progress import about_english_maths
from pathways.words import say_reason


def row(cohort: Any, measure: str, cell: float | str) -> ProviderResult:
    return ProviderResult(
        provider_id="urn-900001",
        cohort=cohort,
        year="2018/19",
        measure=measure,
        value=None if isinstance(cell, str) else cell,
        text=cell if isinstance(cell, str) else "",
        source_id="dfe-results-2022",
    )


@pytest.mark.parametrize(
    ("score", "words"),
    [(0.25, "went up by 0.25"), (-0.25, "went down by 0.25"), (0.0, "stayed the same")],
)
def test_the_direction_and_size_are_said(score: float, words: str) -> None:
    (about,) = about_english_maths(
        [row("maths", "em_progress", score), row("maths", "students", 90.0)]
    )
    said = " ".join(say_reason(reason) for reason in about)
    assert words in said
    assert "maths" in said
    assert "2018/19" in said
    assert "It counts 90 students" in said
    assert "small group" not in said


def test_english_comes_first_and_a_hidden_figure_is_told_as_such() -> None:
    rows = [row("maths", "em_progress", 0.1), row("english", "em_progress", "SUPP")]
    english, maths = about_english_maths(rows)
    assert [reason.code for reason in english] == ["EM_PROGRESS_WHO", "NO_FIGURE_SUPP"]
    assert "EM_PROGRESS_UP" in {reason.code for reason in maths}


def test_without_a_score_nothing_is_said() -> None:
    assert about_english_maths([row("english", "students", 90.0)]) == ()
