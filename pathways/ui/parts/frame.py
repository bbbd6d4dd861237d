"""The parts every page has: its heading, error summary, and a quiet announcement for screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from pathways.ui.parts.markup import Markup, join, mark


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right: `field` is the key of the field it is about, `message` says what and how."""

    field: str
    message: str


def heading(title: str, lead: str = "", *, step: str = "") -> None:
    """The one h1 of a page, and the sentence under it."""
    st.html(
        join(
            [
                Markup('<header class="pw-page">'),
                mark('<p class="pw-step">{step}</p>', step=step) if step else Markup(),
                mark("<h1>{title}</h1>", title=title),
                mark("<p>{lead}</p>", lead=lead) if lead else Markup(),
                Markup("</header>"),
            ]
        )
    )


def error_summary(title: str, problems: Sequence[Problem]) -> None:
    """The problems of a form, at the top, each a link to its field."""
    items = join(
        mark('<li><a href="#{at}">{said}</a></li>', at=anchor(p.field), said=p.message)
        for p in problems
    )
    st.html(
        mark(
            '<section class="pw-summary" role="alert"><h2>{title}</h2><ul>{items}</ul></section>',
            title=title,
            items=items,
        )
    )


def field_problem(problems: Sequence[Problem], field: str) -> None:
    """The problems of one field, right above it."""
    for problem in problems:
        if problem.field == field:
            st.html(
                mark(
                    '<p class="pw-problem" id="{at}">{said}</p>',
                    at=anchor(field),
                    said=problem.message,
                )
            )


def anchor(field: str) -> str:
    """A field's name as a place on the page."""
    return "at-" + "".join(c if c.isalnum() else "-" for c in field.lower())


def status(words: str) -> None:
    """Words that a screen reader says when they change, and that everybody can read.

    Written through Markdown, which keeps the element and changes its text: a screen reader hears
    nothing of an element that is put there anew, as `st.html` does.
    """
    with st.container(key="live"):
        st.markdown(
            mark('<p class="pw-quiet" role="status" aria-live="polite">{words}</p>', words=words),
            unsafe_allow_html=True,
        )


def panel(title: str, body: Markup) -> None:
    """A calm box with a heading."""
    st.html(
        mark('<section class="pw-panel"><h2>{title}</h2>{body}</section>', title=title, body=body)
    )
