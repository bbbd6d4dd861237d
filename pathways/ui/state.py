"""What one visitor has entered, typed: with `likes_state`, the only file that touches the session.

Answers live in the memory of this visit and nowhere else. Every widget keeps its
value over pages (`persist_state="session"`), so that nothing entered is lost on
going back. Nothing here is shared between visitors.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypedDict

import streamlit as st

from pathways.errors import PostcodeError
from pathways.learner.learner import (
    Home,
    Learner,
    Needs,
    Preferences,
    Result,
    Status,
)
from pathways.matching.weighing import TERMS
from pathways.places.postcodes import parse_postcode
from pathways.ui import keys
from pathways.ui.likes_state import interests

KEEP: Literal["session"] = "session"
UNKNOWN = "?"
VIEWS = ("routes", "side", "map")
"""How My options are shown."""
MAP_VIEWS = ("near", "area")
"""How much of the map is shown."""
STEPS = 5
"""Places on each of the two scales: practical, coursework."""
COMBINED = "Combined Science"
CORE = ("English Language", "English Literature", "Maths")
SEPARATE = ("Biology", "Chemistry", "Physics")

_OTHERS = keys.OTHERS
_SEED = keys.SEED
_NOTICE = "_notice"
_CHECKED = "_checked"
_INCOMPLETE = "_incomplete"
_TRAINING = keys.TRAINING
_LONGEST_GOAL = 100
_FIRST: dict[str, object] = {
    keys.STATUS: "predicted",
    keys.SCIENCE: "combined",
    keys.YEAR: 2027,
    keys.NATION: "england",
    keys.LIKES_PART: "cards",
    keys.VIEW: VIEWS[0],
    keys.MAP_VIEW: MAP_VIEWS[0],
}


class Other(TypedDict):
    """A result that is not one of the GCSE rows."""

    qualification: str
    subject: str
    grade: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A result as entered, and the key of the field it came from, so that a problem can point at it."""

    result: Result
    key: str


def begin() -> None:
    """Set first values, once a visit; later runs keep what was chosen."""
    for key, value in _FIRST.items():
        st.session_state.setdefault(key, value)
    st.session_state.setdefault(_SEED, secrets.randbelow(2**31))
    st.session_state.setdefault(_OTHERS, [])


def clear() -> None:
    """Forget everything entered. Values are set, not removed, so that open fields empty too."""
    for key in list(st.session_state):
        name = str(key)
        if keys.entered(name):
            st.session_state[name] = _FIRST.get(name, keys.blank(name))
        elif name.startswith("_"):
            del st.session_state[name]
    st.session_state[_NOTICE] = True


def take_notice() -> bool:
    """Whether answers were cleared since this was last asked."""
    return bool(st.session_state.pop(_NOTICE, False))


def untouched(key: str) -> object:
    """What a control holds before anybody touches it."""
    return _FIRST.get(key, keys.blank(key))


def get(key: str) -> Any:
    """What a widget holds, or None."""
    return st.session_state.get(key)


def put(key: str, value: object) -> None:
    """Set what a widget holds, before it is drawn."""
    st.session_state[key] = value


def reset(names: Iterable[str]) -> None:
    """Empty these controls."""
    for name in names:
        st.session_state[name] = keys.blank(name)


def chosen(key: str) -> tuple[str, ...]:
    """What is chosen in a control of many choices."""
    return tuple(get(key) or ())


def others() -> tuple[Other, ...]:
    """Results added under "Add something else"."""
    return tuple(get(_OTHERS) or ())


def add_other(other: Other) -> None:
    """Keep one more result."""
    st.session_state[_OTHERS] = [*others(), other]


def remove_other(position: int) -> None:
    """Take one added result away."""
    st.session_state[_OTHERS] = [o for at, o in enumerate(others()) if at != position]


def note_other(*, missing: bool) -> None:
    """Whether the last "Add" lacked a qualification or a subject."""
    st.session_state[_INCOMPLETE] = missing


def other_incomplete() -> bool:
    """Whether the last "Add" lacked a qualification or a subject."""
    return bool(get(_INCOMPLETE))


