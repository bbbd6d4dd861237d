from __future__ import annotations

import re

import pytest
import yaml

from pathways.errors import LearnerError
from pathways.matching.interests import load
from pathways.matching.interests.cards import answered, score_cards
from pathways.matching.interests.riasec import TYPES, Riasec
from pathways.paths import ROOT
from pathways.words.reading_age import reading_age, syllables

DECK = load.deck()
# Titles of jobs that an activity card must not carry: activities show smaller gaps than titles.
_JOB_TITLES = """
    nurse doctor engineer teacher builder plumber electrician mechanic chef lawyer accountant
    manager scientist artist actor designer farmer police soldier hairdresser journalist vet
    programmer secretary carer coach driver writer musician
"""


def test_there_are_thirty_cards_five_of_each_type() -> None:
    assert len(DECK.cards) == 30
    assert len({card.id for card in DECK.cards}) == 30
    for letter in TYPES:
        assert sum(card.type == letter for card in DECK.cards) == 5


def test_at_least_two_cards_of_each_type_are_not_tied_to_boys_or_girls() -> None:
    for letter in TYPES:
        free = [c for c in DECK.cards if c.type == letter and not c.stereotyped]
        assert len(free) >= 2, letter


def test_types_are_mixed_so_that_no_two_cards_in_a_row_share_one() -> None:
    pairs = zip(DECK.cards, DECK.cards[1:], strict=False)
    assert all(one.type != two.type for one, two in pairs)


@pytest.mark.parametrize("card", DECK.cards, ids=lambda card: card.id)
def test_each_card_can_be_read_at_about_ten(card) -> None:  # type: ignore[no-untyped-def]
    assert reading_age(card.text) <= 11
    assert len(card.text.split()) <= 10
    assert max(syllables(word) for word in card.text.split()) <= 3


def test_the_cards_together_read_at_ten_or_below() -> None:
    assert sum(reading_age(card.text) for card in DECK.cards) / 30 <= 10


@pytest.mark.parametrize("card", DECK.cards, ids=lambda card: card.id)
def test_no_card_names_a_job_or_copies_its_source(card) -> None:  # type: ignore[no-untyped-def]
    assert not set(card.text.casefold().split()) & set(_JOB_TITLES.split())
    assert card.text.casefold().rstrip(".") != card.after.casefold()


def test_the_attribution_names_licence_maker_and_change() -> None:
    for words in ("CC BY 4.0", "O*NET", "changed", "has not approved, endorsed or tested"):
        assert words in DECK.attribution


def test_a_type_is_the_mean_of_its_answered_cards() -> None:
    making = [card.id for card in DECK.cards if card.type == "R"]
    riasec = score_cards({making[0]: 5, making[1]: 2}, DECK, at_least=2)
    assert riasec == Riasec(R=3.5)
    assert riasec.missing == ("I", "A", "S", "E", "C")


def test_one_answer_is_too_few_and_is_missing_not_zero() -> None:
    card = DECK.cards[0]
    assert score_cards({card.id: 1}, DECK, at_least=2) == Riasec()
    assert score_cards({}, DECK, at_least=0) == Riasec()


def test_changing_one_answer_changes_its_type_and_no_other() -> None:
    ratings = {card.id: 3 for card in DECK.cards}
    before = score_cards(ratings, DECK, at_least=2)
    after = score_cards({**ratings, "draw_paint": 5}, DECK, at_least=2)
    assert pytest.approx(3.4) == after.A
    assert [getattr(after, t) for t in "RISEC"] == [getattr(before, t) for t in "RISEC"]


def test_answered_counts_each_type() -> None:
    assert answered({"draw_paint": 4}, DECK)["A"] == (1, 5)
    assert answered({"draw_paint": 4}, DECK)["R"] == (0, 5)


@pytest.mark.parametrize(
    ("ratings", "says"), [({"fly": 3}, "no interest card"), ({"draw_paint": 6}, "from 1 to 5")]
)
def test_a_card_or_rating_that_does_not_exist_is_refused_by_name(
    ratings: dict[str, int], says: str
) -> None:
    with pytest.raises(LearnerError, match=says):
        score_cards(ratings, DECK, at_least=2)


def test_a_flat_profile_says_so_and_a_spiky_one_does_not() -> None:
    assert Riasec(3, 3, 3.2, 3, 3.1, 3).is_flat(below=load.scoring().flat_spread)
    assert not Riasec(5, 3, 2, 1, 2, 3).is_flat(below=load.scoring().flat_spread)
    assert not Riasec(R=3).is_flat(below=1)


def test_ipsative_values_add_to_nothing_and_keep_gaps() -> None:
    values = Riasec(5, 3, None, 1, 2, 4).ipsative()
    assert values[2] != values[2]
    assert values[[0, 1, 3, 4, 5]].sum() == pytest.approx(0)
    assert (Riasec().ipsative() != Riasec().ipsative()).all()


@pytest.mark.parametrize(
    ("word", "count"),
    [("cat", 1), ("make", 1), ("table", 2), ("animals", 3), ("don't", 1), ("the", 1), ("ended", 2)],
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_reading_age_rises_with_longer_words_and_sentences() -> None:
    easy = "The dog ran to me. It sat down."
    hard = "Institutional accountability necessitates comprehensive administrative documentation."
    assert reading_age(easy) < 8 < 16 < reading_age(hard)
    assert reading_age("") == 5


def test_what_is_said_about_interests_reads_at_eleven_or_below() -> None:
    path = ROOT / "pathways" / "words" / "en" / "interests.yaml"
    for code, text in yaml.safe_load(path.read_text("utf-8")).items():
        plain = re.sub(r"{[a-z]+}", "maths", text)
        assert reading_age(plain) <= 11, code
        assert not re.search(r"\b(fail|failed|only|just)\b", text, re.IGNORECASE), code
