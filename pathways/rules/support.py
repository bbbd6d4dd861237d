"""Money, meals and travel: whether somebody can get a kind of support, and how much."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pathways.rules.answer import Answer, YesNo, answer
from pathways.rules.values import start_day, value

PAID_PROGRAMMES = frozenset({"apprenticeship_l2", "apprenticeship_l3", "foundation_apprenticeship"})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What support looks at. `age` is at the start; None is not known; money is pounds a year.

    `nation` is where the learner studies and `home_nation` where they live.
    """

    age: int | None = None
    start_year: int = 2027
    programme: str = "school_or_college"
    nation: str = "england"
    home_nation: str = ""
    care_leaver: bool = False
    in_care: bool = False
    ehc_plan: bool = False
    parent: bool = False
    salaried: bool = False
    continuing: bool = False
    universal_credit: bool = False
    household_earnings: float | None = None
    household_income: float | None = None
    dependent_children: int | None = None

    @property
    def on(self) -> date:
        """The day the course starts."""
        return start_day(self.start_year)

    @property
    def lives_in(self) -> str:
        """The nation they live in; where they study if nothing else is said."""
        return self.home_nation or self.nation


def bursary_vulnerable(who: Circumstances) -> Answer:
    """The bursary for vulnerable groups of the 16 to 19 Bursary Fund."""
    groups = value("support/bursary_groups", on=who.on)
    if (early := _no_bursary(who)) is not None:
        return early
    ages = value("support/bursary_ages", on=who.on)
    if who.age is not None and who.age >= ages.value["under"]:
        code = "BURSARY_19_DISCRETIONARY" if who.continuing or who.ehc_plan else "BURSARY_UNDER_19"
        return answer("no", code, ages)
    amount = value("support/bursary_vulnerable", on=who.on)
    pounds = int(amount.value)
    if who.care_leaver or who.in_care:
        state: YesNo = "check" if who.age is None else "yes"
        return answer(
            state,
            "BURSARY_IN_CARE",
            amount,
            groups,
            ages,
            amount=pounds,
            period="year",
            pounds=pounds,
        )
    if who.universal_credit:
        # The group is a learner's own claim, not the household's: only the provider can tell.
        return answer("check", "BURSARY_OWN_CLAIM", amount, groups, amount=pounds, period="year")
    return answer("no", "BURSARY_NO_GROUP", groups)


def bursary_discretionary(who: Circumstances) -> Answer:
    """The bursary that each school or college decides on by its own policy."""
    if (early := _no_bursary(who)) is not None:
        return early
    policy = value("support/bursary_discretionary", on=who.on)
    ages = value("support/bursary_ages", on=who.on)
    too_old = who.age is not None and who.age >= ages.value["under"]
    if too_old and not (who.continuing or who.ehc_plan):
        return answer("no", "BURSARY_UNDER_19", ages)
    return answer("check", "BURSARY_DISCRETIONARY", policy)


def _no_bursary(who: Circumstances) -> Answer | None:
    if who.nation != "england":
        return answer("no", "SUPPORT_IS_FOR_ENGLAND", value("nations/england", on=who.on))
    barred = value("support/bursary_not_for", on=who.on)
    if who.programme in barred.value or who.salaried:
        return answer("no", "BURSARY_NOT_FOR_PAID_WORK", barred)
    ages = value("support/bursary_ages", on=who.on)
    if who.age is not None and who.age < ages.value["from"]:
        return answer("no", "BURSARY_FROM_16", ages)
    return None


def free_meals(who: Circumstances) -> Answer:
    """Free meals at school or college."""
    rule = value("support/free_meals", on=who.on)
    if who.nation != "england":
        return answer("check", "SUPPORT_IS_FOR_ENGLAND", value("nations/england", on=who.on))
    if who.programme in PAID_PROGRAMMES or who.programme in ("job", "volunteering", "none"):
        return answer("no", "MEALS_NOT_AT_WORK", rule)
    if not who.universal_credit:
        # Other benefits may count as well; the list is not one that we hold.
        return answer("check", "MEALS_OTHER_BENEFITS", rule, general_rule="no")
    limit = rule.value.get("earnings_under")
    if limit is not None and (who.household_earnings is None or who.household_earnings >= limit):
        known: YesNo = "check" if who.household_earnings is None else "no"
        return answer(known, "MEALS_EARNINGS", rule, limit=int(limit))
    ages = value("support/bursary_ages", on=who.on)
    if who.age is not None and who.age >= ages.value["under"]:
        return answer("check", "MEALS_FROM_19", rule)
    return answer("yes", "MEALS_UNIVERSAL_CREDIT", rule)


def care_to_learn(who: Circumstances) -> Answer:
    """Help with the cost of childcare for young parents."""
    under = value("support/care_to_learn_under", on=who.on)
    rate = value("support/care_to_learn", on=who.on)
    london = value("support/care_to_learn_london", on=who.on)
    if who.nation != "england":
        return answer("no", "SUPPORT_IS_FOR_ENGLAND", value("nations/england", on=who.on))
    if not who.parent:
        return answer("no", "CARE_TO_LEARN_PARENTS", under)
    if who.salaried or who.programme in ("job", "volunteering", "none", "higher_education"):
        return answer("no", "CARE_TO_LEARN_NOT_PAID_WORK", under)
    if who.programme in PAID_PROGRAMMES:
        return answer("check", "CARE_TO_LEARN_NOT_PAID_WORK", under, general_rule="no")
    if who.age is not None and who.age >= under.value:
        return answer("no", "CARE_TO_LEARN_UNDER", under, age=int(under.value))
    return answer(
        "check" if who.age is None else "yes",
        "CARE_TO_LEARN",
        under,
        rate,
        london,
        amount=float(rate.value),
        period="week",
        pounds=int(rate.value),
        london=int(london.value),
        age=int(under.value),
    )


def free_travel(who: Circumstances) -> Answer:
    """Travel to school or college: a statement is published, free travel is not promised."""
    statement = value("support/transport_statement", on=who.on)
    return answer("check", "TRAVEL_STATEMENT", statement)


def ema(who: Circumstances) -> Answer:
    """Education Maintenance Allowance, which England does not have: by where the learner lives."""
    home = who.lives_in
    if home == "england":
        return answer("no", "EMA_NOT_ENGLAND", value("nations/england", on=who.on))
    rate = value(f"support/ema_{home}", on=who.on)
    pounds = float(rate.value)
    if home != "wales" or (who.age is not None and not 16 <= who.age <= 18):
        name = str(value(f"nations/{home}", on=who.on).value["name"])
        return answer(
            "check",
            "EMA_ELSEWHERE",
            rate,
            amount=pounds,
            period="week",
            nation=name,
            pounds=int(pounds),
        )
    limits = value("support/ema_wales_income", on=who.on)
    one, more = limits.value["one"], limits.value["two_or_more"]
    income, children = who.household_income, who.dependent_children
    if income is not None and income > (more if children is None or children > 1 else one):
        return answer("no", "EMA_WALES_INCOME", limits, one=one, more=more)
    sure = income is not None and (income <= one or (children is not None and children > 1))
    return answer(
        "yes" if sure else "check",
        "EMA_WALES",
        rate,
        limits,
        amount=pounds,
        period="week",
        pounds=int(pounds),
        one=one,
        more=more,
    )


KINDS: dict[str, Callable[[Circumstances], Answer]] = {
    "bursary_vulnerable": bursary_vulnerable,
    "bursary_discretionary": bursary_discretionary,
    "care_to_learn": care_to_learn,
    "free_meals": free_meals,
    "free_travel": free_travel,
    "ema": ema,
}
