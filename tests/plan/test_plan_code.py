"""The plan code: a plan goes in and comes out whole, and a bad code gets one polite answer."""

from __future__ import annotations

import zlib
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pathways.errors import InputError, PlanCodeError
from pathways.learner.learner import Result
from pathways.learner.qualifications import qualifications
from pathways.learner.subjects import subjects
from pathways.plan.code import LONGEST, area_of, decode, encode
from pathways.plan.packing import MOST_INFLATED, short_hash
from pathways.plan.plan import MOST, NOTE_LONGEST, NOTES_LONGEST, Choice, Plan
from pathways.plan.symbols import ALPHABET, LONGEST_TEXT, TYPED, grouped, to_symbols

AREA = "example"
OFFERS = tuple(f"urn-{number}--main~a-level--subject-{number}" for number in range(60))
SUBJECTS = tuple(one.name for one in subjects())
QUALIFICATIONS = tuple(one.name for one in qualifications())

results = st.builds(
    Result,
    subject=st.sampled_from(SUBJECTS) | st.text(max_size=12),
    qualification=st.just("GCSE") | st.sampled_from(QUALIFICATIONS) | st.text(max_size=12),
    grade=st.none()
    | st.sampled_from(("1", "9", "U", "not taken", "6-5", "9-9", "0-5", "Merit", "A*"))
    | st.text(max_size=6),
    status=st.sampled_from(("actual", "predicted")),
    regulated=st.booleans(),
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Any plan that the page allows."""
    offers = draw(st.lists(st.sampled_from(OFFERS), unique=True, max_size=MOST))
    notes = draw(st.lists(st.text(max_size=12), min_size=len(offers), max_size=len(offers)))
    return Plan(
        area=AREA,
        choices=tuple(map(Choice, offers, notes)),
        results=tuple(draw(st.lists(results, max_size=8))),
        start_year=draw(st.none() | st.integers(2026, 2030)),
    )


def usual(*, count: int = MOST, note: str = "", with_grades: bool = False) -> Plan:
    grades = [Result(subject=subject, grade="6") for subject in SUBJECTS[:9]]
    grades += [Result(subject="Combined Science", grade="6-5", status="predicted")]
    return Plan(
        AREA,
        tuple(Choice(offer, note) for offer in OFFERS[:count]),
        tuple(grades) if with_grades else (),
        2027,
    )


def refusal(code: str, *, area: str = AREA) -> str:
    with pytest.raises(PlanCodeError) as caught:
        decode(code, OFFERS, area=area)
    return caught.value.message


def sealed(data: bytes) -> str:
    """A code with a right checksum, whatever is in it: what a hostile person would make."""
    return to_symbols(data)


CODE = encode(usual(note="open evening", with_grades=True), OFFERS)


@given(plans())
@settings(max_examples=200)
@example(Plan(AREA))
@example(usual())
@example(usual(note="ok", with_grades=True))
def test_any_plan_comes_back_whole(plan: Plan) -> None:
    restored = decode(encode(plan, OFFERS), OFFERS, area=AREA)
    assert restored.plan == plan
    assert restored.gone == ()


@given(plans(), st.randoms())
@settings(max_examples=50)
def test_case_spaces_dashes_and_letters_like_digits_make_no_difference(
    plan: Plan, random: object
) -> None:
    code = encode(plan, OFFERS)
    plain = code.replace("-", "")
    typed = plain.replace("0", "o").replace("1", "l").lower()
    spaced = " \n".join(typed[at : at + 3] for at in range(0, len(typed), 3))
    for text in (plain, typed, spaced, f"  {code}\t", code.replace("-", "–"), f"\ufeff{code}"):
        assert decode(text, OFFERS, area=AREA).plan == plan


def test_one_and_eye_and_ell_are_the_same() -> None:
    for text in (CODE.replace("1", "I"), CODE.replace("1", "i"), CODE.replace("1", "L")):
        assert decode(text, OFFERS, area=AREA) == decode(CODE, OFFERS, area=AREA)


def test_ten_options_are_a_code_that_can_be_typed() -> None:
    code = encode(usual(), OFFERS)
    assert len(code) <= 120
    assert all(len(group) == 4 for group in code.split("-")[:-1])


def test_three_options_fit_on_one_line() -> None:
    assert len(encode(replace(usual(count=3), start_year=None), OFFERS)) <= 50


def test_a_long_code_is_in_one_piece() -> None:
    assert "-" in grouped("0" * TYPED)
    assert "-" not in grouped("0" * (TYPED + 1))


def _dense(size: int, seed: bytes = b"seed") -> str:
    """Characters of four bytes that no packing makes smaller."""
    out, block = [], seed
    while len(out) * 4 < size:
        block = short_hash(repr(block), 4)
        out.append(chr(0x10000 + int.from_bytes(block, "big") % 0xE0000))
    return "".join(out)[: size // 4]


def test_the_largest_plan_fits() -> None:
    notes = [_dense(NOTES_LONGEST // MOST, bytes([place])) for place in range(MOST)]
    plan = usual(with_grades=True)
    full = replace(
        plan,
        choices=tuple(
            replace(one, note=note) for one, note in zip(plan.choices, notes, strict=True)
        ),
    )
    code = encode(full, OFFERS)
    assert 800 < len(code) <= LONGEST
    assert decode(code, OFFERS, area=AREA).plan == full


def test_notes_in_everyday_words_are_packed_smaller() -> None:
    note = (
        "Ask about the bus and the bus pass. Ask if I can do maths again and what the maths "
        "lessons are like. Ask if the course runs in the morning or in the evening."
    )
    bare, noted = encode(usual(count=1), OFFERS), encode(usual(count=1, note=note), OFFERS)
    assert len(noted.replace("-", "")) - len(bare.replace("-", "")) < len(note) * 8 / 5 * 0.75


@pytest.mark.parametrize(
    ("plan", "says"),
    [
        (Plan(AREA, tuple(Choice(offer) for offer in OFFERS[: MOST + 1])), "10 options"),
        (Plan(AREA, (Choice(OFFERS[0], "n" * (NOTE_LONGEST + 1)),)), "200 letters"),
        (Plan(AREA, tuple(Choice(o, "n" * 180) for o in OFFERS[:3])), "500 letters in all"),
        (Plan(AREA, tuple(Choice(o, "é" * 130) for o in OFFERS[:2])), "500 letters in all"),
        (Plan(AREA, (Choice(OFFERS[0], "\ud800"),)), "letters and numbers"),
        (Plan(AREA, start_year=1999), "start year"),
        (Plan(AREA, results=(Result(subject=_dense(900)),)), "shorter"),
        (Plan(AREA, results=(Result(subject="x" * 70_000),)), "shorter"),
    ],
)
def test_what_does_not_fit_is_said_and_never_cut_off(plan: Plan, says: str) -> None:
    with pytest.raises(PlanCodeError, match=says):
        encode(plan, OFFERS)


def test_an_option_that_the_catalogue_lost_is_counted_with_its_note() -> None:
    plan = Plan(AREA, (Choice(OFFERS[0]), Choice(OFFERS[1], "ask Sam"), Choice(OFFERS[2])))
    restored = decode(encode(plan, OFFERS), (OFFERS[2], OFFERS[0]), area=AREA)
    assert [choice.offer_id for choice in restored.plan.choices] == [OFFERS[0], OFFERS[2]]
    assert restored.gone == ("ask Sam",)


def test_an_option_already_gone_stays_in_the_code() -> None:
    plan = Plan(AREA, (Choice("gone"), Choice(OFFERS[0])))
    assert decode(encode(plan, OFFERS), (*OFFERS, "gone"), area=AREA).plan == plan


def test_two_offers_with_one_hash_are_never_taken_for_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plan, code = Plan(AREA, (Choice("b"),)), encode(Plan(AREA, (Choice("b"),)), ("b",))
    alike = short_hash("b", 5)
    monkeypatch.setattr(
        "pathways.plan.packing.short_hash", lambda name, size: alike[:size], raising=True
    )
    assert decode(code, ("a", "b"), area=AREA).gone == ("",)
    with pytest.raises(PlanCodeError, match="take one option out"):
        encode(plan, ("a",))


def test_known_subjects_and_qualifications_have_hashes_of_their_own() -> None:
    names = set(SUBJECTS) | set(QUALIFICATIONS)
    assert len({short_hash(name, 3) for name in names}) == len(names)


def test_the_code_finds_its_area() -> None:
    assert area_of(CODE, ("kingston", AREA, "training")) == AREA
    with pytest.raises(PlanCodeError, match="area it was made for"):
        area_of(CODE, ("kingston",))


def test_a_plan_of_another_area_is_not_opened_here() -> None:
    assert "area it was made for" in refusal(CODE, area="kingston")


# --- what a code is not ---


def _swaps(code: str) -> list[str]:
    symbols = code.replace("-", "")
    return [
        symbols[:at] + symbols[at + 1] + symbols[at] + symbols[at + 2 :]
        for at in range(len(symbols) - 1)
        if symbols[at] != symbols[at + 1]
    ]


def test_two_neighbours_swapped_are_always_noticed() -> None:
    for text in _swaps(CODE):
        assert "Please check" in refusal(text)


@pytest.mark.parametrize("plan", [Plan(AREA), usual(count=1), usual(), usual(with_grades=True)])
def test_one_wrong_symbol_is_always_noticed(plan: Plan) -> None:
    symbols = encode(plan, OFFERS).replace("-", "")
    for at, right in enumerate(symbols):
        for wrong in ALPHABET:
            if wrong != right:
                assert "Please check" in refusal(symbols[:at] + wrong + symbols[at + 1 :])


@given(plans(), st.data())
@settings(max_examples=100)
def test_any_two_symbols_swapped_are_noticed(plan: Plan, data: st.DataObject) -> None:
    symbols = list(encode(plan, OFFERS).replace("-", ""))
    one, other = (data.draw(st.integers(0, len(symbols) - 1)) for _ in range(2))
    same = symbols[one] == symbols[other]
    symbols[one], symbols[other] = symbols[other], symbols[one]
    if not same:
        assert "Please check" in refusal("".join(symbols))


@given(plans(), st.data())
@settings(max_examples=100)
def test_a_code_cut_short_is_noticed(plan: Plan, data: st.DataObject) -> None:
    symbols = encode(plan, OFFERS).replace("-", "")
    message = refusal(symbols[: data.draw(st.integers(0, len(symbols) - 1))])
    assert message.startswith("Please")


@given(st.text(max_size=80) | st.text(alphabet=ALPHABET + "oil-u ", max_size=200))
@settings(max_examples=200)
def test_any_text_is_a_plan_or_politely_refused(text: str) -> None:
    try:
        decode(text, OFFERS, area=AREA)
    except PlanCodeError as error:
        _polite(error.message)


@given(st.integers(0, 15), st.binary(max_size=150), st.booleans())
@settings(max_examples=200)
def test_any_bytes_with_a_right_checksum_are_a_plan_or_politely_refused(
    holds: int, rest: bytes, here: bool
) -> None:
    area = short_hash(AREA, 3) if here and not holds & 1 else b""
    try:
        restored = decode(sealed(bytes([1 << 4 | holds]) + area + rest), OFFERS, area=AREA)
    except PlanCodeError as error:
        _polite(error.message)
    else:
        assert len(restored.plan.choices) <= MOST


@given(st.data())
@settings(max_examples=200)
def test_any_change_inside_a_plan_is_a_plan_or_politely_refused(data: st.DataObject) -> None:
    """Bytes are changed before the checksum is made, so that the reader itself is tried."""
    body = bytearray(_plain_body())
    for _ in range(data.draw(st.integers(1, 3))):
        body[data.draw(st.integers(1, len(body) - 1))] = data.draw(st.integers(0, 255))
    try:
        decode(sealed(bytes(body)), OFFERS, area=AREA)
    except PlanCodeError as error:
        _polite(error.message)


def _plain_body() -> bytes:
    from pathways.plan.code import _body

    odd = (Result(subject="Bee keeping", qualification="Own award", grade="Gold"),)
    full = usual(count=3, note="hi", with_grades=True)
    body, holds = _body(replace(full, results=full.results + odd))
    return bytes([1 << 4 | holds]) + body


def _polite(message: str) -> None:
    assert message.startswith("Please ")
    assert message.endswith(".")
    assert message.count(".") == 1
    assert len(message) < 120


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "first"),
        (" - \n -- ", "first"),
        ("0", "check"),
        ("hello, is this my plan?", "check"),
        ("UUUU-UUUU", "check"),
        ("é", "check"),
        ("0" * (LONGEST_TEXT + 1), "alone"),
        (" " * 10_000_000, "alone"),
        (sealed(bytes([2 << 4]) + b"anything"), "newer"),
        (sealed(bytes([15 << 4 | 15])), "newer"),
        (sealed(bytes([0 << 4]) + b"anything"), "too old"),
        (sealed(b"\x10"), "check"),
    ],
)
def test_each_wrong_code_says_what_to_do(text: str, says: str) -> None:
    message = refusal(text)
    assert says in message
    _polite(message)


def test_a_code_that_would_unpack_to_very_much_is_refused_before_it_does() -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = packer.compress(bytes(1_000_000)) + packer.flush()
    assert len(sealed(b"\x11" + bomb)) < LONGEST_TEXT
    assert "check" in refusal(sealed(b"\x11" + bomb))
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    edge = packer.compress(bytes(MOST_INFLATED + 1)) + packer.flush()
    assert "check" in refusal(sealed(b"\x11" + edge))


def test_more_options_than_a_plan_holds_are_refused() -> None:
    body = short_hash(AREA, 3) + bytes([MOST + 1]) + bytes(5 * (MOST + 1))
    assert "check" in refusal(sealed(b"\x10" + body))


def test_longer_notes_than_a_plan_holds_are_refused() -> None:
    body = short_hash(AREA, 3) + bytes([1]) + bytes(5) + b"\xc9\x01" + b"n" * 201
    assert "check" in refusal(sealed(b"\x12" + body))


def test_bytes_left_over_are_refused() -> None:
    assert "check" in refusal(sealed(b"\x10" + short_hash(AREA, 3) + b"\x00" + b"more"))


def test_a_wrong_code_is_an_input_error() -> None:
    assert issubclass(PlanCodeError, InputError)
