"""What is this worth? Points from the Tariff files, never guessed."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest
from visitor import html, open_app, press, text

from pathways.rules.tariff import tariff, worth
from pathways.ui.parts.worth_form import grades
from pathways.ui.parts.worth_total import total_words

ON = date(2026, 11, 22)


def choose(app: AppTest, *rows: tuple[str, str | None]) -> AppTest:
    for number, (kind, grade) in enumerate(rows, start=1):
        app.selectbox(key=f"worth:kind:{number}").set_value(kind).run()
        if grade:
            app.selectbox(key=f"worth:grade:{number}").set_value(grade).run()
    return app


def test_three_a_levels_add_up() -> None:
    app = choose(open_app("worth"), ("A level", "A"), ("A level", "B"), ("A level", "C"))
    assert "Total: 120 UCAS points." in text(app)
    assert '<th scope="row">Total</th><td class="pw-number">120</td>' in html(app)


def test_a_gcse_has_no_points_and_needs_no_grade() -> None:
    app = choose(open_app("worth"), ("GCSE", None))
    assert "Total: 0 UCAS points." in text(app)
    assert "worth:grade:1" not in {box.key for box in app.selectbox}
    assert "GCSEs and level 2 courses have none." in html(app)


def test_points_that_are_not_known_are_said_as_that() -> None:
    app = choose(open_app("worth"), ("A level", "A"), ("V Level", None))
    assert "At least 48 UCAS points." in text(app)
    assert "Not known" in html(app)
    assert "Not confirmed: check first" in html(app)


def test_points_that_are_not_firm_are_marked_and_firm_ones_have_their_source() -> None:
    app = choose(open_app("worth"), ("Core Maths", "A"), ("A level", "A"))
    table = html(app).split("Your results in points")[1].split("</table>")[0]
    assert table.count('class="pw-trust"') == 1
    assert table.count("<summary>Source</summary>") == 1


def test_changing_the_qualification_forgets_a_grade_it_does_not_have() -> None:
    app = choose(open_app("worth"), ("A level", "A"))
    app.selectbox(key="worth:kind:1").set_value("T Level").run()
    assert app.selectbox(key="worth:grade:1").value is None
    assert "Choose a qualification and a grade" in text(app)


def test_a_row_can_be_added_and_clearing_takes_it_away() -> None:
    app = press(open_app("worth"), "Add another")
    assert app.selectbox(key="worth:kind:4").value is None
    app = press(choose(app, ("A level", "A")), "Clear my answers")
    assert app.selectbox(key="worth:kind:1").value is None
    assert "worth:kind:4" not in {box.key for box in app.selectbox}


def test_the_page_says_that_points_are_not_everything() -> None:
    assert "not points" in html(open_app("worth"))


@pytest.mark.parametrize("caption", ["GCSE grades", "Levels", "Level 1 and 2 vocational grades"])
def test_scales_are_real_tables_with_captions_and_headings(caption: str) -> None:
    page = html(open_app("worth"))
    table = page.split(f"<caption>{caption}")[1].split("</table>")[0]
    assert '<th scope="col">' in table
    assert '<th scope="row">' in table


CHOICES = [(kind, grade) for kind, given in grades(ON).items() for grade in given]


@pytest.mark.parametrize(("kind", "grade"), CHOICES)
def test_every_grade_offered_has_points(kind: str, grade: str) -> None:
    assert worth(kind, grade, on=ON).points


@pytest.mark.parametrize("kind", [kind for kind, given in grades(ON).items() if not given])
def test_what_needs_no_grade_is_worth_nothing_or_not_known(kind: str) -> None:
    assert worth(kind, "", on=ON).points in (0, None)


def test_nothing_chosen_asks_for_a_choice() -> None:
    assert total_words(tariff([], on=ON)).startswith("Choose")
