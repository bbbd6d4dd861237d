from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from pathways.matching.interests import load, text_benchmark
from pathways.matching.interests.clauses import clauses
from pathways.matching.interests.text_model import TextModel
from pathways.matching.interests.tokens import mended, stem, words

MODEL = load.text_model()
TEST = text_benchmark.phrases((load.FOLDER / "phrases_test.csv").read_text("utf-8"))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", text.casefold())))


def _descriptions() -> Iterator[str]:
    for about, said in load.texts().values():
        yield _plain(about)
        yield from map(_plain, said)


def test_no_test_phrase_stands_in_what_the_model_is_built_on() -> None:
    descriptions = "\n".join(f" {text} " for text in _descriptions())
    assert " driving " in descriptions
    for phrase in TEST:
        if phrase.accept:
            assert f" {_plain(phrase.text)} " not in descriptions, phrase.text


def test_there_are_enough_labelled_phrases_and_every_label_is_a_subject() -> None:
    assert sum(bool(phrase.accept) for phrase in TEST) >= 220
    assert len({phrase.text for phrase in TEST}) == len(TEST)
    assert {label for phrase in TEST for label in phrase.accept} <= set(MODEL.subjects)


def test_every_subject_is_described_and_no_phrase_of_a_subject_stands_twice() -> None:
    table = load.subjects()
    wanted = {i for i, kind in zip(table.ids, table.kinds, strict=True) if kind == "subject"}
    assert set(MODEL.subjects) == wanted
    for _, said in load.texts().values():
        assert all(said)
        assert len(set(said)) == len(said)


def test_hits_stay_at_least_where_the_docs_say() -> None:
    read = text_benchmark.read_all(MODEL, TEST)
    hits = {kind.kind: kind for kind in text_benchmark.hits(read)}
    assert hits["plain"].hit5 >= 0.98
    assert hits["indirect"].hit5 >= 0.62
    assert hits["all"].hit5 >= 0.90
    assert hits["all"].hit1 <= hits["all"].hit3 <= hits["all"].hit5
    assert sum(one.right for one in read if not one.phrase.accept) >= 12


def test_bikes_and_gaming_are_both_read_with_the_words_that_said_so() -> None:
    reading = MODEL.read("I like fixing bikes and gaming")
    found = reading.words_of()
    assert "bikes" in found["motor_vehicle"]
    assert found["games"] == ("gaming",)
    assert max(reading.strengths().values()) == 1


@pytest.mark.parametrize("text", ["", "   ", "!!!", "idk lol", "xqzt"])
def test_text_that_says_nothing_is_not_read(text: str) -> None:
    reading = MODEL.read(text)
    assert not reading.readable
    assert reading.strengths() == {}


def test_words_not_understood_are_named() -> None:
    assert MODEL.read("xqzt, drawing").not_understood == ("xqzt",)


def test_what_is_disliked_is_set_aside_and_never_liked() -> None:
    reading = MODEL.read("I hate maths and physics but love drawing")
    assert {"maths", "physics"} <= {match.subject for match in reading.set_aside}
    liked = {match.subject for match in reading.liked}
    assert "fine_art" in liked
    assert not liked & {"maths", "physics"}


@pytest.mark.parametrize(
    ("typed", "subject"),
    [("photografy", "photography"), ("macanic", "motor_vehicle"), ("psycology", "psychology")],
)
def test_small_spelling_mistakes_are_mended(typed: str, subject: str) -> None:
    assert MODEL.read(typed).liked[0].subject == subject


def test_case_and_stops_change_nothing() -> None:
    assert MODEL.read("FIXING BIKES!!") == MODEL.read("fixing bikes")


def test_a_long_text_is_read_to_at_most_five_subjects() -> None:
    reading = MODEL.read("cars, dogs, maths, drawing, cooking, football, law, history, music")
    assert len(reading.liked) == 5


def test_building_twice_reads_the_same() -> None:
    again = TextModel(load.texts())
    assert again.read("baking and space") == MODEL.read("baking and space")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("bikes and gaming", [("bikes", True), ("gaming", True)]),
        ("I don’t like maths or art", [("i maths", False), ("art", False)]),
        ("i hate maths. i love art", [("i maths", False), ("i love art", True)]),
        ("hate maths, love art", [("maths", False), ("love art", True)]),
        (" , . ", []),
    ],
)
def test_a_sentence_is_cut_where_it_turns(text: str, parts: list[tuple[str, bool]]) -> None:
    assert [(clause.text, clause.liked) for clause in clauses(text)] == parts


def test_words_are_stemmed_and_mended_with_care() -> None:
    assert [stem(w) for w in ("bikes", "building", "caring", "dress", "baked")] == [
        "bike",
        "build",
        "caring",
        "dress",
        "baked",
    ]
    assert words("I really like the DOGS") == ["dogs"]
    assert mended("mecanics", ["mechanic"]) == "mechanic"
    assert mended("abc", ["abd"]) == "abc"


def test_reading_takes_milliseconds() -> None:
    assert text_benchmark.milliseconds(MODEL, TEST[:20]) < 250


def test_job_titles_are_right_for_every_subject_of_their_fields() -> None:
    jobs = [("Baker", ["Food"]), ("Ghost", ["Other"])]
    fields = {"catering": "Kitchens", "food_science": "Kitchens", "law": "Society"}
    found = text_benchmark.job_titles(jobs, {"Food": ["Kitchens"]}, fields)
    assert [(p.text, p.accept) for p in found] == [
        ("Baker", frozenset({"catering", "food_science"}))
    ]


def test_chance_is_certain_where_every_label_is_the_same() -> None:
    phrase = text_benchmark.Phrase("x", frozenset({"law"}), "plain")
    read = [text_benchmark.Read(phrase, ("law",), 1)] * 3
    assert text_benchmark.by_chance(read, seed=1) == 1


def test_a_wrong_reading_can_be_taken_away() -> None:
    reading = MODEL.read("bikes and gaming")
    assert "games" not in reading.without("games").strengths()
    assert "motor_vehicle" in reading.without("games").strengths()
