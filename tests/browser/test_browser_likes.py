"""What I like in a real browser: at human pace, by keyboard, on a phone and a desktop."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Iterator
from itertools import pairwise
from random import Random
from statistics import median

import pytest
from playwright.sync_api import Browser, Locator
from visits import Visit

pytestmark = pytest.mark.browser

_LOG = logging.getLogger(__name__)
READ_AND_TAP = 2.0
"""Seconds a person takes for one card or one tile: to read up to nine words, choose and tap."""
LIMIT = 180
PILE = ".st-key-likes-card [role=radiogroup]"


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Visit]:
    """A new visitor on a phone."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    yield Visit(context.new_page(), address, "phone")
    context.close()


def card(visit: Visit) -> Locator:
    return visit.page.locator(PILE).first


def card_name(visit: Visit) -> str:
    return card(visit).get_attribute("aria-label") or ""


def next_card(visit: Visit, before: str) -> None:
    """Wait until another card alone, or the end of the pile, is in view."""
    visit.page.wait_for_function(
        "([pile, was]) => { const now = [...document.querySelectorAll(pile)].map(e => e.ariaLabel);"
        " return now.length < 2 && now[0] !== was }",
        arg=[PILE, before],
    )


def answer_all(visit: Visit, pace: float) -> list[float]:
    """Tap a face on each card, `pace` seconds a card; how long each next card took to come."""
    rng, waits = Random(7), []
    for _ in range(30):
        before, started = card_name(visit), time.monotonic()
        visit.page.wait_for_timeout(pace * 1000)
        tapped = time.monotonic()
        card(visit).get_by_role("radio").nth(rng.randrange(5)).click()
        next_card(visit, before)
        waits.append(time.monotonic() - tapped)
        visit.page.wait_for_timeout(100)
        assert time.monotonic() - started < pace + 3
    return waits


def step(visit: Visit, name: str) -> None:
    visit.page.get_by_role("radio", name=name, exact=True).click()
    visit.settled()


def test_cards_and_topics_take_under_three_minutes_on_a_phone(phone: Visit) -> None:
    page = phone.page
    phone.open("/likes")
    started = time.monotonic()
    waits = answer_all(phone, READ_AND_TAP)
    page.get_by_role("button", name="Next: topics").click()
    page.get_by_text("Pick up to 5 that you enjoy").wait_for()
    for topic in ("Animals", "Sport and fitness", "Music and sound", "Games and gaming"):
        page.wait_for_timeout(2 * READ_AND_TAP * 1000)  # a topic is looked for among 34
        page.get_by_role("button", name=topic, exact=True).first.click()
    phone.settled()
    page.get_by_text("Picked: 4 of 5").wait_for()
    taken = time.monotonic() - started
    _LOG.info("cards and topics %.0f s; to the next card %.2f s (median)", taken, median(waits))
    assert taken < LIMIT


def test_every_step_fits_and_looks_right(visit: Visit) -> None:
    page = visit.page
    visit.open("/likes")
    visit.settled()
    visit.shoot("7-likes-card")
    assert visit.fits()
    answer_all(visit, 0)
    visit.shoot("8-likes-end")
    page.get_by_text("See them all and change any").click()
    visit.settled()
    visit.shoot("9-likes-list")
    assert visit.fits()
    page.get_by_role("button", name="Next: topics").click()
    page.get_by_role("button", name="Animals", exact=True).first.click()
    visit.settled()
    visit.shoot("10-likes-topics")
    assert visit.fits()
    page.get_by_role("button", name="Next: my words").click()
    page.get_by_label("What do you like doing?").fill("fixing bikes, gaming. hate maths")
    page.get_by_role("button", name="Read this").click()
    page.get_by_role("button", name="Games and esports").wait_for()
    visit.settled()
    visit.shoot("11-likes-words")
    assert visit.fits()
    page.get_by_role("button", name="See my ideas").click()
    page.get_by_role("heading", name="The shape of what you like").wait_for()
    page.get_by_role("button", name="Surprise me").click()
    visit.settled()
    picture = page.get_by_role("img", name=re.compile("six sides"))
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    visit.shoot("12-likes-ideas")
    assert visit.fits()
    assert [said for said in visit.complaints if "404" not in said] == []
    assert "rated" not in page.url


