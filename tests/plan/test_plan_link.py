"""The link and its QR code: the plan is after the `#`, and a phone can read it from a screen."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from urllib.parse import urlsplit

import pytest
import segno

from pathways.plan.code import LONGEST, decode, encode
from pathways.plan.link import QUIET, code_in, link, qr_code, qr_modules, qr_svg
from pathways.plan.plan import Choice, Plan
from pathways.plan.symbols import ALPHABET

BASE = "https://pathways.example.org"
PLAN = Plan("example", (Choice("one"), Choice("two")))
CODE = encode(PLAN, ("one", "two"))
LARGEST = (ALPHABET * (LONGEST // len(ALPHABET) + 1))[:LONGEST]


@pytest.mark.parametrize(
    ("base", "start"),
    [
        (BASE, f"{BASE}/plan#p="),
        (f"{BASE}/", f"{BASE}/plan#p="),
        (f"{BASE}/app/?session=1#top", f"{BASE}/app/plan#p="),
        ("http://localhost:8501", "http://localhost:8501/plan#p="),
    ],
)
def test_the_link_is_the_plan_page_with_the_code_after_the_hash(base: str, start: str) -> None:
    made = link(base, CODE)
    assert made == start + CODE.replace("-", "")
    sent = urlsplit(made)._replace(fragment="").geturl()
    assert CODE.replace("-", "") not in sent


def test_a_pasted_link_or_code_opens_the_same_plan() -> None:
    for pasted in (link(BASE, CODE), CODE, f"My plan: {link(BASE, CODE)}"):
        assert decode(code_in(pasted), ("one", "two"), area="example").plan == PLAN


def test_the_largest_plan_makes_a_qr_code_that_a_phone_reads() -> None:
    made = qr_code(link("https://a-rather-long-name.of-a-council.example.gov.uk/pathways", LARGEST))
    assert int(made.version) <= 25
    assert made.error in ("M", "Q", "H")


def test_a_usual_plan_makes_a_small_qr_code() -> None:
    assert int(qr_code(link(BASE, LARGEST[:95])).version) <= 8


def test_the_code_is_packed_as_capitals_and_digits() -> None:
    address = link(BASE, LARGEST)
    assert int(qr_code(address).version) < int(segno.make_qr(address, error="m").version)


def test_the_picture_scales_and_brings_its_own_white_ground() -> None:
    root = ET.fromstring(qr_svg(link(BASE, CODE)))
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "viewBox" in root.attrib
    assert {"width", "height"}.isdisjoint(root.attrib)
    ground, modules = list(root)
    assert ground.attrib["fill"] == "#fff"
    assert modules.attrib["stroke"] == "#000"


def test_the_modules_have_an_empty_border() -> None:
    rows = qr_modules(link(BASE, CODE))
    assert {len(row) for row in rows} == {len(rows)}
    edge = [*rows[:QUIET], *rows[-QUIET:]]
    assert not any(any(row) for row in edge)
    assert not any(any(row[:QUIET] + row[-QUIET:]) for row in rows)
    assert all(rows[QUIET][QUIET : QUIET + 7])  # the top edge of the first corner square


def test_any_other_text_is_a_qr_code_too() -> None:
    assert int(qr_code("https://example.org").version) <= 3
