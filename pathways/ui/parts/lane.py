"""Lanes: kinds of place side by side, the same rank in one row, every card with the same rows in line."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pathways.answers import EligibilityState
from pathways.guidance import LaneSummary
from pathways.ui import keys, state
from pathways.ui.parts import facts
from pathways.ui.parts.card import card
from pathways.ui.parts.markup import Markup, mark
from pathways.words import say

PAGE = 5
"""How many more cards of each lane "Show more" opens."""
_ALL = "all"


def lanes(summaries: Sequence[LaneSummary]) -> None:
    """All lanes side by side; on a phone one at a time, with a switch that shows every count."""
    names = [summary.name for summary in summaries]
    open_lane = _switch(summaries, names)
    shown = state.get(keys.shown(_ALL)) or PAGE
    longest = max(len(summary.options) for summary in summaries)
    for rank in range(-1, min(shown, max(longest, 1))):
        with st.container(key=f"rank-{rank + 1}"):
            for at, summary in enumerate(summaries):
                side = "open" if summary.name == open_lane else "rest"
                with st.container(key=f"lane-{side}-{at}-{rank + 1}"):
                    if rank < 0:
                        st.html(_head(summary))
                    else:
                        _place(summary, rank)
    more = min(PAGE, longest - shown)
    if more > 0:
        _more(say("UI_SHOW_MORE_EACH", count=more), _ALL, shown)


def lane_body(summary: LaneSummary) -> None:
    """The cards of a lane that stands alone, or why there are none."""
    shown = state.get(keys.shown(summary.name)) or PAGE
    for option in summary.options[:shown]:
        card(option)
    if not summary.options:
        st.html(_empty(summary))
    left = len(summary.options) - shown
    if left > 0:
        lane = say(f"UI_LANE_{summary.name.upper()}").lower()
        _more(say("UI_SHOW_MORE", count=min(PAGE, left), lane=lane), summary.name, shown)


def tally(counts: Sequence[tuple[EligibilityState, int]], hidden: int = 0) -> str:
    """How many there are, how they stand against the grades, how many filters hide."""
    parts = [say(f"UI_TALLY_{name.upper()}", count=f"{count:,}") for name, count in counts if count]
    if hidden:
        parts.append(say("UI_TALLY_HIDDEN", count=f"{hidden:,}"))
    return ", ".join(parts)


def _switch(summaries: Sequence[LaneSummary], names: Sequence[str]) -> str | None:
    count: dict[str, int] = {summary.name: len(summary.options) for summary in summaries}
    if state.get(keys.LANE) not in names:
        filled = [name for name in names if count[name]]
        state.put(keys.LANE, [*filled, *names][0])
    with st.container(key="lane_switch"):
        return st.segmented_control(
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


def _head(summary: LaneSummary) -> Markup:
    return mark(
        '<div class="pw-lane"><h2>{name}</h2><p>{count}</p></div>',
        name=say(f"UI_LANE_{summary.name.upper()}"),
        count=tally(summary.counts, summary.hidden),
    )


def _place(summary: LaneSummary, rank: int) -> None:
    """The card of this rank; where a lane has none at all, the first place says why."""
    if rank < len(summary.options):
        card(summary.options[rank])
    elif rank == 0:
        st.html(_empty(summary))


def _empty(summary: LaneSummary) -> Markup:
    words = facts.reasons(summary.empty_because) or mark("<p>{w}</p>", w=say("UI_LANE_EMPTY"))
    return mark('<div class="pw-sign">{words}</div>', words=words)


def _more(label: str, name: str, shown: int) -> None:
    st.button(
        label,
        key=f"more-{name}",
        width="stretch",
        on_click=state.put,
        args=(keys.shown(name), shown + PAGE),
    )
