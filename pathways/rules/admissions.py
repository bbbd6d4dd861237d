"""What a school sixth form can ask of applicants, and whom the Admissions Code does not bind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pathways.reason import Reason
from pathways.rules.answer import YesNo
from pathways.rules.dated import Basis, DatedValue
from pathways.rules.values import value

SCHOOLS = frozenset({"school_sixth_form", "academy", "utc", "studio_school", "free_school"})
_CANNOT_DECIDE = {
    "interview": "interview",
    "reference": "reference",
    "references": "reference",
    "attendance": "attendance",
    "behaviour": "behaviour",
}


@dataclass(frozen=True, slots=True)
class Admission:
    """`allowed`: may the practice be used? `required`: does this applicant need to do it?"""

    allowed: YesNo
    required: YesNo
    because: tuple[Reason, ...]
    basis: Basis


def admission(practice: str, *, provider_kind: str, on: date, internal: bool = False) -> Admission:
    """What holds for one practice at one kind of provider."""
    if provider_kind not in SCHOOLS:
        return _college(practice, on)
    code = value("admissions/code", on=on)
    if practice in _CANNOT_DECIDE:
        rule = value("admissions/cannot_decide", on=on)
        return _said("no", "no", "CANNOT_DECIDE_A_PLACE", code, rule)
    if practice.startswith(("lower_grades_for", "higher_grades_for")):
        return _said(
            "no", "no", "SAME_GRADES_FOR_ALL", code, value("admissions/same_criteria", on=on)
        )
    if practice == "application_form_for_year_12":
        rule = value("admissions/internal_pupils_apply", on=on)
        if internal:
            return _said("check", "no", "PUPILS_ON_ROLL_NEED_NOT_APPLY", code, rule)
        return _said("yes", "yes", "OTHER_PUPILS_APPLY", code, rule)
    if practice in ("academic_entry_criteria", "academic_criteria"):
        rule = value("admissions/same_criteria", on=on)
        return _said("yes", "yes", "GRADES_MAY_BE_ASKED", code, rule)
    if practice in ("meeting_to_discuss_courses", "meeting"):
        rule = value("admissions/cannot_decide", on=on)
        return _said("yes", "no", "MEETING_DOES_NOT_DECIDE", code, rule)
    return _said("check", "check", "ADMISSIONS_ASK", value("admissions/ranking_by_points", on=on))


def _college(practice: str, on: date) -> Admission:
    own = value("admissions/colleges_set_own_rules", on=on)
    if practice == "interview":
        return _said("yes", "check", "COLLEGES_MAY_INTERVIEW", own)
    return _said("check", "check", "COLLEGES_SET_OWN_RULES", own)


def _said(allowed: YesNo, required: YesNo, code: str, *rests_on: DatedValue) -> Admission:
    return Admission(allowed, required, (Reason.of(code),), Basis.of(*rests_on))
