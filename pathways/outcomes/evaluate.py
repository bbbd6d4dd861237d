"""`python -m pathways model evaluate`: the model against the look-up table, on students neither has seen.

The counts of every cell are split in half at random. Model and look-up table are made from
one half and measured on the other. Then the model of the whole year is measured on other
years, because standards of grading move more than any model can win.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from pathways.outcomes import measures
from pathways.outcomes.bands import Floats
from pathways.outcomes.card import card_text
from pathways.outcomes.counts import Counts, read_table, years_of
from pathways.outcomes.drift import drift
from pathways.outcomes.fit import fit
from pathways.outcomes.likelihood import Likelihood
from pathways.outcomes.lookup import look_up, order_broken
from pathways.outcomes.model import SHIPPED, load_model
from pathways.outcomes.split import Split, split_in_half
from pathways.outcomes.surface import disorder
from pathways.outcomes.train import COUNTS, YEAR, enough

SEED = 20251
"""Not the seed with which the strengths of pooling were chosen."""
A_LEVEL = "GCE A level"
AS_ALSO = "GCE AS level (All)"
"""Holds the students of `GCE AS level` again, so it is left out of sums over qualifications."""
THIN = 100
SIZES = ((0, 300), (300, 1000), (1000, 2500), (2500, 10_000), (10_000, 10**9))


def main(
    *, counts: Path = COUNTS, model: Path = SHIPPED, out: Path | None = None, seed: int = SEED
) -> str:
    """Measure, write metrics.json and card.md beside the model, and return the card's text."""
    metrics = evaluate(counts, model=model, seed=seed)
    folder = out or model.parent
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps(metrics, indent=1, ensure_ascii=False) + "\n"
    (folder / "metrics.json").write_text(text, "utf-8", newline="\n")
    card = card_text(metrics)
    (folder / "card.md").write_text(card, "utf-8", newline="\n")
    return card


def evaluate(path: Path, *, model: Path = SHIPPED, seed: int = SEED) -> dict[str, object]:
    """Every figure as plain numbers, rounded so that a rerun gives the same file."""
    table = read_table(path)
    parts = enough(years_of(table, year=YEAR))
    splits = [split_in_half(part, seed=seed) for part in parts]
    a_level = next(s for s in splits if s.counts.qualification == A_LEVEL)
    shipped = load_model(model)
    return {
        "year": YEAR,
        "seed": seed,
        "courses": len(shipped.courses),
        "students": sum(p.total for p in parts if p.qualification != AS_ALSO),
        "all_qualifications": _overall([s for s in splits if s.counts.qualification != AS_ALSO]),
        "by_qualification": [_one(s, seed) for s in splits],
        "a_level": _a_level(a_level, seed),
        "order_broken": {
            "model": int(sum(disorder(c.logits) for c in shipped.courses)),
            "look_up": _broken(parts),
        },
        "drift": drift(table, shipped),
    }


def _overall(splits: Sequence[Split]) -> dict[str, object]:
    """Sums over qualifications: log loss of all students, and of cells with few students."""
    everyone = [_sums(s, np.full(s.cells, fill_value=True)) for s in splits]
    thin = [_sums(s, s.whole < THIN) for s in splits]
    sized = [
        (limits, [_sums(s, (s.of_course >= limits[0]) & (s.of_course < limits[1])) for s in splits])
        for limits in SIZES
    ]
    by_size = [
        {"subject_students": [low, high if high < SIZES[-1][1] else None], **_ratio(sums)}
        for (low, high), sums in sized
        if np.sum(sums, axis=0)[0]
    ]
    return {
        "everyone": _ratio(everyone),
        f"cells_below_{THIN}": _ratio(thin),
        "by_subject_size": by_size,
    }


