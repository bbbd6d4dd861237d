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
NEW_TO_ENGLISH = "new_to_english"

OTHER_QUALIFICATION = "other_qualification"
OTHER_SUBJECT = "other_subject"
OTHER_GRADE = "other_grade"

WANT = "want"
ROUTES = "want_routes"
STATES = "want_states"
HIDE = "want_hide"
LANE = "lane"
VIEW = "view"
MAP_VIEW = "map_view"
MAP_FEES = "map_fees"
FIRST_ROUTE = "first_route"
CARRY_GRADES = "carry_grades"
PLAN_CODE = "plan_code"

RULES_SEARCH = "rules_search"
RULES_TOPIC = "rules_topic"
RULES_TO_CHECK = "rules_to_check"
WORTH_ROWS = "worth_rows"

PRACTICAL = "practical"
COURSEWORK = "coursework"

GOAL = "goal"
GOAL_FIELD = "goal_field"

LIKES_PART = "likes_part"
LIKES_LIST = "likes_list"
LIKED_FIELDS = "liked_field"
LIKED_SUBJECTS = "liked_subject"
NOT_FOR_ME = "not_for_me"
MY_WORDS = "my_words"
READ_AS = "read_as"
MEANT = "meant"

OTHERS = "_others"
SEED = "_seed"
TRAINING = "_training_area"
SAVED = "_saved"
MISREAD = "_misread"
CARD_AT = "_card_at"
HELD = frozenset({OTHERS, SEED, TRAINING, SAVED, MISREAD, CARD_AT})
"""What a learner entered or chose that no widget holds."""

_GRADE = "grade:"
_SHOWN = "shown:"
_WORTH = "worth:"
_RATED = "rated:"
_CHANCES = "chances:"
_WEIGHT = "weight:"
_NOTE = "note:"
_MANY = (_GRADE, _SHOWN, _RATED, _WORTH, _CHANCES, _WEIGHT, _NOTE)


def grade(subject: str) -> str:
    """The grade control of one GCSE subject."""
    return _GRADE + subject


def other(position: int) -> str:
    """One result added under "Add something else"."""
    return f"other:{position}"


def shown(lane: str) -> str:
    """How many cards of a lane are open to view."""
    return _SHOWN + lane


def rated(card: str) -> str:
    """How much the activity of one interest card is liked."""
    return _RATED + card


def rated_card(name: str) -> str | None:
    """The interest card that this key rates, if it does."""
    return name.removeprefix(_RATED) if name.startswith(_RATED) else None


def worth(what: str, row: int) -> str:
    """A control of one row of "What is this worth?": its qualification or its grade."""
    return f"{_WORTH}{what}:{row}"


def chances(offer: str) -> str:
    """Whether the chances of one option are shown: asked for anew for each, never for all at once."""
    return _CHANCES + offer


def weight(term: str) -> str:
    """How many dots one thing that can be weighed has."""
    return _WEIGHT + term


def save(offer: str) -> str:
    """The button that saves an option."""
    return f"save-{slug(offer)}"


def note(offer: str) -> str:
    """What the learner wrote beside a saved option."""
    return _NOTE + offer


def slug(text: str) -> str:
    """Words as part of a name that CSS can address."""
    return "".join(c if c.isalnum() else "-" for c in text.lower())


def of_many(name: str) -> tuple[str, str]:
    """The kind of a key there are many of, and which one it is: ("grade", "Maths"); ("", name) of others."""
    kind, colon, which = name.partition(":")
    return (kind, which) if kind + colon in _MANY else ("", name)


def entered(name: str) -> bool:
    """Whether this key holds something a learner entered or chose."""
    return name.startswith(_MANY) or name in _LISTS | _TEXTS | _TICKS | _SINGLES


def blank(name: str) -> object:
    """What an empty control of this name holds."""
    if name in _LISTS:
        return []
    if name in _TEXTS or name.startswith(_NOTE):
        return ""
    return False if name in _TICKS or name.startswith(_CHANCES) else None


_LISTS = frozenset(
    {ACTUAL, USUAL, MORE, WANT, ROUTES, STATES, HIDE}
    | {LIKED_FIELDS, LIKED_SUBJECTS, NOT_FOR_ME, READ_AS, MEANT}
)
_TEXTS = frozenset({POSTCODE, OTHER_SUBJECT, MY_WORDS, RULES_SEARCH, PLAN_CODE})
_TICKS = frozenset(
    {COMPLETE, EHC, NEW_TO_ENGLISH, LIKES_LIST, RULES_TO_CHECK, CARRY_GRADES, MAP_FEES}
)
_SINGLES = frozenset(
    {
        STATUS,
        SCIENCE,
        MINUTES,
        YEAR,
        NATION,
        AGE,
        OTHER_QUALIFICATION,
        OTHER_GRADE,
        LANE,
        VIEW,
        MAP_VIEW,
        FIRST_ROUTE,
        LIKES_PART,
    }
    | {RULES_TOPIC, WORTH_ROWS}
    | {GOAL, GOAL_FIELD}
    | {PRACTICAL, COURSEWORK}
)

FILTERS = (WANT, STATES, ROUTES, HIDE, MINUTES)
"""What "Show them all" empties."""
