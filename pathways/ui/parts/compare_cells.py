"""What each row of the comparison says: the words of the cards, one function a row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from pathways.compare import RowName
from pathways.guidance import Option
from pathways.ui.parts import facts
from pathways.ui.parts.contact import contact
from pathways.ui.parts.markup import Markup, join, mark, text
from pathways.words import say, say_reason
from pathways.words.option import length_in_words


def cell(name: RowName, option: Option) -> Markup:
    """One fact of one option in words; "Not published" where nobody has said."""
    return _CELLS[name](option) or facts.none()


def _course(option: Option) -> Markup:
    return text(option.qualification)


def _length(option: Option) -> Markup:
    return text(length_in_words(option.length_years))


def _who(option: Option) -> Markup:
    said = [say(f"UI_KIND_{option.kind.upper()}"), *map(say_reason, option.provider_facts)]
    return join(mark("<p>{line}</p>", line=line) for line in said)


def _runs(option: Option) -> Markup:
    return facts.runs(option) or text(say("UI_COMPARE_IT_RUNS"))


def _contact(option: Option) -> Markup:
    return contact(option) if option.phone or option.website else Markup()


_CELLS: Mapping[RowName, Callable[[Option], Markup]] = MappingProxyType(
    {
        "grades": facts.chip,
        "asks": facts.to_get_in,
        "where": facts.place,
        "course": _course,
        "length": _length,
        "who": _who,
        "english_maths": facts.english_maths,
        "runs": _runs,
        "results": facts.results,
        "basis": facts.rests_on,
        "contact": _contact,
    }
)
