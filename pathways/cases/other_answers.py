"""Answers to cases on availability, participation, support, admissions, access and the Tariff."""

from __future__ import annotations

from typing import Any

from pathways.cases.case import as_date, as_yes
from pathways.cases.study_answers import Given, condition_answers, year_of
from pathways.rules.access import Encounter, attendance, encounter_counts
from pathways.rules.admissions import admission
from pathways.rules.apprenticeship_eligibility import least_pay
from pathways.rules.availability import availability
from pathways.rules.participation import (
    Activity,
    counts,
    counts_for_guarantee,
    must_take_part,
    september_guarantee,
)
from pathways.rules.support import KINDS, Circumstances
from pathways.rules.tariff import tariff
from pathways.rules.values import start_day, value


def availability_answers(given: Given) -> dict[str, Any]:
    """Whether something can be started in a year."""
    found = availability(
        str(given.get("qualification") or ""),
        str(given.get("subject") or "any"),
        start_year=year_of(given),
        nation=given.get("nation") or "england",
    )
    return {
        "available": found.state,
        "first_teaching": found.first_teaching,
        "last_start": found.last_start,
        "area_funding": found.area_funding,
        "catalogue_action": found.catalogue_action,
    }


def participation_answers(given: Given) -> dict[str, Any]:
    """Taking part until 18, and the September Guarantee."""
    year, age = year_of(given), given.get("age")
    answers = condition_answers(given)
    if given.get("programme"):
        activity = Activity(
            programme=given["programme"],
            start_year=year,
            planned_hours=given.get("planned_hours"),
            full_time=given.get("full_time"),
            weekly_hours=given.get("weekly_hours"),
            training_glh=given.get("training_glh"),
            accredited=as_yes(given.get("accredited")),
        )
        answers["counts"] = counts(activity).state
        answers["counts_for_guarantee"] = counts_for_guarantee(activity).state
        if age is not None:
            on = as_date(given.get("on")) or start_day(year)
            pay = least_pay(given["programme"], given.get("age_now") or age, on=on)
            answers |= {"amount": pay.amount, "period": pay.period}
    if age is not None:
        now = given.get("age_now") or age
        achieved = as_yes(given.get("level_3_achieved"))
        part = must_take_part(now, start_year=year, level_3_achieved=achieved)
        answers["required"] = part.state
    guarantee = september_guarantee(
        year_group=given.get("year_group"),
        has_offer=as_yes(given.get("has_offer")),
        start_year=year,
        age=given.get("age_now") or age,
    )
    return answers | {"guarantee_applies": guarantee.applies, "contact": guarantee.contact}


def support_answers(given: Given) -> dict[str, Any]:
    """Money, meals and travel."""
    who = Circumstances(
        age=given.get("age"),
        start_year=year_of(given),
        programme=given.get("programme") or "school_or_college",
        nation=given.get("nation") or "england",
        home_nation=given.get("home_nation") or "",
        care_leaver=as_yes(given.get("care_leaver")),
        in_care=as_yes(given.get("in_care")),
        ehc_plan=as_yes(given.get("ehc_plan")),
        parent=as_yes(given.get("parent")),
        salaried=as_yes(given.get("salaried")),
        continuing=as_yes(given.get("continuing")),
        universal_credit=as_yes(given.get("universal_credit")),
        household_earnings=given.get("household_earnings"),
        household_income=given.get("household_income"),
        dependent_children=given.get("dependent_children"),
    )
    kind = str(given.get("support"))
    if kind not in KINDS:
        return {}
    found = KINDS[kind](who)
    answers: dict[str, Any] = {
        "eligible": found.state,
        "general_rule": found.general_rule,
        "amount": found.amount,
        "period": found.period,
    }
    if kind == "free_travel":
        published = value("support/transport_statement", on=who.on).value
        answers |= {
            "statement_published": "yes" if published else "no",
            "contact": "local_authority",
        }
    return answers


def admissions_answers(given: Given) -> dict[str, Any]:
    """What a sixth form can ask of applicants."""
    found = admission(
        str(given.get("practice") or ""),
        provider_kind=str(given.get("provider_kind") or ""),
        internal=as_yes(given.get("internal")),
        on=start_day(year_of(given)),
    )
    return {"allowed": found.allowed, "required": found.required}


def access_answers(given: Given) -> dict[str, Any]:
    """Provider access to schools."""
    day = as_date(given.get("on"))
    rules_of = day or start_day(year_of(given))
    year_group = int(given.get("year_group") or 0)
    encounter = Encounter(
        year_group, day, as_yes(given.get("in_school_hours")), str(given.get("event") or "")
    )
    published = value("access/policy_statement", on=rules_of).value
    return {
        "counts": encounter_counts(encounter, on=rules_of).state,
        "required": attendance(year_group, on=rules_of).required,
        "statement_published": "yes" if published else "no",
    }


def tariff_answers(given: Given) -> dict[str, Any]:
    """UCAS Tariff points of all results."""
    pairs = [
        (str(row.get("qualification") or "GCSE"), str(row["grade"]))
        for row in given.get("results") or ()
        if row.get("grade") is not None
    ]
    return {"points": tariff(pairs, on=start_day(year_of(given))).points}
