"""The facts of an option in short words: the same on the page, in print and on paper."""

from __future__ import annotations

from functools import lru_cache

from pathways.answers import Eligibility
from pathways.catalogue.entry_rules.parse import parse
from pathways.errors import RuleError
from pathways.guidance import Journey, Option
from pathways.words import say, say_reason
from pathways.words.entry import rule_in_words


def state_in_words(eligibility: Eligibility) -> str:
    """How the grades stand; "ask" says whether a grade is missing, a rule, or a person decides."""
    return say(f"UI_STATE_{_state(eligibility)}")


def _state(eligibility: Eligibility) -> str:
    if eligibility.state != "ask":
        return eligibility.state.upper()
    if eligibility.basis == "unknown":
        return "UNKNOWN"
    missing = any(clause.state == "missing" for clause in eligibility.clauses)
    return "MISSING" if missing else "ASK"


def what_in_words(option: Option) -> str:
    """The qualification, and how long it takes where that is known."""
    return " · ".join(filter(None, (option.qualification, length_in_words(option.length_years))))


def length_in_words(length: str) -> str:
    """A number is of years, anything else ("26 weeks") is said as published; empty where nothing is."""
    if length == "1":
        return say("UI_ONE_YEAR")
    years = length.replace(".", "", 1).replace("-", "", 1)
    return say("UI_YEARS", years=length) if years.isdecimal() else length


def kind_in_words(option: Option) -> str:
    """What kind of place it is, and facts about it that a learner may filter on."""
    facts = (say_reason(reason) for reason in option.provider_facts)
    return " · ".join([say(f"UI_KIND_{option.kind.upper()}"), *facts])


def place_in_words(option: Option) -> str:
    """The site, unless it is called as its provider is, and its postcode."""
    site = option.site.removeprefix(option.provider).strip(" ,()")
    where = ", ".join(filter(None, (site[:1].upper() + site[1:], option.postcode)))
    return where or say("UI_NOT_PUBLISHED")


def distance_in_words(journey: Journey) -> str:
    """How far and how long, as an estimate; empty when either end is not known."""
    if journey.km is None:
        return ""
    km = say("UI_KM_UNDER_1") if journey.km < 1 else say("UI_KM", km=f"{journey.km:.0f}")
    if journey.minutes is None:
        return km
    mode = say(f"UI_MODE_{journey.mode.upper()}")
    return say("UI_JOURNEY", minutes=journey.minutes, mode=mode, km=km)


@lru_cache(maxsize=4096)
def asked_in_words(rule: str) -> str:
    """A typed entry rule in plain words; one that cannot be read is said as it was written."""
    try:
        return rule_in_words(parse(rule))
    except RuleError:
        return rule
