"""What is here: who runs a step in this area, as offers of the catalogue or as a signpost with names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from pathways.catalogue.index import LANES, Index
from pathways.duplicates import listed_once
from pathways.matching.eligibility.state import ASK, MEETS
from pathways.reason import Reason
from pathways.routes.ladder import Runs
from pathways.routes.steps import Step
from pathways.rules.availability import OPEN, course_availability
from pathways.seeded import digest, draw

MOST = 6
"""How many offers or names are shown of a step; the count says how many there are."""
Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

Named = tuple[tuple[str, str], ...]
"""Who can be asked: official number and name."""

_TRAINERS = "TRAINED_APPRENTICES_HERE"
_COLLEGES = "FE_COLLEGE_BELOW_LEVEL_3"


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for: the start year, fields and words of the goal (none: any), and where in the ladder."""

    year: int
    first: bool
    fields: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    goes_beyond: bool = False


@dataclass(frozen=True, eq=False)
class Ground:
    """An area as one learner sees it.

    Per offer: `state` is the code of `matching.eligibility.state`, `reachable` says whether the
    journey is within the learner's limit, `km` is NaN where not known. `ranked` are rows in the page's
    own order.
    """

    index: Index
    state: npt.NDArray[np.uint8]
    ranked: Rows
    reachable: Mask
    km: npt.NDArray[np.float32]
    seed: int = 0
    _place: npt.NDArray[np.int64] = field(init=False)

    def __post_init__(self) -> None:
        place = np.full(len(self.index), len(self.index), np.int64)
        place[self.ranked] = np.arange(len(self.ranked))
        # Schools that charge fees are folded last, as on the page of options.
        place[self.index.lane == LANES.index("fee_paying")] += len(self.index)
        object.__setattr__(self, "_place", place)

    def admitting(self, step: Step, fields: tuple[str, ...]) -> bool:
        """Whether an offer of this step, here and open, has an entry rule that the learner meets."""
        rows = _rows(self.index, step, fields)
        return bool(((self.state[rows] == MEETS) & self.reachable[rows]).any())

    def runs(self, step: Step, search: Search) -> Runs | None:
        """Who runs a step; None where it is shown only if listed and is not, or is not in the fields.

        A first step takes only offers whose rule is met or waits for a person or a grade; a later
        one any offer, since grades change on the way. Closed and undated courses are never taken.
        """
        fields, words = search.fields, search.words
        if fields and step.only_in and not set(fields) & set(step.only_in):
            return None
        because: list[Reason] = []
        fields, words = ((), ()) if step.fields == "free" else (fields, words)
        found = self._open(step, fields, search)
        wider = step.fields == "prefer" or (step.fields == "beyond" and search.goes_beyond)
        if not len(found) and fields and wider:
            found, words = self._open(step, (), search), ()
            because += [Reason.of("ANY_SUBJECT_HERE")] if len(found) else []
        if not len(found):
            return None if step.listed else self._signpost(step)
        near = found[self.reachable[found]]
        if not len(near):
            because.append(Reason.of("FURTHER_THAN_YOUR_LIMIT"))
        near = near if len(near) else found
        near = near[np.argsort(self._place[near], kind="stable")]
        titled = near[_has_words(self.index, words)[near]] if words else near
        if words and not len(titled):
            because.append(Reason.of("SAME_FIELD_HERE"))
        near = titled if len(titled) else near
        shown = tuple(self.index.offers["offer_id"][row] for row in _apart(self.index, near))
        return Runs(shown, len(near), (), tuple(because), _sources(self.index, near))

    def _open(self, step: Step, fields: tuple[str, ...], search: Search) -> Rows:
        rows = _rows(self.index, step, fields)
        kept = _can_start(self.index, search.year)[rows]
        if search.first:
            kept &= np.isin(self.state[rows], (MEETS, ASK))
        return rows[kept]

    def _signpost(self, step: Step) -> Runs:
        """Providers that a list names for this step, else the local authority."""
        named: Named = ()
        if step.ask == "trainers":
            route = "apprenticeship_l3" if step.level == "3" else "apprenticeship_l2"
            named = _named(self.index).get((_TRAINERS, route), ()) or _trainers(self.index)
        elif step.ask == "colleges":
            named = _colleges(self.index)
        code = f"ASK_{step.ask.upper()}" if named else "ASK_COUNCIL"
        named = named or self.authorities()
        reason = Reason.of(code, count=len(named))
        # Drawn by official number, never by name: what a provider is called moves nothing.
        drawn = draw(np.array([digest(number) for number, _ in named], np.uint64), self.seed)
        shown = tuple(named[at][1] for at in np.argsort(drawn, kind="stable")[:MOST].tolist())
        return Runs((), 0, shown, (Reason.of("NOT_LISTED_HERE"), reason))

    def authorities(self) -> Named:
        """The local authority of the nearest provider; all of the area where home is not known."""
        la = self.index.of_provider("la")
        known = np.array([bool(word) for word in la.words])[la.codes]
        if known.any() and not np.isnan(self.km[known]).all():
            rows = np.flatnonzero(known & ~np.isnan(self.km))
            nearest = la[int(rows[np.argmin(self.km[rows])])]
            return ((nearest, nearest),)
        return _all_authorities(self.index)


