"""What a tab keeps comes back as it was, and a stranger's text can set nothing that a page could not."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import streamlit
from hypothesis import given, settings
from hypothesis import strategies as some
from streamlit.testing.v1 import AppTest
from visitor import filled, go, html, open_app

from pathways.catalogue.store import load_catalogue
from pathways.matching.interests.load import deck, subjects, tiles
from pathways.paths import AREAS, ROOT
from pathways.plan.plan import MOST
from pathways.settings import settings as set_for
from pathways.ui import keys, likes_state, memory_answers, state
from pathways.ui.memory_answers import LONGEST, read, valid, written
from pathways.ui.memory_choices import Choices, check_for, choices_of

PAGES = sorted(path.stem for path in (ROOT / "pathways" / "ui" / "pages").glob("*.py"))


@cache
def choices(*, training: bool = True) -> Choices:
    own = load_catalogue(set_for().catalogue)
    made_up = load_catalogue(AREAS / "training")
    return choices_of(made_up if training else own, [own, made_up])


def offers() -> list[str]:
    """A few offers of the training area, in the order of their ids."""
    return sorted(choices().offers["training"])[:20]


def again(session: dict[str, object]) -> dict[str, object]:
    """What a session is after it was written and read."""
    return read(written(session, choices(), catalogue="x"), lambda training: choices())


def lists(options: list[str], most: int = 5) -> some.SearchStrategy[list[str]]:
    return some.lists(some.sampled_from(options), min_size=1, max_size=most, unique=True)


OTHER = some.fixed_dictionaries(
    {
        "qualification": some.sampled_from(["IGCSE", "BTEC Tech Award"]),
        "subject": some.sampled_from(["Sport", "Kunst: Übung 2"]),
        "grade": some.sampled_from([None, "Merit", "5"]),
    }
)
SESSIONS = some.fixed_dictionaries(
    {},
    optional={
        keys.STATUS: some.sampled_from(["actual", "mixed"]),
        keys.SCIENCE: some.just("separate"),
        keys.grade("Maths"): some.sampled_from(["9", "4", "1", "U", "?"]),
        keys.grade("Combined Science"): some.sampled_from(["5-4", "9-9", "?"]),
        keys.grade("History"): some.sampled_from(["A*", "C"]),
        keys.USUAL: some.just(["History"]),
        keys.POSTCODE: some.text(min_size=1, max_size=12),
        keys.MINUTES: some.sampled_from([20, 90]),
        keys.YEAR: some.sampled_from([2026, 2029]),
        keys.AGE: some.integers(14, 19),
        keys.EHC: some.just(True),
        keys.WANT: lists(sorted(choices().wants)),
        keys.ROUTES: lists(sorted(choices().routes)),
        keys.HIDE: lists(["girls", "faith"]),
        keys.LANE: some.sampled_from(["school", "college", "work"]),
        keys.shown("college"): some.integers(1, 500),
        keys.PRACTICAL: some.integers(0, 4),
        keys.weight("travel"): some.integers(0, 5),
        keys.GOAL: some.text(min_size=1, max_size=100),
        keys.MY_WORDS: some.text(min_size=1, max_size=600),
        keys.LIKED_FIELDS: lists([t.id for t in tiles().tiles if t.kind == "field"], most=4),
        keys.rated(deck().cards[0].id): some.integers(1, 5),
        keys.CARD_AT: some.integers(1, len(deck().cards)),
        keys.MISREAD: lists(list(subjects().ids)),
        keys.OTHERS: some.lists(OTHER, min_size=1, max_size=4),
        keys.TRAINING: some.just(True),
        keys.SAVED: some.fixed_dictionaries({"training": lists(offers(), most=MOST)}),
        keys.note(offers()[0]): some.text(min_size=1, max_size=200),
        keys.chances(offers()[0]): some.just(True),
    },
)
WRITTEN = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(),
    lambda inner: some.lists(inner, max_size=4) | some.dictionaries(some.text(), inner, max_size=4),
    max_leaves=12,
)
NAMES = some.sampled_from(
    [
        *keys._LISTS | keys._TEXTS | keys._TICKS | keys._SINGLES | keys.HELD,
        *(f"{kind}:{which}" for kind in ("grade", "note", "shown") for which in ("", "Maths", "x")),
        *("worth:grade:1", "worth:kind:99", "worth:x:1", "rated:", "weight:travel", "chances:x"),
        *("memory:heard", "_kept:guidance", "__class__", "clear", "_notice", ""),
    ]
)


@given(SESSIONS)
@settings(max_examples=150, deadline=None)
def test_everything_entered_comes_back_as_it_was(session: dict[str, object]) -> None:
    assert again(session | {keys.SEED: 5}) == ({**session, keys.SEED: 5} if session else {})


@given(some.dictionaries(NAMES, WRITTEN, max_size=8))
@settings(max_examples=200, deadline=None)
def test_whatever_is_written_only_what_a_control_can_hold_comes_back(
    answers: dict[str, Any],
) -> None:
    text = json.dumps({"format": 1, "answers": answers})
    found = read(text, lambda training: choices())
    assert found.keys() <= answers.keys()
    assert all(keys.entered(name) or name in keys.HELD for name in found)
    assert valid(found, choices()) == found


BYTES = some.binary().map(lambda raw: raw.decode("utf-8", "surrogateescape"))


@given(some.text() | BYTES | WRITTEN.map(json.dumps))
@settings(max_examples=200, deadline=None)
def test_no_text_raises(text: str) -> None:
    assert read(text, lambda training: choices()) == {}


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"format": 1, "answers": ' + '{"a":' * 5_000,
        '{"format": 1, "answers": {"_seed": 1e999}}',
        '{"format": 1, "answers": {"_seed": 99999999999999999999999999}}',
        '{"format": 1, "answers": {"my_words": "\\ud800"}}',
        '{"format": 1, "answers": []}',
        '{"format": 2, "answers": {"status": "actual"}}',
        '{"format": true, "answers": {"status": "actual"}}',
        json.dumps({"format": 1, "answers": {"status": "actual", "x": "y" * LONGEST}}),
    ],
)
def test_hostile_texts_give_nothing(text: str) -> None:
    assert read(text, lambda training: choices()) == {}


@pytest.mark.parametrize(
    ("name", "value", "left"),
    [
        (keys.STATUS, "no such", None),
        (keys.STATUS, ["actual"], None),
        (keys.YEAR, 2031, None),
        (keys.YEAR, "2027", None),
        (keys.AGE, True, None),
        (keys.PRACTICAL, 4.0, None),
        (keys.COMPLETE, 1, None),
        (keys.POSTCODE, "K" * 13, None),
        (keys.grade("Maths"), "5-4", None),
        (keys.grade("Alchemy"), "5", None),
        (keys.USUAL, ["History", "Alchemy", 3, None], ["History"]),
        (keys.USUAL, "History", None),
        (keys.ACTUAL, ["Maths"], []),
        (keys.SAVED, {"training": ["no such offer"], "elsewhere": ["x"]}, {"training": []}),
        (keys.SAVED, {"training": "x"}, {}),
        (keys.OTHERS, [{"qualification": "GCSE", "subject": "Sport", "grade": "5"}], []),
        (keys.OTHERS, [{"qualification": "IGCSE", "subject": " ", "grade": "5"}], []),
        (keys.shown("attic"), 5, None),
        (keys.shown("college"), -5, None),
        (keys.worth("grade", 1), "A", None),
        (keys.note("no such offer"), "hello", None),
    ],
)
def test_what_no_control_can_hold_is_dropped_by_itself(
    name: str, value: object, left: object
) -> None:
    found = valid({name: value, keys.grade("English Language"): "5"}, choices())
    assert found.get(name) == left
    assert found[keys.grade("English Language")] == "5"


def test_more_likes_than_may_be_picked_are_cut_and_none_is_both_liked_and_not() -> None:
    fields = [tile.id for tile in tiles().tiles if tile.kind == "field"]
    given_twice = {keys.LIKED_FIELDS: fields, keys.NOT_FOR_ME: fields}
    found = valid(given_twice, choices())
    assert found[keys.LIKED_FIELDS] == fields[: tiles().pick_up_to]
    assert found[keys.NOT_FOR_ME] == fields[tiles().pick_up_to :]


def test_of_a_memory_from_another_area_what_is_still_there_comes_back() -> None:
    gone = {keys.WANT: [sorted(choices().wants)[0], "subject:Alchemy"], keys.grade("Maths"): "3"}
    text = json.dumps({"format": 1, "app": "0.0.1", "catalogue": "old", "answers": gone})
    assert read(text, lambda training: choices()) == {
        keys.WANT: [sorted(choices().wants)[0]],
        keys.grade("Maths"): "3",
    }


def test_which_area_was_looked_at_decides_what_can_be_chosen() -> None:
    asked = []
    text = json.dumps({"format": 1, "answers": {keys.TRAINING: True}})
    read(text, lambda training: asked.append(training) or choices())
    assert asked == [True]


def test_nothing_entered_is_nothing_kept() -> None:
    untouched = {
        name: state.untouched(name) for name in (*keys._LISTS, *keys._SINGLES, keys.POSTCODE)
    }
    rest = {keys.SEED: 5, keys.OTHERS: [], keys.SAVED: {}, keys.TRAINING: False, "memory": {}}
    assert written(untouched | rest, choices(), catalogue="x") == ""


def test_zero_is_an_answer() -> None:
    assert again({keys.PRACTICAL: 0})[keys.PRACTICAL] == 0


def test_what_stands_open_is_left_out_first_when_all_is_too_long() -> None:
    session = {keys.MY_WORDS: "x" * 500, keys.shown("college"): 5}
    with patch.object(memory_answers, "LONGEST", 100):
        text = written(session, choices(), catalogue="x")
    assert json.loads(text)["answers"] == {keys.MY_WORDS: "x" * 500}


@contextmanager
def recorded() -> Iterator[dict[str, tuple[bool, list[object]]]]:
    """Every control drawn: its key, whether it takes many, and what it offers."""
    drawn: dict[str, tuple[bool, list[object]]] = {}

    def recording(kind: str) -> Any:
        real = getattr(streamlit, kind)

        def draw(label: str, *given: Any, **named: Any) -> Any:
            if kind in ("checkbox", "toggle"):
                options: list[object] = [True, False]
            elif kind in ("text_input", "text_area"):
                options = ["", "x" * (named.get("max_chars") or 100)]
            else:
                options = list(given[0])
            many = kind == "multiselect" or named.get("selection_mode") == "multi"
            drawn[str(named.get("key"))] = (many, options)
            return real(label, *given, **named)

        return patch.object(streamlit, kind, draw)

    kinds = ("pills", "segmented_control", "selectbox", "multiselect", "checkbox", "toggle")
    patches = [recording(kind) for kind in (*kinds, "text_input", "text_area")]
    for one in patches:
        one.start()
    try:
        yield drawn
    finally:
        for one in patches:
            one.stop()


def test_every_choice_of_every_control_on_every_page_can_be_kept() -> None:
    with recorded() as drawn:
        app = filled()
        for name, value in {
            keys.STATUS: "mixed",
            keys.USUAL: ["History"],
            keys.worth("kind", 1): "A level",
            keys.OTHER_QUALIFICATION: "IGCSE",
            keys.MY_WORDS: "fixing cars",
        }.items():
            app.session_state[name] = value
        for page in PAGES:
            go(app, page)
        for part in ("tiles", "words", "ideas"):
            app.session_state[keys.LIKES_PART] = part
            go(app, "likes")
    seen = {name: held for name, held in drawn.items() if keys.entered(name)}
    assert len(seen) > 40
    own = choices(training=False)
    for name, (many, options) in seen.items():
        check = check_for(name, own)
        assert check is not None, f"no check in memory_choices.py for {name}"
        for option in options:
            value = [option] if many else option
            assert option is None or check.validate_python(value) == value, (name, option)


def test_what_pages_keep_outside_widgets_is_kept_under_the_same_names() -> None:
    def script() -> None:
        from pathways.ui import likes_state, plan_state, state

        state.begin()
        state.choose_training(training=True)
        plan_state.toggle("training", "an offer")
        likes_state.turn_to_card(3)
        likes_state.note_misread(["x"])

    app = AppTest.from_function(script).run()
    assert {name for name in keys.HELD if name in app.session_state} == keys.HELD
    assert app.session_state[keys.SAVED] == {"training": ["an offer"]}
    assert {likes_state._CARD_AT, likes_state._MISREAD} < keys.HELD


def hear() -> None:
    """A page on which the browser says what the test put in the session."""
    import streamlit as st

    from pathways.ui import memory, state

    state.begin()
    if "says" in st.session_state:
        st.session_state["said"] = {"spoke": st.session_state.pop("says")}
        memory._hear("said")
    st.session_state["waits"] = memory.code_waits()
    st.session_state["codes"] = [memory.arrived_code(), memory.arrived_code()]


def told(says: object, **session: object) -> AppTest:
    app = AppTest.from_function(hear, default_timeout=60)
    for name, value in {"says": says, **session}.items():
        app.session_state[name] = value
    return app.run()


def test_the_code_of_a_plan_is_given_once() -> None:
    app = told({"code": "0ABC", "kept": ""})
    assert app.session_state["waits"]
    assert app.session_state["codes"] == ["0ABC", None]


@pytest.mark.parametrize(
    "says", [None, "text", 5, [], {}, {"code": 5}, {"code": "x" * 5000}, {"kept": {"a": "b"}}]
)
def test_a_browser_that_says_something_else_is_not_listened_to(says: object) -> None:
    app = told(says)
    assert not app.exception
    assert app.session_state["codes"] == [None, None]


def kept(**answers: object) -> str:
    named = {name.replace("__", ":"): value for name, value in answers.items()}
    return json.dumps({"format": 1, "answers": named})


def test_what_was_kept_comes_back_once() -> None:
    app = told({"kept": kept(grade__Maths="3", status="actual")})
    assert app.session_state["grade:Maths"] == "3"
    assert app.session_state["status"] == "actual"
    app.session_state["says"] = {"kept": kept(grade__Maths="9")}
    app.run()
    assert app.session_state["grade:Maths"] == "3"


def test_a_person_who_was_faster_than_the_memory_is_not_overwritten() -> None:
    app = told({"kept": kept(grade__Maths="3", grade__Art="5")}, **{"grade:Maths": "7"})
    assert app.session_state["grade:Maths"] == "7"
    assert "grade:Art" not in app.session_state or app.session_state["grade:Art"] != "7"


def test_clearing_leaves_nothing_to_keep_and_does_not_ask_the_browser_again() -> None:
    app = filled()
    number, text = app.session_state["memory:last"]
    visit = app.session_state["memory:visit"]
    assert "grade:Maths" in text
    next(button for button in app.button if button.key == "clear").click().run()
    assert app.session_state["memory:last"] == (number + 1, "")
    assert app.session_state["memory:visit"] == visit


@pytest.mark.parametrize("page", ["results", "options", "likes", "worth"])
def test_a_page_opens_with_what_is_left_of_a_strange_memory(page: str) -> None:
    names = [*keys._LISTS, *keys._TEXTS, *keys._SINGLES, *keys.HELD, "grade:Maths", "worth:grade:1"]
    strange: list[object] = ["x", ["x", {}], {"x": []}, 5, -1, True]
    for value in strange:
        text = json.dumps({"format": 1, "answers": dict.fromkeys(names, value)})
        app = open_app(page)
        for name, left in read(text, lambda training: choices(training=training)).items():
            app.session_state[name] = left
        app.run()
        assert not app.exception
        assert "reference" not in html(app).lower() or "pw-summary" not in html(app)


def test_every_part_that_is_drawn_by_itself_gives_its_answers_to_the_memory() -> None:
    parts = [
        path.name
        for path in sorted(Path(ROOT / "pathways" / "ui").rglob("*.py"))
        if "@st.fragment" in (text := path.read_text("utf-8")) and "memory.keep" not in text
    ]
    assert parts == []
