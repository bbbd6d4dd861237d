"""Where the learner would like to get to: a job they name, or a field, or neither yet."""

from __future__ import annotations

import streamlit as st

from pathways.routes.goals import find_goal, goals, near_goals
from pathways.ui import advice, keys, state
from pathways.ui.parts.frame import anchor
from pathways.ui.parts.markup import mark, plain
from pathways.words import say


def goal() -> None:
    """A job to type or choose; a field where no job is named; and what to do about a mistyped one."""
    with st.container(key="goal-choice"):
        st.selectbox(
            say("UI_GOAL"),
            [state.UNKNOWN, *sorted(goals(), key=lambda one: goals()[one].name.casefold())],
            index=None,
            format_func=_named,
            key=keys.GOAL,
            persist_state=state.KEEP,
            placeholder=say("UI_GOAL_HINT"),
            accept_new_options=True,
        )
        if find_goal(state.goal()) is None:
            st.selectbox(
                say("UI_GOAL_FIELD"),
                advice.all_fields(),
                index=None,
                key=keys.GOAL_FIELD,
                persist_state=state.KEEP,
                placeholder=say("UI_GOAL_FIELD_HINT"),
            )
    if state.goal() and find_goal(state.goal()) is None:
        _not_known(state.goal())


def _not_known(typed: str) -> None:
    """A job that is not on our list: the nearest ones, each one tap away."""
    near = near_goals(typed)
    st.html(
        mark(
            '<p class="pw-problem" id="{at}" role="status">{words}</p>',
            at=anchor(keys.GOAL),
            words=say("UI_GOAL_NEAR" if near else "UI_GOAL_NOT_KNOWN", typed=typed),
        )
    )
    with st.container(horizontal=True, key="goal-near"):
        for one in near:
            st.button(
                plain(_named(one.goal_id)),
                key=f"near-{one.goal_id}",
                on_click=state.put,
                args=(keys.GOAL, one.goal_id),
            )


def _named(choice: str) -> str:
    """The job with its other names, so that typing any of them finds it."""
    if choice == state.UNKNOWN:
        return say("UI_GOAL_UNKNOWN")
    held = goals().get(choice)
    if held is None:
        return choice
    name = held.name[:1].upper() + held.name[1:]
    return say("UI_GOAL_ALSO", name=name, also=", ".join(held.also)) if held.also else name
