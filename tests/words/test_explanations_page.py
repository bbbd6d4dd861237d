from __future__ import annotations

from tests.support.explanations import PAGE, page


def test_the_page_of_ten_explanations_says_what_the_cards_say_now() -> None:
    assert PAGE.read_text("utf-8") == page(), "run python -m tests.support.explanations"
