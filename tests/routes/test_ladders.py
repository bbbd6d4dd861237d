"""Every learner gets at least three ladders, and no ladder breaks a rule."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from routes_learners import (
    GRADES,
    REAL,
    TRAINING,
    area,
    ground_of,
    ladders_of,
    learner,
    record_of,
    who_of,
)

from pathways.learner.learner import Learner
from pathways.matching.eligibility.state import ASK, MEETS
from pathways.routes.goals import find_goal, goals
from pathways.routes.ladder import Ladder
from pathways.routes.ladders import Aim, ladders
from pathways.routes.position import position
from pathways.routes.steps import steps
from pathways.rules.apprenticeship_eligibility import Starter, can_start
from pathways.rules.availability import OPEN, course_availability
from pathways.rules.study import counts_as_study
from pathways.rules.values import start_day
from pathways.words import say_reason

AREAS = (REAL, TRAINING)


def check_ladders(one: Learner, name: str, found: tuple[Ladder, ...]) -> None:
    """Three or more, each different, each step allowed by the rules when its turn comes."""
    index = area(name).index
    state = ground_of(one, name).state
    assert len(found) >= 3
    assert len({ladder.ladder_id for ladder in found}) == len(found)
    for ladder in found:
        first = ladder.rungs[0].runs
        assert first.offers or (first.named and first.because)
        for offer in first.offers:
            assert state[index.offer_row[offer]] in (MEETS, ASK)
        for before, rung in zip((None, *ladder.rungs), ladder.rungs, strict=False):
            if before is not None:
                assert rung.step in steps()[before.step].leads_to
                assert (rung.age, rung.year) >= (before.age, before.year)
            assert rung.availability.state in OPEN
            starter = Starter(rung.age, ehc_plan=one.needs.ehc_plan)
            if "apprenticeship" in rung.route or rung.route == "supported_internship":
                assert can_start(starter, rung.route, start_year=rung.year).state == "yes"
            for offer in rung.runs.offers:
                course = index.tables["courses"].row(int(index.course_of[index.offer_row[offer]]))
                answer = course_availability(
                    course["route"],
                    course["qualification"],
                    course["subject"],
                    start_year=rung.year,
                )
                assert answer.state in OPEN
                assert "raineeship" not in course["qualification"]
            if rung.english_maths is None:
                assert rung.kind == "beyond"
                continue
            for plan in (rung.english_maths.english, rung.english_maths.maths):
                for course_name in plan.study:
                    if plan.status == "out_of_scope":  # an apprentice, under their own rule
                        continue
                    named = f"{'English Language' if plan.subject == 'english' else 'Maths'}"
                    answer_ = counts_as_study(
                        plan.subject,
                        plan.status,
                        f"{named} | {course_name}",
                        on=start_day(rung.year),
                    )
                    assert answer_ == "yes"


@pytest.mark.parametrize("name", AREAS)
@pytest.mark.parametrize("ehc_plan", [False, True])
@pytest.mark.parametrize("age", [16, 17, 18])
def test_every_pair_of_grades_gives_three_ladders_that_keep_the_rules(
    name: str, ehc_plan: bool, age: int
) -> None:
    for english in GRADES:
        for maths in GRADES:
            one = learner(english, maths, age=age, ehc_plan=ehc_plan)
            check_ladders(one, name, ladders_of(one, name))


@settings(max_examples=60)
@given(
    english=st.sampled_from(GRADES),
    maths=st.sampled_from(GRADES),
    others=st.sampled_from([None, "1", "2", "3", "4", "6", "8"]),
    age=st.sampled_from([16, 17, 18]),
    ehc_plan=st.booleans(),
    year=st.integers(2026, 2030),
    goal=st.sampled_from(["", *goals()]),
    name=st.sampled_from(AREAS),
)
def test_every_goal_gives_three_ladders_that_keep_the_rules(
    english: str | None,
    maths: str | None,
    others: str | None,
    age: int,
    ehc_plan: bool,
    year: int,
    goal: str,
    name: str,
) -> None:
    one = learner(english, maths, others=others, age=age, ehc_plan=ehc_plan, start_year=year)
    check_ladders(one, name, ladders_of(one, name, goal))


@pytest.mark.parametrize("name", AREAS)
def test_every_field_of_level_3_gives_three_ladders(name: str) -> None:
    field = area(name).index.of_course("field")
    level = area(name).index.of_course("level").where(["3"])
    fields = {field[row] for row in range(len(field)) if level[row]}
    assert len(fields) >= 14
    for one in (learner("1", "1", others="1"), learner("6", "6", others="6")):
        for wanted in fields:
            found = ladders_of(one, name, fields=(wanted,))
            check_ladders(one, name, found)
            assert all(ladder.fields == (wanted,) for ladder in found)


@pytest.mark.parametrize("name", AREAS)
@given(
    grade=st.sampled_from(["1", "3", "5", "8"]),
    english=st.sampled_from(GRADES),
    maths=st.sampled_from(GRADES),
)
@settings(max_examples=20)
def test_study_and_paid_work_are_both_there_for_everyone(
    name: str, grade: str, english: str | None, maths: str | None
) -> None:
    found = ladders_of(learner(english, maths, others=grade), name)
    assert {"study", "work"} == {ladder.rungs[0].kind for ladder in found}


def test_strong_learners_start_at_level_3() -> None:
    one = learner("7", "7", others="7")
    for name in AREAS:
        found = ladders_of(one, name)
        assert {ladder.rungs[0].level for ladder in found} == {"3"}
        assert {"a_level", "t_level", "vocational_l3"} <= {lad.rungs[0].step for lad in found}


@pytest.mark.parametrize("name", AREAS)
def test_all_grade_1s_get_study_and_paid_work(name: str) -> None:
    found = ladders_of(learner("1", "1", others="1"), name)
    assert {"level_1", "apprenticeship_l2"} <= {ladder.rungs[0].step for ladder in found}
    assert all(ladder.rungs[-1].level == "3" for ladder in found)


def test_all_grade_1s_start_with_level_1_offers_that_ask_no_more() -> None:
    found = ladders_of(learner("1", "1", others="1"), TRAINING)
    level_1 = next(ladder for ladder in found if ladder.rungs[0].step == "level_1")
    assert level_1.rungs[0].runs.count >= 20


@pytest.mark.parametrize("name", AREAS)
def test_a_supported_internship_is_for_those_with_an_ehc_plan(name: str) -> None:
    def firsts(ehc_plan: bool) -> set[str]:
        found = ladders_of(learner("1", None, ehc_plan=ehc_plan), name)
        return {rung.step for ladder in found for rung in ladder.rungs}

    assert "supported_internship" in firsts(True)
    assert "supported_internship" not in firsts(False)


@pytest.mark.parametrize("name", AREAS)
def test_somebody_newly_arrived_finds_esol(name: str) -> None:
    found = ladders_of(learner(None, None), name, new_english=True)
    esol = next(ladder for ladder in found if ladder.rungs[0].step == "esol")
    index = area(name).index
    for offer in esol.rungs[0].runs.offers:
        assert "ESOL" in index.of_course("subject")[index.offer_row[offer]]
    others = ladders_of(learner(None, None), name)
    assert "esol" not in {ladder.rungs[0].step for ladder in others}


def test_a_care_leaver_and_a_young_parent_read_of_money_for_them() -> None:
    one = learner("2", "2", others="2", needs={"care_leaver": True, "parent": True})
    study = [lad.rungs[0] for lad in ladders_of(one, REAL) if lad.rungs[0].kind == "study"]
    codes = {reason.code for rung in study for reason in rung.funding}
    assert {"BURSARY_IN_CARE", "CARE_TO_LEARN"} <= codes


def test_a_first_step_that_is_not_listed_names_whom_to_ask() -> None:
    found = ladders_of(learner("1", "1", others="1", home={"postcode": "SM1 1AA"}), REAL)
    council = next(lad.rungs[0] for lad in found if lad.rungs[0].step == "work_with_training")
    assert council.runs.is_signpost
    assert council.runs.named == ("Sutton",)
    trained = next(
        lad.rungs[0] for lad in found if lad.rungs[0].step == "foundation_apprenticeship"
    )
    listed = area(REAL).index.tables["signposts"]["provider_name"].words
    assert trained.runs.named
    assert set(trained.runs.named) <= set(listed)


def test_the_training_area_names_nobody_real() -> None:
    real = set(area(REAL).index.tables["providers"]["name"].words)
    found = ladders_of(learner("1", "1", others="1"), TRAINING)
    named = {name for lad in found for rung in lad.rungs for name in rung.runs.named}
    assert named
    assert not named & real


@pytest.mark.parametrize(
    ("goal", "end"),
    [("electrician", "apprenticeship_l3"), ("nurse", "university"), ("vet nurse", "vocational_l3")],
)
def test_a_goal_is_reached_by_one_of_its_usual_ways(goal: str, end: str) -> None:
    found = ladders_of(learner("3", "2", others="3"), TRAINING, goal)
    wanted = find_goal(goal)
    assert wanted is not None
    assert end in {ladder.rungs[-1].step for ladder in found}
    assert end in wanted.ends
    index = area(TRAINING).index
    for ladder in found:
        for rung in ladder.rungs:
            outside = any(reason.code == "ANY_SUBJECT_HERE" for reason in rung.runs.because)
            if outside or steps()[rung.step].fields == "free":
                continue
            for offer in rung.runs.offers:
                field = index.of_course("field")[index.offer_row[offer]]
                assert field in wanted.fields


def test_no_goal_yet_keeps_many_open() -> None:
    for ladder in ladders_of(learner("4", "4", others="4"), REAL):
        assert "LADDER_KEEPS_MANY_OPEN" in {reason.code for reason in ladder.because}


def test_a_foundation_apprenticeship_is_never_shown_where_there_is_none() -> None:
    found = ladders_of(learner("1", "1", others="1"), REAL, "hairdresser")
    assert "foundation_apprenticeship" not in {rung.step for lad in found for rung in lad.rungs}


def test_results_to_come_are_said_and_not_taken_for_none() -> None:
    one = Learner.read({"results": [{"subject": "Maths", "grade": "?"}], "age": 16})
    assert position(record_of(one)).level == 2
    found = ladders_of(one, REAL)
    check_ladders(one, REAL, found)
    assert all("LADDER_RESULTS_TO_COME" in {r.code for r in lad.because} for lad in found)
    assert {lad.english[0].code for lad in found} == {"EM_ODDS_NOT_KNOWN"}


def test_better_grades_lead_to_a_higher_first_level() -> None:
    levels = []
    for grade in ("1", "3", "4", "6"):
        one = learner(grade, grade, others=grade)
        levels.append(position(record_of(one)).level)
    assert levels == [1, 2, 3, 3]


def test_pay_is_dated_and_said_of_jobs_alone() -> None:
    for ladder in ladders_of(learner("2", "2", others="2", ehc_plan=True), TRAINING):
        for rung in ladder.rungs:
            codes = [reason.code for reason in rung.pay]
            if rung.kind != "work":
                assert codes == []
            elif rung.step == "supported_internship":
                assert codes == ["NOT_PAID"]
            else:
                assert codes[0] == "LEAST_PAY"
                assert "PAY_OF_AN_EARLIER_YEAR" in codes


def test_from_19_money_works_in_another_way_unless_there_is_a_plan() -> None:
    def codes(ehc_plan: bool) -> set[str]:
        one = learner("1", "1", others="1", age=18, ehc_plan=ehc_plan)
        rungs = (rung for lad in ladders_of(one, TRAINING) for rung in lad.rungs)
        return {reason.code for rung in rungs for reason in rung.funding}

    assert "FUNDING_FROM_19" in codes(False)
    assert "FUNDING_WITH_PLAN" not in codes(False)
    assert "FUNDING_WITH_PLAN" in codes(True)
    assert "FUNDING_FROM_19" not in codes(True)


@pytest.mark.parametrize("name", AREAS)
def test_every_reason_of_every_ladder_has_words(name: str) -> None:
    one = learner("3", "1", others="2", ehc_plan=True, needs={"care_leaver": True, "parent": True})
    for goal in ("", "nurse", "electrician", "games designer"):
        for ladder in ladders_of(one, name, goal, new_english=True):
            for reason in (*ladder.because, *ladder.english, *ladder.maths):
                assert say_reason(reason)
            for rung in ladder.rungs:
                reasons = [rung.title, rung.length, rung.gives, rung.of_100, *rung.needs]
                reasons += [*rung.funding, *rung.pay, *rung.runs.because]
                reasons += rung.availability.because
                for plan in (
                    (rung.english_maths.english, rung.english_maths.maths)
                    if rung.english_maths
                    else ()
                ):
                    reasons += [*plan.because, *plan.closed_until]
                    reasons += [one_ for one_ in (plan.whose_rule, plan.when, plan.until) if one_]
                for reason in reasons:
                    assert "{" not in say_reason(reason)


def test_ladders_are_the_same_for_the_same_learner_and_ready_in_a_blink() -> None:
    one = learner("3", "2", others="3", home={"postcode": "KT1 1AA"}, max_minutes=45)
    record, who, ground = record_of(one), who_of(one), ground_of(one, REAL)
    aim = Aim(find_goal("nurse"))
    first = ladders(record, who, ground, aim=aim)
    taken = []
    for _ in range(5):
        start = time.process_time()
        assert ladders(record, who, ground, aim=aim) == first
        taken.append(time.process_time() - start)
    assert min(taken) < 0.03
