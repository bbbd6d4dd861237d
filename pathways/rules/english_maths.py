"""English and maths after 16 for one learner on one kind of programme, ready for a page.

Here a grade that is not known gives `review`: it is never taken for a grade that is not held.
"""

from __future__ import annotations

from datetime import date

from pathways.answers import EnglishMaths, SubjectStatus
from pathways.learner.record import Held, Record
from pathways.reason import Reason
from pathways.rules.condition_of_funding import Condition, Ruling, condition_of_funding
from pathways.rules.prior import SUBJECTS, Prior, PriorResult, Subject, place, read_prior
from pathways.rules.programme import Programme
from pathways.rules.values import value

_NAMES: dict[Subject, str] = {"english": "English Language", "maths": "Maths"}


def english_maths(
    record: Record,
    *,
    age: int | None = None,
    start_year: int,
    nation: str = "england",
    ehc_plan: bool = False,
    cannot_study_assessment: bool = False,
    continuing: bool = False,
    programme: str = "school_or_college",
    planned_hours: float | None = None,
    full_time: bool | None = None,
) -> EnglishMaths:
    """What the learner studies in each subject.

    `age` is at the start; `nation` is where the learner would study; `programme` is a route or
    `school_or_college`; `planned_hours` are of the year. With no hours and no `full_time`, a
    normal full-time course is assumed and the reasons say so.
    """
    course = Programme(
        kind=programme,
        start_year=start_year,
        age=age,
        planned_hours=planned_hours,
        full_time=full_time,
        ehc_plan=ehc_plan,
        cannot_study_assessment=cannot_study_assessment,
        continuing=continuing,
        nation=nation,
    )
    priors = {subject: prior_of(record, subject, on=course.on) for subject in SUBJECTS}
    condition = condition_of_funding(priors, course)
    return EnglishMaths(
        english=_status(condition.english, condition, priors["english"], course.on),
        maths=_status(condition.maths, condition, priors["maths"], course.on, maths=True),
    )


def prior_of(record: Record, subject: Subject, *, on: date) -> Prior:
    """What the record holds in a subject, with reasons for what it does not say."""
    results = [
        PriorResult(one.subject, one.qualification, one.grade, predicted=one.predicted)
        for one in record.held
    ]
    prior = read_prior(subject, results, on=on)
    return _with_not_known(prior, record, subject)


def _with_not_known(prior: Prior, record: Record, subject: Subject) -> Prior:
    if prior.accepted:
        return prior
    whole = _NAMES[subject]
    listed = any(_is_whole(one, subject) for one in record.held)
    settled = listed or record.complete or whole in record.not_taken
    reasons: list[Reason] = []
    if whole in record.missing or not settled:
        reasons.append(Reason.of(f"{subject.upper()}_GRADE_NOT_KNOWN"))
    if subject == "english" and "English Literature" in record.missing:
        reasons.append(Reason.of("ENGLISH_LITERATURE_NOT_KNOWN"))
    if not reasons:
        return prior
    return Prior(
        grade=prior.grade,
        literature=prior.literature,
        unclear=prior.unclear,
        functional_skills=prior.functional_skills,
        not_known=tuple(reasons),
        predicted=prior.predicted,
        basis=prior.basis,
    )


def _is_whole(held: Held, subject: Subject) -> bool:
    """Whether a result says where the learner stands: not Literature, not a skills course."""
    placed = place(held.subject, held.qualification)
    return (
        placed is not None
        and placed[0] == subject
        and placed[1] != "literature"
        and held.kind not in ("functional_skills", "vocational")
    )


def _status(
    ruling: Ruling, condition: Condition, prior: Prior, on: date, *, maths: bool = False
) -> SubjectStatus:
    because = list(ruling.because)
    if prior.predicted and ruling.status != "out_of_scope":
        because.append(Reason.of("RESTS_ON_PREDICTED_GRADE"))
    if ruling.needs_study:
        nature = value("english_maths/nature", on=on)
        because.append(Reason.of("DUTY_IS_THE_PROVIDERS"))
        if not nature.value["must_pass"]:
            because.append(Reason.of("DUTY_TO_STUDY_NOT_TO_REACH_A_GRADE"))
    if not ruling.basis.covered:
        because.append(_year_of_the_rules(on))
    needs = ruling.needs_study
    return SubjectStatus(
        status=ruling.status,
        because=tuple(because),
        hours_each=condition.hours_each if needs else None,
        extra_hours=condition.maths_extra if needs and maths else None,
        trust=ruling.basis.trust,
        source_ids=ruling.basis.source_ids,
    )


def _year_of_the_rules(on: date) -> Reason:
    """Which year's rules these are, where those of the learner's year are not published yet."""
    end = value("english_maths/grade_line", on=on).period.end
    last = end.year if end else on.year
    return Reason.of("RULES_OF_AN_EARLIER_YEAR", rules=f"{last - 1} to {last}", start=on.year)
