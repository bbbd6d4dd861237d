"""How well fit finds a subject from the jobs it leads to, and how evenly it shows subjects.

Repeats the two measurements of facts/science.md A5 with the code that ships.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

import numpy as np

from pathways.matching.interests.correlation import pearson
from pathways.matching.interests.profiles import standardise
from pathways.matching.interests.riasec import Floats
from pathways.matching.interests.simulated import learners

_ALL = 6


@dataclass(frozen=True, slots=True)
class Retrieval:
    """Where the right subject came: mean reciprocal rank, and shares in the top 5 and top 10."""

    mrr: float
    hit5: float
    hit10: float
    trials: int

    def as_dict(self) -> dict[str, float]:
        """For JSON."""
        return asdict(self)


def retrieval(
    anchors: Mapping[str, Sequence[str]],
    ratings: Mapping[str, Floats],
    *,
    seed: int,
    repeats: int = 3,
    standing: Literal["catalogue", "jobs"] = "catalogue",
) -> Retrieval:
    """Hold out each anchor job, and look for a subject that lists it with its own ratings.

    The job is left out of every subject that lists it and the profiles are standardised again.
    Its ratings, standardised, with noise (SD 0.5 a type) and a random height (SD 0.7, the same for
    all types) play the learner, once for each placement and repeat. `standing` says against whom the
    learner's own likes stand: the catalogue's subjects, which is what fit uses, or all rated jobs.
    """
    rng = np.random.default_rng(seed)
    names = list(anchors)
    owners = {job: [n for n in names if job in anchors[n]] for n in names for job in anchors[n]}
    raw = np.array([np.mean([ratings[j] for j in anchors[n]], axis=0) for n in names])
    norm = raw if standing == "catalogue" else np.array(list(ratings.values()))
    ranks: list[int] = []
    for job, own in owners.items():
        held = raw.copy()
        places = [names.index(n) for n in own]
        for place, name in zip(places, own, strict=True):
            held[place] = np.mean([ratings[j] for j in anchors[name] if j != job], axis=0)
        z = standardise(held)
        mine = (ratings[job] - norm.mean(axis=0)) / norm.std(axis=0)
        for _ in range(repeats * len(own)):
            r = pearson(mine + rng.normal(0, 0.5, 6) + rng.normal(0, 0.7), z, min_types=_ALL)
            ranks.append(min(1 + int((r > r[place]).sum()) for place in places))
    found = np.array(ranks)
    return Retrieval(
        float((1 / found).mean()),
        float((found <= 5).mean()),
        float((found <= 10).mean()),
        len(found),
    )


@dataclass(frozen=True, slots=True)
class Exposure:
    """How evenly top-ten places fall: Gini (0 is even), and the least and most shown share."""

    gini: float
    least: tuple[str, float]
    most: tuple[str, float]
    never: int
    good_r: float
    strong_r: float

    def as_dict(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self)


def exposure(names: Sequence[str], z: Floats, *, count: int, seed: int, top: int = 10) -> Exposure:
    """Top-ten places over `count` random learners; and the r of the best tenth and three tenths."""
    r = np.array([pearson(one, z, min_types=_ALL) for one in learners(count, seed=seed)])
    places = np.argpartition(-r, top, axis=1)[:, :top]
    shown = np.bincount(places.ravel(), minlength=len(names))
    low, high = int(shown.argmin()), int(shown.argmax())
    good, strong = np.quantile(r, [0.7, 0.9])
    return Exposure(
        gini(shown.astype(np.float64)),
        (names[low], shown[low] / count),
        (names[high], shown[high] / count),
        int((shown == 0).sum()),
        float(good),
        float(strong),
    )


def gini(amounts: Floats) -> float:
    """Gini coefficient of amounts that are not all zero."""
    ordered = np.sort(amounts)
    n = len(ordered)
    return float((2 * np.arange(1, n + 1) - n - 1) @ ordered / (n * ordered.sum()))
