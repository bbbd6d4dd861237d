"""Results that are not GCSEs: what was added, and three fields to add one more."""

from __future__ import annotations

import streamlit as st

from pathways.learner.qualifications import find_qualification, qualifications
from pathways.ui import keys, state
from pathways.ui.parts.markup import plain
from pathways.words import say


def other_results() -> None:
    """The list of added results, and the fields to add another."""
    for position, other in enumerate(state.others()):
        _added(position, other)
    kind = st.selectbox(
        say("UI_OTHER_QUALIFICATION"),
        [q.name for q in qualifications() if q.name != "GCSE"],
        index=None,
        key=keys.OTHER_QUALIFICATION,
        persist_state=state.KEEP,
        placeholder=say("UI_CHOOSE"),
    )
    st.text_input(say("UI_OTHER_SUBJECT"), key=keys.OTHER_SUBJECT, persist_state=state.KEEP)
    scale = find_qualification(kind).scales[0] if kind else None
    st.selectbox(
        say("UI_OTHER_GRADE"),
        [grade.text for grade in scale.grades] if scale else [],
        index=None,
        key=keys.OTHER_GRADE,
        persist_state=state.KEEP,
        accept_new_options=True,
        placeholder=say("UI_OTHER_GRADE_HINT"),
    )
    st.button(say("UI_OTHER_ADD"), key="add_other", on_click=_add, icon=":material/add:")


def _added(position: int, other: state.Other) -> None:
    words = say(
        "UI_OTHER_ROW",
        subject=other["subject"],
        qualification=other["qualification"],
        grade=other["grade"] or say("UI_GRADE_UNKNOWN"),
    )
    with st.container(horizontal=True, vertical_alignment="center", key=f"other-{position}"):
        st.text(words, width="content")
        st.button(
            plain(say("UI_OTHER_REMOVE", subject=other["subject"])),
            key=f"remove-{position}",
            on_click=state.remove_other,
            args=(position,),
            type="tertiary",
            icon=":material/close:",
        )


def _add() -> None:
    """Keep the three fields as one more result, once there is a qualification and a subject."""
    kind, subject = state.get(keys.OTHER_QUALIFICATION), state.get(keys.OTHER_SUBJECT)
    if kind and subject and subject.strip():
        grade = state.get(keys.OTHER_GRADE)
        state.add_other({"qualification": kind, "subject": subject.strip(), "grade": grade})
        state.put(keys.OTHER_SUBJECT, "")
        state.put(keys.OTHER_GRADE, None)
        state.note_other(missing=False)
    else:
        state.note_other(missing=True)
