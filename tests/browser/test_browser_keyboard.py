"""The whole journey by keyboard alone: every stop is seen, and the stops come in the order of the page."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Page
from visits import Visit

pytestmark = pytest.mark.browser

MOST_STOPS = 260
_CONTROLS = {"A", "BUTTON", "INPUT", "TEXTAREA", "SUMMARY", "LABEL"}
STOP = """() => {
  const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
  const up = e.parentElement;
  const ring = [e, up, up?.parentElement, e.firstElementChild, e.closest('label')].filter(Boolean)
    .map(x => getComputedStyle(x))
    .some(x => (x.outlineStyle !== 'none' && parseFloat(x.outlineWidth) >= 1) || x.boxShadow !== 'none');
  const bar = document.querySelector('.st-key-menu').getBoundingClientRect();
  const under = bar.bottom > innerHeight - 2 && !e.closest('.st-key-menu')
    && r.top >= bar.top && r.bottom <= bar.bottom;
  return {
    name: (e.getAttribute('aria-label') || e.labels?.[0]?.innerText || e.innerText || '').trim(),
    group: e.closest('[role=radiogroup]')?.getAttribute('aria-label') || '',
    tag: e.tagName, ring, under, main: !!e.closest('.stMain'),
  };
}"""


def stop(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(STOP)
    return found


def reach(visit: Visit, name: str, *, group: str = "") -> None:
    """Press Tab until the control of that name has the focus; every stop on the way must be seen."""
    page = visit.page
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        here = stop(page)
        if here["tag"] not in _CONTROLS:
            continue
        if here["main"]:
            assert here["ring"], f"nobody can see the focus on {here}"
            assert not here["under"], f"the bar hides the focus on {here}"
        if re.fullmatch(name, here["name"].replace("\n", " ")) and group in here["group"]:
            return
    pytest.fail(f"Tab never reaches {name}")


def tap_grade(visit: Visit, subject: str, steps: int) -> None:
    """Go to a subject and along to its grade: 9 is first."""
    reach(visit, ".*", group=subject)
    for _ in range(steps):
        visit.page.keyboard.press("ArrowRight")
    visit.page.keyboard.press("Enter")
    visit.settled()


def test_the_whole_journey_by_keyboard(desktop: Visit) -> None:
    page = desktop.page
    desktop.open()
    desktop.settled()
    reach(desktop, ".*Put in my grades.*")
    page.keyboard.press("Enter")
    desktop.heading("My results")
    tap_grade(desktop, "English Language", 4)
    tap_grade(desktop, "English Literature", 4)
    tap_grade(desktop, "Maths", 6)
    chosen = page.get_by_role("radiogroup", name="Maths", exact=True)
    assert chosen.get_by_role("radio", checked=True).inner_text() == "3"
    reach(desktop, "See my options")
    page.keyboard.press("Enter")
    desktop.heading("My options")
    assert stop(page)["name"] == "My options"  # the focus is at the top of the new page
    for _ in range(3):
        reach(desktop, ".*Save")
        page.keyboard.press("Enter")
        desktop.settled()
    page.get_by_text("You have saved 3.").wait_for()
    reach(desktop, ".*Compare")
    page.keyboard.press("Enter")
    desktop.heading("Compare")
    reach(desktop, ".*Put them in my order")
    page.keyboard.press("Enter")
    desktop.heading("My plan")
    before = page.locator("article.pw-card h2").all_inner_texts()
    reach(desktop, ".*Move down")
    page.keyboard.press("Enter")
    desktop.settled()
    assert page.locator("article.pw-card h2").all_inner_texts()[0] == before[1]
    reach(desktop, "My note on .*, choice 1")
    page.keyboard.type("Seen it")
    reach(desktop, ".*Paper copy \\(PDF\\)")
    with page.expect_download(timeout=30_000) as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename == "my-plan.pdf"


def test_on_a_phone_the_bar_never_hides_the_focus(visit: Visit) -> None:
    visit.open("/results")
    visit.settled()
    for _ in range(60):
        visit.page.keyboard.press("Tab")
        assert not stop(visit.page)["under"]
