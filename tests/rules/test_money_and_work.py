"""Support, pay, participation, admissions, access and nations: every answer can be said and has a source."""

from datetime import date
from itertools import product

import pytest

from pathways.rules.access import Encounter, attendance, encounter_counts
from pathways.rules.admissions import admission
from pathways.rules.apprenticeship_eligibility import Starter, can_start, least_pay
from pathways.rules.apprenticeship_english_maths import apprentice_ruling
from pathways.rules.nations import NATIONS, nation
from pathways.rules.participation import Activity, counts, counts_for_guarantee
from pathways.rules.prior import Prior
from pathways.rules.support import KINDS, Circumstances
from pathways.rules.tariff import tariff
from pathways.words import say_reason

ON = date(2027, 9, 1)
WORK = [
    "apprenticeship_l2",
    "apprenticeship_l3",
    "foundation_apprenticeship",
    "supported_internship",
]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_support_answers_can_be_said(kind: str) -> None:
    for age, where, programme, yes in product(
        [None, 15, 16, 18, 19, 20],
        NATIONS,
        ["school_or_college", "apprenticeship_l2"],
        [True, False],
    ):
        who = Circumstances(
            age=age,
            nation=where,
            programme=programme,
            parent=yes,
            care_leaver=yes,
            universal_credit=True,
        )
        found = KINDS[kind](who)
        assert all(say_reason(reason) for reason in found.because)
        assert found.basis.source_ids


@pytest.mark.parametrize("kind", WORK)
def test_work_based_answers_can_be_said(kind: str) -> None:
    for age, plan, months in product(range(14, 27), [True, False], [None, 5, 7, 8, 24]):
        found = can_start(Starter(age, ehc_plan=plan), kind, start_year=2027, planned_months=months)
        assert all(say_reason(reason) for reason in found.because)
        assert not (found.state == "yes" and months is not None and months < 6)
    assert all(say_reason(reason) for reason in least_pay(kind, 17, on=ON).because)


def test_pay_for_a_start_in_september_2027_is_dated_and_not_covered() -> None:
    found = least_pay("apprenticeship_l3", 16, on=ON)
    assert (found.amount, found.basis.covered) == (8.0, False)
    assert "1 April 2026" in say_reason(found.because[0])


def test_an_apprentice_with_an_unclear_result_is_for_a_person() -> None:
    ruling = apprentice_ruling(
        "maths", Prior(grade=3), kind="apprenticeship_l2", age=18, start_year=2027, ehc_plan=True
    )
    assert ruling.rule == "level_1_then_level_2"
    assert {"APPRENTICE_ADJUSTED_MINIMUM", "CHECK_APPRENTICESHIP_RULES"} <= {
        reason.code for reason in ruling.because
    }


@pytest.mark.parametrize(
    "activity",
    [
        Activity("job", weekly_hours=20, accredited=True),
        Activity("self_employment", weekly_hours=30, training_glh=300, accredited=True),
        Activity("volunteering", weekly_hours=30, training_glh=300, accredited=True),
        Activity("school_or_college"),
        Activity("none"),
    ],
)
def test_participation_answers_can_be_said(activity: Activity) -> None:
    for found in (counts(activity), counts_for_guarantee(activity)):
        assert all(say_reason(reason) for reason in found.because)


def test_job_with_training_of_unknown_hours_is_not_guessed() -> None:
    assert counts(Activity("job", weekly_hours=20, accredited=True)).state == "check"


def test_an_interview_is_for_colleges_and_the_code_is_marked_unread() -> None:
    school = admission("interview", provider_kind="school_sixth_form", on=ON)
    college = admission("interview", provider_kind="fe_college", on=ON)
    assert (school.allowed, college.allowed) == ("no", "yes")
    assert school.basis.trust == college.basis.trust == "unconfirmed"


@pytest.mark.parametrize("practice", ["meeting", "academic_criteria", "ranking", "attendance"])
def test_admissions_answers_can_be_said(practice: str) -> None:
    for kind in ("school_sixth_form", "sixth_form_college"):
        found = admission(practice, provider_kind=kind, on=ON)
        assert all(say_reason(reason) for reason in found.because)


def test_access_without_a_day_is_not_guessed() -> None:
    assert encounter_counts(Encounter(11, None, True), on=ON).state == "check"
    assert attendance(7, on=ON).encounters == 0


@pytest.mark.parametrize("key", NATIONS)
def test_each_nation_is_told_what_pathways_covers(key: str) -> None:
    found = nation(key, on=ON)
    assert found.covered == (key == "england")
    assert found.href in say_reason(found.because[0]) or found.covered


def test_one_unknown_result_leaves_the_total_unknown_and_keeps_the_rest() -> None:
    found = tariff([("A level", "A"), ("V Level", "A"), ("A level", "Z")], on=ON)
    assert (found.points, found.known) == (None, 48)
    assert all(say_reason(reason) for one in found.each for reason in one.because)
