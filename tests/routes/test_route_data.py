"""The graph of steps and the goals: whole, sourced, and in step with the rules."""

from __future__ import annotations

from typing import get_args

from pathways.catalogue.reference import apprenticeship_fields, subjects
from pathways.catalogue.types import Route
from pathways.paths import REFERENCE
from pathways.routes.goals import COURSES, find_goal, goals
from pathways.routes.steps import paths, sources, steps
from pathways.rules.values import start_day, value
from pathways.words import sentences

FIELDS = {one.field for one in subjects().values()} | set(apprenticeship_fields().values())


def test_every_route_of_the_catalogue_is_a_step() -> None:
    routed = {route for step in steps().values() for route in step.routes}
    assert routed == set(get_args(Route))


def test_every_step_has_words_a_source_and_a_length() -> None:
    for step in steps().values():
        code = f"STEP_{step.step_id.upper()}"
        assert {code, f"{code}_NEEDS", f"{code}_GIVES"} <= sentences().keys()
        assert step.source_ids
        assert 0 <= step.years[0] <= step.years[1]
        assert all(sources()[name].trust for name in step.source_ids)


def test_every_step_leads_on_to_a_paid_job_or_higher_and_none_is_a_dead_end() -> None:
    for step in steps():
        assert step == "paid_job" or paths(step, frozenset({"paid_job"}), most=6)


def test_no_step_is_a_closed_or_undated_programme() -> None:
    text = (REFERENCE / "routes" / "steps.yaml").read_text("utf-8").casefold()
    assert "traineeship" not in text
    assert "preparation" not in text


def test_foundation_apprenticeships_are_shown_in_the_fields_of_the_open_ones() -> None:
    field_of = {
        "Building Service Engineering": "Construction",
        "Finishing Trades": "Construction",
        "Onsite Trades": "Construction",
        "Hardware, Network and Infrastructure": "Computing and digital",
        "Software and Data": "Computing and digital",
        "Engineering and Manufacturing": "Engineering and making",
        "Health and Social Care": "Health and care",
    }
    listed = value("availability/foundation_apprenticeships", on=start_day(2027)).value["open"]
    assert set(steps()["foundation_apprenticeship"].only_in) == {field_of[one] for one in listed}


def test_lengths_keep_the_minimum_of_the_rules() -> None:
    months = value("apprenticeships/minimum_months", on=start_day(2027)).value
    internship = value("apprenticeships/supported_internship", on=start_day(2027)).value
    for step in steps().values():
        if "apprenticeship" in step.step_id:
            assert round(step.years[0] * 12) >= months
    assert steps()["supported_internship"].years[0] * 12 >= internship["months_at_least"]


def test_there_are_at_least_sixty_goals_each_with_a_field_a_way_and_a_source() -> None:
    assert len(goals()) >= 60
    for goal in goals().values():
        assert set(goal.fields) <= FIELDS
        assert goal.fields
        assert goal.words
        assert goal.source.startswith("https://nationalcareers.service.gov.uk/job-profiles/")
        assert set(goal.ways) <= set(COURSES) | set(steps())
        assert goal.ends <= set(steps())
        assert goal.ends


def test_no_two_goals_answer_to_one_name() -> None:
    names = [name.casefold() for goal in goals().values() for name in (goal.name, *goal.also)]
    assert len(set(names)) == len(names)


def test_goals_are_found_as_teenagers_write_them() -> None:
    for typed, goal_id in {
        "Electrician": "electrician",
        "games designer": "games-designer",
        "vet nurse": "vet-nurse",
        "Veterinary nurse": "vet-nurse",
        " nursing ": "nurse",
        "video-editor": "video-editor",
    }.items():
        found = find_goal(typed)
        assert found is not None
        assert found.goal_id == goal_id
    assert find_goal("don't know yet") is None
