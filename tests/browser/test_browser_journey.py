"""From results to options to one option, as people do it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from visits import Visit

pytestmark = pytest.mark.browser


def enter_grades(visit: Visit) -> None:
    visit.open("/results")
    for subject, grade in (("English Language", "4"), ("English Literature", "5"), ("Maths", "3")):
        visit.tap(subject, grade)
    visit.page.get_by_role("button", name="History").click()
    visit.tap("History", "5")
    visit.page.get_by_label("Home postcode (optional)").fill("KT1 2AB")
    visit.page.keyboard.press("Tab")
    visit.settled()


def test_results_to_options_to_one_option_and_back(visit: Visit) -> None:
    page = visit.page
    visit.open()
    visit.shoot("1-start")
    assert visit.fits()
    page.get_by_role("button", name="Put in my grades").click()
    visit.heading("My results")
    enter_grades(visit)
    visit.shoot("2-results")
    assert visit.fits()
    page.get_by_role("button", name="See my options").click()
    visit.heading("My options")
    page.get_by_text("Maths: carry on with the GCSE").locator("visible=true").first.wait_for()
    visit.view("Side by side")
    link = page.get_by_role("link", name=re.compile("^See .+ at ")).locator("visible=true").first
    subject = re.findall("^See (.+) at ", link.inner_text())[0]
    visit.shoot("3-options")
    assert visit.fits()
    link.click()
    visit.heading(subject)
    page.get_by_role("heading", name="Where the facts come from").wait_for()
    visit.shoot("4-option")
    assert visit.fits()
    page.get_by_role("link", name="Back to my options").click()
    visit.heading("My options")
    visit.open_from_menu("My results")
    chosen = page.get_by_role("radiogroup", name="Maths", exact=True).get_by_role(
        "radio", checked=True
    )
    assert chosen.inner_text() == "3"
    assert page.get_by_label("Home postcode (optional)").input_value() == "KT1 2AB"
    visit.open("/data")
    visit.shoot("5-data")
    assert visit.fits()
    assert elsewhere(visit) == []
    assert [said for said in visit.complaints if "404" not in said] == []


def elsewhere(visit: Visit) -> list[str]:
    """What was asked of any other address."""
    host = visit.address.removeprefix("http://")
    ours = re.compile(rf"^(?:https?|wss?)://{re.escape(host)}/|^(?:data|blob):")
    return [url for url in visit.asked if not ours.match(url)]


def test_nothing_entered_is_said_plainly(visit: Visit) -> None:
    visit.open("/results")
    visit.page.get_by_role("button", name="See my options").click()
    alert = visit.page.get_by_role("alert")
    alert.get_by_text("Put in at least one grade").wait_for()
    visit.shoot("6-problem")
    assert visit.fits()


def test_clear_my_answers_empties_the_open_page(desktop: Visit) -> None:
    enter_grades(desktop)
    page = desktop.page
    page.get_by_role("button", name="Clear my answers").click()
    page.get_by_text("Your answers are cleared.").wait_for()
    desktop.settled()
    assert (
        page.get_by_role("radiogroup", name="Maths").get_by_role("radio", checked=True).count() == 0
    )
    assert page.get_by_label("Home postcode (optional)").input_value() == ""


def test_grades_can_be_entered_by_keyboard(desktop: Visit) -> None:
    desktop.open("/results")
    page = desktop.page
    first = page.get_by_role("radiogroup", name="English Language").get_by_role("radio").first
    first.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    desktop.settled()
    row = page.get_by_role("radiogroup", name="English Language")
    assert row.get_by_role("radio", checked=True).inner_text() == "6"


def test_every_link_to_an_option_has_its_own_name(desktop: Visit) -> None:
    desktop.open("/options")
    desktop.settled()
    desktop.view("Side by side")
    links = desktop.page.get_by_role("link", name=re.compile("^See .+ at ")).all_inner_texts()
    assert len(links) >= 15
    assert len(links) == len(set(links))


def test_targets_are_big_enough_for_a_thumb(visit: Visit) -> None:
    """A select's own small arrow is no target of its own: the whole field opens it."""
    visit.open("/results")
    visit.settled()
    small = visit.page.evaluate(
        """() => [...document.querySelectorAll('button, a, [role=radio], summary')]
          .filter(e => e.offsetParent && e.tabIndex >= 0 && !e.closest('p, li, [aria-hidden=true]'))
          .map(e => [e.textContent.trim().slice(0, 30), e.getBoundingClientRect()])
          .filter(([, r]) => r.width > 1 && (r.width < 24 || r.height < 24))
          .map(([t, r]) => `${t} ${Math.round(r.width)}x${Math.round(r.height)}`)"""
    )
    assert small == []


@pytest.mark.parametrize("path", ["/", "/results", "/options", "/data"])
def test_one_h1_and_headings_in_order(desktop: Visit, path: str) -> None:
    desktop.open(path)
    desktop.settled()
    levels = desktop.page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])"
    )
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
