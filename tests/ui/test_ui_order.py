"""The order page: what is weighed can be moved, the draw drawn again, and cards say why they stand there."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from visitor import filled, go, html, open_app, press, text

from pathways.matching.weighing import TERMS
from pathways.ui import keys
from pathways.ui.parts.weights import shares
from pathways.words import say
from pathways.words.reading_age import reading_age


def test_the_shares_of_what_counts_add_to_100_and_what_waits_says_so() -> None:
    app = go(filled(), "order")
    page = html(app)
    assert _shares(page) == [100]  # subjects are known, and nothing else yet
    assert say("DROPPED_TRAVEL_UNSAID") in page
    go(app, "results").text_input(key=keys.POSTCODE).set_value("KT1 2AQ").run()
    page = html(go(app, "order"))
    assert len(_shares(page)) == 2
    assert sum(_shares(page)) == 100
    assert say("DROPPED_TRAVEL_UNSAID") not in page


def test_for_somebody_who_said_nothing_the_page_says_that_a_draw_decides() -> None:
    page = html(open_app("order"))
    assert _shares(page) == []
    assert say("UI_ORDER_NOTHING_YET") in page


@given(st.dictionaries(st.sampled_from(TERMS), st.integers(0, 5)))
def test_shares_of_any_dots_are_whole_add_to_100_and_go_with_the_dots(dots: dict[str, int]) -> None:
    found = shares(dots)
    assert sum(found.values()) == (100 if any(dots.values()) else 0)
    for term, number in dots.items():
        assert abs(found[term] - 100 * number / (sum(dots.values()) or 1)) < 1


def _shares(page: str) -> list[int]:
    return [int(share) for share in re.findall(r">(\d+) %<", page)]


def test_parents_find_the_short_version_and_the_way_to_the_check() -> None:
    app = open_app("order")
    assert say("UI_ORDER_PARENTS_TITLE") in [box.label for box in app.expander]
    assert say("UI_PAGE_AUDIT") in [link.label for link in app.get("page_link")]
    said = [say(f"UI_ORDER_PARENTS_{line}") for line in range(1, 7)]
    assert all(line in text(app) for line in said)
    assert reading_age(" ".join(said)) <= 11


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
