"""Training and evaluation from end to end, on the sample and on the official counts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pathways.outcomes import evaluate, train
from pathways.outcomes.counts import read_counts
from pathways.outcomes.model import SHIPPED, Chances, OutcomeModel, chances
from tests.support.shared import official_folder

COUNTS = "official-data/prior_attainment/transition_counts_2022_2025_long.csv.gz"
METRICS = json.loads((SHIPPED.parent / "metrics.json").read_text("utf-8"))


def test_training_again_gives_the_same_bytes(
    counts_file: Path, sample_model_file: Path, tmp_path: Path
) -> None:
    again = train.main(counts=counts_file, out=tmp_path / "again.json")
    assert again.read_bytes() == sample_model_file.read_bytes()


def test_the_model_of_the_sample_says_what_the_sample_holds(sample_model: OutcomeModel) -> None:
    said = chances(sample_model, "GCE A level", "Biology", 5.5)
    assert isinstance(said, Chances)
    assert said.grades[0] == "U"
    # by hand: 1500 * exp(-0.25 / 3) students in the band, up to rounding of each count
    assert said.n == pytest.approx(1380, abs=5)
    # by hand: grades bell-shaped around 0.9 * 5 - 1.0 = 3.5, half way from C (3) to B (4)
    assert said.at_least("B") == pytest.approx(0.5, abs=0.03)


def test_evaluation_writes_its_figures_and_the_card(
    counts_file: Path, sample_model_file: Path, tmp_path: Path
) -> None:
    card = evaluate.main(counts=counts_file, model=sample_model_file, out=tmp_path)
    metrics = json.loads((tmp_path / "metrics.json").read_text("utf-8"))
    assert (tmp_path / "card.md").read_text("utf-8") == card
    assert metrics["order_broken"]["model"] == 0
    (a_level,) = metrics["by_qualification"]
    for name in ("log_loss", "ranked_probability_score"):
        assert f"{a_level[name]['model']:.4f}" in card
    assert (
        metrics["drift"]["seen_c_or_above"]["2022"]["5-<6"]
        > (metrics["drift"]["seen_c_or_above"]["2025"]["5-<6"])
    )


def test_the_shipped_card_is_the_card_of_the_shipped_figures() -> None:
    assert (SHIPPED.parent / "card.md").read_text("utf-8") == evaluate.card_text(METRICS)


def test_the_shipped_figures_keep_the_promises() -> None:
    whole = METRICS["all_qualifications"]
    for part in (whole["everyone"], whole["cells_below_100"], *whole["by_subject_size"]):
        assert part["log_loss"]["model"] <= part["log_loss"]["look_up"]
    at_c = METRICS["a_level"]["calibration_at_C"]
    assert at_c["interval"][1] <= 1.0
    assert METRICS["order_broken"]["model"] == 0
    assert METRICS["order_broken"]["look_up"]["pairs"] > 0
    assert METRICS["a_level"]["grade_points_gap"]["rmse_grades_over_subjects"] <= 0.15


@pytest.mark.official
def test_the_shipped_model_is_made_from_the_official_counts_byte_for_byte() -> None:
    counts = read_counts(official_folder() / COUNTS, year=train.YEAR)
    assert train.model_text(counts, year=train.YEAR) == SHIPPED.read_text("utf-8")
