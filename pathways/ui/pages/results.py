"""My results: the grades a learner has or expects, and where they would travel from."""

from __future__ import annotations

import streamlit as st

from pathways.learner.subjects import subjects, usual_subjects
from pathways.ui import keys, menu, state
from pathways.ui.parts.frame import Problem, error_summary, field_problem, heading, status
from pathways.ui.parts.grades import gcse, grade_row
from pathways.ui.parts.other_results import other_results
from pathways.ui.parts.results_form import problems
from pathways.words import say

_FIXED = {*state.CORE, *state.SEPARATE, state.COMBINED}


def _choice(words: str, key: str, options: dict[str, str]) -> str | None:
    """One choice of a few, always answered."""
    return st.segmented_control(
        say(words),
        list(options),
        format_func=lambda option: say(options[option]),
        key=key,
        required=True,
        persist_state=state.KEEP,
        width="stretch",
    )


def _grades(found: tuple[Problem, ...]) -> None:
    """Every GCSE row that stands ready or was asked for."""
    _choice(
        "UI_STATUS",
        keys.STATUS,
        {"predicted": "UI_PREDICTED", "actual": "UI_ACTUAL", "mixed": "UI_MIXED"},
    )
    st.caption(say("UI_GRADE_HINT"))
    nation = gcse(state.get(keys.NATION) or "england")
    for subject in state.CORE:
        field_problem(found, keys.grade(subject))
        grade_row(subject, nation)
    science = _choice(
        "UI_SCIENCE", keys.SCIENCE, {"combined": "UI_COMBINED", "separate": "UI_SEPARATE"}
    )
    for subject in state.SEPARATE if science == "separate" else (state.COMBINED,):
        grade_row(subject, nation)
    usual = [s.name for s in usual_subjects() if s.name not in _FIXED]
    rest = [s.name for s in subjects() if s.name not in {*_FIXED, *usual}]
    st.header(say("UI_OTHERS_TITLE"), anchor=False)
    st.pills(
        say("UI_USUAL"),
        usual,
        selection_mode="multi",
        key=keys.USUAL,
        persist_state=state.KEEP,
    )
    st.multiselect(
        say("UI_MORE"),
        rest,
        key=keys.MORE,
        persist_state=state.KEEP,
        placeholder=say("UI_MORE_HINT"),
    )
    for subject in (*state.chosen(keys.USUAL), *state.chosen(keys.MORE)):
        field_problem(found, keys.grade(subject))
        grade_row(subject, nation)
    if state.get(keys.STATUS) == "mixed":
        st.multiselect(
            say("UI_WHICH_ACTUAL"),
            [row.result.subject for row in state.rows()],
            key=keys.ACTUAL,
            persist_state=state.KEEP,
            placeholder=say("UI_CHOOSE"),
        )


def _others(found: tuple[Problem, ...]) -> None:
    """Results that are not GCSEs."""
    amiss = [p for p in found if p.field.startswith("other:")]
    with st.expander(
        say("UI_OTHER_TITLE"), expanded=bool(amiss or state.others() or state.other_incomplete())
    ):
        for problem in amiss:
            field_problem(found, problem.field)
        if state.other_incomplete():
            st.warning(say("UI_OTHER_INCOMPLETE"), icon=":material/info:")
        other_results()


def _where(found: tuple[Problem, ...]) -> None:
    """Where from and how far: both may be left out."""
    st.header(say("UI_WHERE_TITLE"), anchor=False)
    field_problem(found, keys.POSTCODE)
    st.text_input(
        say("UI_POSTCODE"),
        key=keys.POSTCODE,
        persist_state=state.KEEP,
        autocomplete="postal-code",
        max_chars=12,
        width=220,
    )
    st.caption(say("UI_POSTCODE_WHY"))
    st.segmented_control(
        say("UI_MINUTES"),
        [20, 30, 45, 60, 90],
        key=keys.MINUTES,
        width="stretch",
        persist_state=state.KEEP,
    )


def _about_me() -> None:
    """What changes the rules for a few people; nobody has to open it."""
    with st.expander(say("UI_ABOUT_ME")):
        st.checkbox(say("UI_COMPLETE"), key=keys.COMPLETE, persist_state=state.KEEP)
        st.selectbox(
            say("UI_YEAR"),
            [2026, 2027, 2028, 2029],
            format_func=lambda year: say("UI_YEAR_ONE", year=year),
            key=keys.YEAR,
            persist_state=state.KEEP,
        )
        st.selectbox(
            say("UI_AGE"),
            list(range(14, 20)),
            index=None,
            key=keys.AGE,
            persist_state=state.KEEP,
            placeholder=say("UI_CHOOSE"),
        )
        st.selectbox(
            say("UI_NATION"),
            ["england", "wales", "scotland", "northern_ireland"],
            format_func=lambda nation: say(f"UI_NATION_{nation.upper()}"),
            key=keys.NATION,
            persist_state=state.KEEP,
        )
        st.checkbox(say("UI_EHC"), key=keys.EHC, persist_state=state.KEEP)
        st.caption(say("UI_EHC_HELP"))
        st.checkbox(say("UI_NEW_TO_ENGLISH"), key=keys.NEW_TO_ENGLISH, persist_state=state.KEEP)


found = problems() if state.checked() else ()
heading(say("UI_PAGE_RESULTS"), say("UI_RESULTS_LEAD"), step=say("UI_STEP", number=1, of=5))
if found:
    error_summary(say("UI_PROBLEMS_TITLE"), found)
_grades(found)
_others(found)
_where(found)
_about_me()
status(say("UI_ENTERED", count=len(state.rows())))
to_likes = st.button(say("UI_TO_LIKES"), type="primary", width="stretch", key="to_likes")
to_options = st.button(say("UI_SEE_OPTIONS"), width="stretch", key="see_options")
if to_likes or to_options:
    amiss = problems()
    state.mark_checked(value=bool(amiss))
    if amiss:
        st.rerun()
    menu.go("likes" if to_likes else "options")
