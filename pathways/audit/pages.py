"""What each made-up learner is shown, reduced at once to the sums that the audit needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
import numpy.typing as npt

from pathways.audit.exposure import (
    dcg_weights,
    fair,
    permutation_moments,
    rbp_weights,
    sums_by,
)
from pathways.audit.learners import Synthetic
from pathways.audit.regression import moments
from pathways.catalogue.index import Index
from pathways.first_screen import bars_of
from pathways.matching.bands import bands
from pathways.matching.eligibility.state import MEETS
from pathways.matching.reference import reference
from pathways.matching.weighing import TERMS
from pathways.ranking import Ranking, ranking

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
WEIGHTS = ("dcg", "rbp")
COVERED_AT = (3, 10, 20, 50)
_BANDS = 256


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """Who each offer is of, as codes: known to the audit and to nothing that it audits."""

    kind: Ints
    provider: Ints
    route: Ints
    field: Ints
    alphabet: Floats
    bar: Floats
    kinds: tuple[str, ...]
    providers: tuple[str, ...]
    routes: tuple[str, ...]
    fields: tuple[str, ...]


def labels_of(index: Index) -> Labels:
    """Labels of a catalogue's offers; `alphabet` is the place of the provider's name among all names."""
    kind, name = index.of_provider("kind"), index.of_provider("name")
    provider, route = index.of_provider("provider_id"), index.of_course("route")
    field = index.of_course("field")
    rank = {word: place for place, word in enumerate(sorted(name.words, key=str.casefold))}
    places = np.array([rank[word] for word in name.words], np.float64)
    return Labels(
        kind.codes.astype(np.int64),
        provider.codes.astype(np.int64),
        route.codes.astype(np.int64),
        field.codes.astype(np.int64),
        places[name.codes],
        bars_of(index),
        kind.words,
        provider.words,
        route.words,
        field.words,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Pages:
    """Sums over learners, one row per learner, first axis; `w` is the position weight, `g` kind of provider.

    `seen`, `due`, `shuffled` and `variance` are n x w x g; `by_offer` is w x 2 x offers (seen, due).
    `by_route` and `by_field` are the share of the page of each; `listed` how many options are on it;
    `unexplained` how far any score is from the one worked out again from what is shown.
    """

    seen: Floats
    due: Floats
    shuffled: Floats
    variance: Floats
    minutes: Floats
    by_offer: Floats
    by_route: Floats
    by_field: Floats
    unexplained: Floats
    listed: Ints
    covered: Floats
    undermatch: Floats
    order_sums: Floats
    xtx: Floats
    xty: Floats

    @classmethod
    def joined(cls, parts: Sequence[Pages]) -> Pages:
        """Parts put together, in order."""
        return cls(
            **{
                part.name: np.sum([getattr(p, part.name) for p in parts], axis=0)
                if part.name in ("by_offer", "order_sums")
                else np.concatenate([getattr(p, part.name) for p in parts])
                for part in fields(cls)
            }
        )


def pages(learners: Sequence[Synthetic], index: Index, labels: Labels, *, rbp: float) -> Pages:
    """Rank the catalogue for each learner and reduce what is on the page."""
    count, kinds, routes = len(learners), len(labels.kinds), len(labels.routes)
    fields_ = len(labels.fields)
    seen, due, shuffled, variance = (np.zeros((count, len(WEIGHTS), kinds)) for _ in range(4))
    size = kinds + 2
    out = Pages(
        seen=seen,
        due=due,
        shuffled=shuffled,
        variance=variance,
        minutes=np.full((count, kinds), np.nan),
        by_offer=np.zeros((len(WEIGHTS), 2, len(index))),
        by_route=np.zeros((count, routes)),
        by_field=np.zeros((count, fields_)),
        unexplained=np.zeros(count),
        listed=np.zeros(count, np.int64),
        covered=np.full((count, len(COVERED_AT)), np.nan),
        undermatch=np.full((count, 3), np.nan),
        order_sums=np.zeros((2, 3)),
        xtx=np.zeros((count, size, size)),
        xty=np.zeros((count, size)),
    )
    for n, one in enumerate(learners):
        found = ranking(one.learner, index)
        rows = found.rows[found.journeys.allowed[found.rows]]
        out.listed[n] = len(rows)
        if not len(rows):
            continue
        suits = suitability(found, rows)
        known = ~(np.isnan(suits) & np.isnan(found.scored.score[rows]))
        apart = np.abs(suits - found.scored.score[rows])[known]
        out.unexplained[n] = apart.max() if len(apart) else 0.0
        stratum = strata(found, rows, suits)
        kind = labels.kind[rows]
        for w, weights in enumerate((dcg_weights(len(rows)), rbp_weights(len(rows), rbp))):
            fairly = fair(weights, stratum)
            seen[n, w], due[n, w] = sums_by(kind, weights, kinds), sums_by(kind, fairly, kinds)
            shuffled[n, w], variance[n, w] = permutation_moments(weights, stratum, kind, kinds)
            out.by_offer[w, 0, rows] += weights
            out.by_offer[w, 1, rows] += fairly
            if w == 0:
                out.by_route[n] = sums_by(labels.route[rows], weights, routes) / weights.sum()
                out.by_field[n] = sums_by(labels.field[rows], weights, fields_) / weights.sum()
                out.xtx[n], out.xty[n] = moments(
                    np.column_stack((suits, found.journeys.minutes[rows])),
                    stratum,
                    kind,
                    kinds,
                    weights,
                )
        minutes = found.journeys.minutes[rows].astype(np.float64)
        there = ~np.isnan(minutes)
        with np.errstate(invalid="ignore"):
            out.minutes[n] = sums_by(kind[there], minutes[there], kinds) / np.bincount(
                kind[there], minlength=kinds
            )
        out.covered[n] = _covered(found, rows, labels)
        out.undermatch[n] = _undermatch(found, rows, labels)
        out.order_sums[:] += _order_sums(rows, stratum, labels)
    return out


def suitability(found: Ranking, rows: Ints) -> Floats:
    """The score worked out again from the dots and values that learners are shown.

    The audit does not take the scorer's word: were anything else added to the score, options equal here
    would stand apart on the page, and exposure would show it.
    """
    scored = found.scored
    values = scored.by_course[scored.course[rows]].copy()
    values[:, TERMS.index("travel")] = scored.travel[rows]
    return score_each(values / 100, np.array(scored.dots, np.float64))


def score_each(values: Floats, dots: Floats) -> Floats:
    """Mean of each row's values by dots, over those known; NaN where no dots count."""
    counted = (~np.isnan(values)) @ dots
    total = np.rint(100 * np.nan_to_num(values)) @ dots
    return np.where(counted > 0, total / (100 * np.where(counted > 0, counted, 1.0)), np.nan)


