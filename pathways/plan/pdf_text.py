"""Every word of the paper plan, in reading order: what the template is given, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from pathways.catalogue.build.facts import known_sources
from pathways.learner.learner import Result
from pathways.plan.choice_text import choice_text
from pathways.plan.link import MARK
from pathways.plan.printable import BOX, printable
from pathways.plan.season import whole
from pathways.plan.sheet import Sheet, ToDo
from pathways.plan.symbols import GROUP
from pathways.words import say, say_reason

_AS_THEY_ARE = frozenset({"to", "size", "qr"})
"""Keys of what is no text: addresses, the paper's kind, the picture."""


def pdf_text(sheet: Sheet, *, link: str, code: str) -> dict[str, Any]:
    """The words of a sheet, each one that paper can show."""
    made_on = whole(sheet.made_on)
    text = _printable(
        {
            "title": say("UI_PAGE_PLAN"),
            "area": sheet.area,
            "made_on": say("PDF_MADE_ON", date=made_on),
            "fictional": _fictional() if sheet.fictional else [],
            "grades": _grades(sheet.results),
            "gone": say("UI_PLAN_GONE", count=len(sheet.gone)) if sheet.gone else "",
            "choices": [choice_text(one) for one in sheet.chosen],
            "questions": _questions(sheet),
            "questions_title": say("PDF_QUESTIONS"),
            "questions_head": say("PDF_QUESTION"),
            "questions_how": say("PDF_QUESTIONS_HOW"),
            "to_do_title": say("UI_PLAN_DATES_TITLE"),
            "to_do_head": [say("UI_PLAN_WHEN"), say("PDF_WHAT_AND_WHO")],
            "to_do": [_to_do(one) for one in sheet.to_do],
            "advice_title": say("PDF_ADVICE"),
            "advice": [say_reason(reason) for reason in sheet.advice],
            "open_title": say("PDF_OPEN"),
            "open_how": say("PDF_OPEN_HOW", address=_address(link)),
            "code": _in_groups(code),
            "qr_alt": say("PDF_QR"),
            "sources": _sources(sheet),
            "catalogue": say(
                "PDF_CATALOGUE", area=sheet.area, date=made_on, catalogue=sheet.catalogue
            ),
            "page": say("PDF_PAGE"),
            "of": say("PDF_OF"),
        }
    )
    boxed = BOX in repr(text)
    return {**text, "boxes": say("PDF_BOXES", box=BOX) if boxed else ""}


def _printable(value: Any) -> Any:
    """The same with each text made printable; addresses stay as they are."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, list):
        return [_printable(one) for one in value]
    if isinstance(value, dict):
        return {k: v if k in _AS_THEY_ARE else _printable(v) for k, v in value.items()}
    return value


def _fictional() -> list[str]:
    return [say("UI_TRAINING_LABEL"), say("UI_TRAINING_WORDS")]


def _grades(results: Iterable[Result]) -> str:
    """The grades that the learner chose to carry, in one line."""
    said = ", ".join(_grade(one) for one in results)
    return f"{say('PDF_GRADES')}: {said}" if said else ""


def _grade(one: Result) -> str:
    kind = "" if one.qualification == "GCSE" else one.qualification
    grade = one.grade or say("PDF_NOT_KNOWN")
    predicted = say("PDF_PREDICTED") if one.grade and one.status == "predicted" else ""
    return " ".join(filter(None, (one.subject, kind, grade, predicted)))


def _questions(sheet: Sheet) -> list[dict[str, Any]]:
    """Each question once, with the places of the choices it is for."""
    places: dict[str, list[int]] = {}
    for one in sheet.chosen:
        for question in one.questions:
            asked = places.setdefault(say_reason(question), [])
            if one.place not in asked:
                asked.append(one.place)
    return [{"text": text, "places": asked} for text, asked in places.items()]


def _to_do(one: ToDo) -> dict[str, Any]:
    """When, what and who; a provider that `what` names already is not said twice."""
    what = say_reason(one.what)
    who = "" if one.provider in what else one.provider
    return {"when": say_reason(one.when), "firm": one.on is not None, "what": what, "who": who}


def _in_groups(code: str) -> str:
    """The code with a gap after every few symbols; its reader leaves the gaps out again."""
    symbols = code.replace("-", "")
    return " ".join(symbols[at : at + GROUP] for at in range(0, len(symbols), GROUP))


def _address(link: str) -> str:
    """Where to type the code: the link without its scheme and the plan in it."""
    return link.partition(MARK)[0].partition("://")[2]


def _sources(sheet: Sheet) -> str:
    """Every source that a choice or a day rests on, with publisher and year."""
    ids = [
        *(source for one in sheet.chosen for source in one.option.sources),
        *(one.source_id for one in sheet.to_do),
    ]
    lines = [_source_lines()[one] for one in dict.fromkeys(ids) if one in _source_lines()]
    return say("PDF_SOURCES", sources=" ".join(lines)) if lines else ""


@cache
def _source_lines() -> dict[str, str]:
    return {
        key: say("UI_SOURCE_LINE", title=one.title, publisher=one.publisher, year=one.year)
        for key, one in known_sources().items()
    }
