"""`python -m pathways model train`: the outcome model from the official counts, to the byte."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from pathways.outcomes.bands import KNOTS, Floats
from pathways.outcomes.counts import Counts, read_counts
from pathways.outcomes.fit import FEWEST_TO_FIT, fit
from pathways.outcomes.model import FEWEST, FORMAT, SHIPPED, UNIT
from pathways.paths import ROOT

COUNTS = (
    ROOT.parent / "shared/official-data/prior_attainment/transition_counts_2022_2025_long.csv.gz"
)
YEAR = 2025
"""The newest cohort whose GCSEs and A levels were both graded to the usual standard."""
SOURCE = "dfe-transition-2025"


def main(*, counts: Path = COUNTS, out: Path = SHIPPED, year: int = YEAR) -> Path:
    """Fit from the official file and write the model; returns where it was written."""
    text = model_text(read_counts(counts, year=year), year=year)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text, "utf-8", newline="\n")
    return out


def enough(counts: Sequence[Counts]) -> tuple[Counts, ...]:
    """The qualifications with enough students to be fitted."""
    return tuple(part for part in counts if part.total >= FEWEST_TO_FIT)


def model_text(counts: Sequence[Counts], *, year: int) -> str:
    """The fitted model as JSON text, one course a line, so that a change is easy to see."""
    head = {"format": FORMAT, "year": year, "source_id": SOURCE, "knots": KNOTS.tolist()}
    lines = [f"{_json(key)}: {_json(value)}," for key, value in head.items()]
    groups = [_group(part, fit(part.students)) for part in enough(counts)]
    return "{\n" + "\n".join(lines) + '\n"qualifications": [\n' + ",\n".join(groups) + "\n]}\n"


def _group(counts: Counts, logits: Floats) -> str:
    rows = [
        _json(
            {
                "subject": subject,
                "size": size,
                "students": _publishable(counts.students[at].sum(axis=1)),
                "logits": np.round(logits[at].T * UNIT).astype(int).tolist(),
            }
        )
        for at, (subject, size) in enumerate(counts.items)
    ]
    name = f'{{"qualification": {_json(counts.qualification)}, "grades": {_json(counts.grades)}, '
    return name + '"courses": [\n' + ",\n".join(rows) + "\n]}"


def _publishable(students: Floats) -> list[int | None]:
    """Counts by band; between 1 and 29 nothing is told."""
    return [None if 0 < n < FEWEST else int(n) for n in students]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
