"""The audit's answer: every measure as plain numbers, the same to the byte for the same seed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from pathways.audit.assumptions import Assumptions
from pathways.audit.equivalence import correlation, equivalence, holm, permutation_p
from pathways.audit.exposure import Floats, Ints, expected_exposure_loss, gini, sums_by
from pathways.audit.learners import Synthetic
from pathways.audit.pages import COVERED_AT, WEIGHTS, Labels, Pages
from pathways.audit.regression import fit
from pathways.audit.swaps import Swap
from pathways.audit.text import Described

_DECIMALS = 6
_THIRDS = 3


@dataclass(frozen=True, slots=True)
class AuditReport:
    """Sections by name, each of plain data; `passed` says of each promise whether it holds."""

    sections: Mapping[str, Any]
    passed: Mapping[str, bool]

    @classmethod
    def read(cls, text: str) -> AuditReport:
        """The report that `as_json` wrote."""
        whole = json.loads(text)
        passed = whole.pop("passed")
        return cls(whole, passed)

    def as_json(self) -> str:
        """The report as JSON text; numbers that do not exist are null."""
        whole = {**self.sections, "passed": dict(self.passed)}
        return json.dumps(plain(whole), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def plain(value: Any) -> Any:
    """Plain data with rounded numbers; NaN is not known and becomes null."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in value]
    if isinstance(value, (float, np.floating)):
        # Adding zero turns -0.0 into 0.0, which prints alike everywhere.
        return None if np.isnan(value) else round(float(value), _DECIMALS) + 0.0
    if isinstance(value, np.bool_):
        return bool(value)
    return int(value) if isinstance(value, np.integer) else value


def exposure(seen: Pages, labels: Labels, assumed: Assumptions) -> dict[str, Any]:
    """Exposure against equal suitability by kind, route and provider, for both position weights."""
    found: dict[str, Any] = {}
    for w, name in enumerate(WEIGHTS):
        shown, due = seen.by_offer[w]
        by_provider = ratios(labels.provider, shown, due, labels.providers)
        by_route = ratios(labels.route, shown, due, labels.routes)
        found[name] = {
            "by_kind": ratios(labels.kind, shown, due, labels.kinds),
            "by_route": by_route,
            "by_provider": by_provider,
            "provider_gini": gini(np.array(sorted(by_provider.values()))),
            "expected_exposure_loss": expected_exposure_loss(shown, due),
            "share_by_kind": _share(labels.kind, shown, labels.kinds),
        }
    minutes = [_mean(seen.minutes[:, k]) for k in range(len(labels.kinds))]
    found["mean_minutes_by_kind"] = dict(zip(labels.kinds, minutes, strict=True))
    found["options_on_a_page"] = {
        "median": float(np.median(seen.listed)),
        "pages_without": int((seen.listed == 0).sum()),
    }
    found["place_correlation"] = {
        name: correlation(seen.order_sums[n]) for n, name in enumerate(("alphabet", "row"))
    }
    found["score_not_explained"] = float(seen.unexplained.max(initial=0.0))
    found["regression"] = _regression(seen, labels, assumed)
    return found


def ratios(codes: Ints, seen: Floats, due: Floats, names: Sequence[str]) -> dict[str, float]:
    """Exposure over fair exposure for each name that is on any page."""
    top, bottom = sums_by(codes, seen, len(names)), sums_by(codes, due, len(names))
    return {
        name: float(top[k] / bottom[k])
        for k, name in sorted(enumerate(names), key=_name)
        if bottom[k]
    }


def _share(codes: Ints, seen: Floats, names: Sequence[str]) -> dict[str, float]:
    sums = sums_by(codes, seen, len(names))
    total = float(sums.sum()) or 1.0
    return {name: float(sums[k]) / total for k, name in sorted(enumerate(names), key=_name)}


def _name(pair: tuple[int, str]) -> str:
    return pair[1]


