"""Chances and progress as people see them: on a phone and a desktop, in light and dark."""

from __future__ import annotations

import csv
import re

import pytest
from visits import Visit

from pathways.paths import ROOT

pytestmark = pytest.mark.browser

GRADES = (("English Language", "6"), ("English Literature", "5"), ("Maths", "6"))
BOXES = """() => [...document.querySelectorAll('.pw-people > span')].map(person => {
  const body = getComputedStyle(person, '::after');
  return [body.width, body.height, body.borderTopWidth, body.borderTopColor].join(' ');
})"""


def first_option(visit: Visit) -> list[str]:
    """Put in three grades, go to the first A level; the options as they stood."""
    visit.open("/results")
    for subject, grade in GRADES:
        visit.tap(subject, grade)
    visit.page.get_by_role("button", name="See my options").click()
    visit.heading("My options")
    visit.view("Side by side")
    before = names(visit)
    link = visit.page.get_by_role("link", name=re.compile("^See .+ at ")).locator("visible=true")
    link.first.click()
    visit.page.get_by_role("heading", name="What grades did people").wait_for()
    visit.settled()
    return before


def biology(visit: Visit) -> None:
    """Go to A level Biology at one place, as a link inside the app does: the grades stay."""
    with (ROOT / "data/areas/kingston-surrey-sutton/offers.csv").open(encoding="utf-8") as file:
        offers = [row["offer_id"] for row in csv.DictReader(file)]
    offer = next(one for one in offers if one.endswith("a-level.biology"))
    visit.page.evaluate(
        "to => {history.pushState({}, '', to); dispatchEvent(new PopStateEvent('popstate'))}",
        f"/option?offer={offer}",
    )
    visit.heading("Biology")


def names(visit: Visit) -> list[str]:
    """What the options link to, in order."""
    links = visit.page.get_by_role("link", name=re.compile("^See .+ at "))
    return links.all_inner_texts()


def test_chances_are_one_tap_away_and_change_no_order(visit: Visit) -> None:
    before = first_option(visit)
    page = visit.page
    assert page.locator(".pw-hundred").count() == 0
    page.get_by_text("Show what others got").click()
    page.get_by_role(
        "heading", name=re.compile("What happened to others|Why is there no")
    ).first.wait_for()
    visit.settled()
    visit.shoot("7-chances")
    assert visit.fits()
    page.get_by_role("link", name="Back to my options").click()
    visit.heading("My options")
    assert names(visit) == before
    assert [said for said in visit.complaints if "Content Security" in said] == []


def test_the_pictures_are_drawn_in_the_ink_of_the_text_and_need_no_colour(visit: Visit) -> None:
    first_option(visit)
    biology(visit)
    visit.page.locator(".pw-va-line").first.wait_for()
    visit.page.get_by_text("Show what others got").click()
    visit.page.locator(".pw-people").wait_for()
    drawn = visit.page.evaluate(BOXES)
    visit.shoot("7-hundred")
    assert len(drawn) == 100
    assert len({" ".join(one.split()[:2]) for one in drawn}) == 1  # all of a size
    assert len({one.split(" ", 3)[3] for one in drawn}) == 1  # all of one colour
    thick = [float(one.split()[2].removesuffix("px")) for one in drawn]
    got = int(re.findall(r"(\d+) of 100 got", visit.page.locator(".pw-hundred").inner_text())[0])
    assert sum(width > 4 for width in thick) == got


def test_the_area_together_fits(visit: Visit) -> None:
    visit.open("/area")
    visit.settled()
    visit.shoot("8-area")
    assert visit.fits()
