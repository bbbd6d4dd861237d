"""What the condition of funding asks for one subject: the rule itself, branch by branch.

The condition is a duty on the provider to teach. It asks nobody to reach a grade, nor to sit an
exam at a set time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pathways.answers import EnglishMathsStatus
from pathways.reason import Reason
from pathways.rules.dated import NOTHING, Basis
from pathways.rules.prior import SPOKEN, Prior, Subject
from pathways.rules.programme import Programme, outside, size
from pathways.rules.study import counts_as_study
from pathways.rules.values import value

STUDY: frozenset[EnglishMathsStatus] = frozenset(
    {"gcse_required", "level_2_choice", "any_approved"}
)
"""The statuses with something to study."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """The answer for one subject, why, and what it rests on."""

    status: EnglishMathsStatus
    because: tuple[Reason, ...] = ()
    basis: Basis = NOTHING

    @property
    def needs_study(self) -> bool:
        """Whether there is something to study."""
        return self.status in STUDY


@dataclass(frozen=True, slots=True)
class Condition:
    """Both subjects, and taught hours a year: for each needed subject, in all, and extra in maths.

    `hours_each` and `hours_total` are None where the size of the programme does not tell.
    """

    english: Ruling
    maths: Ruling
    hours_each: int | None
    hours_total: int | None
    maths_extra: int


def condition_of_funding(
    priors: Mapping[Subject, Prior],
    programme: Programme,
    *,
    elsewhere: Mapping[Subject, tuple[str, ...]] | None = None,
) -> Condition:
    """The condition for a learner. `elsewhere` are courses at another institution."""
    rulings = {
        subject: rule(
            subject, priors[subject], programme, elsewhere=(elsewhere or {}).get(subject, ())
        )
        for subject in priors
    }
    needed = sum(ruling.needs_study for ruling in rulings.values())
    each = size(programme).hours_each if needed else 0
    extra = value("english_maths/maths_extra_hours", on=programme.on)
    return Condition(
        english=rulings["english"],
        maths=rulings["maths"],
        hours_each=each,
        hours_total=None if each is None else each * needed,
        maths_extra=int(extra.value) if rulings["maths"].needs_study else 0,
    )


def rule(
    subject: Subject, prior: Prior, programme: Programme, *, elsewhere: tuple[str, ...] = ()
) -> Ruling:
    """The status of one subject. The other subject plays no part in it."""
    apart = outside(programme)
    if apart is not None:
        return Ruling("out_of_scope", (apart[0],), apart[1])
    on = programme.on
    if prior.accepted:
        code = "GRADE_LINE_MET_BY_LITERATURE" if prior.by_literature else "GRADE_LINE_MET"
        reason = Reason.of(code, subject=SPOKEN[subject], held=prior.accepted_by)
        line = value("english_maths/grade_line", on=on)
        return Ruling("met", (reason,), Basis.of(line) | prior.basis)
    ruling = _below_the_line(subject, prior, programme)
    if any(_meets_elsewhere(subject, ruling, one, programme) for one in elsewhere):
        reason = Reason.of("STUDIED_ELSEWHERE", subject=SPOKEN[subject])
        return Ruling("met", (reason,), Basis.of(value("english_maths/elsewhere", on=on)))
    return ruling


def _below_the_line(subject: Subject, prior: Prior, programme: Programme) -> Ruling:
    on = programme.on
    spoken = SPOKEN[subject]
    line = Basis.of(value("english_maths/grade_line", on=on))
    if prior.not_known:
        return Ruling("review", prior.not_known, line)
    if prior.unclear:
        return Ruling("review", prior.unclear, line | prior.basis)
    measured = size(programme)
    full_time = measured.study == "full_time"
    exception = value("english_maths/literature_exception", on=on)
    basis = line | measured.basis | Basis.of(value("english_maths/outcomes", on=on))
    by_language = full_time and _language_is_recorded(prior, exception.value)
    if by_language:
        basis |= Basis.of(exception)
    grade = prior.grade if by_language else _best(prior)
    at_three = grade == line_below(programme)
    if prior.functional_skills:
        held = value("english_maths/functional_skills_level_2", on=on)
        if at_three:
            reason = Reason.of("GRADE_3_WITH_FUNCTIONAL_SKILLS", subject=spoken)
            return Ruling("review", (reason,), basis | Basis.of(held))
        reason = Reason.of("FUNCTIONAL_SKILLS_HELD", subject=spoken)
        return Ruling("met", (reason,), line | Basis.of(held))
    if programme.ehc_plan and programme.cannot_study_assessment:
        needs = value("english_maths/exemption", on=on)
        reason = Reason.of("EXEMPT_WITH_PLAN_AND_ASSESSMENT", subject=spoken)
        return Ruling("exempt_with_evidence", (reason,), Basis.of(needs))
    if subject == "english" and full_time and prior.grade is None and at_three:
        return Ruling("review", (Reason.of("LITERATURE_3_ALONE"),), basis)
    outcomes = value("english_maths/outcomes", on=on).value
    status = outcomes["grade_3" if at_three else "grade_2_or_below"][measured.study]
    because = [_why(status, spoken, grade)]
    if by_language:
        because.append(Reason.of("LANGUAGE_GRADE_IS_RECORDED", language=prior.grade or 0))
    if programme.assumed_full_time:
        because.append(Reason.of("ASSUMED_FULL_TIME"))
    if programme.ehc_plan:
        because.append(Reason.of("EHC_PLAN_ALONE_IS_NO_EXEMPTION"))
    return Ruling(status, tuple(because), basis)


def line_below(programme: Programme) -> int:
    """The grade one below the line: it has a rule of its own."""
    return int(value("english_maths/grade_line", on=programme.on).value) - 1


def _language_is_recorded(prior: Prior, exception: Mapping[str, int]) -> bool:
    """Whether Language stands although Literature is higher."""
    return (
        prior.literature == exception["literature"]
        and prior.grade is not None
        and prior.grade <= exception["language_at_most"]
    )


def _best(prior: Prior) -> int | None:
    held = [grade for grade in (prior.grade, prior.literature) if grade is not None]
    return max(held, default=None)


def _why(status: EnglishMathsStatus, spoken: str, grade: int | None) -> Reason:
    if grade is None:
        return Reason.of(f"{status.upper()}_NO_GRADE", subject=spoken)
    shown = str(grade) if grade else "U"
    return Reason.of(status.upper(), subject=spoken, grade=shown)


def _meets_elsewhere(subject: Subject, ruling: Ruling, course: str, programme: Programme) -> bool:
    # What a person has yet to decide is settled by a GCSE in any case.
    status = ruling.status if ruling.needs_study else "gcse_required"
    return counts_as_study(subject, status, course, on=programme.on) == "yes"
