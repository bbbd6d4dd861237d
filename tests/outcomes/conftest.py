"""A small hand-written sample in the layout of the official transition counts: made-up numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from pathways.outcomes import train
from pathways.outcomes.model import OutcomeModel, load_model
from tests.outcomes.counts_sample import HEAD, subject_rows


@pytest.fixture(scope="session")
def counts_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four years of two made-up subjects, one large and one thin."""
    lines = [HEAD]
    for year, shift in ((2022, -0.5), (2023, 0.3), (2024, 0.2), (2025, 0.0)):
        lines += subject_rows("Biology", 1500, year=year, hard=1.0 + shift)
        lines += subject_rows("Turkish", 40, year=year, hard=0.0 + shift)
    path = tmp_path_factory.mktemp("counts") / "transition_counts.csv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


@pytest.fixture(scope="session")
def sample_model_file(counts_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The model that `train` makes of the sample."""
    return train.main(counts=counts_file, out=tmp_path_factory.mktemp("model") / "model.json")


@pytest.fixture(scope="session")
def sample_model(sample_model_file: Path) -> OutcomeModel:
    """The same, loaded."""
    return load_model(sample_model_file)


@pytest.fixture(scope="session")
def shipped() -> OutcomeModel:
    """The model that ships."""
    return load_model()
