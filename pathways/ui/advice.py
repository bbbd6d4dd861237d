"""The one call of `guide` for a page: asked once for the same answers, kept for this visit alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

import streamlit as st

from pathways.catalogue.store import Catalogue, load_catalogue
from pathways.clock import today
from pathways.guidance import Guidance
from pathways.guide import guide
from pathways.ladders_for import who_of
from pathways.learner.learner import Learner
from pathways.learner.read_record import read_record
from pathways.opens import Opens, opens
from pathways.paths import AREAS
from pathways.routes.goals import find_goal
from pathways.routes.ladder import EnglishMathsPlan
from pathways.routes.plan import plan_for
from pathways.settings import settings
from pathways.ui import keys, state
from pathways.wants import Wants

TRAINING = AREAS / "training"
FIELD = "field:"
SUBJECT = "subject:"


def catalogue() -> Catalogue:
    """The catalogue of this visit: the area's own, or the training area where that was chosen."""
    return _opened(TRAINING) if state.training() else default_catalogue()


def default_catalogue() -> Catalogue:
    """The area's own catalogue, as set by PATHWAYS_CATALOGUE."""
    return _opened(settings().catalogue)


def areas() -> Mapping[str, Catalogue]:
    """Every catalogue that a visit can look at, by the name of its area."""
    return {one.name: one for one in (default_catalogue(), _opened(TRAINING))}


@st.cache_resource(show_spinner=False)
def _opened(folder: Path) -> Catalogue:
    """A catalogue, read once and shared by all visitors: nothing in it can be changed."""
    return load_catalogue(folder, cache=settings().cache)


def guidance() -> Guidance:
    """The advice for the answers as they are now."""
    return _asked("guidance", state.learner(), wants())


def guidance_for(name: str, learner: Learner) -> Guidance:
    """The advice for other answers, such as real grades; no filter counts. `name` keeps it apart."""
    return _asked(name, learner, Wants())


def routes_guidance() -> Guidance:
    """The advice with ladders to the learner's goal or field; filters of the options do not count."""
    return _asked("routes", state.learner(), Wants(fields=goal_fields()))


def opened() -> Opens:
    """What a grade 4 would open, for the answers as they are now."""
    learner, fields = state.learner(), aim_fields()
    asked = f"{learner.model_dump_json()}|{fields}|{catalogue().content}"
    kept = state.remembered("opens", asked)
    if kept is None:
        kept = opens(learner, catalogue().index, fields=fields)
        state.remember("opens", asked, kept)
    return cast(Opens, kept)


def plan(route: str) -> EnglishMathsPlan:
    """What the learner would study in English and maths on a route, until when, by whose rule."""
    learner = state.learner()
    return plan_for(route, read_record(learner), who_of(learner))


def goal_fields() -> tuple[str, ...]:
    """The field of work picked where no job of our list is named."""
    field = state.get(keys.GOAL_FIELD)
    return (field,) if field and find_goal(state.goal()) is None else ()


def aim_fields() -> tuple[str, ...]:
    """The fields that the named job or the picked field is in."""
    goal = find_goal(state.goal())
    return goal.fields if goal else goal_fields()


def all_fields() -> list[str]:
    """Every field of study of this catalogue."""
    return sorted(filter(None, catalogue().index.tables["courses"]["field"].words))


def wants() -> Wants:
    """The filters as they are set now."""
    chosen = state.chosen(keys.WANT)
    return Wants(
        subjects=tuple(c.removeprefix(SUBJECT) for c in chosen if c.startswith(SUBJECT)),
        fields=tuple(c.removeprefix(FIELD) for c in chosen if c.startswith(FIELD)),
        routes=state.chosen(keys.ROUTES),
        states=state.chosen(keys.STATES),
        hide=state.chosen(keys.HIDE),
    )


def choices() -> list[str]:
    """What can be looked for: every field of study, then every subject, of this catalogue."""
    courses = catalogue().index.tables["courses"]
    return [
        *(FIELD + field for field in sorted(filter(None, courses["field"].words))),
        *(SUBJECT + subject for subject in sorted(filter(None, courses["subject"].words))),
    ]


def routes() -> list[str]:
    """The routes this catalogue holds."""
    return sorted(catalogue().index.tables["courses"]["route"].words)


def _asked(name: str, learner: Learner, filters: Wants) -> Guidance:
    on = today()
    asked = f"{learner.model_dump_json()}|{filters}|{on}|{catalogue().content}"
    kept = state.remembered(name, asked)
    if kept is None:
        kept = guide(learner, catalogue(), on=on, wants=filters)
        state.remember(name, asked, kept)
    return cast(Guidance, kept)