def equivalences(seen: Pages, labels: Labels, assumed: Assumptions) -> dict[str, Any]:
    """By kind of provider: ratio with interval, whether equivalent, and the permutation test's p."""
    found: dict[str, Any] = {"margin": assumed.margin, "alpha": assumed.alpha}
    for w, name in enumerate(WEIGHTS):
        kinds = [k for k in range(len(labels.kinds)) if seen.due[:, w, k].sum() > 0]
        ps = holm(
            [
                permutation_p(seen.seen[:, w, k], seen.shuffled[:, w, k], seen.variance[:, w, k])
                for k in kinds
            ]
        )
        found[name] = {
            labels.kinds[k]: {
                **asdict(
                    equivalence(
                        seen.seen[:, w, k],
                        seen.due[:, w, k],
                        margin=assumed.margin,
                        alpha=assumed.alpha,
                    )
                ),
                "permutation_p_holm": p,
            }
            for k, p in sorted(zip(kinds, ps, strict=True), key=lambda pair: labels.kinds[pair[0]])
        }
    return found


def _regression(seen: Pages, labels: Labels, assumed: Assumptions) -> dict[str, Any]:
    present = [k for k in range(len(labels.kinds)) if seen.due[:, 0, k].sum() > 0]
    if not present:
        return {}
    base = max(present, key=lambda k: (seen.due[:, 0, k].sum(), labels.kinds[k]))
    found = fit(seen.xtx, seen.xty, base)
    rows = [("score", 0), ("15_minutes", 1), *((labels.kinds[k], k + 2) for k in present)]
    return {
        "base": labels.kinds[base],
        "coefficients": {
            name: {"value": float(found.value[n]), "error": float(found.error[n])}
            for name, n in rows
            if n != base + 2
        },
    }


def coverage(seen: Pages, first_screen: Mapping[str, float]) -> dict[str, Any]:
    """Of the routes a learner meets something of, the share in the first k; and the first screen."""
    return {
        "single_list": {f"at_{k}": _mean(seen.covered[:, n]) for n, k in enumerate(COVERED_AT)},
        "first_screen": dict(first_screen),
    }


def undermatch(seen: Pages, learners: Sequence[Synthetic]) -> dict[str, Any]:
    """Whether the most demanding courses met are in the nearest group, by ability and reach."""
    ability = np.array([one.ability for one in learners])
    third = np.argsort(np.argsort(ability)) * _THIRDS // max(len(ability), 1)
    reach = np.array([one.learner.max_minutes or 0 for one in learners])
    groups = {f"ability_third_{n + 1}": third == n for n in range(_THIRDS)}
    groups |= {f"reach_{m or 'any'}": reach == m for m in sorted(set(reach.tolist()))}
    names = ("top_in_nearest_group", "top_in_first_20", "top_courses")
    return {
        group: {name: _mean(seen.undermatch[who, n]) for n, name in enumerate(names)}
        for group, who in {"all": ability == ability, **groups}.items()
    }


def by_group(
    shares: Floats, names: Sequence[str], learners: Sequence[Synthetic], listed: Ints
) -> dict[str, Any]:
    """How much of the page each route or field gets for two groups whose interests differ (science A7)."""
    group = np.array([one.group for one in learners])
    means = []
    for g in (0, 1):
        who = (group == g) & (listed > 0)
        means.append(shares[who].mean(axis=0) if who.any() else np.full(len(names), np.nan))
    return {
        name: {
            "group_0": float(means[0][k]),
            "group_1": float(means[1][k]),
            "ratio": float(means[1][k] / means[0][k]) if means[0][k] else float("nan"),
        }
        for k, name in sorted(enumerate(names), key=_name)
    }


def swap_section(found: Sequence[Swap]) -> dict[str, Any]:
    """Every changed catalogue and by how much the order differed."""
    return {
        "difference": sum(one.difference for one in found),
        "learners": found[0].learners if found else 0,
        "changes": {
            one.name: {"difference": one.difference, "farthest": one.farthest} for one in found
        },
    }


def text_section(found: Sequence[Described]) -> dict[str, Any]:
    """Every route's description, and how far apart they are."""
    words, ages = [one.words for one in found], [one.reading_age for one in found]
    return {
        "routes": {one.route: asdict(one) for one in found},
        "words_shortest_to_longest": [min(words, default=0), max(words, default=0)],
        "reading_age_lowest_to_highest": [min(ages, default=0.0), max(ages, default=0.0)],
        "loaded": sum(len(one.loaded) for one in found),
    }


def _mean(values: Floats) -> float:
    known = values[~np.isnan(values)]
    return float(known.mean()) if len(known) else float("nan")
