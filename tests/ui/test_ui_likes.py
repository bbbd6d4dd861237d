"""What I like: answered, skipped, changed, come back to; and what is then shown."""

from __future__ import annotations

import base64
import re
from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest
from visitor import filled, go, html, open_app, press, text

from pathways.learner.learner import Interests
from pathways.matching.interests.load import deck, scoring, subjects, tiles
from pathways.matching.interests.riasec import TYPES, Riasec
from pathways.matching.interests.shape import profile_shape
from pathways.paths import ROOT
from pathways.ui import keys
from pathways.ui.parts.likes_order import in_order
from pathways.ui.parts.likes_read import because, ideas, in_catalogue
from pathways.ui.parts.likes_shape import svg
from pathways.words.reading_age import reading_age

LIKES = "likes_part"


def card_now(app: AppTest) -> str:
    return next(str(c.label) for c in app.segmented_control if str(c.key).startswith("rated:"))


def rate(app: AppTest, rating: int) -> AppTest:
    """Tap a face of the card in view."""
    control = next(c for c in app.segmented_control if str(c.key).startswith("rated:"))
    return control.set_value(rating).run()


def step(app: AppTest, name: str) -> AppTest:
    return app.segmented_control(key=LIKES).set_value(name).run()


def ratings(app: AppTest) -> dict[str, int]:
    """Every card that is answered."""
    held = {card.id: keys.rated(card.id) for card in deck().cards}
    state = app.session_state
    return {card: state[key] for card, key in held.items() if key in state and state[key]}  # noqa: RUF019 - a session has no get


def read_as(app: AppTest) -> list[str]:
    """The subjects that the words are read as, less those that were taken away."""
    return list(app.pills(key="read_as").value or ())


def test_a_face_is_one_tap_and_brings_the_next_card() -> None:
    app = open_app("likes")
    first = card_now(app)
    rate(app, 4)
    assert card_now(app) != first
    assert list(ratings(app).values()) == [4]
    assert "Would you like to do this? 2 of 30" in html(app)


def test_every_card_can_be_answered_and_the_shape_is_said_in_words() -> None:
    app = open_app("likes")
    kind = {card.text: card.type for card in deck().cards}
    for _ in deck().cards:
        rate(app, 5 if kind[card_now(app)] == "S" else 2)
    assert len(ratings(app)) == 30
    assert "That is all of them." in html(app)
    app = step(app, "ideas")
    assert "Helping people: 5.0 out of 5." in html(app)
    assert "Why this?" in html(app)
    assert "You like helping people." in html(app)


def test_all_of_it_can_be_skipped_and_the_page_shows_a_mix_of_every_field() -> None:
    app = step(open_app("likes"), "ideas")
    assert not app.exception
    named = zip(subjects().fields, subjects().kinds, strict=True)
    assert {h.value for h in app.subheader} == {field for field, k in named if k == "subject"}
    assert "You have not rated any activities yet" in html(app)
    assert "<img" not in html(app)


def test_a_skipped_card_is_missing_and_never_a_zero() -> None:
    app = press(open_app("likes"), "Skip this one")
    assert ratings(app) == {}
    assert "0 of 30 done" in app.get("progress")[0].proto.text


def test_going_back_shows_the_answer_and_one_change_leaves_the_others() -> None:
    app = open_app("likes")
    for rating in (1, 2, 3, 4):
        rate(app, rating)
    before = ratings(app)
    app = press(go(go(app, "options"), "likes"), "Back")
    app = press(app, "Back")
    changed = next(c for c in app.segmented_control if str(c.key).startswith("rated:"))
    assert changed.value == 3
    rate(app, 5)
    after = ratings(app)
    assert {card for card in after if after[card] != before[card]} == {
        str(changed.key).removeprefix("rated:")
    }
    assert sorted(after.values()) == [1, 2, 4, 5]


def test_the_list_holds_every_answer_and_changes_one_in_place() -> None:
    app = open_app("likes")
    for _ in range(5):
        rate(app, 2)
    app.toggle(key="likes_list").set_value(True).run()
    rows = [c for c in app.segmented_control if str(c.key).startswith("rated:")]
    assert len(rows) == 30
    assert [row.value for row in rows] == [2] * 5 + [None] * 25
    rows[1].set_value(5).run()
    app.toggle(key="likes_list").set_value(False).run()
    assert list(ratings(app).values()).count(2) == 4
    assert "Would you like to do this? 6 of 30" in html(app)


def test_skipped_cards_can_be_gone_back_to() -> None:
    app = press(open_app("likes"), "Skip this one")
    for _ in range(29):
        rate(app, 3)
    assert "You skipped 1." in html(app)
    app = press(app, "Go to the ones I skipped")
    assert "Would you like to do this? 1 of 30" in html(app)


