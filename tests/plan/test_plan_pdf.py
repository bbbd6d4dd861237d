"""The plan on paper: tagged, the same facts as the page, literal text, the same bytes each time."""

from __future__ import annotations

import io
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from pathways.catalogue.store import load_catalogue
from pathways.guidance import Option
from pathways.guide import guide
from pathways.learner.learner import Learner
from pathways.paths import AREAS
from pathways.plan import pdf as module
from pathways.plan.link import link
from pathways.plan.pdf import Size, pdf
from pathways.plan.pdf_text import pdf_text
from pathways.plan.printable import shown
from pathways.plan.sheet import Chosen, Sheet, ToDo
from pathways.reason import Reason
from pathways.settings import DEFAULT_AREA
from pathways.words import say
from tests.support.learners import learner
from tests.support.tiny import EXAMPLE

ON = date(2026, 11, 22)
CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ"
LINK = link("https://pathways.example.org", CODE)
WHO = learner({"English Language": "3", "Maths": "5", "Biology": "6"}, home={"postcode": "KT1 1AA"})
SIZES: tuple[Size, ...] = ("standard", "large")
ASKED = (Reason.of("ASK_COSTS"), Reason.of("ASK_DAYS"))


def _sheet(options: list[Option], **changes: Any) -> Sheet:
    chosen = tuple(
        Chosen(place, option, f"Note {place}: see Ms O’Neil", ASKED[: place % 3])
        for place, option in enumerate(options, start=1)
    )
    values: dict[str, Any] = {
        "chosen": chosen,
        "to_do": (
            ToDo(
                what=Reason.of("TODO_OPEN_EVENT", provider="Example College", about="Open evening"),
                on=date(2027, 1, 20),
                when=Reason.of("WHEN_DAY", date="20 January 2027"),
                basis="published",
                provider="Example College",
                page_url="https://example.org/never-printed",
                source_id="provider-pages",
            ),
        ),
        "advice": (Reason.of("NOTHING_MET_YET"),),
        "english_maths": options[0].english_maths_plan,
        "results": WHO.results,
        "gone": ("lost",),
        "area": "Example area",
        "fictional": False,
        "catalogue": "example 0123456789ab",
        "made_on": ON,
    }
    return Sheet(**values | changes)


def _options(who: Learner = WHO) -> list[Option]:
    return [*guide(who, EXAMPLE.load(), on=ON).options]


OPTIONS = _options()
SHEET = _sheet(OPTIONS[:3])


def _made(sheet: Sheet, size: Size = "standard") -> PdfReader:
    return PdfReader(io.BytesIO(pdf(sheet, size=size, link=LINK, code=CODE)))


def _tight(text: str) -> str:
    """A text without the gaps that lines and columns put in."""
    return re.sub(r"[\s\u200b]+", "", text)


def _text(made: PdfReader) -> str:
    return _tight("".join(page.extract_text() for page in made.pages))


def _words(value: Any, *, but: tuple[str, ...] = ("to", "place", "places", "firm")) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [word for one in value for word in _words(one)]
    if isinstance(value, dict):
        return [word for key, one in value.items() if key not in but for word in _words(one)]
    return []


def _with_note(note: str, subject: str = "Biology", provider: str = "Example") -> Sheet:
    option = replace(OPTIONS[0], subject=subject, provider=provider)
    return replace(SHEET, chosen=(Chosen(1, option, note, ASKED),))


@pytest.mark.parametrize("size", SIZES)
def test_the_pdf_is_tagged_titled_and_in_english(size: Size) -> None:
    root: Any = _made(SHEET, size).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    about = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in about
    assert say("UI_PAGE_PLAN") in about


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [1, 3, 5, 10])
def test_every_word_of_the_sheet_is_in_the_pdf(count: int, size: Size) -> None:
    sheet = _sheet(OPTIONS[:count])
    found = _text(_made(sheet, size))
    left_out = {"title", "qr_alt", "questions_how", "questions_head", "to_do_head"}
    given = {
        key: value
        for key, value in pdf_text(sheet, link=LINK, code=CODE).items()
        if size == "standard" or key not in left_out
    }
    missing = [word for word in _words(given, but=("to", "qr_alt")) if _tight(word) not in found]
    assert missing == []


def test_the_facts_of_each_choice_are_those_of_its_option() -> None:
    found = _text(_made(_sheet(OPTIONS[:10])))
    for option in OPTIONS[:10]:
        for fact in (option.subject, option.qualification, option.provider, option.postcode):
            assert _tight(fact) in found
    assert _tight(say("UI_NOT_PUBLISHED")) in found  # the phone and website of a made-up place
    assert _tight("English Language 3") in found


def test_the_facts_are_read_in_order_place_then_dates_then_code() -> None:
    found = _text(_made(SHEET))
    wanted = ["Myplan", "1.Firstchoice", "2.Secondchoice", "3.Back-up", "20January2027"]
    at = [found.index(one) for one in [*wanted, _tight(CODE.replace("-", ""))]]
    assert at == sorted(at)


@pytest.mark.parametrize("size", SIZES)
def test_each_question_has_a_box_for_each_choice_it_is_for(size: Size) -> None:
    found = _text(_made(SHEET, size))
    assert found.count("☐") == sum(len(one.questions) for one in SHEET.chosen)


def test_a_fictional_area_says_so_and_a_real_one_does_not() -> None:
    label = _tight(say("UI_TRAINING_LABEL"))
    assert label in _text(_made(replace(SHEET, fictional=True)))
    assert label not in _text(_made(SHEET))


def test_grades_are_printed_when_carried_alone() -> None:
    grades = _tight(say("PDF_GRADES"))
    assert grades in _text(_made(SHEET))
    assert grades not in _text(_made(replace(SHEET, results=())))