def _sums(split: Split, here: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Floats:
    tested = split.tested[here]
    return np.array(
        [
            tested.sum(),
            -(tested * np.log(split.model[here])).sum(),
            -(tested * np.log(split.look_up[here])).sum(),
        ]
    )


def _ratio(sums: Sequence[Floats]) -> dict[str, object]:
    n, model, look_up_loss = np.sum(sums, axis=0)
    return {
        "students": int(n),
        "log_loss": {"model": _r(model / n), "look_up": _r(look_up_loss / n)},
    }


def _one(split: Split, seed: int) -> dict[str, object]:
    """All measures of one qualification on one grade scale, model beside look-up table."""
    grades = split.counts.grades
    middle = _middle(grades)
    few = split.whole < THIN
    return {
        "qualification": split.counts.qualification,
        "grades": list(grades),
        "courses": len(split.counts.items),
        **_pair(split, np.full(split.cells, fill_value=True), seed),
        f"cells_below_{THIN}": _pair(split, few, seed) if split.tested[few].sum() else None,
        "ranked_probability_score": {
            "model": _r(measures.ranked_probability_score(split.model, split.tested)),
            "look_up": _r(measures.ranked_probability_score(split.look_up, split.tested)),
        },
        "brier_by_threshold": {
            "grades": list(grades[1:]),
            "model": _rs(measures.brier_by_threshold(split.model, split.tested)),
            "look_up": _rs(measures.brier_by_threshold(split.look_up, split.tested)),
        },
        "calibration": [
            _calibration(split, at, seed)
            for at in (range(1, len(grades)) if len(grades) < 12 else [middle])
        ],
    }


def _pair(
    split: Split, here: np.ndarray[tuple[int, ...], np.dtype[np.bool_]], seed: int
) -> dict[str, object]:
    model, table, tested = split.model[here], split.look_up[here], split.tested[here]
    low, high = measures.loss_interval(model, table, tested, seed=seed)
    return {
        "students": int(tested.sum()),
        "log_loss": {
            "model": _r(measures.log_loss(model, tested)),
            "look_up": _r(measures.log_loss(table, tested)),
            "model_minus_look_up": [_r(low), _r(high)],
        },
    }


def _calibration(split: Split, threshold: int, seed: int) -> dict[str, object]:
    def error(shares: Floats) -> float:
        return _r(measures.calibration_error(shares, split.tested, threshold=threshold), 2)

    low, high = measures.calibration_interval(
        split.model, split.tested, threshold=threshold, seed=seed
    )
    return {
        "grade": split.counts.grades[threshold],
        "model": error(split.model),
        "interval": [_r(low, 2), _r(high, 2)],
        "look_up": error(split.look_up),
    }


def _a_level(split: Split, seed: int) -> dict[str, object]:
    """A levels by size of subject, with the reliability table at grade C."""
    threshold = split.counts.grades.index("C")
    by_item = split.counts.students.sum(axis=(1, 2))
    per_cell = split.of_course
    sizes = []
    for low, high in SIZES:
        here = (per_cell >= low) & (per_cell < high)
        if not split.tested[here].sum():
            continue
        part = split.only(here)
        sizes.append(
            {
                "subject_students": [low, high if high < SIZES[-1][1] else None],
                "subjects": int(((by_item >= low) & (by_item < high)).sum()),
                **_pair(split, here, seed),
                "ranked_probability_score": {
                    "model": _r(measures.ranked_probability_score(part.model, part.tested)),
                    "look_up": _r(measures.ranked_probability_score(part.look_up, part.tested)),
                },
                "calibration_at_C": _calibration(part, threshold, seed),
            }
        )
    table = measures.reliability(split.model, split.tested, threshold=threshold)
    return {
        "calibration_at_C": _calibration(split, threshold, seed),
        "reliability_at_C": [
            {**asdict(row), "said": _r(row.said, 1), "seen": _r(row.seen, 1)} for row in table
        ],
        "by_subject_size": sizes,
        "grade_points_gap": _points_gap(split.counts),
    }


def _points_gap(counts: Counts) -> dict[str, object]:
    """How far the whole year's expected grade is from the mean grade of each cell of 30 or more.

    In grades (U = 0 ... A* = 6); the root of the mean square over subjects of each subject's own.
    """
    fitted = Likelihood.of(counts.students).band_shares(fit(counts.students))
    points = np.arange(len(counts.grades))
    n = counts.students.sum(axis=2)
    seen = (counts.students @ points) / np.maximum(n, 1)
    square = np.where(n >= 30, (fitted @ points - seen) ** 2, 0.0)
    by_subject = (square * n).sum(axis=1) / np.maximum(np.where(n >= 30, n, 0).sum(axis=1), 1)
    return {"rmse_grades_over_subjects": _r(float(np.sqrt(by_subject.mean())), 3)}


def _broken(parts: Sequence[Counts]) -> dict[str, int]:
    found = [order_broken(look_up(p.students), p.students) for p in parts]
    return {"pairs": sum(f[0] for f in found), "of": sum(f[1] for f in found)}


def _middle(grades: Sequence[str]) -> int:
    return grades.index("C") if "C" in grades else len(grades) // 2


def _r(value: float, digits: int = 5) -> float:
    return round(float(value), digits)


def _rs(values: Sequence[float]) -> list[float]:
    return [_r(value) for value in values]
