"""What to do by when: the to-dos of a plan as a table."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pathways.plan.sheet import ToDo
from pathways.ui.parts.markup import Markup, join, link, mark
from pathways.words import say, say_reason


def dates(to_do: Sequence[ToDo]) -> None:
    """Every to-do in order, with the page that says so where there is one."""
    st.html(
        mark(
            '<section class="pw"><h2 id="dates">{title}</h2>'
            '<table class="pw-table pw-dates" aria-labelledby="dates">'
            '<thead><tr><th scope="col">{when}</th><th scope="col">{what}</th><th scope="col">{who}</th>'
            "</tr></thead><tbody>{rows}</tbody></table></section>",
            title=say("UI_PLAN_DATES_TITLE"),
            when=say("UI_PLAN_WHEN"),
            what=say("UI_PLAN_WHAT"),
            who=say("UI_PLAN_WHO"),
            rows=join(_row(one) for one in to_do),
        )
    )


def _row(one: ToDo) -> Markup:
    page = link(one.page_url, say("UI_PLAN_PUBLISHED")) if one.page_url else Markup()
    return mark(
        '<tr><th scope="row">{when}</th><td>{what} {page}</td><td>{who}</td></tr>',
        when=say_reason(one.when),
        what=say_reason(one.what),
        page=page,
        who=one.provider,
    )