def test_a_sixth_topic_is_refused_kindly_and_the_five_stay() -> None:
    app = step(open_app("likes"), "tiles")
    five = ["music", "sport", "gaming", "food"]
    app.pills(key="liked_field").set_value(five).run()
    app.pills(key="liked_subject").set_value(["maths"]).run()
    assert not app.warning
    app.pills(key="liked_field").set_value([*five, "art"]).run()
    assert app.session_state["liked_field"] == five
    assert app.session_state["liked_subject"] == ["maths"]
    assert "You have 5 already." in app.warning[0].value
    app.pills(key="liked_field").set_value(five[:3]).run()
    assert not app.warning
    assert "Picked: 4 of 5" in text(app)


def test_a_topic_is_liked_or_not_for_me_never_both() -> None:
    app = step(open_app("likes"), "tiles")
    app.pills(key="liked_field").set_value(["music", "sport"]).run()
    app.pills(key="not_for_me").set_value(["music"]).run()
    assert app.session_state["liked_field"] == ["sport"]
    app.pills(key="liked_field").set_value(["sport", "music"]).run()
    assert app.session_state["not_for_me"] == []


def test_own_words_are_read_and_a_wrong_reading_is_taken_away_and_brought_back() -> None:
    app = step(open_app("likes"), "words")
    app.text_area(key="my_words").set_value("fixing bikes and gaming").run()
    assert {"motor_vehicle", "games"} <= set(read_as(app))
    app.pills(key="read_as").set_value([s for s in read_as(app) if s != "games"]).run()
    app = step(app, "ideas")
    assert "You wrote: gaming. We read that as Games" not in html(app)
    app = step(app, "words")
    assert "games" not in read_as(app)
    app.pills(key="read_as").set_value([*read_as(app), "games"]).run()
    assert "You wrote: gaming. We read that as Games" in html(step(app, "ideas"))


def test_new_words_are_read_afresh() -> None:
    app = step(open_app("likes"), "words")
    app.text_area(key="my_words").set_value("gaming").run()
    app.pills(key="read_as").set_value([]).run()
    app.text_area(key="my_words").set_value("gaming and dogs").run()
    assert {"games", "animal_care"} <= set(read_as(app))


def test_what_cannot_be_read_says_so_and_can_be_put_right() -> None:
    app = step(open_app("likes"), "words")
    app.text_area(key="my_words").set_value("qzx vvkw").run()
    assert "I could not tell what this is about" in text(app)
    app.multiselect(key="meant").set_value(["drama"]).run()
    assert "You told us that you meant Drama and theatre." in html(step(app, "ideas"))


def test_words_are_shown_as_words_and_nothing_else() -> None:
    app = step(open_app("likes"), "words")
    app.text_area(key="my_words").set_value("<b onclick=x>gaming</b> [dogs](http://x.y)").run()
    app = step(app, "ideas")
    assert "<b onclick" not in html(app)


def test_long_words_are_cut_off_at_the_box() -> None:
    app = step(open_app("likes"), "words")
    assert app.text_area(key="my_words").max_chars == 600


def test_a_subject_leads_to_its_courses_and_forgets_other_filters() -> None:
    app = filled(open_app("results"))
    app = step(go(app, "likes"), "words")
    app.text_area(key="my_words").set_value("biology").run()
    app = press(step(app, "ideas"), "Biology")
    assert app.session_state["want"] == ["subject:Biology"]
    assert "<h1>My options</h1>" in html(app)


def test_surprise_is_from_a_field_that_is_not_shown_and_another_tap_brings_another() -> None:
    app = step(open_app("likes"), "tiles")
    app.pills(key="liked_field").set_value(["music"]).run()
    app = step(app, "ideas")
    near = [h.value for h in app.subheader]
    app = press(app, "Surprise me")
    one = [h.value for h in app.subheader][-1]
    app = press(app, "Another surprise")
    two = [h.value for h in app.subheader][-1]
    assert {one, two}.isdisjoint(near)
    assert one != two


def test_a_flat_shape_says_so_and_shows_a_mix() -> None:
    app = open_app("likes")
    for _ in deck().cards:
        rate(app, 4)
    app = step(app, "ideas")
    assert "Your shape is about even" in html(app)
    assert "You like many kinds of things about the same." in html(app)
    assert len({h.value for h in app.subheader}) == 20


def test_who_made_the_cards_is_said_on_the_page() -> None:
    app = open_app("likes")
    said = text(app).replace("\\", "")
    assert deck().attribution.strip() in said


def test_clear_my_answers_empties_this_page_too() -> None:
    app = rate(open_app("likes"), 5)
    app = step(app, "words")
    app.text_area(key="my_words").set_value("gaming").run()
    app = go(press(app, "Clear my answers"), "likes")
    assert ratings(app) == {}
    assert "Would you like to do this? 1 of 30" in html(app)
    assert step(app, "words").text_area(key="my_words").value == ""


