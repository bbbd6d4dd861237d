"""Taking part in education or training until 18, and the September Guarantee."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pathways.reason import Reason
from pathways.rules.answer import Answer, YesNo, answer
from pathways.rules.dated import Basis
from pathways.rules.programme import APPRENTICESHIPS
from pathways.rules.values import start_day, value

WORK = frozenset({"job", "volunteering", "self_employment"})


@dataclass(frozen=True, slots=True)
class Activity:
    """What a young person does in a year. None means not known.

    `planned_hours` and `training_glh` are hours a year, `weekly_hours` are of work.
    """

    programme: str
    start_year: int = 2027
    planned_hours: float | None = None
    full_time: bool | None = None
    weekly_hours: float | None = None
    training_glh: float | None = None
    accredited: bool = False

    @property
    def on(self) -> date:
        """The day it starts."""
        return start_day(self.start_year)


@dataclass(frozen=True, slots=True)
class Guarantee:
    """Whether the September Guarantee covers somebody, and whom to ask."""

    applies: YesNo
    contact: str
    because: tuple[Reason, ...]
    basis: Basis


def counts(activity: Activity) -> Answer:
    """Whether the activity counts as taking part."""
    if activity.programme in WORK:
        return _work_counts(activity)
    if activity.programme in ("none", "traineeship"):
        return answer("no", "NOTHING_COUNTS", value("participation/until", on=activity.on))
    if activity.programme in APPRENTICESHIPS or activity.programme == "supported_internship":
        return answer("yes", "WORK_BASED_COUNTS", value("participation/until", on=activity.on))
    hours = value("participation/full_time_hours", on=activity.on)
    if activity.planned_hours is not None:
        enough = activity.planned_hours >= hours.value
        code = "FULL_TIME_EDUCATION_COUNTS" if enough else "TOO_FEW_HOURS_ALONE"
        return answer("yes" if enough else "no", code, hours, hours=hours.value)
    if activity.full_time is False:
        # Below full-time for the English and maths condition can be above or below this line.
        return answer("check", "PART_TIME_HOURS_NEEDED", hours, hours=hours.value)
    return answer("yes", "FULL_TIME_EDUCATION_COUNTS", hours, hours=hours.value)


def counts_for_guarantee(activity: Activity) -> Answer:
    """Whether an offer of the activity counts as a suitable offer in September."""
    guarantee = value("participation/september_guarantee", on=activity.on)
    if activity.programme in ("job", "self_employment"):
        if not activity.accredited or activity.training_glh == 0:
            return answer("no", "JOB_NEEDS_TRAINING", guarantee)
        state: YesNo = "yes" if counts(activity).state == "yes" else "check"
        return answer(state, "JOB_WITH_TRAINING", guarantee)
    found = counts(activity)
    if activity.programme == "volunteering" and found.state == "yes":
        return answer("check", "GUARANTEE_NAMES_EMPLOYMENT", guarantee)
    code = "SUITABLE_OFFER" if found.state == "yes" else "NOT_A_SUITABLE_OFFER"
    return answer(found.state, code, guarantee)


def must_take_part(age: int, *, start_year: int, level_3_achieved: bool = False) -> Answer:
    """Whether somebody of that age is still to take part in England."""
    until = value("participation/until", on=start_day(start_year))
    if age >= until.value["age"]:
        return answer("no", "TAKING_PART_ENDS_AT_18", until, age=until.value["age"])
    if level_3_achieved:
        return answer("no", "TAKING_PART_ENDS_AT_LEVEL_3", until)
    return answer("yes", "TAKE_PART_UNTIL_18", until, age=until.value["age"])


def september_guarantee(
    *, year_group: int | None, has_offer: bool, start_year: int, age: int | None = None
) -> Guarantee:
    """Whether somebody is to have a suitable offer by the end of September, and whom to ask."""
    rule = value("participation/september_guarantee", on=start_day(start_year))
    by = f"{rule.value['day']} September"
    if year_group is None and age is None:
        applies: YesNo = "check"
    elif year_group is None:
        applies = "yes" if age in (16, 17) else "no"
    else:
        applies = "yes" if year_group in rule.value["year_groups"] else "no"
    code = {
        "yes": "GUARANTEE_HAS_OFFER" if has_offer else "GUARANTEE_ASK_COUNCIL",
        "no": "GUARANTEE_OTHER_YEARS",
        "check": "GUARANTEE_ASK_COUNCIL",
    }[applies]
    return Guarantee(applies, str(rule.value["contact"]), (Reason.of(code, by=by),), Basis.of(rule))


def _work_counts(activity: Activity) -> Answer:
    hours = value("participation/work_hours", on=activity.on)
    training = value("participation/training_hours", on=activity.on)
    if not activity.accredited or activity.training_glh == 0:
        return answer("no", "JOB_NEEDS_TRAINING", training)
    if activity.weekly_hours is not None and activity.weekly_hours < hours.value:
        return answer("no", "WORK_TOO_FEW_HOURS", hours, hours=hours.value)
    if activity.training_glh is not None and activity.training_glh < training.value:
        return answer("no", "TRAINING_TOO_FEW_HOURS", training, hours=training.value)
    if activity.weekly_hours is None or activity.training_glh is None:
        return answer(
            "check", "WORK_HOURS_NEEDED", hours, training, work=hours.value, training=training.value
        )
    return answer(
        "yes", "WORK_WITH_TRAINING", hours, training, work=hours.value, training=training.value
    )
