"""Ideas: the shape, the nearest subjects by field with their reasons, and one from further away."""

from __future__ import annotations

import streamlit as st

from pathways.matching.interests.load import subjects
from pathways.ui import advice, keys, likes_state, menu, state
from pathways.ui.parts.facts import reasons
from pathways.ui.parts.likes_cards import thanks
from pathways.ui.parts.likes_read import Ideas, because, ideas, in_catalogue
from pathways.ui.parts.likes_shape import shape_picture
from pathways.ui.parts.markup import Markup, mark, plain
from pathways.words import say


def show_ideas() -> None:
    """All that follows from what was said so far; with nothing said, a mix of every field."""
    found = ideas(likes_state.interests(), seed=state.seed(), surprises=likes_state.surprises())
    if found.likes.riasec.known:
        st.header(say("UI_LIKES_SHAPE"), anchor=False)
        shape_picture(found.shape)
    st.header(say("UI_LIKES_BROAD" if found.broad else "UI_LIKES_NEAR"), anchor=False)
    _missing(found)
    st.markdown(say("UI_LIKES_BROAD_LEAD" if found.broad else "UI_LIKES_NEAR_LEAD"))
    choices = advice.choices()
    with st.container(key="ideas"):
        for group in found.groups:
            _field(group.field, group.rows, found, choices)
    _surprise(found, choices)
    if st.button(say("UI_LIKES_SEE_OPTIONS"), key="likes_options", type="primary", width="stretch"):
        menu.go("options")
    thanks()


def _missing(found: Ideas) -> None:
    """What was left out, and what that means."""
    lines = reasons(found.fit.because)
    if lines:
        st.html(mark('<div class="pw pw-quiet">{lines}</div>', lines=lines))


def _field(field: str, rows: tuple[int, ...], found: Ideas, choices: list[str]) -> None:
    with st.container(key=f"idea-field-{keys.slug(field)}"):
        st.subheader(field, anchor=False)
        for row in rows:
            _subject(row, found, choices)


def _subject(row: int, found: Ideas, choices: list[str]) -> None:
    """One subject: its name leads to its courses; beside it, why it is here."""
    name, field = subjects().names[row], subjects().fields[row]
    wanted = in_catalogue(row, choices, subject=advice.SUBJECT, field=advice.FIELD)
    said = because(row, found, likes_state.interests())
    with st.container(key=f"idea-row-{row}", gap=None):
        if not wanted:
            st.html(mark("<b>{name}</b>", name=name))
        elif st.button(plain(name), key=f"courses-{row}", type="tertiary"):
            state.reset(keys.FILTERS)
            state.put(keys.WANT, wanted)
            state.put(keys.VIEW, "side")
            state.put(keys.LANE, None)
            menu.go("options")
        if said:
            st.html(_why(name, reasons(said)))
        if not wanted:
            st.html(mark('<p class="pw-quiet">{note}</p>', note=say("UI_LIKES_NOT_HERE")))
        elif wanted[0].startswith(advice.FIELD):
            note = say("UI_LIKES_WHOLE_FIELD", field=field)
            st.html(mark('<p class="pw-quiet">{note}</p>', note=note))


def _why(name: str, because: Markup) -> Markup:
    return mark(
        '<details><summary>{why}<span class="pw-visually-hidden"> {name}</span></summary>'
        "{because}</details>",
        why=say("UI_LIKES_WHY"),
        name=name,
        because=because,
    )


def _surprise(found: Ideas, choices: list[str]) -> None:
    """One subject from a field that is not near, and another at each press."""
    with st.container(key="idea-surprise"):
        if found.surprise is not None:
            st.markdown(say("SURPRISE"))
            _field(subjects().fields[found.surprise], (found.surprise,), found, choices)
        st.button(
            say("UI_LIKES_SURPRISE_AGAIN" if found.surprise is not None else "UI_LIKES_SURPRISE"),
            key="surprise",
            icon=":material/casino:",
            on_click=likes_state.another_surprise,
        )
