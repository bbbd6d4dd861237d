"""Whether a kind of course can be started in a September, and since or until when."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from pathways.reason import Reason
from pathways.rules.dated import Basis
from pathways.rules.level_3_funding import level_3
from pathways.rules.programmes_by_year import (
    foundation_apprenticeship,
    foundation_year,
    level_2,
    preparation,
    t_level,
    traineeship,
    v_level,
)
from pathways.rules.started import OPEN, Started, State
from pathways.rules.titles import same
from pathways.rules.values import start_day, value

__all__ = ["OPEN", "Started", "State", "availability", "course_availability"]


ROUTES = {
    "t_level": "T Level",
    "v_level": "V Level",
    "a_level": "A level",
    "ib": "IB Diploma",
    "level_2": "Level 2",
    "level_1": "Level 1",
    "entry_level": "Entry level",
    "foundation_apprenticeship": "Foundation apprenticeship",
    "apprenticeship_l2": "Apprenticeship",
    "apprenticeship_l3": "Apprenticeship",
    "supported_internship": "Supported internship",
}


@lru_cache(maxsize=4096)
def availability(
    qualification: str, subject: str = "any", *, start_year: int, nation: str = "england"
) -> Started:
    """Whether `qualification` (a name or a route) in `subject` can be started that September."""
    on = start_day(start_year)
    if nation != "england":
        other = value(f"nations/{nation}", on=on)
        because = (Reason.of("ENGLAND_ONLY", nation=str(other.value["name"])),)
        return Started("check", because, Basis.of(other))
    name = ROUTES.get(qualification, qualification)
    if qualification == "vocational_l3":
        name, subject = f"Level 3 {subject}", "any"
    found = next(rule for test, rule in _RULES if test(name.casefold()))
    answer = found(name, subject, start_year)
    return replace(answer, catalogue_action=answer.catalogue_action or _ACTIONS[answer.state])


def course_availability(
    route: str, qualification: str, subject: str, *, start_year: int
) -> Started:
    """Whether a course of the catalogue can be started that September.

    Catalogue rows carry no qualification number, and a course that lost its funding may have a
    successor of the same name. So a name alone never closes a level 3 course here: it gives
    `check`, with the reason.
    """
    name = route if route in _BY_ROUTE or not qualification else qualification
    found = availability(name, subject or "any", start_year=start_year)
    if route == "vocational_l3" and found.state == "closed":
        return replace(found, state="check", last_start=None, catalogue_action="ask_provider")
    return found


_BY_ROUTE = frozenset(
    {"t_level", "v_level", "apprenticeship_l2", "apprenticeship_l3", "foundation_apprenticeship"}
)


_ACTIONS: dict[State, str] = {
    "yes": "keep",
    "check": "ask_provider",
    "changing": "ask_provider",
    "not_yet": "hide_until_first_teaching",
    "closed": "remove_or_relabel",
    "no": "never_offer",
}


def _lasting(name: str, subject: str, year: int) -> Started:
    listed = value("availability/lasting", on=start_day(year))
    return Started("yes", (Reason.of("NO_CLOSURE_REPORTED", subject=name),), Basis.of(listed))


def _other(name: str, subject: str, year: int) -> Started:
    listed = value("availability/lasting", on=start_day(year))
    lasting = any(same(name, one, ()) for one in listed.value)
    if lasting:
        return _lasting(name, subject, year)
    because = (Reason.of("QUALIFICATION_ASK", subject=name),)
    return Started("check", because, Basis.of(listed))


def _says(pattern: str) -> Callable[[str], bool]:
    return lambda name: re.search(pattern, name) is not None


_RULES: tuple[tuple[Callable[[str], bool], Callable[[str, str, int], Started]], ...] = (
    (_says(r"t[ -]?level.*(foundation|transition)|foundation year"), foundation_year),
    (_says(r"\bv[ -]?levels?\b"), v_level),
    (_says(r"\bt[ -]?levels?\b"), t_level),
    (_says(r"preparation|stepping[ -]stone"), preparation),
    (_says(r"traineeship"), traineeship),
    (_says(r"foundation apprenticeship"), foundation_apprenticeship),
    (_says(r"apprenticeship"), _lasting),
    (_says(r"level 2|\bl2\b|foundation certificate|occupational certificate|btec first"), level_2),
    (
        _says(
            r"\b(functional skills|epq|core maths|free[ -]standing maths|a[ -]levels?|as[ -]levels?"
            r"|gcses?|level 1|entry level|supported internships?)\b"
        ),
        _lasting,
    ),
    (
        _says(
            r"btec|cambridge (technical|advanced)|applied general|\bag?aq\b|\bagq\b|\btoq\b"
            r"|alternative academic|technical occupational|level 3|\bl3\b|diploma|extended cert"
            r"|national (cert|ext)"
        ),
        lambda name, subject, year: (
            _lasting(name, subject, year)
            if re.search(r"\bib\b|international bacc", name, re.I)
            else level_3(name, subject, year)
        ),
    ),
    (lambda name: True, _other),
)
