"""How well fit finds a subject from the jobs it leads to, and how evenly it shows subjects.

Repeats the two measurements of facts/science.md A5 with the code that ships.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

import numpy as np

from pathways.matching.interests.correlation import pearson
from pathways.matching.interests.riasec import Floats
from pathways.matching.interests.simulated import learners

_ALL = 6


Scale = Literal["catalogue", "jobs"]


@dataclass(frozen=True, slots=True)
class Trial:
    """One way to hold out: whose mean and SD the profiles and the learner stand on, and from where.

    Fit itself stands on the catalogue's subjects. `jobs` means all rated jobs. The job is left out
    of `its subject` (science A5 to the letter) or of `every subject` that lists it (stricter).
    """

    profiles: Scale = "catalogue"
    learner: Scale = "catalogue"
    leave_out: Literal["its subject", "every subject"] = "its subject"


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
    trial: Trial,
    *,
    seed: int,
    repeats: int = 3,
) -> Retrieval:
    """Hold out each anchor job, and look for a subject that lists it with its own ratings.

    For each placement of a job in a subject, and each repeat, the job is left out, profiles are
    standardised again, and the job's standardised ratings with noise (SD 0.5 a type) and a random
    height (SD 0.7, the same for all types) play the learner. Any subject that lists the job counts.
    """
    rng = np.random.default_rng(seed)
    names = list(anchors)
    owners = {job: [n for n in names if job in anchors[n]] for n in names for job in anchors[n]}
    raw = np.array([np.mean([ratings[j] for j in anchors[n]], axis=0) for n in names])
    jobs = np.array(list(ratings.values()))
    ranks: list[int] = []
    for name, job in ((n, j) for n in names for j in anchors[n]):
        held = raw.copy()
        for owner in owners[job] if trial.leave_out == "every subject" else [name]:
            rest = [ratings[j] for j in anchors[owner] if j != job]
            held[names.index(owner)] = np.mean(rest, axis=0)
        z = _on(held if trial.profiles == "catalogue" else jobs, held)
        mine = _on(held if trial.learner == "catalogue" else jobs, ratings[job])
        own = [names.index(owner) for owner in owners[job]]
        for _ in range(repeats):
            r = pearson(mine + rng.normal(0, 0.5, 6) + rng.normal(0, 0.7), z, min_types=_ALL)
            ranks.append(1 + int((r > r[own].max()).sum()))
    found = np.array(ranks)
    return Retrieval(
        float((1 / found).mean()),
        float((found <= 5).mean()),
        float((found <= 10).mean()),
        len(found),
    )


def _on(norm: Floats, values: Floats) -> Floats:
    z: Floats = (values - norm.mean(axis=0)) / norm.std(axis=0)
    return z


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
