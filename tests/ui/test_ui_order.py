"""The order page: what is weighed can be moved, the draw drawn again, and cards say why they stand there."""

from __future__ import annotations

import re

from visitor import filled, go, html, open_app, press, text

from pathways.matching.weighing import TERMS
from pathways.ui import keys
from pathways.words import say


def test_the_weights_in_force_are_shown_with_their_shares() -> None:
    page = html(open_app("order"))
    shares = [int(share) for share in re.findall(r">(\d+) %<", page)]
    assert len(shares) == len(TERMS)
    assert 98 <= sum(shares) <= 102


def test_moving_the_dots_changes_the_weights_and_is_kept() -> None:
    app = open_app("order")
    label = say("TERM_TRAVEL")
    control = next(c for c in app.segmented_control if c.label == label)
    control.set_value(5).run()
    row = re.search(rf"{label}</th><td[^>]*>(\d)<", html(app))
    assert row is not None
    assert row[1] == "5"
    go(app, "results")
    go(app, "order")
    assert next(c for c in app.segmented_control if c.label == label).value == 5


def test_shuffle_again_gives_another_number() -> None:
    app = open_app("order")
    numbers = [re.search(r"number (\d+)", text(app))]
    press(app, say("UI_ORDER_SHUFFLE"))
    numbers.append(re.search(r"number (\d+)", text(app)))
    assert numbers[0] is not None
    assert numbers[1] is not None
    assert numbers[0][1] != numbers[1][1]


def test_every_card_says_why_it_stands_there() -> None:
    app = go(filled(), "options")
    page = html(app)
    assert page.count('<article class="pw-card"') == page.count(say("UI_WHY_TITLE")) > 0


def test_the_numbers_on_the_page_of_an_option_add_up_to_its_score() -> None:
    results = filled()
    results.text_input(key=keys.POSTCODE).set_value("KT1 2AQ").run()
    app = go(results, "options")
    listed = app.session_state["_kept:guidance"][1].options
    app.query_params["offer"] = next(one for one in listed if one.score is not None).offer_id
    page = html(go(app, "option"))
    why = page.split(say("UI_WHY_TABLE"))[1]
    adds = [float(found) for found in re.findall(r"(\d+\.\d)</td></tr>", why)]
    together = re.search(r"Together: (\d+\.\d)", why)
    assert together is not None
    assert adds
    assert abs(sum(adds) - float(together[1])) <= 0.1 * len(adds)