def test_what_is_liked_reaches_the_one_call_of_guide() -> None:
    app = rate(go(filled(), "likes"), 5)
    app = step(app, "tiles")
    app.pills(key="liked_field").set_value(["music"]).run()
    app = go(app, "options")
    asked = app.session_state["_kept:guidance"][0]
    assert '"tiles":["music"]' in asked
    assert re.search(r'"ratings":\{"\w+":5\}', asked)


def test_nothing_about_likes_is_in_the_address() -> None:
    app = rate(open_app("likes"), 5)
    assert not app.query_params


def test_an_error_in_a_step_shows_a_reference_and_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_app("likes")
    monkeypatch.setattr("pathways.ui.parts.likes_ideas.ideas", lambda *_, **__: 1 / 0)
    app = step(app, "ideas")
    assert not app.exception
    assert re.search(r"tell us this number: [0-9A-F]{6}\.", html(app))


@given(seed=st.integers(0, 2**31))
def test_after_every_six_cards_all_kinds_are_even_and_no_two_in_a_row_are_alike(seed: int) -> None:
    order = in_order(deck(), seed)
    assert sorted(c.id for c in order) == sorted(c.id for c in deck().cards)
    for start in range(0, 30, 6):
        assert {card.type for card in order[start : start + 6]} == set(TYPES)
    assert all(a.type != b.type for a, b in pairwise(order))


def test_two_seeds_give_two_orders_and_one_seed_gives_one() -> None:
    assert in_order(deck(), 1) == in_order(deck(), 1)
    assert in_order(deck(), 1) != in_order(deck(), 2)


def test_the_picture_has_a_dot_for_each_known_side_and_none_for_the_others() -> None:
    shape = profile_shape(Riasec(R=5, I=3, A=1, S=None, E=2, C=4), scoring=scoring())
    assert svg(shape).count("<circle") == 5
    assert 'cx="0.0" cy="-100.0"' in svg(shape)


def test_the_picture_reaches_the_page_as_a_picture_with_words_in_its_place() -> None:
    app = open_app("likes")
    for _ in range(12):
        rate(app, 4)
    page = html(step(app, "ideas"))
    data = re.findall(r'<img alt="(.+?)" src="data:image/svg\+xml;base64,(.+?)">', page)[0]
    assert data[0] == "A shape with six sides. The list says the same in words."
    assert base64.b64decode(data[1]).startswith(b"<svg")
    assert re.findall(r'src="(?!data:)', page) == []


def test_a_subject_that_is_not_listed_leads_to_its_field_or_nowhere() -> None:
    row = subjects().row("forensics")
    choices = ["field:Science", "subject:Biology"]
    assert in_catalogue(row, choices, subject="subject:", field="field:") == ["field:Science"]
    assert in_catalogue(row, [], subject="subject:", field="field:") == []


def test_every_name_of_a_subject_in_the_catalogue_is_asked_for() -> None:
    row = subjects().row("maths")
    found = in_catalogue(
        row, ["subject:Mathematics", "subject:Maths", "subject:Art"], subject="subject:", field="f:"
    )
    assert found == ["subject:Mathematics", "subject:Maths"]


def test_nothing_that_is_not_for_me_is_in_the_mix(monkeypatch: pytest.MonkeyPatch) -> None:
    interests = Interests(not_for_me=("music", "stage"))
    found = ideas(interests, seed=4, surprises=1)
    shown = {row for group in found.groups for row in group.rows}
    assert found.broad
    assert all({"music", "stage"}.isdisjoint(subjects().tiles[row]) for row in shown)


def test_a_reason_is_given_for_every_idea_that_rests_on_something() -> None:
    rated = {card.id: 5 if card.type == "I" else 2 for card in deck().cards}
    interests = Interests(tiles=("music", "maths"), ratings=rated)
    found = ideas(interests, seed=4, surprises=0)
    for group in found.groups:
        for row in group.rows:
            assert because(row, found, interests)


def test_new_sentences_are_easy_to_read() -> None:
    words = yaml.safe_load(
        (ROOT / "pathways" / "words" / "en" / "ui_likes.yaml").read_text("utf-8")
    )
    sentences = {code: said for code, said in words.items() if len(said.split()) >= 6}
    hard = {code: reading_age(re.sub(r"\{\w+\}", "five", said)) for code, said in sentences.items()}
    assert {code: age for code, age in hard.items() if age > 11} == {}


def test_tiles_of_both_kinds_are_all_there_to_pick() -> None:
    app = step(open_app("likes"), "tiles")
    shown = {*app.pills(key="liked_field").options, *app.pills(key="liked_subject").options}
    assert shown == {tile.label for tile in tiles().tiles}
