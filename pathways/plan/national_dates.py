"""What is to be done whoever the provider is: read from the dated values of `data/rules/timeline`.

A value of another school year is moved to the learner's, and then says "usually" and no year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from pathways.answers import EnglishMaths
from pathways.catalogue.store import Catalogue
from pathways.guidance import Option
from pathways.plan.provider_dates import silent
from pathways.plan.season import FIRST_MONTH, Placed, day_and_month, same_day, whole
from pathways.plan.sheet import ToDo
from pathways.reason import Reason
from pathways.rules.dated import DatedValue
from pathways.rules.values import references, start_day, value

_TAKE_AGAIN = frozenset({"gcse_required", "level_2_choice"})
_ENROLMENT_OVER = (9, 30)
"""Month and day after which a September start is under way everywhere."""


def national_dates(
    options: Sequence[Option],
    catalogue: Catalogue,
    english_maths: EnglishMaths,
    *,
    on: date,
    year: int,
) -> Iterator[Placed]:
    """What every learner has to do, for a start in September of `year`."""
    courses = [option for option in options if "apprenticeship" not in option.route]
    if len(courses) < len(options):
        yield _vacancies(on, year)
    for kind, name in (("open_event", "open_evenings"), ("deadline", "application_deadlines")):
        asked = [option for option in courses if silent(option, catalogue, kind=kind)]
        if asked:
            yield _usual_season(kind, name, asked, on=on, year=year)
    yield from _results_day(on, year)
    if any(silent(option, catalogue, kind="enrolment") for option in courses):
        yield from _enrolment(on, year)
    yield from _resits(english_maths, on, year)


def _vacancies(on: date, year: int) -> Placed:
    rule = value("timeline/offers", on=_during(year))
    found = _to_do(Reason.of("TODO_VACANCIES"), Reason.of("WHEN_ALL_YEAR"), rule)
    return Placed(found, on)


def _usual_season(
    kind: str, name: str, options: Iterable[Option], *, on: date, year: int
) -> Placed:
    """When most providers hold open events or close, for those that published nothing."""
    rule = value(f"timeline/{name}", on=_during(year))
    first, last = (_moved(rule.value[end], rule, year) for end in ("from", "to"))
    months = {"first": f"{first:%B}", "last": f"{last:%B}"}
    when = Reason.of("WHEN_USUALLY" if last >= on else "WHEN_USUALLY_OVER", **months)
    what = Reason.of(f"TODO_ASK_{kind.upper()}", provider=_listed(options))
    return Placed(_to_do(what, when, rule), max(first, on))


def _results_day(on: date, year: int) -> Iterator[Placed]:
    """GCSE results day of the year of the start: its date if it is known, else when it last was."""
    rule = value("timeline/gcse_results_days", on=start_day(year))
    known = [day for day in rule.value if day.year == year]
    what = Reason.of("TODO_RESULTS_DAY")
    if known:
        if known[0] >= on:
            when = Reason.of("WHEN_DAY", date=whole(known[0]))
            yield Placed(_to_do(what, when, rule, on=known[0]), known[0])
        return
    last = max(rule.value)
    around = same_day(last, year)
    if around >= on:
        when = Reason.of("WHEN_NOT_CONFIRMED", date=day_and_month(last), was=last.year, year=year)
        yield Placed(_to_do(what, when, rule), around)


def _enrolment(on: date, year: int) -> Iterator[Placed]:
    rule = value("timeline/enrolment", on=_during(year))
    around = date(year, *_ENROLMENT_OVER)
    if around >= on:
        when = Reason.of("WHEN_FROM", season=str(rule.value), year=year)
        results = max(value("timeline/gcse_results_days", on=start_day(year)).value)
        # Enrolment follows results day, also in the order of the list.
        yield Placed(_to_do(Reason.of("TODO_ENROL"), when, rule), max(same_day(results, year), on))


def _resits(english_maths: EnglishMaths, on: date, year: int) -> Iterator[Placed]:
    statuses = {"English": english_maths.english.status, "maths": english_maths.maths.status}
    subject = " and ".join(name for name, status in statuses.items() if status in _TAKE_AGAIN)
    rule = value("timeline/november_resits", on=start_day(year))
    around = same_day(rule.value, year)
    if not subject or around < on:
        return
    what = Reason.of("TODO_RESIT", subject=subject)
    if rule.value.year == year:
        when = Reason.of("WHEN_FIRST_DAY", date=whole(rule.value))
    else:
        when = Reason.of(
            "WHEN_NOT_CONFIRMED",
            date=day_and_month(rule.value),
            was=rule.value.year,
            year=year,
        )
    yield Placed(_to_do(what, when, rule), around)


def _to_do(what: Reason, when: Reason, rule: DatedValue, *, on: date | None = None) -> ToDo:
    """A to-do from a dated value. What is usual has a source, but no page that a learner could act on."""
    source = rule.source_ids[0]
    return ToDo(
        what=what,
        on=on,
        when=when,
        basis="national" if on else "usual",
        page_url=references()[source].href if on else "",
        source_id=source,
    )


def _during(year: int) -> date:
    """A day in the school year before a September start, when a learner applies."""
    return date(year, 1, 1)


def _moved(day: date, rule: DatedValue, year: int) -> date:
    """A day of a value, in the school year that ends with the start."""
    first = rule.period.start
    ends = first.year + (1 if first.month >= FIRST_MONTH else 0)
    return same_day(day, day.year + year - ends)


def _listed(options: Iterable[Option]) -> str:
    names = list(dict.fromkeys(option.provider for option in options))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
