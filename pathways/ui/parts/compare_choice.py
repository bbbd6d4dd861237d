"""Which saved options stand side by side, and taking one out of the plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from pathways.compare import MOST
from pathways.guidance import Option
from pathways.ui import keys, menu, plan_state, state
from pathways.ui.parts.compare_table import named
from pathways.ui.parts.markup import plain
from pathways.words import say

_PICKED = "_compare_picked"
_TOO_MANY = "_compare_too_many"


def picked(options: Mapping[str, Option]) -> tuple[Option, ...]:
    """All of them where they fit; otherwise those the learner picks, in their own saved order."""
    if len(options) <= MOST:
        return tuple(options.values())
    held = [one for one in state.get(_PICKED) or () if one in options]
    state.put(_PICKED, held or list(options)[:MOST])
    chosen = st.pills(
        say("UI_COMPARE_PICK", most=MOST),
        list(options),
        selection_mode="multi",
        format_func=lambda offer: plain(named(options[offer])),
        key=_PICKED,
        persist_state=state.KEEP,
        on_change=_at_most,
    )
    if state.get(_TOO_MANY):
        st.markdown(say("UI_COMPARE_TOO_MANY", most=MOST))
    return tuple(option for offer, option in options.items() if offer in (chosen or ()))


def _at_most() -> None:
    """Keep the first of too many, and remember to say so."""
    chosen = list(state.get(_PICKED) or ())
    state.put(_TOO_MANY, len(chosen) > MOST)
    state.put(_PICKED, chosen[:MOST])


def each(area: str, options: Sequence[Option]) -> None:
    """For every option compared: its own page, and a way to take it out."""
    for option in options:
        slug = keys.slug(option.offer_id)
        with st.container(key=f"compared-{slug}", horizontal=True, vertical_alignment="center"):
            st.page_link(
                menu.page("option"),
                label=plain(say("UI_DETAILS", subject=option.subject, provider=option.provider)),
                query_params={"offer": option.offer_id},
                width="stretch",
            )
            st.button(
                plain(say("UI_COMPARE_REMOVE", option=named(option))),
                key=f"uncompare-{slug}",
                icon=":material/close:",
                on_click=plan_state.toggle,
                args=(area, option.offer_id),
                type="tertiary",
            )
