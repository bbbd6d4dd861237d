"""Options side by side: the same facts of each in one order, and which of them differ.

No totals and no winner: a comparison says what is the same and what is not, and nothing more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pathways.guidance import Option
from pathways.reason import Reason, Value

MOST = 6
"""How many options stand side by side: more cannot be read on one page."""

RowName = Literal[
    "grades",
    "asks",
    "where",
    "course",
    "length",
    "who",
    "english_maths",
    "runs",
    "results",
    "basis",
    "contact",
]


@dataclass(frozen=True, slots=True)
class Cell:
    """One fact of one option, as data; with no facts it is not published."""

    facts: tuple[Reason, ...]

    @property
    def published(self) -> bool:
        """Whether anybody has said."""
        return bool(self.facts)


@dataclass(frozen=True, slots=True)
class Row:
    """The same fact of every option, in the learner's order; `same` says that no option differs."""

    name: RowName
    cells: tuple[Cell, ...]
    same: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Options in the learner's own order, and one row for each fact."""

    options: tuple[Option, ...]
    rows: tuple[Row, ...]

    @property
    def differing(self) -> tuple[Row, ...]:
        """Rows in which at least one option differs."""
        return tuple(row for row in self.rows if not row.same)

    @property
    def alike(self) -> tuple[Row, ...]:
        """Rows in which all options are the same."""
        return tuple(row for row in self.rows if row.same)


def comparison(options: Sequence[Option]) -> Comparison:
    """Put options side by side, each in every row; order in is order out."""
    return Comparison(tuple(options), tuple(_row(name, options) for name in ROWS))


def _row(name: RowName, options: Sequence[Option]) -> Row:
    cells = tuple(Cell(tuple(ROWS[name](option))) for option in options)
    return Row(name, cells, same=len(set(cells)) <= 1)


def _fact(code: str, /, **values: Value | None) -> Reason:
    return Reason.of(code, **{key: value for key, value in values.items() if value is not None})


def _grades(option: Option) -> Iterator[Reason]:
    found = option.eligibility
    waits = any(clause.state == "missing" for clause in found.clauses)
    yield _fact("STATE", state=found.state, basis=found.basis, waits=int(waits))


def _asks(option: Option) -> Iterator[Reason]:
    found = option.eligibility
    if found.basis == "unknown":
        return
    yield _fact("RULE", basis=found.basis)
    for clause in found.clauses:
        yield _fact(
            "CLAUSE", rule=clause.rule, state=clause.state, has=clause.has, basis=clause.basis
        )
    if found.state == "near_miss":
        for change in found.smallest_change:
            yield _fact("CHANGE", subject=change.subject, now=change.now, needed=change.needed)


def _where(option: Option) -> Iterator[Reason]:
    journey = option.journey
    yield _fact(
        "PLACE",
        provider=option.provider,
        site=option.site,
        postcode=option.postcode,
        km=journey.km,
        minutes=journey.minutes,
        mode=journey.mode,
    )


def _course(option: Option) -> Iterator[Reason]:
    yield _fact("COURSE", qualification=option.qualification, level=option.level)


def _length(option: Option) -> Iterator[Reason]:
    if option.length_years:
        yield _fact("LENGTH", years=option.length_years)


def _who(option: Option) -> Iterator[Reason]:
    yield _fact("KIND", kind=option.kind)
    yield from option.provider_facts


def _english_maths(option: Option) -> Iterator[Reason]:
    plan = option.english_maths_plan
    yield _fact("ENGLISH", status=plan.english.status)
    yield _fact("MATHS", status=plan.maths.status)


def _runs(option: Option) -> Iterator[Reason]:
    yield _fact("RUNS", state=option.availability.state, trust=option.availability.trust)


def _results(option: Option) -> Iterator[Reason]:
    for fact in option.results:
        if fact.name.endswith((".grade", ".va_band")) and fact.value:
            yield _fact("RESULT", name=fact.name, value=fact.value, year=fact.year)


def _basis(option: Option) -> Iterator[Reason]:
    yield _fact("BASIS", basis=option.basis, year=option.basis_year)


def _contact(option: Option) -> Iterator[Reason]:
    if option.phone or option.website:
        yield _fact("CONTACT", phone=option.phone, website=option.website)


ROWS: dict[RowName, Callable[[Option], Iterator[Reason]]] = {
    "grades": _grades,
    "asks": _asks,
    "where": _where,
    "course": _course,
    "length": _length,
    "who": _who,
    "english_maths": _english_maths,
    "runs": _runs,
    "results": _results,
    "basis": _basis,
    "contact": _contact,
}
"""Every row in order, the same for every kind of place."""
