"""One choice of a plan in words, row by row: the same facts, in the same words, as its card on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NotRequired, TypedDict
from urllib.parse import urlsplit

from pathways.answers import Clause, Eligibility
from pathways.guidance import Option
from pathways.plan.sheet import Chosen
from pathways.rules.dated import MARKED, TRUST_ORDER
from pathways.words import say, say_reason
from pathways.words.option import (
    asked_in_words,
    distance_in_words,
    kind_in_words,
    place_in_words,
    state_in_words,
    what_in_words,
)


class Line(TypedDict):
    """One line of a row: what is asked comes with how it stands; an address with where it leads."""

    text: str
    stands: NotRequired[str]
    more: NotRequired[str]
    to: NotRequired[str]


class Row(TypedDict):
    """A named row."""

    name: str
    lines: list[Line]


class ChoiceText(TypedDict):
    """Everything printed about one choice."""

    place: int
    name: str
    subject: str
    what: str
    state: str
    runs: str
    rows: list[Row]
    questions: list[str]


def choice_text(one: Chosen) -> ChoiceText:
    """A choice as the words to print."""
    option = one.option
    return {
        "place": one.place,
        "name": say(f"UI_PLAN_PLACE_{one.place if one.place < 3 else 'MORE'}"),
        "subject": option.subject,
        "what": what_in_words(option),
        "state": state_in_words(option.eligibility),
        "runs": _runs(option),
        "rows": [
            {"name": say(name), "lines": lines} for name, lines in _rows(option, one.note) if lines
        ],
        "questions": [say_reason(question) for question in one.questions],
    }


def _rows(option: Option, note: str) -> Iterator[tuple[str, list[Line]]]:
    yield "UI_ROW_PROVIDER", _texts(option.provider, kind_in_words(option))
    yield "UI_ROW_WHERE", _texts(place_in_words(option), distance_in_words(option.journey))
    yield "UI_ROW_GET_IN", [*_to_get_in(option.eligibility)]
    yield "UI_ROW_EM", _texts(*_english_maths(option))
    yield "UI_SECTION_CONTACT", _contact(option)
    yield "UI_ROW_BASIS", _texts(say(f"UI_BASIS_{option.basis.upper()}", year=option.basis_year))
    yield "PDF_NOTE", _texts(note)


def _texts(*texts: str) -> list[Line]:
    return [{"text": text} for text in texts if text]


def _runs(option: Option) -> str:
    """Whether it can be started, where that is not plain, and how firm the rules behind it are."""
    found = option.availability
    if found.state == "yes":
        return ""
    return " ".join([say(f"UI_RUNS_{found.state.upper()}"), *_unsure([found.trust])])


def _to_get_in(eligibility: Eligibility) -> Iterator[Line]:
    if eligibility.basis == "unknown":
        yield {"text": say("UI_RULE_UNKNOWN")}
        return
    mixed = len({clause.basis for clause in eligibility.clauses}) > 1
    for clause in eligibility.clauses:
        yield _clause(clause, whose=_whose(clause) if mixed else "")
    if eligibility.state == "near_miss":
        for change in eligibility.smallest_change:
            now, needed = change.now, change.needed
            yield {"text": say("UI_CHANGE", subject=change.subject, now=now, needed=needed)}
    if eligibility.basis == "typical":
        yield {"text": say("UI_RULE_TYPICAL")}


def _whose(clause: Clause) -> str:
    return say(f"UI_CLAUSE_BASIS_{clause.basis.upper()}")


def _clause(clause: Clause, *, whose: str) -> Line:
    has = say("UI_YOU_HAVE", has=clause.has) if clause.has else ""
    predicted = say("PDF_PREDICTED") if has and clause.predicted else ""
    return {
        "text": asked_in_words(clause.rule),
        "stands": say(f"UI_CLAUSE_{clause.state.upper()}"),
        "more": " ".join(filter(None, (has, predicted, whose))),
    }


def _english_maths(option: Option) -> Iterator[str]:
    plan = option.english_maths_plan
    if plan.english.status == plan.maths.status:
        yield say(f"UI_EM_BOTH_{plan.english.status.upper()}")
    else:
        yield say(f"UI_EM_{plan.english.status.upper()}", subject=say("UI_ENGLISH"))
        yield say(f"UI_EM_{plan.maths.status.upper()}", subject=say("UI_MATHS"))
    yield from _unsure([plan.english.trust, plan.maths.trust])


def _unsure(trusts: Iterable[str]) -> Iterator[str]:
    """The least firm trust among those to be checked, in a few words."""
    marked = [trust for trust in trusts if trust in MARKED]
    if marked:
        yield say(f"UI_TRUST_SHORT_{max(marked, key=[*TRUST_ORDER].index).upper()}")


def _contact(option: Option) -> list[Line]:
    found = _texts(option.phone) + ([_website(option.website)] if option.website else [])
    return found or _texts(say("UI_NOT_PUBLISHED"))


def _website(address: str) -> Line:
    """A web address without its scheme, and where it leads if that is plain http(s)."""
    words = address.partition("://")[2].strip("/") or address
    url = address if "://" in address else f"https://{address}"
    try:
        parts = urlsplit(url)
        named = parts.scheme in {"http", "https"} and parts.hostname and (parts.port or 1)
    except ValueError:  # brackets or a port that are none
        named = False
    return {"text": words, "to": url} if named and url.isascii() else {"text": words}
