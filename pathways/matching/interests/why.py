"""Why a subject is near to this learner or not, as reasons that are true of both."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from pathways.matching.interests.fit import Fit
from pathways.matching.interests.riasec import TYPES, Riasec
from pathways.matching.interests.scoring import Scoring
from pathways.matching.interests.subjects import Subjects
from pathways.matching.interests.tiles import Tiles
from pathways.reason import Reason

# How far above or below its own mean a side must stand before it is named as a reason.
_STANDS_OUT = 0.25


def why(
    row: int,
    found: Fit,
    subjects: Subjects,
    *,
    riasec: Riasec,
    tiles: Tiles,
    scoring: Scoring,
    chosen: Collection[str] = (),
    not_for_me: Collection[str] = (),
    words: Mapping[str, tuple[str, ...]] | None = None,
) -> tuple[Reason, ...]:
    """Reasons for one subject: what was picked, what was read, which types, what speaks against.

    `words` maps a subject id to the learner's own words that named it.
    """
    own, name = subjects.tiles[row], subjects.names[row]
    reasons = [Reason.of("WHY_TILE", tile=tiles.label(t)) for t in own if t in chosen]
    matched = (words or {}).get(subjects.ids[row], ())
    if matched:
        reasons.append(Reason.of("WHY_WORDS", words=", ".join(matched), subject=name))
    if not np.isnan(found.r[row]):
        reasons += _types(row, subjects, riasec)
        if subjects.cohesion[row] < scoring.weak_cohesion:
            reasons.append(Reason.of("WHY_WEAK_PROFILE", subject=name))
    elif riasec.known and np.isnan(subjects.z[row]).all():
        reasons.append(Reason.of("WHY_NO_PROFILE", subject=name))
    reasons += [Reason.of("AGAINST_TILE", tile=tiles.label(t)) for t in own if t in not_for_me]
    return tuple(reasons)


def likeness(r: float, *, scoring: Scoring) -> Reason | None:
    """How near a shape is, in three steps; None without r.

    The steps are set on simulated learners: the best tenth of r, and the next fifth (science A5).
    """
    if np.isnan(r):
        return None
    if r >= scoring.strong_r:
        return Reason.of("LIKENESS_STRONG")
    return Reason.of("LIKENESS_GOOD" if r >= scoring.good_r else "LIKENESS_SOME")


def _types(row: int, subjects: Subjects, riasec: Riasec) -> list[Reason]:
    mine = riasec.ipsative()
    seen = ~np.isnan(mine)
    theirs = np.where(seen, subjects.z[row] - subjects.z[row][seen].mean(), np.nan)
    name = subjects.names[row]
    together = sorted(
        (t for t in range(6) if mine[t] > _STANDS_OUT and theirs[t] > _STANDS_OUT),
        key=lambda t: -(mine[t] * theirs[t]),
    )
    apart = sorted(
        (t for t in range(6) if mine[t] < -_STANDS_OUT and theirs[t] > _STANDS_OUT),
        key=lambda t: mine[t] * theirs[t],
    )
    return [Reason.of(f"WHY_TYPE_{TYPES[t]}", subject=name) for t in together[:2]] + [
        Reason.of(f"AGAINST_TYPE_{TYPES[t]}", subject=name) for t in apart[:1]
    ]
