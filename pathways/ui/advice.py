"""The one call of `guide` for a page: asked once for the same answers, kept for this visit alone."""

from __future__ import annotations

from typing import cast

import streamlit as st

from pathways.catalogue.store import Catalogue, load_catalogue
from pathways.clock import today
from pathways.guidance import Guidance
from pathways.guide import guide
from pathways.learner.learner import Learner
from pathways.settings import settings
from pathways.ui import keys, state
from pathways.wants import Wants

FIELD = "field:"
SUBJECT = "subject:"


@st.cache_resource(show_spinner=False)
def catalogue() -> Catalogue:
    """The catalogue, read once and shared by all visitors: nothing in it can be changed."""
    where = settings()
    return load_catalogue(where.catalogue, cache=where.cache)


def guidance() -> Guidance:
    """The advice for the answers as they are now."""
    return _asked("guidance", state.learner(), wants())


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
