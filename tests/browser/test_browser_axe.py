"""axe-core finds nothing serious on any page, and the count of options is announced.

axe-core (MPL-2.0) is no part of the project: it is put in `build/axe` by npm when these tests run,
and where there is neither npm nor a network they skip and say so.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page
from visits import Visit

from pathways.paths import ROOT

pytestmark = pytest.mark.browser

AXE = "axe-core@4.10.3"
FOLDER = ROOT / "build" / "axe"
EMPTY = ("/", "/results", "/likes", "/options", "/compare", "/plan", "/results_day", "/routes")
ASIDE = ("/data", "/rules", "/worth", "/order", "/audit", "/area")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NOT_OURS: dict[str, str] = {}
"""Rule -> a part of the selector, for what Streamlit itself draws and we cannot change; each with why."""


@pytest.fixture(scope="session")
def axe() -> Path:
    """The script, fetched once."""
    script = FOLDER / "node_modules" / "axe-core" / "axe.min.js"
    if script.is_file():
        return script
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("no npm on this machine: it fetches axe-core for this test")
    command = [npm, "install", "--prefix", str(FOLDER), "--no-audit", "--no-fund", AXE]
    done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
    if done.returncode or not script.is_file():
        pytest.skip(f"npm could not fetch {AXE}: {done.stderr.strip()[-200:]}")
    return script


def amiss(page: Page, axe: Path) -> list[str]:
    """Serious and critical findings that are ours, one line each."""
    # Evaluated by the browser's own protocol, so that the policy against inline scripts stays on.
    page.evaluate(axe.read_text("utf-8"))
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES
    )
    return [
        f"{one['id']} ({one['impact']}): {node['target'][0]} {node['html'][:160]}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
        if NOT_OURS.get(one["id"], "\0") not in str(node["target"][0])
    ]


def nothing_serious(visit: Visit, axe: Path) -> None:
    visit.settled()
    # What is folded is read too.
    visit.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert amiss(visit.page, axe) == []
    assert visit.fits()


@pytest.mark.parametrize("path", [*EMPTY, *ASIDE])
def test_nothing_serious_on_a_page_that_a_visitor_opens_first(
    visit: Visit, axe: Path, path: str
) -> None:
    visit.open(path)
    nothing_serious(visit, axe)


def test_nothing_serious_on_the_journey_once_it_is_under_way(visit: Visit, axe: Path) -> None:
    visit.open("/results")
    visit.tap("English Language", "5")
    visit.tap("Maths", "3")
    visit.page.get_by_label("Home postcode (optional)").fill("KT1 2AB")
    visit.page.keyboard.press("Tab")
    visit.open_from_menu("My options")
    visit.save(3)
    nothing_serious(visit, axe)
    for view in ("Side by side", "On a map"):
        visit.view(view)
        nothing_serious(visit, axe)
    visit.view("Side by side")
    links = visit.page.get_by_role("link", name=re.compile("^See .+ at "))
    links.locator("visible=true").first.click()
    visit.page.get_by_role("heading", name="Where the facts come from").wait_for()
    nothing_serious(visit, axe)
    for page in ("Compare", "My plan", "Results day"):
        visit.open_from_menu(page)
        nothing_serious(visit, axe)


def test_the_count_is_announced_by_an_element_that_stays(desktop: Visit) -> None:
    """A screen reader hears a change of an element it knows, and nothing of one put there anew."""
    desktop.open("/options")
    desktop.settled()
    page = desktop.page
    status = page.locator("[role=status][aria-live=polite]").filter(has_text="options")
    before = status.inner_text()
    status.evaluate("e => { window.kept = e }")
    page.get_by_text("More filters").first.click()
    page.get_by_role("button", name="T Levels").click()
    desktop.settled()
    after = status.inner_text()
    assert after != before
    assert page.evaluate("[kept.isConnected, kept.innerText]") == [True, after]


@pytest.mark.parametrize("path", ["/rules", "/options"])
def test_paper_has_dark_ink_whatever_the_screen(visit: Visit, path: str) -> None:
    visit.open(path)
    visit.settled()
    visit.page.emulate_media(media="print")
    ink = visit.page.evaluate(
        """() => [...document.querySelectorAll('h1, h2, .pw p, .pw-card h3')]
          .filter(e => e.offsetParent)
          .map(e => [e.textContent.trim().slice(0, 40), getComputedStyle(e).color])
          .filter(([, c]) => Math.min(...c.match(/[0-9.]+/g).slice(0, 3).map(Number)) > 130)"""
    )
    assert ink == []


def test_rules_can_be_opened_and_searched_by_keyboard(desktop: Visit) -> None:
    desktop.open("/rules")
    desktop.settled()
    page = desktop.page
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    page.locator(".pw-value h3").first.wait_for(state="visible")
    page.get_by_label("Search").focus()
    page.keyboard.type("bursary")
    page.keyboard.press("Enter")
    page.get_by_text(re.compile(r"^Values shown: \d\.")).wait_for()
