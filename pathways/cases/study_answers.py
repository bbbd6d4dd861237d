"""Answers to cases on English and maths, entry rules and work-based learning."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pathways.cases.case import as_date, as_yes
from pathways.rules.apprenticeship_eligibility import Starter, can_start, least_pay
from pathways.rules.apprenticeship_english_maths import age_rule, apprentice_ruling
from pathways.rules.condition_of_funding import condition_of_funding
from pathways.rules.prior import SUBJECTS, Prior, PriorResult, Subject, read_prior
from pathways.rules.programme import APPRENTICESHIPS, Programme
from pathways.rules.study import Enrolment, compliant, enrolled_in
from pathways.rules.values import start_day, value

Given = Mapping[str, Any]
DEFAULT_YEAR = 2026
_GCSES = {
    "english_language": "English Language",
    "english_literature": "English Literature",
    "maths": "Maths",
}


def year_of(given: Given) -> int:
    """The September of the start."""
    return int(given.get("start_year") or DEFAULT_YEAR)


def condition_answers(given: Given) -> dict[str, Any]:
    """The condition of funding."""
    programme = Programme(
        kind=given.get("programme") or "school_or_college",
        start_year=year_of(given),
        age=given.get("age"),
        planned_hours=given.get("planned_hours"),
        full_time=given.get("full_time"),
        ehc_plan=as_yes(given.get("ehc_plan")),
        cannot_study_assessment=as_yes(given.get("cannot_study_assessment")),
        continuing=as_yes(given.get("continuing")),
        nation=given.get("nation") or "england",
    )
    enrolled = tuple(
        Enrolment(
            row.get("subject", ""), row.get("qualification", ""), as_yes(row.get("elsewhere"))
        )
        for row in given.get("enrolled_on") or ()
    )
    elsewhere = {
        subject: tuple(
            one.course for one in enrolled if one.elsewhere and enrolled_in(one) == subject
        )
        for subject in SUBJECTS
    }
    condition = condition_of_funding(priors_of(given), programme, elsewhere=elsewhere)
    statuses: dict[Subject, Any] = {
        "english": condition.english.status,
        "maths": condition.maths.status,
    }
    nature = value("english_maths/nature", on=programme.on).value
    award = value("english_maths/t_level_award_needs_level_2", on=programme.on).value
    return {
        "english": condition.english.status,
        "maths": condition.maths.status,
        "planned_hours_each": condition.hours_each,
        "planned_hours_total": condition.hours_total,
        "maths_extra_hours": condition.maths_extra,
        "compliant": compliant(statuses, enrolled, on=programme.on),
        "duty_on": nature["duty_on"],
        "must_pass": "yes" if nature["must_pass"] else "no",
        "exam_entry_required": "yes" if nature["exam_entry_required"] else "no",
        "award_blocked": "yes" if award else "no",
    }


def priors_of(given: Given) -> dict[Subject, Prior]:
    """What a case's learner holds: an absent or null grade is not held."""
    results = [
        PriorResult(name, "GCSE", None if given.get(key) is None else str(given[key]))
        for key, name in _GCSES.items()
    ]
    results += [
        PriorResult(
            str(row.get("subject", "")),
            str(row.get("qualification") or "GCSE"),
            None if row.get("grade") is None else str(row["grade"]),
        )
        for row in given.get("results") or ()
    ]
    on = start_day(year_of(given))
    return {subject: read_prior(subject, results, on=on) for subject in SUBJECTS}


def entry_answers(given: Given) -> dict[str, Any]:
    """A provider's published rule, and English and maths beside it."""
    # The rule language is a package of its own: looked for when an entry case is met.
    from pathways.catalogue.entry_rules import parse
    from pathways.learner.learner import Learner
    from pathways.learner.read_record import read_record
    from pathways.matching.eligibility.assess import assess

    results = [
        {"subject": name, "grade": str(given[key])}
        for key, name in _GCSES.items()
        if given.get(key) is not None
    ]
    results += [
        {
            "subject": row["subject"],
            "qualification": row.get("qualification") or "GCSE",
            "grade": str(row["grade"]),
        }
        for row in given.get("results") or ()
        if row.get("grade") is not None
    ]
    record = read_record(Learner.read({"results": results, "results_complete": True}))
    checked = assess(
        parse(given["rule"]),
        None,
        record,
        basis="published",
        ehc_plan=as_yes(given.get("ehc_plan")),
    )
    states = [clause.state for clause in checked.clauses]
    grades = "no" if "short" in states else "check" if "missing" in states else "yes"
    return {
        **condition_answers(given),
        "state": checked.state,
        "short": [clause.rule for clause in checked.clauses if clause.state == "short"],
        "grades_met": grades,
    }


def apprenticeship_answers(given: Given) -> dict[str, Any]:
    """Apprenticeships and other work-based routes."""
    answers = condition_answers(given)
    kind, age = given.get("programme") or "", given.get("age")
    year = year_of(given)
    if age is None:
        return answers
    plan = as_yes(given.get("ehc_plan"))
    if kind in APPRENTICESHIPS:
        rulings = {
            subject: apprentice_ruling(
                subject, prior, kind=kind, age=age, start_year=year, ehc_plan=plan
            )
            for subject, prior in priors_of(given).items()
        }
        needed = [ruling.needed_to_finish for ruling in rulings.values()]
        pass_needed = "yes" if True in needed else "check" if None in needed else "no"
        answers |= {
            "apprenticeship_english": rulings["english"].rule,
            "apprenticeship_maths": rulings["maths"].rule,
            "must_pass": pass_needed,
            "award_blocked": pass_needed,
            "exam_entry_required": pass_needed,
            "age_rule": age_rule(age, start_year=year),
        }
    starter = Starter(
        age, plan, as_yes(given.get("care_leaver")), as_yes(given.get("prison_leaver"))
    )
    started = can_start(
        starter,
        kind,
        start_year=year,
        planned_months=given.get("planned_months"),
        subject=str(given.get("subject") or ""),
    )
    now = given.get("age_now") if kind == "job" else None
    pay = least_pay(kind, now or age, on=as_date(given.get("on")) or start_day(year))
    return answers | {
        "eligible": started.state,
        "general_rule": started.general_rule,
        "amount": pay.amount,
        "period": pay.period,
    }
