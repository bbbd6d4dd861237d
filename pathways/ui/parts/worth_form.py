"""Rows of a qualification and its grade, for "What is this worth?"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import streamlit as st

from pathways.rules.values import topic, value
from pathways.ui import keys, state
from pathways.words import say

_FIRST_ROWS = 3
_MOST_ROWS = 8


def grades(on: date) -> dict[str, tuple[str, ...]]:
    """Every qualification that the Tariff files name, with its grades; none where no grade is needed."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in topic("tariff", on=on):
        if isinstance(entry.value, Mapping):
            given = tuple(str(grade) for grade in entry.value["points"])
            found.update(dict.fromkeys(entry.value["qualifications"], given))
    for name in ("tariff/not_known", "tariff/none"):
        found.update(dict.fromkeys(value(name, on=on).value, ()))
    return found


def rows(on: date) -> list[tuple[str, str]]:
    """Draw the rows, and give those that are filled in as (qualification, grade)."""
    offered = grades(on)
    count = state.get(keys.WORTH_ROWS) or _FIRST_ROWS
    found = [row for number in range(1, count + 1) if (row := _row(number, offered))]
    if count < _MOST_ROWS:
        st.button(
            say("UI_WORTH_ADD"),
            key="add_worth",
            icon=":material/add:",
            on_click=state.put,
            args=(keys.WORTH_ROWS, count + 1),
        )
    return found


def _row(number: int, offered: Mapping[str, tuple[str, ...]]) -> tuple[str, str] | None:
    kind_key, grade_key = keys.worth("kind", number), keys.worth("grade", number)
    kind_column, grade_column = st.columns([3, 2], gap="small")
    with kind_column:
        kind = st.selectbox(
            say("UI_WORTH_KIND", number=number),
            list(offered),
            index=None,
            key=kind_key,
            persist_state=state.KEEP,
            placeholder=say("UI_CHOOSE"),
        )
    given = offered.get(kind, ()) if kind else ()
    if kind is None or not given:
        return (kind, "") if kind else None
    if state.get(grade_key) not in given:
        state.put(grade_key, None)
    with grade_column:
        grade = st.selectbox(
            say("UI_WORTH_GRADE", number=number),
            list(given),
            index=None,
            key=grade_key,
            persist_state=state.KEEP,
            placeholder=say("UI_CHOOSE"),
        )
    return (kind, grade) if grade else None
