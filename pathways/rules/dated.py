"""A value with the days it holds for, where it was read, and how far to trust it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

Trust = Literal["official", "reported", "secondary", "unconfirmed", "changing"]
Coverage = Literal["covered", "before", "gap", "after"]

TRUST_ORDER: tuple[Trust, ...] = ("official", "reported", "secondary", "unconfirmed", "changing")
"""From the firmest to the least firm."""

MARKED: frozenset[Trust] = frozenset({"secondary", "unconfirmed", "changing"})
"""Trust levels that are marked wherever a value is shown."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A page where a value was read."""

    id: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Period:
    """One value and the days it holds for; `end` None means no end is known."""

    start: date
    end: date | None
    value: Any

    def holds(self, on: date) -> bool:
        """Whether the day is inside."""
        return self.start <= on and (self.end is None or on <= self.end)


@dataclass(frozen=True, slots=True)
class Rule:
    """One file of `data/rules`: what it says and its periods, oldest first."""

    name: str
    what: str
    periods: tuple[Period, ...]
    references: tuple[Reference, ...]
    trust: Trust
    last_checked: date
    unit: str = ""
    note: str = ""
    file: str = ""

    @property
    def topic(self) -> str:
        """The folder it is in."""
        return self.name.split("/")[0]

    def on(self, day: date) -> DatedValue:
        """The value on a day. A day that no period covers gets the nearest one, and says so."""
        inside = [period for period in self.periods if period.holds(day)]
        if inside:
            return DatedValue(self, inside[0], day, "covered")
        earlier = [period for period in self.periods if period.end and period.end < day]
        if not earlier:
            return DatedValue(self, self.periods[0], day, "before")
        later = any(period.start > day for period in self.periods)
        return DatedValue(self, earlier[-1], day, "gap" if later else "after")


@dataclass(frozen=True, slots=True)
class DatedValue:
    """The value of a rule on a day; `coverage` says whether that day is really covered."""

    rule: Rule
    period: Period
    on: date
    coverage: Coverage

    @property
    def name(self) -> str:
        """Topic and file name."""
        return self.rule.name

    @property
    def value(self) -> Any:
        """The value itself: a number, a word, a mapping or a tuple, never to be changed."""
        return self.period.value

    @property
    def trust(self) -> Trust:
        """How far to trust it."""
        return self.rule.trust

    @property
    def source_ids(self) -> tuple[str, ...]:
        """The ids of the pages where it was read."""
        return tuple(reference.id for reference in self.rule.references)

    @property
    def covered(self) -> bool:
        """False where no period covers the day: then the value is the nearest one we hold."""
        return self.coverage == "covered"

    @property
    def beyond_last_checked(self) -> bool:
        """Whether the day is later than the day the page was last checked."""
        return self.on > self.rule.last_checked


@dataclass(frozen=True, slots=True)
class Basis:
    """What an answer rests on: values, the weakest trust among them, sources, and cover."""

    names: tuple[str, ...] = ()
    trust: Trust | Literal[""] = ""
    source_ids: tuple[str, ...] = ()
    covered: bool = True

    @classmethod
    def of(cls, *values: DatedValue) -> Basis:
        """The basis of an answer that needs all of these values."""
        if not values:
            return cls()
        return cls(
            names=tuple(dict.fromkeys(value.name for value in values)),
            trust=max((value.trust for value in values), key=TRUST_ORDER.index),
            source_ids=tuple(dict.fromkeys(one for value in values for one in value.source_ids)),
            covered=all(value.covered for value in values),
        )

    def __or__(self, other: Basis) -> Basis:
        """Both together."""
        trusts = [trust for trust in (self.trust, other.trust) if trust]
        return Basis(
            names=tuple(dict.fromkeys(self.names + other.names)),
            trust=max(trusts, key=TRUST_ORDER.index) if trusts else "",
            source_ids=tuple(dict.fromkeys(self.source_ids + other.source_ids)),
            covered=self.covered and other.covered,
        )


NOTHING = Basis()
"""The basis of an answer that needs no dated value."""