@lru_cache(maxsize=4096)
def _rows(index: Index, step: Step, fields: tuple[str, ...]) -> Rows:
    """Main offers of a step's routes in the fields, any field if none are given."""
    kept = index.main & listed_once(index) & index.of_course("route").where(step.routes)
    if fields:
        kept = kept & index.of_course("field").where(fields)
    if step.subject:
        kept = kept & _has_words(index, (step.subject,))
    if step.not_subject:
        kept = kept & ~_has_words(index, (step.not_subject,))
    return np.flatnonzero(kept)


@lru_cache(maxsize=512)
def _has_words(index: Index, words: tuple[str, ...]) -> Mask:
    subject = index.of_course("subject")
    wanted = re.compile(rf"\b({'|'.join(map(re.escape, words))})", re.IGNORECASE)
    fits = [wanted.search(word) is not None for word in subject.words]
    return np.array(fits, bool)[subject.codes]


@lru_cache(maxsize=64)
def _can_start(index: Index, year: int) -> Mask:
    courses = index.tables["courses"]
    fits = [
        course_availability(
            courses["route"][row],
            courses["qualification"][row],
            courses["subject"][row],
            start_year=year,
        ).state
        in OPEN
        for row in range(len(courses))
    ]
    return np.array(fits, bool)[index.course_of]


def _apart(index: Index, rows: Rows) -> list[int]:
    """The first rows with every provider once before any comes again."""
    providers = index.provider_of[rows[: 8 * MOST]]
    first = np.sort(np.unique(providers, return_index=True)[1]).tolist()
    again = [at for at in range(len(providers)) if at not in set(first)]
    return [int(rows[at]) for at in sorted((first + again)[:MOST])]


def _sources(index: Index, rows: Rows) -> tuple[str, ...]:
    column = index.offers["source_id"]
    return tuple(column.words[code] for code in np.unique(column.codes[rows]).tolist())


@lru_cache(maxsize=8)
def _named(index: Index) -> Mapping[tuple[str, str], Named]:
    """Who is on the catalogue's signposts, by reason and route."""
    table = index.tables["signposts"]
    found: dict[tuple[str, str], dict[str, str]] = {}
    for number in range(len(table)):
        row = table.row(number)
        who = row["provider_id"] or row["signpost_id"].split(":")[0]
        found.setdefault((row["reason"], row["route"]), {})[who] = row["provider_name"]
    return {key: tuple(sorted(names.items())) for key, names in found.items()}


@lru_cache(maxsize=8)
def _colleges(index: Index) -> Named:
    listed = {one for (why, _), names in _named(index).items() if why == _COLLEGES for one in names}
    providers = index.tables["providers"]
    rows = np.flatnonzero(providers["kind"].where(["fe_college"])).tolist()
    return tuple(sorted(listed or _providers(index, rows)))


@lru_cache(maxsize=8)
def _trainers(index: Index) -> Named:
    """Providers with apprenticeships in the catalogue, where no list names others."""
    rows = index.of_course("route").where(["apprenticeship_l2", "apprenticeship_l3"])
    return tuple(sorted(_providers(index, set(index.provider_of[rows].tolist()))))


def _providers(index: Index, rows: Iterable[int]) -> set[tuple[str, str]]:
    table = index.tables["providers"]
    return {(table["provider_id"][row], table["name"][row]) for row in rows}


@lru_cache(maxsize=8)
def _all_authorities(index: Index) -> Named:
    names = sorted({word for word in index.tables["providers"]["la"].words if word})
    return tuple((name, name) for name in names)
