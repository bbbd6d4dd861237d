"""One step of a ladder for one learner: age, money, English and maths, who runs it, what it opens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from pathways.answers import Availability
from pathways.learner.record import Record
from pathways.reason import Reason
from pathways.routes.ground import Ground, Search
from pathways.routes.ladder import EnglishMathsPlan, Rung, Runs
from pathways.routes.odds import of_100
from pathways.routes.plan import Who, plan_for
from pathways.routes.steps import Step, steps
from pathways.rules.answer import Answer
from pathways.rules.apprenticeship_eligibility import Starter, can_start, least_pay
from pathways.rules.availability import OPEN, availability
from pathways.rules.participation import Activity, counts, must_take_part
from pathways.rules.support import Circumstances, bursary_vulnerable, care_to_learn
from pathways.rules.values import start_day, value

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """When a step starts: the learner's age, and the September's year."""

    age: int
    year: int


Key = tuple[str, Moment, bool, bool]
"""A step, its moment, whether it is the first, whether the way goes on after level 3."""


@lru_cache(maxsize=4096)
def moments(age: int, year: int, way: tuple[str, ...]) -> tuple[Moment, ...]:
    """When each step of a way starts, if each takes its shortest usual time."""
    found, passed = [], 0.0
    for name in way:
        found.append(Moment(age + int(passed), year + int(passed)))
        passed += steps()[name].years[0]
    return tuple(found)


@dataclass(frozen=True, eq=False)
class Climb:
    """One learner on one ground, towards fields; answers that repeat between ladders are kept."""

    record: Record
    who: Who
    ground: Ground
    fields: tuple[str, ...]
    words: tuple[str, ...]
    _allowed: dict[Key, bool] = field(default_factory=dict)
    _runs: dict[Key, Runs | None] = field(default_factory=dict)
    _plans: dict[tuple[str, int, int], EnglishMathsPlan] = field(default_factory=dict)

    def runs(self, way: tuple[str, ...], at: int) -> Runs | None:
        """Who runs a step of a way here; None where it is shown only if listed and is not."""
        key = self._key(way, at)
        if key not in self._runs:
            step, moment, first, beyond = key
            search = Search(moment.year, first, self.fields, self.words, beyond)
            self._runs[key] = self.ground.runs(steps()[step], search)
        return self._runs[key]

    def allows(self, way: tuple[str, ...], at: int) -> bool:
        """Whether the rules let this learner take a step of a way at its turn, and somebody runs it."""
        key = self._key(way, at)
        if key not in self._allowed:
            step = steps()[way[at]]
            fits = _rules_allow(self.who, step, key[1])
            self._allowed[key] = fits and (step.kind == "beyond" or self.runs(way, at) is not None)
        return self._allowed[key]

    def _key(self, way: tuple[str, ...], at: int) -> Key:
        moment = moments(self.who.years, self.who.start_year, way)[at]
        return way[at], moment, at == 0, steps()[way[-1]].kind == "beyond"

    def opens(self, way: tuple[str, ...]) -> bool:
        """Whether the last step of a way, if it is one that must be listed, is listed here then."""
        return not steps()[way[-1]].listed or self.runs(way, len(way) - 1) is not None

    def plan(self, route: str, *, age: int, year: int) -> EnglishMathsPlan:
        """English and maths on a route, started at an age in a year."""
        key = (route, age, year)
        if key not in self._plans:
            self._plans[key] = plan_for(route, self.record, self.who, age=age, year=year)
        return self._plans[key]


def allowed(climb: Climb, way: tuple[str, ...]) -> bool:
    """Whether every step of a way can be taken when its turn comes."""
    return all(climb.allows(way, at) for at in range(len(way)))


def _rules_allow(who: Who, step: Step, moment: Moment) -> bool:
    if step.kind == "beyond":
        return True
    if step.kind == "work" and step.rule != "job":
        return _can_start(who, step, moment) == "yes"
    if step.rule == "job":
        return moment.age >= int(
            value("apprenticeships/minimum_age", on=start_day(moment.year)).value
        )
    return _availability(step, moment.year).state in OPEN


def _can_start(who: Who, step: Step, moment: Moment) -> str:
    starter = Starter(moment.age, ehc_plan=who.ehc_plan, care_leaver=who.care_leaver)
    return can_start(starter, step.rule, start_year=moment.year).state


def rung(climb: Climb, way: tuple[str, ...], at: int) -> Rung:
    """The step at a place of a way, whose steps are all `allowed`."""
    step, moment = steps()[way[at]], moments(climb.who.years, climb.who.start_year, way)[at]
    code = f"STEP_{step.step_id.upper()}"
    beyond = step.kind == "beyond"
    after = way[at + 1] if at + 1 < len(way) else ""
    runs = None if beyond else climb.runs(way, at)
    pay = _least_pay(step, moment)
    return Rung(
        step=step.step_id,
        kind=step.kind,
        level=step.level,
        route=step.rule if step.kind != "beyond" else "",
        years=step.years,
        age=moment.age,
        year=moment.year,
        title=Reason.of(code),
        length=_length(step),
        needs=tuple(_needs(climb.who, step, moment, code)),
        gives=Reason.of(f"{code}_GIVES"),
        funding=tuple(_funding(climb.who, step, moment, first=at == 0)),
        pay=tuple(_pay(pay, moment)),
        english_maths=None if beyond else climb.plan(step.rule, age=moment.age, year=moment.year),
        runs=runs or Runs(because=(Reason.of("LATER_STEP_LOOK_THEN"),)),
        exits=tuple(
            name for name in step.leads_to if name != after and climb.opens((*way[: at + 1], name))
        ),
        availability=Availability("yes") if beyond else _availability(step, moment.year),
        of_100=of_100(step.step_id),
        source_ids=step.source_ids,
        pay_trust=pay.basis.trust if pay else "",
        pay_source_ids=pay.basis.source_ids if pay else (),
    )


def _length(step: Step) -> Reason:
    low, high = step.years
    if high == 0:
        return Reason.of("LENGTH_OPEN")
    if low < 1:
        return Reason.of("LENGTH_MONTHS", low=round(low * _MONTHS), high=round(high * _MONTHS))
    code = "LENGTH_YEAR" if low == high == 1 else "LENGTH_YEARS" if low == high else "LENGTH_RANGE"
    return Reason.of(code, low=f"{low:g}", high=f"{high:g}")


def _needs(who: Who, step: Step, moment: Moment, code: str) -> Iterator[Reason]:
    yield Reason.of(f"{code}_NEEDS")
    on = start_day(moment.year)
    if step.kind == "work" and step.rule != "job":
        starter = Starter(moment.age, ehc_plan=who.ehc_plan, care_leaver=who.care_leaver)
        yield from can_start(starter, step.rule, start_year=moment.year).because
    if step.step_id == "work_with_training":
        if must_take_part(moment.age, start_year=moment.year).state == "yes":
            work = value("participation/work_hours", on=on).value
            training = value("participation/training_hours", on=on).value
            activity = Activity("job", moment.year, None, None, work, training, accredited=True)
            yield from counts(activity).because
        else:
            yield from must_take_part(moment.age, start_year=moment.year).because


def _funding(who: Who, step: Step, moment: Moment, *, first: bool) -> Iterator[Reason]:
    on = start_day(moment.year)
    if step.kind == "beyond":
        if step.step_id in ("university", "higher_technical"):
            yield Reason.of("FUNDING_HIGHER_STUDY")
        return
    if step.kind == "work" and step.rule != "supported_internship":
        yield Reason.of("FUNDING_IT_IS_A_JOB")
        return
    ages = value("english_maths/ages", on=on).value
    plan_until = int(value("support/ehc_plan_until", on=on).value)
    if moment.age <= ages["to"]:
        yield Reason.of("FUNDING_TO_19", age=ages["to"] + 1)
    if who.ehc_plan and moment.age < plan_until:
        yield Reason.of("FUNDING_WITH_PLAN", age=plan_until)
    elif moment.age > ages["to"]:
        yield Reason.of("FUNDING_FROM_19", age=ages["to"] + 1)
    if first:
        yield from _support(who, step, moment)


def _support(who: Who, step: Step, moment: Moment) -> Iterator[Reason]:
    circumstances = Circumstances(
        age=moment.age,
        start_year=moment.year,
        programme=step.rule,
        care_leaver=who.care_leaver,
        ehc_plan=who.ehc_plan,
        parent=who.parent,
    )
    if who.care_leaver:
        yield from bursary_vulnerable(circumstances).because
    if who.parent:
        yield from care_to_learn(circumstances).because


def _least_pay(step: Step, moment: Moment) -> Answer | None:
    if step.kind != "work":
        return None
    return least_pay(step.rule, moment.age, on=start_day(moment.year))


def _pay(found: Answer | None, moment: Moment) -> Iterator[Reason]:
    if found is None:
        return
    yield from found.because
    if found.state == "yes" and not found.basis.covered:
        yield Reason.of("PAY_OF_AN_EARLIER_YEAR", year=moment.year)


def _availability(step: Step, year: int) -> Availability:
    if step.rule in ("job", "re_engagement"):
        return Availability("yes")
    # By route, not by one subject: the offers shown are each checked by their own course.
    name = "Level 3" if step.rule == "vocational_l3" else step.rule
    return availability(name, start_year=year).shown
