"""The whole journey: results, options, compare three, a plan on paper and in a code, opened elsewhere."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from visits import Visit

pytestmark = pytest.mark.browser

FIRST_OPTIONS_SECONDS = 60
TAP_SECONDS = 1.2
"""A person's pace: the time to find and tap one thing."""


def results(visit: Visit) -> None:
    visit.open("/results")
    for subject, grade in (("English Language", "5"), ("English Literature", "5"), ("Maths", "3")):
        visit.tap(subject, grade)


def three_saved(visit: Visit) -> None:
    results(visit)
    visit.page.get_by_role("button", name="See my options").click()
    visit.heading("My options")
    visit.save(3)


def downloaded(visit: Visit, button: str, to: Path) -> bytes:
    with visit.page.expect_download(timeout=30_000) as waiting:
        visit.page.get_by_role("button", name=button, exact=True).click()
    file = to / waiting.value.suggested_filename
    waiting.value.save_as(file)
    return file.read_bytes()


def subjects(visit: Visit) -> list[str]:
    """The choices on My plan, in order."""
    return visit.page.locator("article.pw-card h2").all_inner_texts()


def test_from_results_to_a_plan_that_opens_on_another_device(
    visit: Visit, browser: Browser, tmp_path: Path
) -> None:
    page = visit.page
    three_saved(visit)
    visit.open_from_menu("Compare")
    assert page.get_by_role("table").first.get_by_role("columnheader").count() >= 3
    assert visit.fits()
    visit.open_from_menu("My plan")
    before = subjects(visit)
    assert len(before) == 3
    page.get_by_role("button", name="Move down").locator("visible=true").first.click()
    visit.settled()
    chosen = subjects(visit)
    assert chosen == [before[1], before[0], before[2]]
    page.get_by_label(re.compile("^My note on .*, choice 1$")).fill("Ask about the bus & lunch")
    page.keyboard.press("Tab")
    visit.settled()
    assert downloaded(visit, "Paper copy (PDF)", tmp_path).startswith(b"%PDF-")
    assert downloaded(visit, "Large print (PDF)", tmp_path).startswith(b"%PDF-")
    dates = downloaded(visit, "Dates for my calendar", tmp_path)
    assert dates.startswith(b"BEGIN:VCALENDAR")
    assert b"bus" not in dates
    assert page.get_by_alt_text("Square code that opens this plan").is_visible()
    code = page.locator(".pw-code").inner_text()
    assert visit.fits()
    assert [url for url in visit.asked if code.replace("-", "") in url] == []

    other = browser.new_context(viewport={"width": 360, "height": 740})
    elsewhere = Visit(other.new_page(), visit.address, "elsewhere")
    elsewhere.open("/plan#p=" + code.replace("-", ""))
    elsewhere.settled()
    elsewhere.page.get_by_role("button", name="Open this plan").locator(
        "visible=true"
    ).first.click()
    elsewhere.page.get_by_text("Your plan is open: 3 saved.").wait_for()
    elsewhere.settled()
    assert subjects(elsewhere) == chosen
    note = elsewhere.page.get_by_label(re.compile("^My note on .*, choice 1$"))
    assert note.input_value() == "Ask about the bus & lunch"
    assert "#" not in elsewhere.page.url
    assert [url for url in elsewhere.asked if code.replace("-", "") in url] == []
    other.close()


def test_a_code_can_be_typed_and_a_damaged_one_is_refused_politely(desktop: Visit) -> None:
    three_saved(desktop)
    desktop.open_from_menu("My plan")
    code, chosen = desktop.page.locator(".pw-code").inner_text(), subjects(desktop)
    desktop.page.get_by_role("button", name="Clear my answers").click()
    desktop.page.get_by_text("Your answers are cleared.").wait_for()
    desktop.settled()
    assert subjects(desktop) == []
    for typed, good in ((code[:-3] + "ZZZ", False), (code.lower().replace("-", " "), True)):
        field = desktop.page.get_by_label("Plan code or link")
        if not field.is_visible():
            desktop.page.get_by_text("Open a plan from its code").click()
        field.fill(typed)
        desktop.page.get_by_role("button", name="Open this plan").click()
        desktop.settled()
        assert subjects(desktop) == (chosen if good else [])
        assert desktop.page.locator(".pw-problem").count() == (0 if good else 1)


def test_real_options_within_a_minute_at_a_persons_pace(visit: Visit) -> None:
    started = time.monotonic()
    page = visit.page
    visit.open()
    page.wait_for_timeout(6_000)  # reads the first lines
    page.get_by_role("button", name="Put in my grades").click()
    visit.heading("My results")
    for subject, grade in (("English Language", "5"), ("English Literature", "5"), ("Maths", "4")):
        page.wait_for_timeout(TAP_SECONDS * 1000)
        visit.tap(subject, grade)
    for subject in ("History", "Art and Design"):
        page.wait_for_timeout(TAP_SECONDS * 1000)
        visit.add_subject(subject)
        page.wait_for_timeout(TAP_SECONDS * 1000)
        visit.tap(subject, "6")
    page.wait_for_timeout(TAP_SECONDS * 1000)
    page.get_by_role("button", name="See my options").click()
    visit.heading("My options")
    assert page.locator(".pw-pick").locator("visible=true").count() >= 15
    assert time.monotonic() - started < FIRST_OPTIONS_SECONDS


def test_results_day_takes_less_than_two_minutes(visit: Visit) -> None:
    three_saved(visit)
    started = time.monotonic()
    visit.open_from_menu("Results day")
    visit.page.wait_for_timeout(TAP_SECONDS * 1000)
    row = visit.page.get_by_role("radiogroup", name=re.compile("^Maths")).first
    row.get_by_role("radio", name="4", exact=True).click()
    visit.settled()
    visit.page.get_by_role("heading", name="What changed").wait_for()
    visit.page.wait_for_timeout(TAP_SECONDS * 1000)
    visit.page.get_by_role("button", name="Keep these real grades").click()
    visit.settled()
    assert time.monotonic() - started < 120
    visit.open_from_menu("My results")
    chosen = visit.page.get_by_role("radiogroup", name="Maths", exact=True)
    assert chosen.get_by_role("radio", checked=True).inner_text() == "4"
    assert visit.fits()
