"""What every control can hold, so that a value from a browser's memory can be checked before it is set.

What is in a list here is what a page offers; tests/ui/test_ui_memory.py draws every page and compares.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache, partial
from types import MappingProxyType
from typing import Annotated, Any, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict, StringConstraints
from pydantic import TypeAdapter as Check

from pathways.catalogue.index import LANES
from pathways.catalogue.store import Catalogue
from pathways.catalogue.types import Route
from pathways.clock import today
from pathways.learner.qualifications import qualifications
from pathways.learner.subjects import subjects
from pathways.matching.interests.load import deck, tiles
from pathways.matching.interests.load import subjects as interest_subjects
from pathways.matching.weighing import TERMS
from pathways.plan.plan import MOST, NOTE_LONGEST
from pathways.rules.listing import all_values
from pathways.ui import advice, keys, state
from pathways.ui.memory_check import TICK, many_of, number_of, one_of, text_of, those_in
from pathways.ui.parts import worth_form
from pathways.ui.parts.grades import gcse
from pathways.ui.parts.likes_steps import STEPS
from pathways.ui.parts.likes_words import LONGEST

MOST_OTHERS = 40
"""How many results that are no GCSE rows are kept."""
_LINE = 100
"""Characters of one line that a learner types: a subject, a job, a search."""
_MOST_CARDS = 10_000
_NATIONS = ("england", "wales", "scotland", "northern_ireland")
_SEEDS = 2**31


@dataclass(frozen=True, slots=True, eq=False)
class Choices:
    """What one catalogue lets a learner choose: `offers` by area name, since plans are kept apart by area."""

    wants: frozenset[str]
    routes: frozenset[str]
    fields: frozenset[str]
    offers: Mapping[str, frozenset[str]]

    def offer(self, offer_id: str) -> bool:
        """Whether an offer of any area has this id."""
        return any(offer_id in ids for ids in self.offers.values())


def choices_of(here: Catalogue, areas: Iterable[Catalogue]) -> Choices:
    """The choices of the catalogue a visit looks at; `areas` are all those that plans may be of."""
    words = {
        name: here.index.tables["courses"][name].words for name in ("field", "subject", "route")
    }
    named = {name: frozenset(filter(None, found)) for name, found in words.items()}
    return Choices(
        wants=frozenset(
            [advice.FIELD + field for field in named["field"]]
            + [advice.SUBJECT + subject for subject in named["subject"]]
        ),
        routes=named["route"],
        fields=named["field"],
        offers={one.name: frozenset(one.index.offers["offer_id"].words) for one in areas},
    )


class _Other(BaseModel):
    """One result that is no GCSE row, as `state.Other`."""

    model_config = ConfigDict(strict=True, extra="forbid")
    qualification: str
    subject: Annotated[str, StringConstraints(min_length=1, max_length=_LINE, pattern=r"\S")]
    grade: Annotated[str, StringConstraints(max_length=_LINE)] | None


def check_for(name: str, choices: Choices) -> Check[Any] | None:
    """The check of one key; None where no control of that name is known."""
    kind, which = keys.of_many(name)
    if kind:
        return _OF_MANY[kind](which, choices)
    return _of_catalogue(choices).get(name) or _shipped().get(name)


@cache
def _shipped() -> Mapping[str, Check[Any]]:
    """Checks of the keys whose choices are the same in every area."""
    gcses = [subject.name for subject in subjects()]
    usual = {subject.name for subject in subjects() if subject.usual}
    fixed = {*state.CORE, *state.SEPARATE, state.COMBINED}
    liked = {kind: [t.id for t in tiles().tiles if t.kind == kind] for kind in ("field", "subject")}
    others = [one.name for one in qualifications() if one.name != "GCSE"]
    scale = range(state.STEPS)
    minutes = (20, 30, 45, 60, 90)
    return MappingProxyType(
        {
            keys.STATUS: one_of(("predicted", "actual", "mixed")),
            keys.ACTUAL: Check(Annotated[list[Any], Strict(), AfterValidator(_lines)]),
            keys.SCIENCE: one_of(("combined", "separate")),
            keys.USUAL: many_of(usual - fixed),
            keys.MORE: many_of({*gcses} - usual - fixed),
            keys.POSTCODE: text_of(12),
            keys.MINUTES: number_of(minutes),
            keys.YEAR: number_of(range(2026, 2030)),
            keys.NATION: one_of(_NATIONS),
            keys.AGE: number_of(range(14, 20)),
            keys.OTHER_QUALIFICATION: one_of(others),
            keys.OTHER_SUBJECT: text_of(_LINE),
            keys.OTHER_GRADE: text_of(_LINE),
            keys.STATES: many_of(("meets", "near_miss", "ask", "not_yet")),
            keys.HIDE: many_of(("girls", "boys", "selective", "faith")),
            keys.LANE: one_of(LANES),
            keys.VIEW: one_of(state.VIEWS),
            keys.MAP_VIEW: one_of(state.MAP_VIEWS),
            keys.MAP_FEES: TICK,
            keys.FIRST_ROUTE: one_of(("", *get_args(Route))),
            keys.RULES_SEARCH: text_of(_LINE),
            keys.RULES_TOPIC: one_of(row.topic for row in all_values()),
            keys.WORTH_ROWS: number_of(range(1, worth_form._MOST_ROWS + 1)),
            keys.PRACTICAL: number_of(scale),
            keys.COURSEWORK: number_of(scale),
            keys.GOAL: text_of(_LINE),
            keys.LIKES_PART: one_of(STEPS),
            keys.LIKED_FIELDS: many_of(liked["field"]),
            keys.LIKED_SUBJECTS: many_of(liked["subject"]),
            keys.NOT_FOR_ME: many_of(tile.id for tile in tiles().tiles),
            keys.MY_WORDS: text_of(LONGEST),
            keys.READ_AS: many_of(interest_subjects().ids),
            keys.MEANT: many_of(interest_subjects().ids),
            keys.MISREAD: many_of(interest_subjects().ids),
            keys.CARD_AT: number_of(range(len(deck().cards) + 1)),
            keys.SEED: number_of(range(_SEEDS)),
            keys.OTHERS: Check(
                Annotated[list[Any], Strict(), AfterValidator(partial(_results, frozenset(others)))]
            ),
            **dict.fromkeys((keys.COMPLETE, keys.EHC, keys.NEW_TO_ENGLISH, keys.LIKES_LIST), TICK),
            keys.RULES_TO_CHECK: TICK,
            keys.CARRY_GRADES: TICK,
            keys.PLAN_CODE: text_of(2_000),
            keys.TRAINING: TICK,
        }
    )


@lru_cache(maxsize=8)
def _of_catalogue(choices: Choices) -> Mapping[str, Check[Any]]:
    """Checks of the keys whose choices are those of an area."""
    return {
        keys.WANT: many_of(choices.wants),
        keys.ROUTES: many_of(choices.routes),
        keys.GOAL_FIELD: one_of(choices.fields),
        keys.SAVED: _plans(choices),
    }


def _lines(values: list[Any]) -> list[str]:
    """Texts of a line; which of them are results is seen once all results are known."""
    return list(dict.fromkeys(one for one in values if isinstance(one, str) and len(one) <= _LINE))


def _results(known: frozenset[str], values: list[Any]) -> list[dict[str, Any]]:
    """The results that hold, up to `MOST_OTHERS`."""
    held = []
    for value in values:
        try:
            one = _Other.model_validate(value)
        except ValueError:
            continue
        if one.qualification in known:
            held.append(one.model_dump())
    return held[:MOST_OTHERS]


def _plans(choices: Choices) -> Check[Any]:
    def plans(saved: dict[str, Any]) -> dict[str, list[str]]:
        return {
            area: those_in(offers, saved[area])[:MOST]
            for area, offers in choices.offers.items()
            if isinstance(saved.get(area), list)
        }

    return Check(Annotated[dict[str, Any], Strict(), AfterValidator(plans)])


def _grade(subject: str, choices: Choices) -> Check[Any] | None:
    return _grades().get(subject)


@cache
def _grades() -> Mapping[str, Check[Any]]:
    """The grades of every GCSE subject in any nation: pairs for subjects that count twice."""
    gcses = [gcse(nation) for nation in _NATIONS]
    single = {grade.text for one in gcses for scale in one.scales[:1] for grade in scale.grades}
    pairs = {grade.text for one in gcses for scale in one.double[:1] for grade in scale.grades}
    return {
        subject.name: one_of({*(pairs if subject.double else single), state.UNKNOWN})
        for subject in subjects()
    }


def _worth(which: str, choices: Choices) -> Check[Any] | None:
    what, _, row = which.partition(":")
    known = row in map(str, range(1, worth_form._MOST_ROWS + 1))
    return _worths(today()).get(what) if known else None


@lru_cache(maxsize=2)
def _worths(on: date) -> Mapping[str, Check[Any]]:
    """The two controls of a row of "What is this worth?": its qualification, and any grade of one."""
    offered = worth_form.grades(on)
    grades = {grade for given in offered.values() for grade in given}
    return {"kind": one_of(offered), "grade": one_of(grades)}


def _when(check: Check[Any], known: Callable[[str, Choices], bool]) -> _OfMany:
    """That check, for those names alone that are known."""
    return lambda which, choices: check if known(which, choices) else None


_OfMany = Callable[[str, Choices], Check[Any] | None]
_OF_MANY: Mapping[str, _OfMany] = {
    "grade": _grade,
    "worth": _worth,
    "shown": _when(
        Check(Annotated[int, Strict(), Field(ge=1, le=_MOST_CARDS)]),
        lambda which, _: which in (*LANES, "ways"),
    ),
    "rated": _when(
        number_of(range(1, 6)), lambda which, _: which in {card.id for card in deck().cards}
    ),
    "weight": _when(number_of(range(6)), lambda which, _: which in TERMS),
    "chances": _when(TICK, lambda which, choices: choices.offer(which)),
    "note": _when(text_of(NOTE_LONGEST), lambda which, choices: choices.offer(which)),
}
