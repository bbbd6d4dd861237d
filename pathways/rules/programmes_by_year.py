"""T Levels, V Levels and other national programmes: since when and until when each is started."""

from __future__ import annotations

import re
from dataclasses import replace

from pathways.reason import Reason
from pathways.rules.dated import Basis
from pathways.rules.started import Started
from pathways.rules.titles import same, spoken
from pathways.rules.values import start_day, value


def v_level(name: str, subject: str, year: int) -> Started:
    """A V Level, by subject."""
    on = start_day(year)
    listed = value("availability/v_levels", on=on)
    settled = value("availability/v_levels_settled_to", on=on)
    row = next((row for row in listed.value if same(subject, row["subject"], row["also"])), None)
    first = int(row["first_teaching"]) if row else None
    soonest = min(int(row["first_teaching"]) for row in listed.value)
    if subject == "any":
        if year < soonest:
            because = Reason.of("V_LEVELS_NOT_YET", year=soonest)
            return Started("not_yet", (because,), Basis.of(listed), first_teaching=soonest)
        return Started("check", (Reason.of("V_LEVELS_SOME"),), Basis.of(listed, settled))
    if first is None:
        if year <= settled.value:
            # The subjects of these years are settled, and this is not one of them.
            because = Reason.of("V_LEVEL_NOT_LISTED", subject=subject)
            return Started("not_yet", (because,), Basis.of(listed, settled))
        because = Reason.of("V_LEVEL_PLANNED", subject=subject)
        return Started("changing", (because,), Basis.of(listed, settled))
    because = Reason.of("FIRST_TAUGHT", subject=spoken("V Level", subject), year=first)
    if year < first:
        used = (listed,) if first <= settled.value else (listed, settled)
        return Started("not_yet", (because,), Basis.of(*used), first_teaching=first)
    if first > settled.value:
        planned = Reason.of("V_LEVEL_PLANNED", subject=subject)
        return Started("changing", (planned,), Basis.of(listed, settled), first_teaching=first)
    return Started("yes", (because,), Basis.of(listed), first_teaching=first)


def t_level(name: str, subject: str, year: int) -> Started:
    """A T Level, by subject."""
    listed = value("availability/t_levels", on=start_day(year))
    basis = Basis.of(listed)
    if subject == "any":
        return Started("check", (Reason.of("T_LEVELS_BY_SUBJECT"),), basis)
    # A specialism in brackets is part of the same T Level.
    titles = (subject, re.sub(r"\s*\(.*?\)", "", subject))
    fits = (row for row in listed.value for one in titles if same(one, row["title"], row["also"]))
    row = next(fits, None)
    if row is None:
        return Started("check", (Reason.of("T_LEVEL_NOT_LISTED", subject=subject),), basis)
    title = spoken("T Level", str(row["title"]))
    if row.get("state") == "no":
        return Started("no", (Reason.of("ANNOUNCED_NO_DATE", subject=title),), basis)
    first, last = row.get("first_teaching"), row.get("last_start")
    if first is not None and year < first:
        because = Reason.of("FIRST_TAUGHT", subject=title, year=int(first))
        return Started("not_yet", (because,), basis, first_teaching=first)
    if last is not None and year > last:
        because = Reason.of("CLOSED_AFTER", subject=title, year=int(last))
        return Started("closed", (because,), basis, first_teaching=first, last_start=int(last))
    reasons = [Reason.of("ON_THE_LIST", subject=title)]
    if last is not None:
        reasons.append(Reason.of("LAST_START", subject=title, year=int(last)))
    return Started("yes", tuple(reasons), basis, first_teaching=first, last_start=last)


def foundation_year(name: str, subject: str, year: int) -> Started:
    """The T Level foundation year."""
    rule = value("availability/t_level_foundation_year", on=start_day(year))
    because = (Reason.of("T_LEVEL_FOUNDATION_YEAR_ENDING"),)
    return Started("changing", because, Basis.of(rule), catalogue_action="ask_provider")


def preparation(name: str, subject: str, year: int) -> Started:
    """The level 1 preparation for GCSE."""
    rule = value("availability/level_1_preparation", on=start_day(year))
    return Started("no", (Reason.of("LEVEL_1_PREPARATION_NO_DATE"),), Basis.of(rule))


def traineeship(name: str, subject: str, year: int) -> Started:
    """A traineeship."""
    ended = value("availability/traineeships", on=start_day(year))
    closed = start_day(year) > ended.value
    because = (Reason.of("TRAINEESHIPS_ENDED"),)
    return Started("closed" if closed else "check", because, Basis.of(ended))


def level_2(name: str, subject: str, year: int) -> Started:
    """A level 2 course, or one of the new level 2 qualifications."""
    on = start_day(year)
    planned = value("availability/level_2_pathways", on=on)
    if any(same(name, one, ()) for one in planned.value):
        return Started("changing", (Reason.of("LEVEL_2_NEW_PLANNED"),), Basis.of(planned))
    through = value("availability/existing_level_2_through", on=on)
    if year <= through.value:
        because = Reason.of("LEVEL_2_CONTINUES", year=int(through.value))
        return Started("yes", (because,), Basis.of(through))
    because = Reason.of("LEVEL_2_ASK", year=int(through.value))
    return Started("check", (because,), Basis.of(through))


def foundation_apprenticeship(name: str, subject: str, year: int) -> Started:
    """A foundation apprenticeship, by subject."""
    listed = value("availability/foundation_apprenticeships", on=start_day(year))
    basis = Basis.of(listed)
    if subject == "any" or any(same(subject, one, ()) for one in listed.value["open"]):
        return Started("yes", (Reason.of("FOUNDATION_APPRENTICESHIP_OPEN"),), basis)
    if any(one.casefold() in subject.casefold() for one in listed.value["planned"]):
        because = (Reason.of("FOUNDATION_APPRENTICESHIP_PLANNED", subject=subject),)
        return Started("changing", because, replace(basis, trust="changing"))
    because = (Reason.of("FOUNDATION_APPRENTICESHIP_NOT_LISTED", subject=subject),)
    return Started("check", because, basis)
