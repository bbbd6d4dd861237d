"""Compare: one table of the saved options, in the learner's own order, with nothing left out."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest
from visitor import filled, go, html, press, text

from pathways.catalogue.store import Catalogue, load_catalogue
from pathways.compare import MOST, ROWS
from pathways.settings import settings


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(settings().catalogue)


def offers(catalogue: Catalogue, count: int) -> list[str]:
    """Offers far apart in the catalogue, so of several kinds of place."""
    column = catalogue.index.offers["offer_id"]
    step = len(catalogue.index) // count
    return [column[at * step] for at in range(count)]


def saved(catalogue: Catalogue, count: int) -> AppTest:
    app = filled()
    app.session_state["_saved"] = {catalogue.name: offers(catalogue, count)}
    return go(app, "compare")


def names(catalogue: Catalogue, count: int) -> list[str]:
    index = catalogue.index
    rows = [index.offer_row[offer] for offer in offers(catalogue, count)]
    return [f"{index.of_course('subject')[r]} at {index.of_provider('name')[r]}" for r in rows]


def columns(app: AppTest) -> list[str]:
    return re.findall(r'<span class="pw-cmp-subject">(.*?)</span>', html(app))


def rows(app: AppTest) -> list[str]:
    return re.findall(r'<th scope="row"', html(app))


def test_with_nothing_saved_it_says_how_to_save_and_where(catalogue: Catalogue) -> None:
    app = go(filled(), "compare")
    assert "Save options to see them side by side" in text(app)
    assert "<table" not in html(app)


def test_with_one_saved_it_asks_for_one_more(catalogue: Catalogue) -> None:
    app = saved(catalogue, 1)
    assert "Save one more" in text(app)
    assert "<table" not in html(app)


def test_three_saved_stand_in_the_learners_own_order(catalogue: Catalogue) -> None:
    app = saved(catalogue, 3)
    assert not app.exception
    assert columns(app) == [name.partition(" at ")[0] for name in names(catalogue, 3)]
    assert len(rows(app)) == len(ROWS)
    assert html(app).count('<td role="cell" data-of') == 3 * len(ROWS)


def test_it_is_a_real_table_with_a_caption_and_headings(catalogue: Catalogue) -> None:
    page = html(saved(catalogue, 2))
    assert "<caption>2 options" in page
    assert page.count('<th scope="col"') == 2
    assert 'tabindex="0"' in page


def test_what_differs_is_marked_and_the_rest_is_one_line(catalogue: Catalogue) -> None:
    app = saved(catalogue, 3)
    next(t for t in app.toggle if t.label == "Show what differs").set_value(True).run()
    page = html(app)
    folded = len(re.findall("<dt>", page.partition('class="pw-alike"')[2]))
    assert len(rows(app)) == page.count("Differs</span>") == len(ROWS) - folded
    assert 0 < folded < len(ROWS)
    assert f"Rows that differ: {len(rows(app))}. The same for all: {folded}." in text(app)


def test_removing_one_takes_it_out_of_the_plan(catalogue: Catalogue) -> None:
    app = saved(catalogue, 3)
    press(app, f"Remove {names(catalogue, 3)[1]}")
    assert app.session_state["_saved"][catalogue.name] == [
        offers(catalogue, 3)[0],
        offers(catalogue, 3)[2],
    ]
    assert len(columns(app)) == 2


def test_of_more_than_six_the_learner_picks_and_the_choice_is_kept(catalogue: Catalogue) -> None:
    app = saved(catalogue, 8)
    pills = app.button_group[0]
    assert len(columns(app)) == MOST
    pills.set_value(offers(catalogue, 8)[5:]).run()
    assert columns(app) == [name.partition(" at ")[0] for name in names(catalogue, 8)[5:]]
    app = go(go(app, "results"), "compare")
    assert len(columns(app)) == 3


def test_a_seventh_is_not_added_and_that_is_said(catalogue: Catalogue) -> None:
    app = saved(catalogue, 8)
    app.button_group[0].set_value(offers(catalogue, 8)[:7]).run()
    assert len(columns(app)) == MOST
    assert "6 fit side by side" in text(app)


def test_an_offer_that_is_no_longer_listed_is_left_out_quietly(catalogue: Catalogue) -> None:
    app = filled()
    app.session_state["_saved"] = {catalogue.name: ["gone", *offers(catalogue, 2)]}
    app = go(app, "compare")
    assert not app.exception
    assert len(columns(app)) == 2
