"""What holds on every page."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest
from visitor import filled, go, html, open_app

PAGES = ("start", "results", "likes", "options", "option", "data")


def levels(app: AppTest) -> list[int]:
    """Heading levels as they stand on the page."""
    found = []
    for element in app.main:
        if element.type == "html":
            found += [int(n) for n in re.findall(r"<h([1-6])[ >]", element.proto.body)]
        elif element.type in ("title", "header", "subheader"):
            found.append({"title": 1, "header": 2, "subheader": 3}[element.type])
    return found


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_without_an_error_and_has_one_h1(page: str) -> None:
    app = go(filled(), page)
    assert not app.exception
    assert html(app).count("<h1>") == 1
    assert "pw-summary" not in html(app)


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_fetched_from_elsewhere(page: str) -> None:
    app = go(filled(), page)
    assert not re.findall(r'(?:src|srcset)="', html(app))
    assert "url(http" not in html(app)


def test_an_error_shows_a_reference_and_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app("results")
    monkeypatch.setattr("pathways.ui.advice.guide", lambda *_, **__: 1 / 0)
    app = go(app, "options")
    assert not app.exception
    assert re.search(r"tell us this number: [0-9A-F]{6}\.", html(app))
    assert "ZeroDivisionError" not in html(app)
    assert "Traceback" not in html(app)


def test_a_missing_catalogue_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATHWAYS_CATALOGUE", "/nowhere")
    app = open_app("options")
    assert not app.exception
    assert "There is no catalogue here." in html(app)
