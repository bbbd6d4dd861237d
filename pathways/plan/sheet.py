"""The plan as it is read: on the page, in the PDF, in print. All three show one `Sheet` and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pathways.answers import EnglishMaths
from pathways.guidance import Option
from pathways.learner.learner import Result
from pathways.reason import Reason

Timing = Literal["dated", "season", "soon"]


@dataclass(frozen=True, slots=True)
class ToDo:
    """One thing to do: what, by when, for whom, and where that is published.

    `on` is the day if one is known (published, or fixed by rule such as results day), otherwise None and
    `when` says it in words ("usually November"; "date not published"). `remind` is the day that a
    calendar puts it on: `on`, or a day in its season, when it is time to find out. `basis` says
    whether the day is published by the provider, set for the whole country, or usual.
    """

    what: Reason
    on: date | None
    when: Reason
    basis: Literal["published", "national", "usual", "not_published"]
    provider: str = ""
    offer_id: str = ""
    page_url: str = ""
    source_id: str = ""
    remind: date | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """One choice: its place (1 is first), the option as this learner sees it, and what to ask there."""

    place: int
    option: Option
    note: str
    questions: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole plan. `gone` are saved offers that the catalogue no longer has. `advice` are gentle prompts:
    no back-up yet, all choices of one kind, nothing the learner meets yet."""

    chosen: tuple[Chosen, ...]
    to_do: tuple[ToDo, ...]
    advice: tuple[Reason, ...]
    english_maths: EnglishMaths
    results: tuple[Result, ...]
    gone: tuple[str, ...]
    area: str
    fictional: bool
    catalogue: str
    made_on: date
