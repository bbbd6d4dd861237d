"""What `guide` answers: the types of design section 6.

Everything a page shows is a field here, reasons as data. Arrays stay in the
catalogue's index; an `Option` is made only when somebody looks at it.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pathways.answers import (
    Availability,
    Eligibility,
    EligibilityState,
    EnglishMaths,
    RuleBasis,
)
from pathways.explanation import Explanation
from pathways.places.positions import Position
from pathways.reason import Reason
from pathways.routes.ladder import Ladder

LaneName = Literal["school", "college", "work", "fee_paying"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with where it comes from and of which year."""

    name: str
    value: str
    year: str
    source_id: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Journey:
    """How far: straight-line km and estimated minutes by mode. None when either end is not known."""

    km: float | None
    minutes: int | None
    mode: str
    basis: str
    within_limit: bool | None = None


@dataclass(frozen=True, slots=True)
class RuleSource:
    """Where an entry rule was read."""

    scope: Literal["programme", "subject"]
    basis: RuleBasis
    rule: str
    note: str
    entry_year: str
    confidence: str
    page_url: str
    n_providers: int | None = None
    lowest: str = ""
    highest: str = ""


@dataclass(frozen=True, slots=True)
class OpenOffer:
    """The nearest offer of the same subject that the learner meets now, and what that rests on."""

    offer_id: str
    basis: RuleBasis
    provider: str
    qualification: str
    subject: str
    km: float | None


@dataclass(frozen=True, slots=True)
class Option:
    """One offer, seen by this learner."""

    offer_id: str
    provider_id: str
    provider: str
    kind: str
    lane: LaneName
    site: str
    postcode: str
    route: str
    qualification: str
    level: str
    subject: str
    field: str
    size: float | None
    title: str
    eligibility: Eligibility
    band: int
    score: float | None
    contributions: tuple[tuple[str, float], ...]
    against: tuple[Reason, ...]
    journey: Journey
    english_maths_plan: EnglishMaths
    availability: Availability
    provider_facts: tuple[Reason, ...]
    results: tuple[Fact, ...]
    rule_sources: tuple[RuleSource, ...]
    basis: str
    basis_year: str
    entries: str
    length_years: str
    confidence: str
    note: str
    page_url: str
    website: str
    phone: str
    open_instead: OpenOffer | None
    data_gaps: tuple[str, ...]
    sources: tuple[str, ...]
    explanation: Explanation | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A site where options of a list are taught, with how many of them are in which lane.

    `lanes` has the most options first. `lat` and `lon` (degrees) are None where not published.
    """

    site_id: str
    provider: str
    site: str
    kind: str
    town: str
    postcode: str
    lat: float | None
    lon: float | None
    journey: Journey
    lanes: tuple[tuple[LaneName, int], ...]

    @property
    def count(self) -> int:
        """How many options of the list are taught there."""
        return sum(count for _, count in self.lanes)


class Options(Sequence[Option]):
    """Options in order: counting them is free, one is made when it is reached for."""

    @abstractmethod
    def find(self, offer_id: str) -> Option | None:
        """The option of an offer, whether or not a filter shows it; None if there is no such offer."""

    @abstractmethod
    def places(self, seed: int) -> tuple[Place, ...]:
        """Where these options are taught: nearest first from a home, otherwise drawn from the seed."""


@dataclass(frozen=True, slots=True)
class LaneSummary:
    """One lane of the page: its options in order, how many filters hide, why it is empty."""

    name: LaneName
    options: Options
    counts: tuple[tuple[EligibilityState, int], ...]
    hidden: int = 0
    empty_because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class RouteLane:
    """One route on the first screen: the same few places for every route, and one for a stretch.

    `open` says whether the route can be started that year. `first` are the first options in order,
    `Method.cards` at most. `stretch` is the most demanding one that the learner meets, if it asks for
    grades, and `stretch_count` how many ask as much. `empty_because` says why nothing is shown, and
    `widen` what would show more.
    """

    route: str
    open: bool
    options: Options
    first: Options
    stretch: Options
    stretch_count: int
    counts: tuple[tuple[EligibilityState, int], ...] = ()
    hidden: int = 0
    empty_because: tuple[Reason, ...] = ()
    widen: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """Something this learner should know, with its source."""

    code: str
    values: tuple[tuple[str, str | int | float], ...]
    source_id: str
    trust: str = ""


@dataclass(frozen=True, slots=True)
class Signposted:
    """One provider on a signpost: who, where, and what of (a field or a count of apprentices)."""

    provider: str
    place: str
    detail: str = ""
    count: int | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Signpost:
    """Not an offer: a step that exists but is not listed here, who runs it, and why it is shown."""

    route: str
    lane: LaneName
    because: Reason
    providers: tuple[Signposted, ...]
    year: str
    source_id: str


@dataclass(frozen=True, slots=True)
class Method:
    """How the order came about."""

    version: str
    weights: tuple[tuple[str, float], ...]
    seed: int
    order: tuple[str, ...]
    cards: int = 3


@dataclass(frozen=True, slots=True)
class Guidance:
    """The whole of the advice for one learner on one date."""

    english_maths: EnglishMaths
    options: Options
    lanes: tuple[LaneSummary, ...]
    ladders: tuple[Ladder, ...]
    signposts: tuple[Signpost, ...]
    flags: tuple[Flag, ...]
    method: Method
    sources: tuple[str, ...]
    catalogue: str
    routes: tuple[RouteLane, ...] = ()
    home: Position | None = None
