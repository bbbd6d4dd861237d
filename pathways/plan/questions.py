"""What to ask a provider about one option: what its card does not answer, most important first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from pathways.answers import EnglishMaths
from pathways.guidance import Option
from pathways.reason import Reason

MOST_QUESTIONS = 5
_TWO_YEARS = frozenset({"a_level", "ib", "t_level"})
"""Routes that take two years wherever they are taught."""
_TO_STUDY = frozenset({"gcse_required", "level_2_choice", "any_approved", "review"})


def questions(option: Option, *, start_year: int) -> tuple[Reason, ...]:
    """At most five questions; none that the card answers already."""
    return tuple(islice(_questions(option, start_year), MOST_QUESTIONS))


def _questions(option: Option, start_year: int) -> Iterator[Reason]:
    yield from _entry(option)
    yield from _start(option, start_year)
    if {"GAP_CAMPUS", "GAP_PLACE"}.intersection(option.data_gaps):
        yield Reason.of("ASK_SITE")
    yield from _english_maths(option.english_maths_plan)
    if any(reason.code == "CHARGES_FEES" for reason in option.provider_facts):
        yield Reason.of("ASK_FEES")
    if "GAP_TIMETABLE" in option.data_gaps:
        yield Reason.of("ASK_DAYS")
    if option.route == "a_level":
        yield Reason.of("ASK_OTHER_SUBJECTS")
    elif not option.length_years and option.route not in _TWO_YEARS:
        yield Reason.of("ASK_LENGTH")
    if "GAP_RESULTS" in option.data_gaps:
        yield Reason.of("ASK_RESULTS")
    yield Reason.of("ASK_AFTERWARDS")
    yield Reason.of("ASK_COSTS")


def _entry(option: Option) -> Iterator[Reason]:
    """About getting in: the grades where they are not the provider's own, else what stands between."""
    found = option.eligibility
    if found.basis != "published":
        yield Reason.of("ASK_GRADES")
    elif found.state == "near_miss":
        yield Reason.of("ASK_ONE_GRADE_SHORT")
    elif found.state == "not_yet":
        yield Reason.of("ASK_WAY_IN")
    if any(clause.state == "person" for clause in found.clauses):
        yield Reason.of("ASK_TO_PREPARE")


def _start(option: Option, year: int) -> Iterator[Reason]:
    """About starting: an apprenticeship needs an employer, any other course needs to run."""
    state = option.availability.state
    if "apprenticeship" in option.route:
        yield Reason.of("ASK_EMPLOYERS")
    elif state in ("closed", "no", "not_yet"):
        yield Reason.of("ASK_INSTEAD", year=year)
    elif {"GAP_AVAILABILITY", "GAP_RUNS_NEXT_YEAR"}.intersection(option.data_gaps):
        yield Reason.of("ASK_RUNS", year=year)


def _english_maths(plan: EnglishMaths) -> Iterator[Reason]:
    """About English and maths alongside, in one question."""
    needed = {"English": plan.english.status, "maths": plan.maths.status}
    needed = {subject: status for subject, status in needed.items() if status in _TO_STUDY}
    subject = " and ".join(needed)
    if set(needed.values()) == {"gcse_required"}:
        yield Reason.of("ASK_GCSE_ALONGSIDE", subject=subject)
    elif needed:
        yield Reason.of("ASK_ENGLISH_MATHS", subject=subject)
