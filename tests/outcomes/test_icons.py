"""100 icons: whole people, both frames, the whole spread."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pathways.outcomes.icons import about_chances, icon_array
from pathways.outcomes.model import Abstain, Chances, OutcomeModel, chances
from pathways.reason import Reason
from pathways.words import say_reason

LETTERS = ("U", "E", "D", "C", "B", "A", "*")


def some(shares: tuple[float, ...], grades: tuple[str, ...] = LETTERS) -> Chances:
    whole = sum(shares)
    return Chances(
        qualification="GCE A level",
        subject="Biology",
        size=1.0,
        grades=grades,
        shares=tuple(s / whole for s in shares),
        average=5.5,
        n=1234,
        band=(5, 6),
        year=2025,
        no_grade_counted=grades[0] == "U",
        source_id="x",
    )


@given(st.lists(st.floats(1e-9, 1), min_size=7, max_size=7))
def test_icons_sum_to_100_and_each_is_within_one_of_its_share(parts: list[float]) -> None:
    found = some(tuple(parts))
    icons = icon_array(found)
    assert sum(count for _, count in icons.counts) == 100
    for (_, count), share in zip(icons.counts, found.shares[::-1], strict=True):
        assert count >= 0
        assert abs(count - 100 * share) < 1 + 1e-6
    assert icons.got + icons.did_not == 100
    assert icons.got == sum(count for _, count in icons.counts[:4])


def test_best_grade_comes_first_and_is_written_out() -> None:
    icons = icon_array(some((1, 1, 1, 1, 1, 1, 1)))
    assert [name for name, _ in icons.counts] == ["A*", "A", "B", "C", "D", "E", "no grade"]
    btec = icon_array(some((1, 1, 1, 1), ("P", "M", "D", "*")))
    assert [name for name, _ in btec.counts] == ["Distinction*", "Distinction", "Merit", "Pass"]
    assert btec.frame == "Merit"
    double = icon_array(some((1, 1, 1, 1), ("MM", "DD", "*D", "**")))
    assert [name for name, _ in double.counts] == ["D*D*", "D*D", "DD", "MM"]


def test_the_text_says_both_frames_the_spread_and_how_many() -> None:
    icons = icon_array(some((10, 10, 20, 20, 20, 15, 5)))
    text = [say_reason(reason) for reason in icons.text]
    assert "who finished A level Biology in 2025" in text[0]
    assert "About 60 got C or above. About 40 did not." in text[0]
    assert "C: 20 of 100" in text
    assert "1,234 students in 2025" in text[-1]


def test_what_must_stand_beside_chances_is_there() -> None:
    said = " ".join(say_reason(reason) for reason in about_chances(some((1,) * 7)))
    assert "what happened to others, not a prediction about you" in said
    assert "left the course" in said


def test_where_the_counts_hold_nobody_without_a_grade_it_is_said() -> None:
    codes = {r.code for r in about_chances(some((1, 1, 1, 1), ("P", "M", "D", "*")))}
    assert "CHANCES_NO_GRADE_NOT_COUNTED" in codes
    assert "CHANCES_NO_GRADE_NOT_COUNTED" not in {r.code for r in about_chances(some((1,) * 7))}


def test_no_chances_still_has_words() -> None:
    because = Reason.of("CHANCES_TOO_FEW", year=2025, fewest=30)
    said = [say_reason(r) for r in about_chances(Abstain("GCE A level", "Biology", because))]
    assert "fewer than 30" in said[0]
    assert "not bad news" in said[1]


@given(st.floats(0, 9))
def test_a_better_average_never_shows_fewer_icons(low: float) -> None:
    model = MODEL
    high = min(9.0, low + 0.01)
    pair = [chances(model, "GCE A level", "Chemistry", at) for at in (low, high)]
    if all(isinstance(found, Chances) for found in pair):
        worse, better = (icon_array(found) for found in pair if isinstance(found, Chances))
        assert better.got >= worse.got


def _load() -> OutcomeModel:
    from pathways.outcomes.model import load_model

    return load_model()


MODEL = _load()
