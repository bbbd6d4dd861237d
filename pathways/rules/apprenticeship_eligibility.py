"""Who can start an apprenticeship or a supported internship, and the least it pays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pathways.rules.answer import Answer, answer
from pathways.rules.dated import DatedValue
from pathways.rules.values import start_day, value


@dataclass(frozen=True, slots=True)
class Starter:
    """Somebody who would start work-based learning; `age` is at the start."""

    age: int
    ehc_plan: bool = False
    care_leaver: bool = False
    prison_leaver: bool = False


def can_start(
    starter: Starter,
    kind: str,
    *,
    start_year: int,
    planned_months: float | None = None,
    subject: str = "",
) -> Answer:
    """Whether the general rules let somebody start; an employer still chooses whom to take on."""
    on = start_day(start_year)
    if kind == "supported_internship":
        return _supported_internship(starter, on, planned_months)
    if kind == "traineeship":
        return answer("no", "TRAINEESHIPS_ENDED", value("availability/traineeships", on=on))
    months = value("apprenticeships/minimum_months", on=on)
    if planned_months is not None and planned_months < months.value:
        return answer("no", "APPRENTICESHIP_TOO_SHORT", months, months=int(months.value))
    if kind == "foundation_apprenticeship":
        return _foundation(starter, on)
    youngest = value("apprenticeships/minimum_age", on=on)
    if starter.age < youngest.value:
        return answer("no", "APPRENTICE_TOO_YOUNG", youngest, age=int(youngest.value))
    limit = value("apprenticeships/business_administration_l2_under", on=on)
    business = re.search(r"business admin", subject, re.I)
    if kind == "apprenticeship_l2" and business and starter.age >= limit.value:
        return answer("no", "BUSINESS_ADMIN_L2_AGE", limit, age=int(limit.value))
    return answer("yes", "APPRENTICE_CAN_START", youngest, months)


def _foundation(starter: Starter, on: date) -> Answer:
    ages = value("apprenticeships/foundation_ages", on=on)
    limits = ages.value
    if limits["from"] <= starter.age <= limits["to"]:
        return answer("yes", "FOUNDATION_AGE", ages, lowest=limits["from"], highest=limits["to"])
    young = value("apprenticeships/foundation_young_starters", on=on)
    if starter.age == limits["from"] - 1:
        return answer("check", "FOUNDATION_YOUNG_STARTER", ages, young, general_rule="no")
    in_group = any(getattr(starter, group) for group in limits["older_groups"])
    if limits["to"] < starter.age <= limits["older_to"] and in_group:
        return answer("yes", "FOUNDATION_OLDER_GROUP", ages, general_rule="no")
    return answer("no", "FOUNDATION_AGE_NOT", ages, lowest=limits["from"], highest=limits["to"])


def _supported_internship(starter: Starter, on: date, months: float | None) -> Answer:
    rule = value("apprenticeships/supported_internship", on=on)
    ages = rule.value
    if not ages["from"] <= starter.age <= ages["to"]:
        return answer("no", "INTERNSHIP_AGE", rule, lowest=ages["from"], highest=ages["to"])
    if not starter.ehc_plan:
        pilot = value("apprenticeships/supported_internship_pilot", on=on)
        return answer("check", "INTERNSHIP_NEEDS_PLAN", rule, pilot, general_rule="no")
    if months is not None and months < ages["months_at_least"]:
        return answer("check", "INTERNSHIP_SHORT", rule, months=ages["months_at_least"])
    return answer("yes", "INTERNSHIP_WITH_PLAN", rule)


def least_pay(kind: str, age: int, *, on: date, first_year: bool = True) -> Answer:
    """The least hourly pay: `kind` is a route or `job`; see `basis.covered` for a later year."""
    rate = _rate(kind, age, on, first_year)
    if rate is None:
        return answer("no", "NOT_PAID", value("apprenticeships/supported_internship", on=on))
    return answer(
        "yes",
        "LEAST_PAY",
        rate,
        amount=float(rate.value),
        period="hour",
        pounds=f"{rate.value:.2f}",
        since=f"{rate.period.start.day} {rate.period.start:%B %Y}",
    )


def _rate(kind: str, age: int, on: date, first_year: bool) -> DatedValue | None:
    if "apprenticeship" in kind and (age < 19 or first_year):
        return value("apprenticeships/pay_apprentice", on=on)
    if "apprenticeship" not in kind and kind != "job":
        return None
    name = "pay_16_17" if age < 18 else "pay_18_20" if age < 21 else "pay_21_plus"
    return value(f"apprenticeships/{name}", on=on)
