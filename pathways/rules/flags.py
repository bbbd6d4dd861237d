"""Facts shown where they matter to a learner, each with its source and trust."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pathways.guidance import Flag
from pathways.reason import Value
from pathways.rules.dated import Basis, DatedValue
from pathways.rules.nations import nation
from pathways.rules.participation import must_take_part
from pathways.rules.support import Circumstances, care_to_learn
from pathways.rules.values import start_day, value


@dataclass(frozen=True, slots=True)
class FlagFacts:
    """What flags look at: `age` at the start (None: not known), `nation` where they live."""

    start_year: int = 2027
    age: int | None = None
    nation: str = "england"
    ehc_plan: bool = False
    care_leaver: bool = False
    parent: bool = False
    continuing: bool = False
    needs_english_or_maths: bool = False
    routes: frozenset[str] = frozenset()


def flags(facts: FlagFacts) -> tuple[Flag, ...]:
    """Every flag that applies, in the order a page shows them."""
    return tuple(_flags(facts))


def _flags(facts: FlagFacts) -> Iterator[Flag]:
    on = start_day(facts.start_year)
    age = 16 if facts.age is None else facts.age
    if facts.nation != "england":
        home = nation(facts.nation, on=on)
        yield _of(home.because[0].code, home.basis, **home.because[0].as_dict())
    taking_part = must_take_part(age, start_year=facts.start_year)
    yield _of(taking_part.because[0].code, taking_part.basis, **taking_part.because[0].as_dict())
    if age <= 17:
        rule = value("participation/september_guarantee", on=on)
        yield _flag("SEPTEMBER_GUARANTEE", rule, day=rule.value["day"])
    if facts.needs_english_or_maths:
        yield _flag("DUTY_IS_THE_PROVIDERS", value("english_maths/nature", on=on))
        if "t_level" in facts.routes:
            rule = value("english_maths/t_level_award_needs_level_2", on=on)
            yield _flag("T_LEVEL_AWARD_NOT_BLOCKED", rule)
        preparation = value("availability/level_1_preparation", on=on)
        yield _flag("LEVEL_1_PREPARATION_NO_DATE", preparation)
    yield from _routes(facts)
    yield from _support(facts, age)
    days = value("timeline/qualifying_days", on=on)
    yield _flag("CHANGE_OF_COURSE_EARLY", days, days=int(days.value))
    if facts.start_year == start_day(2027).year:
        yield _flag("RESULTS_DAY_NOT_CONFIRMED", value("timeline/gcse_results_2027", on=on))


def _routes(facts: FlagFacts) -> Iterator[Flag]:
    on = start_day(facts.start_year)
    if any("apprenticeship" in route for route in facts.routes):
        pay = value("apprenticeships/pay_apprentice", on=on)
        yield _flag(
            "LEAST_PAY",
            pay,
            pounds=f"{pay.value:.2f}",
            since=f"{pay.period.start.day} {pay.period.start:%B %Y}",
        )
        yield _flag("EMPLOYERS_CHOOSE", value("apprenticeships/entry_grades", on=on))
    if facts.routes & {"a_level", "vocational_l3", "ib"}:
        yield _flag("SAME_GRADES_FOR_ALL", value("admissions/same_criteria", on=on))
    if "vocational_l3" in facts.routes:
        yield _flag("LIST_BY_NUMBER_DECIDES", value("availability/level_3_lists", on=on))


def _support(facts: FlagFacts, age: int) -> Iterator[Flag]:
    on = start_day(facts.start_year)
    if facts.nation != "england":
        return
    bursary = value("support/bursary_vulnerable", on=on)
    ages = value("support/bursary_ages", on=on)
    if facts.care_leaver and age < ages.value["under"]:
        yield _flag("BURSARY_IN_CARE", bursary, pounds=int(bursary.value))
    elif age < ages.value["under"] or facts.continuing or facts.ehc_plan:
        yield _flag("BURSARY_DISCRETIONARY", value("support/bursary_discretionary", on=on))
    if facts.parent:
        care = care_to_learn(Circumstances(age=age, start_year=facts.start_year, parent=True))
        yield _of(care.because[0].code, care.basis, **care.because[0].as_dict())
    yield _flag("MEALS_UNIVERSAL_CREDIT", value("support/free_meals", on=on))
    yield _flag("TRAVEL_STATEMENT", value("support/transport_statement", on=on))
    if facts.ehc_plan:
        plan = value("support/ehc_plan_until", on=on)
        yield _flag("EHC_PLAN_CAN_STAY", plan, age=int(plan.value))


def _flag(code: str, rests_on: DatedValue, **values: Value) -> Flag:
    return _of(code, Basis.of(rests_on), **values)


def _of(code: str, basis: Basis, **values: Value) -> Flag:
    source = basis.source_ids[0] if basis.source_ids else ""
    return Flag(code, tuple(sorted(values.items())), source, basis.trust)
