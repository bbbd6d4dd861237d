"""Whether a kind of course can be started in a September, and since or until when."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from pathways.reason import Reason
from pathways.rules.dated import Basis, DatedValue
from pathways.rules.level_3_funding import area_of, lost_funding
from pathways.rules.titles import same, spoken
from pathways.rules.values import start_day, value

State = Literal["yes", "not_yet", "closed", "no", "check", "changing"]
OPEN: frozenset[State] = frozenset({"yes", "check", "changing"})
"""The states in which an offer may be shown as open; the others never are."""

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


@dataclass(frozen=True, slots=True)
class Started:
    """The answer: years are Septembers; `catalogue_action` is what a list of courses should do."""

    state: State
    because: tuple[Reason, ...]
    basis: Basis
    first_teaching: int | None = None
    last_start: int | None = None
    area_funding: Literal["continues", "ends", ""] = ""
    catalogue_action: str = ""


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


_ACTIONS: dict[State, str] = {
    "yes": "keep",
    "check": "ask_provider",
    "changing": "ask_provider",
    "not_yet": "hide_until_first_teaching",
    "closed": "remove_or_relabel",
    "no": "never_offer",
}


def _v_level(name: str, subject: str, year: int) -> Started:
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


def _t_level(name: str, subject: str, year: int) -> Started:
    listed = value("availability/t_levels", on=start_day(year))
    basis = Basis.of(listed)
    if subject == "any":
        return Started("check", (Reason.of("T_LEVELS_BY_SUBJECT"),), basis)
    row = next((row for row in listed.value if same(subject, row["title"], row["also"])), None)
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


def _foundation_year(name: str, subject: str, year: int) -> Started:
    rule = value("availability/t_level_foundation_year", on=start_day(year))
    because = (Reason.of("T_LEVEL_FOUNDATION_YEAR_ENDING"),)
    return Started("changing", because, Basis.of(rule), catalogue_action="ask_provider")


def _preparation(name: str, subject: str, year: int) -> Started:
    rule = value("availability/level_1_preparation", on=start_day(year))
    return Started("no", (Reason.of("LEVEL_1_PREPARATION_NO_DATE"),), Basis.of(rule))


def _traineeship(name: str, subject: str, year: int) -> Started:
    ended = value("availability/traineeships", on=start_day(year))
    closed = start_day(year) > ended.value
    because = (Reason.of("TRAINEESHIPS_ENDED"),)
    return Started("closed" if closed else "check", because, Basis.of(ended))


def _level_2(name: str, subject: str, year: int) -> Started:
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


def _foundation_apprenticeship(name: str, subject: str, year: int) -> Started:
    listed = value("availability/foundation_apprenticeships", on=start_day(year))
    basis = Basis.of(listed)
    if subject == "any" or any(same(subject, one, ()) for one in listed.value["open"]):
        return Started("yes", (Reason.of("FOUNDATION_APPRENTICESHIP_OPEN"),), basis)
    if any(one.casefold() in subject.casefold() for one in listed.value["planned"]):
        because = (Reason.of("FOUNDATION_APPRENTICESHIP_PLANNED", subject=subject),)
        return Started("changing", because, replace(basis, trust="changing"))
    because = (Reason.of("FOUNDATION_APPRENTICESHIP_NOT_LISTED", subject=subject),)
    return Started("check", because, basis)


def _level_3(name: str, subject: str, year: int) -> Started:
    on = start_day(year)
    titled = f"{name} {subject}" if subject not in ("any", name) else name
    lost = lost_funding(titled, on=on)
    if lost is not None and year > lost[0]:
        because = Reason.of("LOST_FUNDING", subject=titled, year=lost[0])
        return Started("closed", (because,), Basis.of(lost[1]), last_start=lost[0])
    area, ends, table = area_of(titled, on=on)
    kept = value("availability/level_3_diplomas_kept", on=on)
    funding: Literal["continues", "ends", ""] = ""
    if area:
        funding = "ends" if ends is not None and year >= ends else "continues"
    if year <= kept.value and re.search(r"\bdiploma\b", titled, re.I) and _not_foundation(titled):
        because = Reason.of("DIPLOMAS_KEPT", year=int(kept.value))
        return Started("yes", (because,), Basis.of(kept), area_funding=funding)
    reasons: list[Reason] = []
    if funding == "ends" and ends is not None:
        reasons.append(Reason.of("AREA_FUNDING_ENDS", area=area, year=ends))
    elif funding == "continues":
        reasons.append(Reason.of("AREA_FUNDING_CONTINUES", area=area, year=year))
    reasons.append(Reason.of("LIST_BY_NUMBER_DECIDES"))
    lists = value("availability/level_3_lists", on=on)
    return Started("check", tuple(reasons), Basis.of(table, lists), area_funding=funding)


def _not_foundation(name: str) -> bool:
    """A Foundation Diploma (540 hours) is not one of the diplomas that were kept."""
    return "foundation diploma" not in name.casefold()


def _lasting(name: str, subject: str, year: int) -> Started:
    listed = value("availability/lasting", on=start_day(year))
    return Started("yes", (Reason.of("NO_CLOSURE_REPORTED", subject=name),), Basis.of(listed))


def _other(name: str, subject: str, year: int) -> Started:
    listed: DatedValue = value("availability/lasting", on=start_day(year))
    lasting = any(same(name, one, ()) for one in listed.value)
    if lasting:
        return _lasting(name, subject, year)
    because = (Reason.of("QUALIFICATION_ASK", subject=name),)
    return Started("check", because, Basis.of(listed))


def _says(pattern: str) -> Callable[[str], bool]:
    return lambda name: re.search(pattern, name) is not None


_RULES: tuple[tuple[Callable[[str], bool], Callable[[str, str, int], Started]], ...] = (
    (_says(r"t[ -]?level.*(foundation|transition)|foundation year"), _foundation_year),
    (_says(r"\bv[ -]?levels?\b"), _v_level),
    (_says(r"\bt[ -]?levels?\b"), _t_level),
    (_says(r"preparation|stepping[ -]stone"), _preparation),
    (_says(r"traineeship"), _traineeship),
    (_says(r"foundation apprenticeship"), _foundation_apprenticeship),
    (_says(r"apprenticeship"), _lasting),
    (_says(r"level 2|\bl2\b|foundation certificate|occupational certificate|btec first"), _level_2),
    (_says(r"\b(functional skills|epq|core maths|a[ -]levels?|as[ -]levels?|gcses?)\b"), _lasting),
    (
        _says(
            r"btec|cambridge (technical|advanced)|applied general|\bag?aq\b|\bagq\b|\btoq\b"
            r"|alternative academic|technical occupational|level 3|\bl3\b|diploma|extended cert"
            r"|national (cert|ext)"
        ),
        lambda name, subject, year: (
            _lasting(name, subject, year)
            if re.search(r"\bib\b|international bacc", name, re.I)
            else _level_3(name, subject, year)
        ),
    ),
    (lambda name: True, _other),
)
