"""A card: one option, the same rows in the same order whoever runs it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from pathways.guidance import Option
from pathways.ui import keys
from pathways.ui.parts import facts
from pathways.ui.parts.markup import Markup, join, mark
from pathways.ui.parts.option_link import offer_link, option_link
from pathways.ui.parts.save import save_button
from pathways.ui.parts.why_here import why_fold
from pathways.words import say
from pathways.words.option import what_in_words

ROWS: tuple[tuple[str, Callable[[Option], Markup]], ...] = (
    ("UI_ROW_PROVIDER", facts.provider_line),
    ("UI_ROW_WHERE", facts.place),
    ("UI_ROW_GET_IN", facts.to_get_in),
    ("UI_ROW_EM", facts.english_maths),
    ("UI_ROW_RESULTS", facts.results),
    ("UI_ROW_BASIS", facts.rests_on),
)
"""Every row of a card, in order: the same for all, so that options can be compared."""


def card(option: Option) -> None:
    """One option with a link to its own page."""
    with st.container(key=f"card-{keys.slug(option.offer_id)}"):
        st.html(card_html(option))
        with st.container(key=f"do-{keys.slug(option.offer_id)}", gap="small"):
            option_link(option)
            open_instead(option)
            save_button(option)


def open_instead(option: Option) -> None:
    """A link to the nearest option of the same subject that is open, where this one is not."""
    words = facts.open_instead(option)
    if words and option.open_instead:
        offer_link(option.open_instead.offer_id, words)


def card_html(option: Option) -> Markup:
    """The card's words."""
    return mark(
        '<article class="pw-card"><div><h3>{subject}</h3><p class="pw-what">{what}</p>'
        "{chip}{runs}</div>{rows}<div>{why}</div></article>",
        subject=option.subject,
        what=what_in_words(option),
        chip=facts.chip(option),
        runs=facts.runs(option),
        rows=rows(option),
        why=why_fold(option),
    )


def rows(option: Option, *, roomy: str = "") -> Markup:
    """The card's rows as a description list."""
    return mark(
        '<dl class="pw-facts {roomy}">{lines}</dl>',
        roomy=roomy,
        lines=join(
            mark("<div><dt>{name}</dt><dd>{value}</dd></div>", name=say(name), value=value(option))
            for name, value in ROWS
        ),
    )
