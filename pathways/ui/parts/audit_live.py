"""A small audit that a visitor runs: one at a time on a server, with its progress, kept for the visit."""

from __future__ import annotations

import json
import time
from threading import Lock
from typing import cast

import streamlit as st

from pathways.audit.measures import measures
from pathways.audit.report import AuditReport
from pathways.audit.run import SMALL, small_audit
from pathways.catalogue.store import Catalogue
from pathways.ui import state
from pathways.ui.parts.audit_measures import measure_list
from pathways.ui.parts.frame import status
from pathways.words import say

_KEPT = "small-audit"
_MOST_SEED = 999_999


@st.cache_resource(show_spinner=False)
def _turn() -> Lock:
    """Held by the visitor whose audit is running: two at once would slow the pages of all others."""
    return Lock()


def small(catalogue: Catalogue) -> None:
    """The button, the progress, and what was found."""
    st.markdown(say("UI_AUDIT_LIVE", learners=SMALL))
    seed = int(
        st.number_input(
            say("UI_AUDIT_LIVE_SEED"), min_value=0, max_value=_MOST_SEED, value=1, step=1
        )
    )
    if st.button(say("UI_AUDIT_LIVE_RUN"), key="audit-run"):
        _run(catalogue, seed)
    kept = state.remembered(_KEPT, catalogue.content)
    if kept is not None:
        report, seconds = cast(tuple[AuditReport, float], kept)
        whole = json.loads(report.as_json())
        status(
            say(
                "UI_AUDIT_LIVE_DONE",
                seconds=f"{seconds:.0f}",
                learners=SMALL,
                seed=whole["seed"],
            )
        )
        st.html(measure_list(measures(whole), level=3))


def _run(catalogue: Catalogue, seed: int) -> None:
    turn = _turn()
    if not turn.acquire(blocking=False):
        st.info(say("UI_AUDIT_LIVE_BUSY"), icon=":material/hourglass_empty:")
        return
    start = time.monotonic()
    bar = st.progress(0.0, text=say("UI_AUDIT_LIVE_RUNNING", share=0))
    try:
        found = small_audit(
            catalogue,
            seed=seed,
            told=lambda share: _tell(bar, share),
        )
    finally:
        turn.release()
        bar.empty()
    state.remember(_KEPT, catalogue.content, (found, time.monotonic() - start))


def _tell(bar: st.delta_generator.DeltaGenerator, share: float) -> None:
    bar.progress(min(share, 1.0), text=say("UI_AUDIT_LIVE_RUNNING", share=round(100 * share)))