def strata(found: Ranking, rows: Ints, suits: Floats) -> Ints:
    """The stratum of each option on a page: the same eligibility and the same group of suitability."""
    group = bands(suits, reference().anchors).astype(np.int64)
    key = found.verdict.state[rows].astype(np.int64) * _BANDS + group
    found_in: Ints = np.unique(key, return_inverse=True)[1].reshape(-1).astype(np.int64)
    return found_in


def _covered(found: Ranking, rows: Ints, labels: Labels) -> list[float]:
    """Of the routes that the learner meets something of, the share among the first k; NaN for none."""
    open_rows = rows[found.verdict.state[rows] == MEETS]
    routes = set(np.unique(labels.route[open_rows]).tolist())
    if not routes:
        return [float("nan")] * len(COVERED_AT)
    return [len(routes & set(labels.route[rows[:k]].tolist())) / len(routes) for k in COVERED_AT]


def _undermatch(found: Ranking, rows: Ints, labels: Labels) -> list[float]:
    """Whether a most demanding course that is met is in the best group met; in the first 20; how many are."""
    met = rows[found.verdict.state[rows] == MEETS]
    bar = labels.bar[met]
    if not (bar > 0).any():
        return [float("nan")] * 3
    top = met[bar == np.nanmax(bar)]
    best = found.scored.band[met].min()
    return [
        float((found.scored.band[top] == best).any()),
        float(np.isin(top, rows[:20]).any()),
        float(len(top)),
    ]


def _order_sums(rows: Ints, stratum: Ints, labels: Labels) -> Floats:
    """Sums for the correlation inside strata of place with the alphabet, and with catalogue rows."""
    place = np.arange(len(rows), dtype=np.float64)
    place -= fair(place, stratum)
    sums = []
    for other in (labels.alphabet[rows], rows.astype(np.float64)):
        apart = other - fair(other, stratum)
        sums.append((place @ apart, place @ place, apart @ apart))
    return np.array(sums)