@pytest.mark.parametrize("size", SIZES)
def test_the_same_sheet_gives_the_same_bytes_from_any_compiler_and_thread(size: Size) -> None:
    def make(_: int) -> bytes:
        return pdf(SHEET, size=size, link=LINK, code=CODE)

    first = make(0)
    module._compiler.cache_clear()
    with ThreadPoolExecutor(4) as threads:
        assert set(threads.map(make, range(8))) == {first}
    assert pdf(replace(SHEET, made_on=date(2026, 11, 23)), size=size, link=LINK, code=CODE) != first


def test_the_pdf_is_dated_on_the_day_of_the_sheet() -> None:
    about = _made(SHEET).metadata
    assert about is not None
    assert about.creation_date is not None
    assert about.creation_date.date() == ON


HOSTILE = (
    '#import "@preview/evil:1.0.0": *',
    '#read("/etc/passwd") #image("/etc/hosts")',
    "$x^2$ *bold* _it_ `raw` = Heading <label> @ref",
    r"\u{1F4A9} \ // comment /* and */ more",
    '"]}, {"title": "mine"} {name} %s',
    "- item + item / term: ~ -- --- ... 'quoted'",
    "<script>alert(1)</script> [link](https://evil.example) https://evil.example",
)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", HOSTILE)
def test_markup_in_a_note_or_a_name_stays_literal_text(text: str, size: Size) -> None:
    made = _made(_with_note(text, subject=text, provider=text), size)
    assert _text(made).count(_tight(text)) >= 3
    assert "evil" not in "".join(_addresses(made))


def test_characters_that_turn_or_hide_text_are_dropped_and_pictures_are_named() -> None:
    found = _text(_made(_with_note("a\u202eb\u2066c\u200d \N{GUITAR} 我")))
    assert "abc" in found
    assert "[guitar]" in found
    assert _tight(say("PDF_BOXES", box="□")) in found


def test_every_character_that_we_say_paper_shows_is_shown_in_regular_and_bold() -> None:
    everything = " ".join(chr(one) for one in sorted(shown()))
    pdf(_with_note(everything, subject=everything), link=LINK, code=CODE)


@given(st.text(max_size=200), st.text(max_size=60))
@settings(max_examples=40, deadline=None)
def test_any_note_and_name_can_be_printed(note: str, name: str) -> None:
    assert pdf(_with_note(note, subject=name, provider=name), link=LINK, code=CODE)


@pytest.mark.parametrize("size", SIZES)
def test_a_very_long_word_stays_on_the_paper(size: Size) -> None:
    made = _made(_with_note("x" * 200, subject="y" * 120, provider="z" * 120), size)
    far: list[float] = []
    for page in made.pages:
        page.extract_text(
            visitor_text=lambda text, cm, tm, font, size: far.append(
                (cm[0] * tm[4] + cm[4]) + 0.45 * size * len(text.strip("\n\u200b"))
            )
        )
    assert max(far) < 595


def _addresses(made: PdfReader) -> set[str]:
    notes = [one.get_object() for page in made.pages for one in page.get("/Annots", [])]
    return {one["/A"]["/URI"] for one in notes if "/URI" in one.get("/A", {})}


def test_nothing_is_linked_but_the_websites_of_the_providers() -> None:
    option = replace(OPTIONS[0], website="www.example-college.ac.uk/", phone="020 8000 0000")
    odd = replace(OPTIONS[1], website="javascript:alert(1)")
    broken = replace(OPTIONS[2], website="http://[not-an-address")
    made = _made(_sheet([option, odd, broken]))
    assert _addresses(made) == {"https://www.example-college.ac.uk/"}
    assert "javascript:alert(1)" in _text(made)


def _letter_sizes(made: PdfReader) -> set[float]:
    found: set[float] = set()
    for page in made.pages:
        page.extract_text(
            visitor_text=lambda text, cm, tm, font, size: (
                found.add(round(abs(size * tm[3] * cm[3]), 1)) if text.strip() else None
            )
        )
    return found


def test_no_letter_of_large_print_is_under_18_points() -> None:
    assert min(_letter_sizes(_made(SHEET, "large"))) >= 18


@pytest.mark.parametrize(("count", "least"), [(1, 9), (3, 9), (10, 8.5)])
def test_no_fact_on_ordinary_paper_is_under_its_least_size(count: int, least: float) -> None:
    # What may be smaller: names of rows (0.88), the lines on where facts come from (0.82), page numbers.
    assert min(_letter_sizes(_made(_sheet(OPTIONS[:count])))) >= 0.82 * least


@pytest.mark.parametrize(
    ("count", "pages"), [(0, 1), (1, 1), (2, 1), (3, 1), (4, 2), (5, 2), (10, 2)]
)
def test_a_plan_takes_one_page_or_two(count: int, pages: int) -> None:
    catalogue = load_catalogue(AREAS / DEFAULT_AREA)
    options = guide(WHO, catalogue, on=ON).options
    sheet = replace(_sheet([*options[: count or 1]]), fictional=False)
    if not count:
        sheet = replace(sheet, chosen=())
    assert len(_made(sheet).pages) <= pages


def test_the_square_code_is_described_in_words() -> None:
    root: Any = _made(SHEET).trailer["/Root"]
    assert say("PDF_QR") in _alternatives(root["/StructTreeRoot"])


def _alternatives(node: Any) -> list[str]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [text for one in node for text in _alternatives(one)]
    if not isinstance(node, dict):
        return []
    own = [str(node["/Alt"])] if "/Alt" in node else []
    return own + (_alternatives(node["/K"]) if "/K" in node else [])
