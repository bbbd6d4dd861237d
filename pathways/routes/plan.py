"""English and maths on one route: what this learner would study there, how much, by whose rule."""

from __future__ import annotations

from dataclasses import dataclass

from pathways.answers import SubjectStatus
from pathways.learner.record import Record
from pathways.reason import Reason
from pathways.routes.ladder import EnglishMathsPlan, SubjectPlan
from pathways.rules.apprenticeship_english_maths import ApprenticeRuling, apprentice_ruling
from pathways.rules.english_maths import english_maths, prior_of
from pathways.rules.prior import SPOKEN, Prior, Subject
from pathways.rules.programme import APPRENTICESHIPS, ASSUMED_AGE
from pathways.rules.values import start_day, value

_LEVEL_2 = "Functional Skills Level 2"
_STUDY_OF_APPRENTICE = {
    "achieve_level_2": (("GCSE", _LEVEL_2), ()),
    "level_1_then_level_2": (("GCSE", _LEVEL_2), ("Functional Skills Level 1",)),
    "study_only": (("Taught in the apprenticeship",), ()),
}
_LEVEL_3 = frozenset({"a_level", "ib", "t_level", "v_level", "vocational_l3"})


@dataclass(frozen=True, slots=True)
class Who:
    """The facts about a learner that steps look at. `age` is at the first start; None is taken as 16."""

    start_year: int
    age: int | None = None
    nation: str = "england"
    ehc_plan: bool = False
    cannot_study_assessment: bool = False
    care_leaver: bool = False
    parent: bool = False
    continuing: bool = False
    new_english: bool = False

    @property
    def years(self) -> int:
        """Age at the first start; nobody starts a step after Year 11 before 16."""
        return max(ASSUMED_AGE, self.age or 0)


def plan_for(
    route: str, record: Record, who: Who, *, age: int | None = None, year: int | None = None
) -> EnglishMathsPlan:
    """What this learner would study in each subject on a route, started at `age` in `year`."""
    year, age = year or who.start_year, who.years if age is None else age
    found = english_maths(
        record,
        age=age,
        start_year=year,
        ehc_plan=who.ehc_plan,
        cannot_study_assessment=who.cannot_study_assessment,
        continuing=who.continuing,
        programme=route,
    )

    def subject(name: Subject, status: SubjectStatus) -> SubjectPlan:
        prior = prior_of(record, name, on=start_day(year))
        if route in APPRENTICESHIPS:
            ruling = apprentice_ruling(
                name, prior, kind=route, age=age, start_year=year, ehc_plan=who.ehc_plan
            )
            return _apprentice(name, ruling)
        return _student(name, status, prior, route, year)

    return EnglishMathsPlan(route, subject("english", found.english), subject("maths", found.maths))


def _student(
    name: Subject, status: SubjectStatus, prior: Prior, route: str, year: int
) -> SubjectPlan:
    lists = value("english_maths/study_that_counts", on=start_day(year))
    study = tuple(lists.value.get(status.status, ()))
    below = tuple(one for one in lists.value["any_approved"] if one not in study)
    lower = below if status.status == "level_2_choice" else ()
    spoken = SPOKEN[name]
    because = status.because
    if lower:
        because = (*because, Reason.of("LOWER_WITH_EVIDENCE", subject=spoken))
    sits_gcse = "GCSE" in study
    return SubjectPlan(
        subject=name,
        status=status.status,
        study=study,
        lower=lower,
        hours_each=status.hours_each,
        extra_hours=status.extra_hours,
        because=because,
        whose_rule=Reason.of("RULE_OF_FUNDING") if study else None,
        when=Reason.of("GCSE_IN_NOVEMBER_OR_SUMMER", subject=spoken) if sits_gcse else None,
        until=Reason.of(_until(study), subject=spoken) if study else None,
        closed_until=_closed(name, status, prior, route),
        trust=status.trust,
        source_ids=status.source_ids,
    )


def _until(study: tuple[str, ...]) -> str:
    return "STUDY_UNTIL_LEVEL_2" if _LEVEL_2 in study else "STUDY_UNTIL_GRADE_4"


def _closed(name: Subject, status: SubjectStatus, prior: Prior, route: str) -> tuple[Reason, ...]:
    """What may stay closed, and until when. A duty to study closes nothing: entry rules do."""
    if prior.accepted or status.status in ("met", "review"):
        return ()
    spoken = SPOKEN[name]
    if route in _LEVEL_3:
        return (Reason.of("LEVEL_3_ASKS_GRADE_4", subject=spoken),)
    return (Reason.of("MORE_OPENS_WITH_GRADE_4", subject=spoken),)


def _apprentice(name: Subject, ruling: ApprenticeRuling) -> SubjectPlan:
    study, lower = _STUDY_OF_APPRENTICE.get(ruling.rule, ((), ()))
    met = ruling.rule == "met"
    until = Reason.of("APPRENTICE_UNTIL_THE_END", subject=SPOKEN[name])
    return SubjectPlan(
        subject=name,
        status="met" if met else "review" if ruling.rule == "review" else "out_of_scope",
        study=study,
        lower=lower,
        because=ruling.because,
        whose_rule=Reason.of("RULE_OF_APPRENTICESHIPS") if study else None,
        until=until if ruling.needed_to_finish else None,
        trust=ruling.basis.trust,
        source_ids=ruling.basis.source_ids,
    )
