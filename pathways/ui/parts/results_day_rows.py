"""One row a result: the predicted grade in words, the real one a tap away."""

from __future__ import annotations

import streamlit as st

from pathways.errors import SubjectError
from pathways.learner.learner import Result
from pathways.learner.qualifications import find_qualification
from pathways.learner.subjects import find_subject
from pathways.ui import keys, results_day_state, state
from pathways.ui.parts.grades import gcse
from pathways.ui.parts.markup import plain
from pathways.words import say

_MOST_TO_TAP, _LONGEST_TO_TAP = 12, 3
"""A scale with more grades than this, or with longer ones, is a list: they would not fit a row."""


def rows() -> None:
    """Every result whose real grade is still to come."""
    nation = state.get(keys.NATION) or "england"
    for one in results_day_state.awaited():
        options = _grades(one.result, nation)
        for held in (one.expected, state.get(one.key)):
            if held and held not in options:
                options.insert(0, held)
        with st.container(key=f"row-day-{keys.slug(one.field)}"):
            if len(options) > _MOST_TO_TAP or len(max(options, key=len)) > _LONGEST_TO_TAP:
                st.selectbox(
                    _label(one),
                    options,
                    key=one.key,
                    persist_state=state.KEEP,
                    format_func=_said,
                )
            else:
                st.segmented_control(
                    _label(one),
                    options,
                    key=one.key,
                    required=True,
                    persist_state=state.KEEP,
                    width="stretch",
                )


def _grades(result: Result, nation: str) -> list[str]:
    """The grades of a result's scale, best first, and "?"."""
    of = (
        gcse(nation) if result.qualification == "GCSE" else find_qualification(result.qualification)
    )
    scale = (of.double if of.double and _double(result.subject) else of.scales)[0]
    return [*(grade.text for grade in scale.grades), state.UNKNOWN]


def _double(subject: str) -> bool:
    try:
        return find_subject(subject).double
    except SubjectError:
        return False


def _label(one: results_day_state.Awaited) -> str:
    code = "UI_DAY_ROW_UNKNOWN" if one.expected == state.UNKNOWN else "UI_DAY_ROW"
    subject = one.result.subject
    if one.result.qualification != "GCSE":
        subject = say("UI_DAY_OTHER", subject=subject, qualification=one.result.qualification)
    return say(code, subject=plain(subject), grade=plain(one.expected))


def _said(grade: str) -> str:
    return say("UI_GRADE_UNKNOWN") if grade == state.UNKNOWN else grade
