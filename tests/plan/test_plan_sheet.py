"""The sheet: what is shown, what to ask, and what to do by when. No past day as a coming one."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.answers import Clause
from pathways.catalogue.publish import publish
from pathways.catalogue.store import Catalogue, load_catalogue
from pathways.catalogue.types import Event
from pathways.guidance import Guidance, Option
from pathways.guide import guide
from pathways.learner.learner import Learner, Result
from pathways.paths import AREAS
from pathways.plan.make_sheet import sheet
from pathways.plan.plan import Choice, Plan
from pathways.plan.prompts import prompts
from pathways.plan.questions import MOST_QUESTIONS, questions
from pathways.plan.sheet import Sheet, ToDo
from pathways.words import say_reason
from tests.support.learners import all_at, learner
from tests.support.tiny import ABOUT, COLLEGE, EXAMPLE, SCHOOL

TODAY = date(2026, 11, 22)
BIOLOGY, FRENCH, NORTH_BIOLOGY, BUILDING, FEES = (
    EXAMPLE.offers[at].offer_id for at in (0, 1, 3, 4, 9)
)
PLUMBER = EXAMPLE.offers[8].offer_id


def event(kind: str, day: str, about: str = "", *, at: str = SCHOOL.provider_id) -> Event:
    return Event(
        provider_id=at,
        provider_name="ignored",
        kind=kind,  # type: ignore[arg-type]
        date=day,
        text=about,
        page_url="https://example.org/dates",
        source_id="provider-pages",
    )


def catalogue_with(*events: Event, fictional: bool = False) -> Catalogue:
    with tempfile.TemporaryDirectory() as folder:
        about = ABOUT | {"fictional": fictional}
        publish({**EXAMPLE.tables(), "events": events}, Path(folder, "area"), about=about)
        return load_catalogue(Path(folder, "area"), linked=False)


def made(*offers: str, catalogue: Catalogue, who: Learner | None = None, on: date = TODAY) -> Sheet:
    who = who or all_at("6")
    plan = Plan("example", tuple(Choice(offer) for offer in offers), (), who.start_year)
    return sheet(plan, guide(who, catalogue, on=on), catalogue, on=on)


def of(found: Sheet, code: str) -> list[ToDo]:
    return [to_do for to_do in found.to_do if to_do.what.code == code]


@cache
def shipped(area: str) -> tuple[Catalogue, Guidance]:
    catalogue = load_catalogue(AREAS / area)
    return catalogue, guide(all_at("3"), catalogue, on=TODAY)


def option(offer: str = BIOLOGY, who: Learner | None = None) -> Option:
    catalogue = catalogue_with()
    found = guide(who or all_at("6"), catalogue, on=TODAY).options.find(offer)
    assert found is not None
    return found


# --- the sheet itself ---


def test_choices_keep_the_learners_order_and_notes() -> None:
    catalogue = catalogue_with()
    plan = Plan(
        "example",
        (Choice(BUILDING, "near Gran"), Choice(BIOLOGY)),
        (Result(subject="Maths", grade="6"),),
        2027,
    )
    found = sheet(plan, guide(all_at("6"), catalogue, on=TODAY), catalogue, on=TODAY)
    assert [(one.place, one.option.offer_id, one.note) for one in found.chosen] == [
        (1, BUILDING, "near Gran"),
        (2, BIOLOGY, ""),
    ]
    assert found.results == plan.results
    assert (found.area, found.fictional, found.made_on) == ("Exampleshire", False, TODAY)


def test_a_saved_option_that_is_gone_is_counted_and_takes_no_place() -> None:
    found = made("gone", BIOLOGY, catalogue=catalogue_with())
    assert found.gone == ("gone",)
    assert [one.place for one in found.chosen] == [1]


def test_an_empty_plan_has_nothing_to_do_and_no_advice() -> None:
    found = made(catalogue=catalogue_with())
    assert (found.chosen, found.to_do, found.advice) == ((), (), ())


def test_a_made_up_area_is_marked() -> None:
    assert made(BIOLOGY, catalogue=catalogue_with(fictional=True)).fictional


# --- what providers published ---


def test_a_coming_day_is_shown_as_published() -> None:
    catalogue = catalogue_with(event("open_event", "2026-12-03", "Open evening"))
    (found,) = of(made(BIOLOGY, catalogue=catalogue), "TODO_OPEN_EVENT")
    assert (found.on, found.basis) == (date(2026, 12, 3), "published")
    assert (found.provider, found.offer_id) == (SCHOOL.name, BIOLOGY)
    assert found.page_url == "https://example.org/dates"
    assert say_reason(found.what) == f"Go and see {SCHOOL.name}: Open evening"
    assert say_reason(found.when) == "3 December 2026"


def test_today_still_counts_and_yesterday_does_not() -> None:
    catalogue = catalogue_with(event("deadline", "2026-11-22"))
    assert of(made(BIOLOGY, catalogue=catalogue), "TODO_DEADLINE")
    tomorrow = made(BIOLOGY, catalogue=catalogue, on=TODAY + timedelta(days=1))
    assert not of(tomorrow, "TODO_DEADLINE")


def test_a_day_of_an_earlier_year_says_when_it_was_and_to_ask() -> None:
    catalogue = catalogue_with(event("deadline", "2026-01-15", "closes 15 January"))
    (found,) = of(made(BIOLOGY, catalogue=catalogue), "TODO_ASK_DEADLINE")
    assert (found.on, found.basis) == (None, "usual")
    assert say_reason(found.when) == (
        "In 2026 it was 15 January. This year's date is not published here, so ask."
    )
    assert "closes" not in say_reason(found.what)


def test_a_day_that_may_have_gone_by_this_year_says_ask_now_and_comes_first() -> None:
    catalogue = catalogue_with(event("deadline", "2024-09-30"), event("open_event", "2025-12-01"))
    found = made(BIOLOGY, catalogue=catalogue)
    assert [to_do.when.code for to_do in found.to_do[:2]] == ["WHEN_WAS_ASK_NOW", "WHEN_WAS"]
    assert say_reason(found.to_do[0].when).endswith("ask now.")


def test_of_several_earlier_years_the_latest_is_told() -> None:
    catalogue = catalogue_with(
        *(event("deadline", day) for day in ("2020-09-28", "2024-09-30", "2023-09-29"))
    )
    (found,) = of(made(BIOLOGY, catalogue=catalogue), "TODO_ASK_DEADLINE")
    assert found.when.as_dict() == {"date": "30 September", "year": 2024}


def test_an_earlier_year_is_not_told_when_this_years_day_is_known() -> None:
    catalogue = catalogue_with(event("deadline", "2026-01-15"), event("deadline", "2027-01-14"))
    found = made(BIOLOGY, catalogue=catalogue)
    assert of(found, "TODO_DEADLINE")
    assert not of(found, "TODO_ASK_DEADLINE")


@pytest.mark.parametrize("day", ["", "soon"])
def test_words_without_a_date_are_passed_on_as_the_providers(day: str) -> None:
    catalogue = catalogue_with(event("deadline", day, "1 November every year"))
    (found,) = of(made(BIOLOGY, catalogue=catalogue), "TODO_ASK_DEADLINE")
    assert (found.on, found.basis) == (None, "usual")
    assert say_reason(found.when) == "It says: 1 November every year. Check this with them."


def test_a_leap_day_of_an_earlier_year_does_no_harm() -> None:
    catalogue = catalogue_with(event("open_event", "2024-02-29"))
    (found,) = of(made(BIOLOGY, catalogue=catalogue), "TODO_ASK_OPEN_EVENT")
    assert found.when.as_dict() == {"date": "29 February", "year": 2024}


def test_two_choices_at_one_provider_have_its_days_once() -> None:
    catalogue = catalogue_with(event("open_event", "2026-12-03", "Open evening"))
    assert len(of(made(BIOLOGY, FRENCH, catalogue=catalogue), "TODO_OPEN_EVENT")) == 1


def test_days_of_providers_that_are_not_in_the_plan_stay_out() -> None:
    catalogue = catalogue_with(event("open_event", "2026-12-03", at=COLLEGE.provider_id))
    assert not of(made(BIOLOGY, catalogue=catalogue), "TODO_OPEN_EVENT")
    assert of(made(BUILDING, catalogue=catalogue), "TODO_OPEN_EVENT")


# --- what is national ---


def test_providers_without_a_deadline_are_named_with_the_usual_season() -> None:
    found = made(BIOLOGY, BUILDING, catalogue=catalogue_with())
    (ask,) = of(found, "TODO_ASK_DEADLINE")
    assert say_reason(ask.what) == (
        f"Find out the last day to apply: {SCHOOL.name} and {COLLEGE.name}."
    )
    assert say_reason(ask.when) == "Usually between October and February."
    assert (ask.on, ask.basis, ask.source_id) == (None, "usual", "E6")


def test_after_the_usual_season_it_says_ask_now() -> None:
    found = made(BIOLOGY, catalogue=catalogue_with(), on=date(2027, 3, 1))
    (ask,) = of(found, "TODO_ASK_DEADLINE")
    assert say_reason(ask.when) == "Usually between October and February, so ask now."


def test_the_usual_season_moves_with_the_start_year() -> None:
    later = all_at("6", start_year=2029)
    found = made(BIOLOGY, catalogue=catalogue_with(), who=later, on=date(2028, 12, 1))
    assert of(found, "TODO_ASK_DEADLINE")[0].when.code == "WHEN_USUALLY"


def test_a_results_day_that_is_not_confirmed_has_no_date() -> None:
    (found,) = of(made(BIOLOGY, catalogue=catalogue_with()), "TODO_RESULTS_DAY")
    assert (found.on, found.basis) == (None, "usual")
    assert say_reason(found.when) == (
        "In 2026 it was 20 August. We do not hold the date for 2027 yet."
    )


def test_a_results_day_that_is_known_has_its_date() -> None:
    found = made(
        BIOLOGY,
        catalogue=catalogue_with(),
        who=all_at("6", start_year=2026),
        on=date(2026, 8, 1),
    )
    (day,) = of(found, "TODO_RESULTS_DAY")
    assert (day.on, day.basis) == (date(2026, 8, 20), "national")


@pytest.mark.parametrize(("year", "on"), [(2026, date(2026, 8, 21)), (2027, date(2027, 9, 1))])
def test_a_results_day_that_is_over_is_not_shown(year: int, on: date) -> None:
    who = all_at("6", start_year=year)
    found = made(BIOLOGY, catalogue=catalogue_with(), who=who, on=on)
    assert not of(found, "TODO_RESULTS_DAY")


def test_enrolment_follows_results_day_and_ends_with_september() -> None:
    codes = [to_do.what.code for to_do in made(BIOLOGY, catalogue=catalogue_with()).to_do]
    assert codes.index("TODO_ENROL") == codes.index("TODO_RESULTS_DAY") + 1
    later = made(BIOLOGY, catalogue=catalogue_with(), on=date(2027, 10, 1))
    assert not of(later, "TODO_ENROL")


@pytest.mark.parametrize(
    ("grades", "subject"),
    [
        ({"English Language": "3", "Maths": "6"}, "English"),
        ({"English Language": "5", "Maths": "3"}, "maths"),
        ({"English Language": "2", "Maths": "1"}, "English and maths"),
    ],
)
def test_november_exams_are_for_those_who_keep_studying(
    grades: dict[str, str | None], subject: str
) -> None:
    found = made(BUILDING, catalogue=catalogue_with(), who=learner(grades))
    (resit,) = of(found, "TODO_RESIT")
    assert resit.what.as_dict() == {"subject": subject}
    assert say_reason(resit.when) == (
        "In 2025 it was 4 November. We do not hold the date for 2027 yet."
    )


def test_november_exams_are_not_for_those_with_grade_4_or_above() -> None:
    assert not of(made(BIOLOGY, catalogue=catalogue_with()), "TODO_RESIT")


def test_november_exams_have_their_date_in_a_year_that_published_it() -> None:
    catalogue, on = catalogue_with(), date(2025, 10, 1)
    plan = Plan("example", (Choice(BUILDING),), (), 2025)
    found = sheet(plan, guide(all_at("3"), catalogue, on=on), catalogue, on=on)
    assert [say_reason(one.when) for one in of(found, "TODO_RESIT")] == ["From 4 November 2025."]


def test_an_apprenticeship_is_looked_for_all_year_and_has_no_deadline_season() -> None:
    found = made(PLUMBER, catalogue=catalogue_with())
    assert of(found, "TODO_VACANCIES")
    assert not of(found, "TODO_ASK_DEADLINE")


@pytest.mark.parametrize("area", ["kingston-surrey-sutton", "training"])
@given(
    st.data(),
    st.dates(date(2026, 9, 1), date(2028, 12, 31)),
    st.none() | st.integers(2026, 2030),
)
@settings(max_examples=40)
def test_no_day_of_the_past_is_ever_a_coming_one(
    area: str, data: st.DataObject, on: date, year: int | None
) -> None:
    catalogue, guidance = shipped(area)
    offers = catalogue.index.offers["offer_id"].words
    chosen = data.draw(st.lists(st.sampled_from(offers), unique=True, min_size=1, max_size=5))
    plan = Plan(area, tuple(Choice(offer) for offer in chosen), (), year)
    found = sheet(plan, guidance, catalogue, on=on)
    days = [to_do.on for to_do in found.to_do if to_do.on]
    assert all(day >= on for day in days)
    assert days == sorted(days)
    # Known days come first, then seasons.
    known = [to_do.on is not None for to_do in found.to_do]
    assert known == sorted(known, reverse=True)
    for to_do in found.to_do:
        assert (to_do.on is None) == (to_do.basis == "usual")
        assert to_do.source_id
        assert say_reason(to_do.what)
        assert say_reason(to_do.when)
    for one in found.chosen:
        codes = [reason.code for reason in one.questions]
        assert 2 <= len(codes) == len(set(codes)) <= MOST_QUESTIONS
        assert all(say_reason(reason).endswith("?") for reason in one.questions)
    assert all(say_reason(reason) for reason in found.advice)


# --- questions ---


def asked(found: Option) -> list[str]:
    return [reason.code for reason in questions(found, start_year=2027)]


def test_grades_are_asked_for_where_the_rule_is_not_the_providers_own() -> None:
    own = option(BIOLOGY)
    assert "ASK_GRADES" not in asked(own)
    for basis in ("typical", "unknown"):
        eligibility = replace(own.eligibility, basis=basis)  # type: ignore[arg-type]
        assert asked(replace(own, eligibility=eligibility))[0] == "ASK_GRADES"


@pytest.mark.parametrize(
    ("grades", "code"),
    [("5", "ASK_ONE_GRADE_SHORT"), ("2", "ASK_WAY_IN")],
)
def test_what_stands_between_is_asked_about(grades: str, code: str) -> None:
    assert asked(option(BIOLOGY, all_at(grades)))[0] == code


def test_an_audition_or_interview_is_asked_about() -> None:
    found = option(BIOLOGY)
    person = (*found.eligibility.clauses, Clause("audition", "subject", "person"))
    eligibility = replace(found.eligibility, clauses=person)
    assert "ASK_TO_PREPARE" in asked(replace(found, eligibility=eligibility))


def test_whether_it_runs_is_asked_where_old_results_are_all_we_hold() -> None:
    found = option(BIOLOGY)
    assert "GAP_RUNS_NEXT_YEAR" in found.data_gaps
    first = questions(found, start_year=2027)[0]
    assert say_reason(first) == "Will this course run in 2027?"
    gone = replace(found, data_gaps=("GAP_TIMETABLE",))
    assert "ASK_RUNS" not in asked(gone)
    closed = replace(gone, availability=replace(found.availability, state="closed"))
    assert "ASK_INSTEAD" in asked(closed)


def test_an_apprenticeship_is_asked_about_employers() -> None:
    found = asked(option(PLUMBER))
    assert "ASK_EMPLOYERS" in found
    assert "ASK_RUNS" not in found


def test_the_site_is_asked_for_where_it_is_not_stated() -> None:
    found = option(BIOLOGY)
    assert "ASK_SITE" not in asked(found)
    assert "ASK_SITE" in asked(replace(found, data_gaps=("GAP_CAMPUS",)))


@pytest.mark.parametrize(
    ("grades", "says"),
    [
        (
            {"Maths": "3", "English Language": "5"},
            "How do you teach GCSE maths next to this course?",
        ),
        (
            {"Maths": "2", "English Language": "5"},
            "Which maths course would I take next to this one?",
        ),
        (
            {"Maths": "3", "English Language": "3"},
            "How do you teach GCSE English and maths next to this course?",
        ),
    ],
)
def test_english_and_maths_are_asked_about_in_one_question(
    grades: dict[str, str | None], says: str
) -> None:
    found = questions(option(BUILDING, learner(grades)), start_year=2027)
    assert says in [say_reason(reason) for reason in found]


def test_fees_are_asked_about_where_there_are_fees() -> None:
    assert "ASK_FEES" in asked(option(FEES))
    assert "ASK_FEES" not in asked(option(BIOLOGY))


def test_length_is_asked_for_where_it_is_not_known() -> None:
    found = option(BUILDING)
    assert "ASK_LENGTH" in asked(found)
    assert "ASK_LENGTH" not in asked(replace(found, length_years="1"))
    assert "ASK_LENGTH" not in asked(option(BIOLOGY))


# --- prompts ---


def advised(*offers: str, who: Learner | None = None) -> list[str]:
    found = made(*offers, catalogue=catalogue_with(), who=who)
    return [reason.code for reason in found.advice]


def test_fewer_than_three_options_ask_for_a_back_up() -> None:
    assert "NO_BACKUP" in advised(BIOLOGY, BUILDING)
    assert "NO_BACKUP" not in advised(BIOLOGY, BUILDING, FRENCH)


def test_a_plan_with_nothing_met_is_prompted_kindly() -> None:
    assert "NOTHING_MET_YET" in advised(BIOLOGY, FRENCH, FEES, who=all_at("1"))
    assert "NOTHING_MET_YET" not in advised(BIOLOGY, FRENCH, BUILDING, who=all_at("1"))


def test_a_plan_of_one_kind_is_shown_another() -> None:
    assert "ALL_ONE_KIND" in advised(BIOLOGY, FRENCH)
    assert "ALL_ONE_KIND" not in advised(BIOLOGY, BUILDING)
    assert "ALL_ONE_KIND" not in advised(BIOLOGY)


def test_a_good_plan_is_left_alone() -> None:
    assert advised(BIOLOGY, NORTH_BIOLOGY, BUILDING) == []
    assert prompts(()) == ()
