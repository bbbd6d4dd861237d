"""How near each subject is to what one learner likes, from 0 to 1."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from pathways.matching.interests.correlation import pearson
from pathways.matching.interests.riasec import Floats, Riasec
from pathways.matching.interests.scoring import Scoring
from pathways.matching.interests.subjects import Subjects
from pathways.matching.interests.tiles import share
from pathways.reason import Reason


@dataclass(frozen=True, slots=True)
class Fit:
    """Fit of every subject: arrays of n, and what the learner left out.

    `value` is 0 to 1, NaN where nothing is known. `r` is the likeness of shapes (-1 to 1).
    `favourite` is how far tiles and words name the subject (0 to 1, NaN where neither was given)
    and `against` how far it is "not for me". `weight` is what the shape counts for beside
    favourites, after damping. `because` says what is missing.
    """

    value: Floats
    r: Floats
    favourite: Floats
    against: Floats
    weight: Floats
    because: tuple[Reason, ...]

    @property
    def known(self) -> bool:
        """Whether anything was said that fit can be worked out from."""
        return bool((~np.isnan(self.value)).any())


def fit(
    riasec: Riasec,
    subjects: Subjects,
    *,
    scoring: Scoring,
    tiles: Collection[str] = (),
    not_for_me: Collection[str] = (),
    read: Mapping[str, float] | None = None,
) -> Fit:
    """Fit of every subject with this learner's cards, tiles and words (subject id to 0-1).

    fit = 0.6 (r + 1) / 2 + 0.4 favourites, the first weight multiplied by the subject's cohesion
    and the two made to add to one again; a part that was left out drops its weight, and is not
    filled with zeros. "Not for me" then takes away 0.4 times its share. Source: science A5, A6.
    """
    r = pearson(riasec.vector(), subjects.z, min_types=scoring.min_types)
    favourite = _favourite(subjects, tiles, read or {}, scoring.same_field)
    against = share(subjects.tiles, not_for_me)
    weight_r = np.where(
        np.isnan(r), 0.0, scoring.interest_weight * np.clip(subjects.cohesion, 0.0, 1.0)
    )
    weight_f = np.where(np.isnan(favourite), 0.0, scoring.favourite_weight)
    total = weight_r + weight_f
    liked = weight_r * (np.nan_to_num(r) + 1) / 2 + weight_f * np.nan_to_num(favourite)
    # With "not for me" alone the rest is in the middle: neither liked nor disliked.
    unsaid = 0.5 if not_for_me else np.nan
    value = np.where(total > 0, liked / np.where(total > 0, total, 1.0), unsaid)
    value = np.clip(value - scoring.favourite_weight * against, 0.0, 1.0)
    because = _because(riasec, scoring, shaped=bool((~np.isnan(r)).any()))
    if np.isnan(favourite).all():
        because += (Reason.of("INTEREST_NO_FAVOURITES"),)
    return Fit(value, r, favourite, against, weight_r, because)


def _favourite(
    subjects: Subjects, tiles: Collection[str], read: Mapping[str, float], same_field: float
) -> Floats:
    if not tiles and not read:
        return np.full(len(subjects.ids), np.nan)
    named = np.array([read.get(subject, 0.0) for subject in subjects.ids])
    best: dict[str, float] = {}
    for field, strength in zip(subjects.fields, named.tolist(), strict=True):
        best[field] = max(best.get(field, 0.0), strength)
    nearby = same_field * np.array([best[field] for field in subjects.fields])
    favourite: Floats = np.maximum(share(subjects.tiles, tiles), np.maximum(named, nearby))
    return favourite


def _because(riasec: Riasec, scoring: Scoring, *, shaped: bool) -> tuple[Reason, ...]:
    if not riasec.known:
        return (Reason.of("INTEREST_NO_CARDS"),)
    if len(riasec.known) < scoring.min_types:
        return (Reason.of("INTEREST_TOO_FEW_CARDS", known=len(riasec.known)),)
    said: tuple[Reason, ...] = ()
    if not shaped or riasec.is_flat(below=scoring.flat_spread):
        said = (Reason.of("INTEREST_FLAT"),)
    if riasec.missing:
        said += (Reason.of("INTEREST_TYPES_LEFT_OUT", count=len(riasec.missing)),)
    return said
