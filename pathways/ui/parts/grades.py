"""Fast grade entry: one row a subject, one tap a grade."""

from __future__ import annotations

import streamlit as st

from pathways.learner.qualifications import Qualification, find_qualification
from pathways.learner.subjects import find_subject
from pathways.ui import keys, state
from pathways.words import say

_GCSE_OF = {"wales": "GCSE (Wales)", "northern_ireland": "GCSE (NI)"}


def gcse(nation: str) -> Qualification:
    """The GCSE of a nation: 9 to 1 in England, letters in Wales and Northern Ireland."""
    return find_qualification(_GCSE_OF.get(nation, "GCSE"))


def grade_row(subject: str, qualification: Qualification) -> None:
    """One subject with its grades; a pair of grades is a list, as it has too many to tap."""
    key = keys.grade(subject)
    double = find_subject(subject).double
    scale = (qualification.double if double else qualification.scales)[0]
    options = [*(grade.text for grade in scale.grades), state.UNKNOWN]
    held = state.get(key)
    if held and held not in options:
        options.append(held)
    with st.container(key=f"row-{keys.slug(subject)}"):
        if double:
            st.selectbox(
                subject,
                options,
                index=None,
                key=key,
                persist_state=state.KEEP,
                placeholder=say("UI_GRADE_PAIR"),
                format_func=lambda grade: say("UI_GRADE_UNKNOWN") if grade == "?" else grade,
            )
        else:
            st.segmented_control(
                subject, options, key=key, persist_state=state.KEEP, width="stretch"
            )
