"""A lane: one kind of place, its count, its cards, and a way to see more of them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pathways.guidance import LaneSummary
from pathways.ui import keys, state
from pathways.ui.parts import facts
from pathways.ui.parts.card import card
from pathways.ui.parts.markup import mark
from pathways.words import say

PAGE = 5
"""How many more cards each "Show more" opens: the same for every lane."""


def lanes(summaries: Sequence[LaneSummary]) -> None:
    """All lanes side by side; on a phone one at a time, with a switch that shows every count."""
    names = [summary.name for summary in summaries]
    count = {summary.name: len(summary.options) for summary in summaries}
    if state.get(keys.LANE) not in names:
        state.put(keys.LANE, names[0])
    with st.container(key="lane_switch"):
        open_lane = st.segmented_control(
            say("UI_LANE_SWITCH"),
            names,
            format_func=lambda name: say(
                "UI_LANE_COUNT", lane=say(f"UI_LANE_SHORT_{name.upper()}"), count=count[name]
            ),
            key=keys.LANE,
            required=True,
            persist_state=state.KEEP,
            width="stretch",
        )
    for column, summary in zip(st.columns(len(names), gap="small"), summaries, strict=True):
        side = "open" if summary.name == open_lane else "rest"
        with column, st.container(key=f"lane-{side}-{summary.name}"):
            lane(summary)


def lane(summary: LaneSummary) -> None:
    """One lane."""
    st.html(
        mark(
            '<div class="pw-lane"><h2>{name}</h2><p>{count}</p></div>',
            name=say(f"UI_LANE_{summary.name.upper()}"),
            count=tally(summary),
        )
    )
    lane_body(summary)


def lane_body(summary: LaneSummary) -> None:
    """The cards of a lane, or why there are none."""
    key = keys.shown(summary.name)
    shown = state.get(key) or PAGE
    for option in summary.options[:shown]:
        card(option)
    if not summary.options:
        words = facts.reasons(summary.empty_because) or mark("<p>{w}</p>", w=say("UI_LANE_EMPTY"))
        st.html(mark('<div class="pw-sign">{words}</div>', words=words))
    left = len(summary.options) - shown
    if left > 0:
        st.button(
            say(
                "UI_SHOW_MORE",
                count=min(PAGE, left),
                lane=say(f"UI_LANE_{summary.name.upper()}").lower(),
            ),
            key=f"more-{summary.name}",
            width="stretch",
            on_click=state.put,
            args=(key, shown + PAGE),
        )


def tally(summary: LaneSummary) -> str:
    """How many there are, how they stand against the grades, how many filters hide."""
    parts = [
        say(f"UI_TALLY_{state_of.upper()}", count=count)
        for state_of, count in summary.counts
        if count
    ]
    if summary.hidden:
        parts.append(say("UI_TALLY_HIDDEN", count=summary.hidden))
    return ", ".join(parts)