def test_the_next_card_moves_nothing(phone: Visit) -> None:
    phone.open("/likes")
    phone.settled()
    phone.page.evaluate(
        """pile => {
          window.seen = new Set();
          const look = () => {
            const shown = [...document.querySelectorAll(pile)].find(e => e.offsetParent);
            if (shown) window.seen.add(Math.round(shown.getBoundingClientRect().y));
            window.seen.add('box ' + document.querySelector('.st-key-likes-card').offsetHeight);
            requestAnimationFrame(look);
          };
          look();
        }""",
        PILE,
    )
    for _ in range(8):
        before = card_name(phone)
        card(phone).get_by_role("radio").nth(3).click()
        next_card(phone, before)
        phone.settled()
    assert len(phone.page.evaluate("[...window.seen]")) == 2


def test_the_faces_are_in_view_on_a_phone_without_scrolling(phone: Visit) -> None:
    phone.open("/likes")
    phone.settled()
    box = card(phone).bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 640
    for face in card(phone).get_by_role("radio").all():
        size = face.bounding_box()
        assert size is not None
        assert size["width"] >= 44
        assert size["height"] >= 44


def test_a_double_tap_does_not_undo_the_answer(phone: Visit) -> None:
    phone.open("/likes")
    phone.settled()
    before = card_name(phone)
    card(phone).get_by_role("radio").nth(4).dblclick()
    phone.settled()
    while card_name(phone) != before:
        now = card_name(phone)
        phone.page.get_by_role("button", name="Back", exact=True).click()
        next_card(phone, now)
        phone.settled()
    assert card(phone).get_by_role("radio", checked=True).locator("p").inner_text() == "Love it"


def test_keyboard_alone_answers_cards_and_topics(desktop: Visit) -> None:
    desktop.open("/likes")
    desktop.settled()
    page = desktop.page
    card(desktop).get_by_role("radio").first.focus()
    for _ in range(4):
        before = card_name(desktop)
        tab_into(desktop)
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        next_card(desktop, before)
        desktop.settled()
    page.get_by_text("4 of 30 done").wait_for()
    step(desktop, "Topics")
    page.get_by_role("button", name="Cars, bikes and engines").first.focus()
    page.keyboard.press("Enter")
    page.get_by_text("Picked: 1 of 5").wait_for()


def tab_into(visit: Visit) -> None:
    """Go to the faces of the card in view: one press, forwards or back, from where the last one was."""
    inside = "pile => !!document.activeElement.closest(pile)"
    for press in ("Tab", "Shift+Tab", "Shift+Tab"):
        if visit.page.evaluate(inside, PILE):
            return
        visit.page.keyboard.press(press)
    assert visit.page.evaluate(inside, PILE)


def test_a_sixth_topic_is_refused_where_it_was_tapped(phone: Visit) -> None:
    phone.open("/likes")
    step(phone, "Topics")
    five = ("Animals", "Music and sound", "Games and gaming", "Cooking and food", "Other languages")
    for topic in five:
        phone.page.get_by_role("button", name=topic, exact=True).first.click()
        phone.settled()
    last = phone.page.get_by_role("button", name="News, politics and debate", exact=True).first
    last.click()
    said = phone.page.get_by_text("You have 5 already.")
    said.wait_for()
    phone.settled()
    assert last.get_attribute("aria-pressed") == "false"
    assert said.evaluate(
        "e => { const r = e.getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight }"
    )


def test_one_h1_and_headings_in_order_on_every_step(desktop: Visit) -> None:
    desktop.open("/likes")
    for name in ("Activities", "Topics", "My words", "Ideas"):
        step(desktop, name)
        levels = desktop.page.evaluate(
            "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])"
        )
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_subject_opens_my_options_filtered_to_it(desktop: Visit) -> None:
    desktop.open("/likes")
    step(desktop, "My words")
    desktop.page.get_by_label("What do you like doing?").fill("biology")
    desktop.page.get_by_role("button", name="Read this").click()
    desktop.page.get_by_role("button", name="Biology", exact=True).wait_for()
    step(desktop, "Ideas")
    desktop.page.get_by_role("button", name="Biology", exact=True).click()
    desktop.heading("My options")
    subjects = desktop.page.locator("article.pw-card h3:visible").all_inner_texts()
    assert subjects
    assert set(subjects) == {"Biology"}