def subjects_shown() -> tuple[str, ...]:
    """The GCSE rows on the page, in order."""
    science = SEPARATE if get(keys.SCIENCE) == "separate" else (COMBINED,)
    return (*CORE, *science, *chosen(keys.USUAL), *chosen(keys.MORE))


def rows() -> tuple[Row, ...]:
    """Every result entered, each with the field it came from."""
    found = [
        Row(_result(subject, "GCSE", grade), keys.grade(subject))
        for subject in subjects_shown()
        if (grade := get(keys.grade(subject)))
    ]
    found += [
        Row(_result(o["subject"], o["qualification"], o["grade"] or UNKNOWN), keys.other(at))
        for at, o in enumerate(others())
    ]
    return tuple(found)


def learner() -> Learner:
    """The learner as entered so far; what is blank is left out."""
    minutes = get(keys.MINUTES)
    return Learner(
        start_year=get(keys.YEAR) or 2027,
        age=get(keys.AGE),
        nation=get(keys.NATION) or "england",
        results=tuple(row.result for row in rows()),
        results_complete=True if get(keys.COMPLETE) else None,
        home=Home(postcode=_near_home()),
        max_minutes=int(minutes) if minutes else None,
        interests=interests(),
        preferences=preferences(),
        needs=Needs(ehc_plan=bool(get(keys.EHC)), new_to_english=bool(get(keys.NEW_TO_ENGLISH))),
        goal=goal(),
        seed=int(get(_SEED) or 0),
    )


def preferences() -> Preferences:
    """What the learner weighs: the dots they moved, and where they stand on the two scales."""
    dots = {term: get(keys.weight(term)) for term in TERMS}
    return Preferences(
        weights={term: int(given) for term, given in dots.items() if given is not None},
        practical=_share(keys.PRACTICAL),
        coursework=_share(keys.COURSEWORK),
    )


def _share(key: str) -> float | None:
    step = get(key)
    return None if step is None else step / (STEPS - 1)


def shuffle() -> None:
    """Draw anew inside the groups: another seed."""
    st.session_state[_SEED] = secrets.randbelow(2**31)


def goal() -> str:
    """The job a learner named, as chosen or typed; empty when they do not know yet."""
    named = (get(keys.GOAL) or "").strip()
    return "" if named == UNKNOWN else named[:_LONGEST_GOAL]


def training() -> bool:
    """Whether this visit looks at the fictional training area."""
    return bool(get(_TRAINING))


def choose_training(*, training: bool) -> None:
    """Look at the other area. What was chosen from the list of one area means nothing in the other."""
    st.session_state[_TRAINING] = training
    reset(keys.FILTERS)
    reset([keys.GOAL_FIELD])


def no_results() -> bool:
    """Whether nothing was entered yet, and the learner did not say that this is everything."""
    return not (rows() or get(keys.COMPLETE))


def seed() -> int:
    """The number that this visit's draws start from."""
    return int(get(_SEED) or 0)


def remember(name: str, key: str, value: object) -> None:
    """Keep one worked-out value for this visit, with the answers it was worked out from."""
    st.session_state[f"_kept:{name}"] = (key, value)


def remembered(name: str, key: str) -> object | None:
    """The value kept under this name, if the answers are still the same."""
    kept = get(f"_kept:{name}")
    return kept[1] if kept and kept[0] == key else None


def mark_checked(*, value: bool) -> None:
    """Whether problems are to be shown: after the first try to go on, until all is well."""
    st.session_state[_CHECKED] = value


def checked() -> bool:
    """Whether the learner has tried to go on."""
    return bool(get(_CHECKED))


def _near_home() -> str | None:
    """The sector of the postcode, or its first half: the rest never leaves this page."""
    typed = (get(keys.POSTCODE) or "").strip()
    if not typed:
        return None
    try:
        found = parse_postcode(typed)
    except PostcodeError:
        return None  # My results says what is wrong with it
    return found.sector or found.outcode


def _result(subject: str, qualification: str, grade: str) -> Result:
    mixed = get(keys.STATUS) == "mixed"
    actual = subject in chosen(keys.ACTUAL) if mixed else get(keys.STATUS) == "actual"
    status: Status = "actual" if actual else "predicted"
    known = None if grade == UNKNOWN else grade
    return Result(subject=subject, qualification=qualification, grade=known, status=status)
