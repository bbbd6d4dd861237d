"""The name of every widget, in one place, so that no page spells one itself."""

from __future__ import annotations

STATUS = "status"
ACTUAL = "actual_subjects"
SCIENCE = "science"
USUAL = "usual_subjects"
MORE = "more_subjects"
COMPLETE = "complete"
POSTCODE = "postcode"
MINUTES = "max_minutes"
YEAR = "start_year"
NATION = "nation"
AGE = "age"
EHC = "ehc_plan"

OTHER_QUALIFICATION = "other_qualification"
OTHER_SUBJECT = "other_subject"
OTHER_GRADE = "other_grade"

WANT = "want"
ROUTES = "want_routes"
STATES = "want_states"
HIDE = "want_hide"
LANE = "lane"

_GRADE = "grade:"
_SHOWN = "shown:"


def grade(subject: str) -> str:
    """The grade control of one GCSE subject."""
    return _GRADE + subject


def other(position: int) -> str:
    """One result added under "Add something else"."""
    return f"other:{position}"


def shown(lane: str) -> str:
    """How many cards of a lane are open to view."""
    return _SHOWN + lane


def slug(text: str) -> str:
    """Words as part of a name that CSS can address."""
    return "".join(c if c.isalnum() else "-" for c in text.lower())


def entered(name: str) -> bool:
    """Whether this key holds something a learner entered or chose."""
    return name.startswith((_GRADE, _SHOWN)) or name in _LISTS | _TEXTS | _TICKS | _SINGLES


def blank(name: str) -> object:
    """What an empty control of this name holds."""
    if name in _LISTS:
        return []
    if name in _TEXTS:
        return ""
    return False if name in _TICKS else None


_LISTS = frozenset({ACTUAL, USUAL, MORE, WANT, ROUTES, STATES, HIDE})
_TEXTS = frozenset({POSTCODE, OTHER_SUBJECT})
_TICKS = frozenset({COMPLETE, EHC})
_SINGLES = frozenset(
    {STATUS, SCIENCE, MINUTES, YEAR, NATION, AGE, OTHER_QUALIFICATION, OTHER_GRADE, LANE}
)

FILTERS = (WANT, STATES, ROUTES, HIDE, MINUTES)
"""What "Show them all" empties."""
