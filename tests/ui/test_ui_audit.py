"""The page of the check: what was found, what it does not show, and a small one to run."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from visitor import go, html, open_app, press, text

from pathways.audit.measures import measures, not_shown
from pathways.audit.report import AuditReport
from pathways.audit.shipped import AUDITS, Shipped
from pathways.reason import Reason
from pathways.ui.parts import audit_live
from pathways.words import say, say_reason

PAGE = "pathways.audit.shipped.shipped"
FILE = AUDITS / "kingston-surrey-sutton.json"


def _shipped(*stale: Reason) -> Any:
    return lambda *_, **__: Shipped(AuditReport.read(FILE.read_text("utf-8")), stale)


def test_every_measure_is_a_question_with_a_sentence_a_number_and_a_real_table() -> None:
    page = html(open_app("audit"))
    for one in measures(json.loads(FILE.read_text("utf-8"))):
        assert one.title in page
        assert page.index(one.title) < page.index(one.sentence) < page.index(one.number)
        assert one.grid is None or f"<caption>{one.grid.caption}</caption>" in page
    assert all(line in page for line in not_shown())
    assert page.count("<h1>") == 1


def test_an_audit_that_is_out_of_date_says_so_and_how_to_make_it_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old = Reason.of("AUDIT_STALE_CATALOGUE")
    monkeypatch.setattr(PAGE, _shipped(old))
    app = open_app("audit")
    assert [say_reason(old) in one.value for one in app.warning] == [True]
    assert "python -m pathways audit --learners 5000" in app.code[0].value


def test_one_that_is_in_date_gives_no_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PAGE, _shipped())
    assert not open_app("audit").warning


def test_an_area_without_a_check_says_so_and_can_still_run_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(PAGE, lambda *_, **__: None)
    app = open_app("audit")
    assert say("UI_AUDIT_NONE") in [one.value for one in app.info]
    assert say("UI_AUDIT_LIVE_RUN") in [button.label for button in app.button]


def test_the_report_can_be_taken_along_in_two_forms() -> None:
    labels = [one.label for one in open_app("audit").get("download_button")]
    assert labels == [say("UI_AUDIT_TAKE_JSON"), say("UI_AUDIT_TAKE_HTML")]


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small audit of 20 learners, which is the same code with less to wait for."""
    monkeypatch.setattr("pathways.audit.run.SMALL", 20)
    monkeypatch.setattr("pathways.audit.run.SMALL_SWAPS", 2)


def _run(app: AppTest, seed: int) -> AppTest:
    app.number_input[0].set_value(seed).run()
    return press(app, say("UI_AUDIT_LIVE_RUN"))


@pytest.mark.usefixtures("quick")
def test_a_visitor_can_run_a_small_one_and_it_stays_when_they_come_back() -> None:
    app = _run(open_app("audit"), 5)
    assert not app.exception
    assert html(app).count(say("AUDIT_SWAPS_TITLE")) == 2
    assert "draw number 5" in text(app)
    go(app, "order")
    assert html(go(app, "audit")).count(say("AUDIT_SWAPS_TITLE")) == 2


@pytest.mark.usefixtures("quick")
def test_two_visitors_do_not_run_it_at_once() -> None:
    turn = audit_live._turn()
    with turn:
        app = _run(open_app("audit"), 5)
    assert say("UI_AUDIT_LIVE_BUSY") in [one.value for one in app.info]
    assert html(app).count(say("AUDIT_SWAPS_TITLE")) == 1
