"""Made-up learners with grades, interests and homes like those of the area: nobody real."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pathways.audit.assumptions import Assumptions
from pathways.audit.gcse_grades import Grades, gcse_grades
from pathways.catalogue.index import Index
from pathways.learner.learner import Home, Learner, Preferences, Result
from pathways.matching.interests.riasec import TYPES
from pathways.matching.interests.simulated import learners as interest_profiles
from pathways.matching.reference import reference
from pathways.matching.weighing import TERMS
from pathways.places.distance import distances_km
from pathways.places.positions import sectors

Floats = npt.NDArray[np.float64]
_CORE = ("English Language", "English Literature", "Maths")
_TRIPLE = ("Biology", "Chemistry", "Physics")
_FIXED = (*_CORE, *_TRIPLE, "Combined Science")


@dataclass(frozen=True, slots=True)
class Synthetic:
    """A learner, the group whose interests were shifted one way (0) or the other (1), and ability."""

    learner: Learner
    group: int
    ability: float


def synthetic_learners(
    count: int, index: Index, assumed: Assumptions, *, seed: int, start_year: int
) -> list[Synthetic]:
    """`count` learners around the catalogue's sites; the same seed gives the same learners."""
    random = np.random.default_rng(seed)
    ability = random.standard_normal(count)
    results = _results(ability, assumed, random)
    group = random.integers(0, 2, count)
    liked = _interests(group, assumed, seed=seed)
    homes = _homes(count, index, assumed, random)
    reach = random.integers(0, len(assumed.reach_minutes), count)
    states = random.random((count, 2)) < assumed.stated_preferences
    sliders = np.round(random.random((count, 2)), 2)
    own = random.random(count) < assumed.own_dots
    dots = random.integers(0, 6, (count, len(TERMS)))
    seeds = random.integers(0, 2**31, count)
    on = [t for t, name in enumerate(TERMS) if reference().anchors.defaults[name]]
    return [
        Synthetic(
            Learner(
                start_year=start_year,
                age=16,
                results=results[n],
                results_complete=True,
                home=Home(postcode=homes[n]),
                max_minutes=assumed.reach_minutes[reach[n]],
                riasec=dict(zip(TYPES, liked[n].tolist(), strict=True)),
                preferences=Preferences(
                    weights={TERMS[t]: int(dots[n, t]) for t in on} if own[n] else {},
                    practical=float(sliders[n, 0]) if states[n, 0] else None,
                    coursework=float(sliders[n, 1]) if states[n, 1] else None,
                ),
                seed=int(seeds[n]),
            ),
            int(group[n]),
            float(ability[n]),
        )
        for n in range(count)
    ]


def _results(
    ability: Floats, assumed: Assumptions, random: np.random.Generator
) -> list[tuple[Result, ...]]:
    """Grades that share an ability; each subject's takers are ranked, so its grades fall as in England."""
    count, table = len(ability), gcse_grades()
    taken = _taken(ability, assumed, random)
    found: list[list[Result]] = [[] for _ in range(count)]
    shared = np.sqrt(assumed.ability_share)
    own = np.sqrt(1 - assumed.ability_share)
    for subject, takes in taken.items():
        who = np.flatnonzero(takes)
        level = shared * ability[who] + own * random.standard_normal(len(who))
        for n, grade in zip(who.tolist(), _grades(level, table[subject]), strict=True):
            found[n].append(Result(subject=subject, grade=grade))
    return [tuple(each) for each in found]


def _taken(
    ability: Floats, assumed: Assumptions, random: np.random.Generator
) -> dict[str, npt.NDArray[np.bool_]]:
    count, table = len(ability), gcse_grades()
    lean = assumed.triple_ability
    leaning = lean * ability + np.sqrt(1 - lean**2) * random.standard_normal(count)
    triple = (
        leaning > np.quantile(leaning, 1 - assumed.triple_science_share) if count else leaning > 0
    )
    taken = dict.fromkeys(_CORE, np.ones(count, bool)) | dict.fromkeys(_TRIPLE, triple)
    taken["Combined Science"] = ~triple
    others = [subject for subject in table if subject not in _FIXED]
    entries = np.array([table[subject].entries for subject in others], np.float64)
    # The largest of log weight plus Gumbel noise: a draw without replacement by entries.
    keys = np.log(entries) + random.gumbel(size=(count, len(others)))
    chosen = np.argsort(-keys, axis=1)[:, : assumed.options]
    for number, subject in enumerate(others):
        taken[subject] = (chosen == number).any(axis=1)
    return taken


def _grades(level: Floats, official: Grades) -> list[str]:
    """Grades by rank among the takers, in the official shares; U for the rest."""
    if not len(level):
        return []
    from_top = (np.argsort(np.argsort(-level)) + 0.5) / len(level)
    place = np.searchsorted(np.cumsum(official.shares), from_top)
    names = (*official.grades, "U-U" if "-" in official.grades[0] else "U")
    return [names[min(p, len(names) - 1)] for p in place.tolist()]


def _interests(group: npt.NDArray[np.int64], assumed: Assumptions, *, seed: int) -> Floats:
    """Ratings 1 to 5 of six types, correlated, shifted half a difference up or down by group."""
    shift = np.array([assumed.group_shift[letter] for letter in TYPES])
    profile = interest_profiles(len(group), seed=seed) + (group[:, None] - 0.5) * shift
    ratings: Floats = np.round(np.clip(3 + assumed.interest_spread * profile, 1, 5), 2)
    return ratings


def _homes(
    count: int, index: Index, assumed: Assumptions, random: np.random.Generator
) -> list[str]:
    """Postcodes in sectors near some site, each sector as often as it stands in the list."""
    places = sectors()
    sites = index.tables["sites"]
    lats, lons = sites.floats("lat"), sites.floats("lon")
    near = np.zeros(len(places.lats), bool)
    for lat, lon in sorted(set(zip(lats.tolist(), lons.tolist(), strict=True))):
        if lat == lat:
            near |= distances_km(lat, lon, places.lats, places.lons) <= assumed.near_site_km
    names = sorted(np.array(list(places.row))[near].tolist())
    picked = random.integers(0, len(names), count).tolist() if names else []
    return [f"{names[n]}AA" for n in picked] or [""] * count
