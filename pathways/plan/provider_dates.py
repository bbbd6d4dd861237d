"""What providers published about their own days: open events, deadlines, enrolment.

A day that is over is never shown as a coming one: it says when it was, and to ask for this year's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pathways.catalogue.store import Catalogue
from pathways.guidance import Option
from pathways.plan.season import Placed, day_and_month, in_year_before, same_day, whole
from pathways.plan.sheet import ToDo
from pathways.reason import Reason

KINDS = ("open_event", "deadline", "enrolment")


@dataclass(frozen=True, slots=True)
class Published:
    """One row of the catalogue's events; `day` None where no date is given."""

    kind: str
    day: date | None
    about: str
    page_url: str
    source_id: str


def provider_dates(
    option: Option, catalogue: Catalogue, *, on: date, year: int
) -> Iterator[Placed]:
    """What is to be done about the provider of an option, for a start in September of `year`."""
    rows = _rows(option.provider_id, catalogue)
    for kind in KINDS:
        alike = [row for row in rows if row.kind == kind]
        yield from _of_kind(alike, option, on=on, year=year)


def silent(option: Option, catalogue: Catalogue, *, kind: str) -> bool:
    """Whether a provider has published nothing of one kind."""
    return all(row.kind != kind for row in _rows(option.provider_id, catalogue))


def _of_kind(rows: Sequence[Published], option: Option, *, on: date, year: int) -> Iterator[Placed]:
    coming = [(row.day, row) for row in rows if row.day and row.day >= on]
    over = [(row.day, row) for row in rows if row.day and row.day < on]
    for day, row in coming:
        what = Reason.of(f"TODO_{row.kind.upper()}", provider=option.provider, about=row.about)
        when = Reason.of("WHEN_DAY", date=whole(day))
        yield Placed(_to_do(what, when, row, option, on=day), day)
    if over and not coming:
        # Older years say no more than the latest of them.
        day, row = max(over, key=lambda pair: pair[0])
        yield _old(day, row, option, on=on, year=year)
    for row in rows:
        if row.day is None:
            when = Reason.of("WHEN_SAYS", about=row.about)
            yield Placed(_to_do(_ask(row, option), when, row, option), on)


def _old(day: date, row: Published, option: Option, *, on: date, year: int) -> Placed:
    """A day of an earlier year: when it was, and to ask; at once, if this year's may be over."""
    around = same_day(day, year) if row.kind == "enrolment" else in_year_before(year, day)
    code = "WHEN_WAS" if around >= on else "WHEN_WAS_ASK_NOW"
    when = Reason.of(code, date=day_and_month(day), year=day.year)
    return Placed(_to_do(_ask(row, option), when, row, option), max(around, on))


def _ask(row: Published, option: Option) -> Reason:
    return Reason.of(f"TODO_ASK_{row.kind.upper()}", provider=option.provider)


def _to_do(
    what: Reason, when: Reason, row: Published, option: Option, *, on: date | None = None
) -> ToDo:
    return ToDo(
        what=what,
        on=on,
        when=when,
        basis="published" if on else "usual",
        provider=option.provider,
        offer_id=option.offer_id,
        page_url=row.page_url,
        source_id=row.source_id,
    )


def _rows(provider_id: str, catalogue: Catalogue) -> list[Published]:
    table = catalogue.index.tables["events"]
    rows = catalogue.index.rows_of_provider("events", provider_id)
    return [_published(table.row(row)) for row in rows]


def _published(cells: dict[str, str]) -> Published:
    return Published(
        cells["kind"], _day(cells["date"]), cells["text"], cells["page_url"], cells["source_id"]
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None  # no date, or none that a calendar could hold: then the words say when
