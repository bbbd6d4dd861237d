"""My routes in a real browser, on a phone and a desktop: the learners of issue 6, with pictures taken."""

from __future__ import annotations

import re

import pytest
from test_browser_journey import elsewhere
from visits import Visit

pytestmark = pytest.mark.browser

GRADES = {
    "e3-m2": {"English Language": "3", "Maths": "2"},
    "ones": {"English Language": "1", "English Literature": "1", "Maths": "1"},
    "new": {},
}


def enter(visit: Visit, learner: str) -> None:
    visit.open("/results")
    for subject, grade in GRADES[learner].items():
        visit.tap(subject, grade)
    if learner == "new":
        page = visit.page
        page.get_by_text("More about me (optional)").click()
        for words in ("These are all my results", "English is a new language for me"):
            page.get_by_text(words).click()
            visit.settled()


def name_a_job(visit: Visit, words: str) -> None:
    box = visit.page.get_by_role("combobox", name="What job would you like?")
    box.click()
    box.fill(words)
    visit.page.keyboard.press("Enter")
    visit.settled()


@pytest.mark.parametrize("learner", GRADES)
def test_three_ways_for_each_learner(visit: Visit, learner: str) -> None:
    enter(visit, learner)
    visit.open_from_menu("My routes")
    page = visit.page
    assert page.get_by_role("heading", level=2, name=re.compile("then")).count() == 3
    visit.shoot(f"7-routes-{learner}")
    assert visit.fits()
    tops = [way.bounding_box() for way in page.locator("[class*='st-key-way-']").all()]
    lefts = {round(box["x"]) for box in tops if box}
    assert len(lefts) == (1 if visit.name.startswith("phone") else 3)
    page.get_by_text("More about this step").first.click()
    page.get_by_role("heading", name="What it asks").first.wait_for()
    assert visit.fits()
    assert elsewhere(visit) == []
    assert [said for said in visit.complaints if "404" not in said] == []


def test_a_mistyped_job_is_put_right_with_one_tap(desktop: Visit) -> None:
    enter(desktop, "e3-m2")
    desktop.open_from_menu("My routes")
    name_a_job(desktop, "nurze")
    page = desktop.page
    page.get_by_text("Did you mean one of these?").wait_for()
    page.get_by_role("button", name=re.compile("^Nurse")).first.click()
    page.get_by_text("usual way to become: nurse").first.wait_for()
    assert page.get_by_text("Did you mean one of these?").count() == 0


def test_a_course_of_a_step_opens_with_the_answers_kept(desktop: Visit) -> None:
    enter(desktop, "e3-m2")
    desktop.open_from_menu("My routes")
    link = desktop.page.locator("[class*='st-key-who-'] a").locator("visible=true").first
    subject = link.inner_text().split(":")[0]
    link.click()
    desktop.heading(subject)
    desktop.page.get_by_text("You would study", exact=False).first.wait_for(state="attached")


def test_the_picture_stays_on_paper_without_colour(desktop: Visit) -> None:
    enter(desktop, "ones")
    desktop.open_from_menu("My routes")
    desktop.page.emulate_media(media="print")
    desktop.page.add_style_tag(content="html { filter: grayscale(1) }")
    desktop.shoot("8-routes-on-paper")
    shapes = desktop.page.locator(".pw-stop > [class^='pw-shape-']")
    assert shapes.count() >= 6
    assert all(shape.is_visible() for shape in shapes.all())
    assert desktop.page.locator("[class*='st-key-who-'] a").first.is_visible()


def test_the_training_area_is_chosen_on_start_and_left_again(visit: Visit) -> None:
    visit.open()
    page = visit.page
    page.get_by_text("For advisers: practise with a made-up area").click()
    page.get_by_role("button", name="Open the training area").click()
    label = page.get_by_text("Fictional training area")
    label.wait_for()
    visit.open_from_menu("My routes")
    label.wait_for()
    visit.shoot("9-routes-training")
    assert visit.fits()
    page.get_by_role("button", name="Back to the real area").click()
    label.wait_for(state="detached")
