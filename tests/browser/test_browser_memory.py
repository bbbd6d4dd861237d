"""What the tab remembers, in a real browser: after a reload, back and forward, a server that starts again."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

import pytest
from playwright.sync_api import Browser
from visits import Visit

from pathways.paths import ROOT

pytestmark = pytest.mark.browser
KEPT = "Object.entries(sessionStorage).filter(([k]) => k.startsWith('pathways'))"
CODE = "0ABC-DEFG-HJKM"


def chosen(visit: Visit, subject: str) -> list[str]:
    """The grade that is shown as chosen."""
    row = visit.page.get_by_role("radiogroup", name=subject, exact=True)
    return row.get_by_role("radio", checked=True).all_inner_texts()


def enter(visit: Visit) -> None:
    visit.open("/results")
    visit.settled()
    visit.tap("English Language", "4")
    visit.tap("Maths", "3")
    visit.page.get_by_label("Home postcode (optional)").fill("KT1 2AB")
    visit.page.keyboard.press("Tab")
    visit.settled()


def expect_entered(visit: Visit) -> None:
    visit.page.wait_for_function(
        "() => document.querySelectorAll('[role=radiogroup] [role=radio][aria-checked=true]').length > 3"
    )
    visit.settled()
    assert chosen(visit, "English Language") == ["4"]
    assert chosen(visit, "Maths") == ["3"]
    assert visit.page.get_by_label("Home postcode (optional)").input_value() == "KT1 2AB"


def no_complaints(visit: Visit) -> None:
    assert [said for said in visit.complaints if "404" not in said] == []


def test_a_reload_loses_nothing_and_complains_of_nothing(desktop: Visit) -> None:
    enter(desktop)
    desktop.page.reload()
    desktop.heading("My results")
    expect_entered(desktop)
    no_complaints(desktop)


def test_going_to_an_address_and_back_and_forward_loses_nothing(desktop: Visit) -> None:
    enter(desktop)
    desktop.open("/data")
    desktop.settled()
    desktop.page.go_back()
    desktop.heading("My results")
    expect_entered(desktop)
    desktop.page.go_forward()
    desktop.page.go_back()
    desktop.heading("My results")
    expect_entered(desktop)


def test_what_is_kept_is_in_this_tab_and_nowhere_else(desktop: Visit) -> None:
    enter(desktop)
    assert len(desktop.page.evaluate(KEPT)) == 1
    assert (
        desktop.page.evaluate("Object.keys(localStorage).filter(k => k.includes('pathways'))") == []
    )
    assert "KT1" not in desktop.page.evaluate("document.cookie + location.href")
    assert not [url for url in desktop.asked if "KT1" in url]
    other_tab = desktop.page.context.new_page()
    other_tab.goto(desktop.address + "/results")
    seen = Visit(other_tab, desktop.address, "second tab")
    seen.heading("My results")
    assert chosen(seen, "Maths") == []
    assert other_tab.evaluate(KEPT) == []


def test_another_visitor_sees_nothing(desktop: Visit, browser: Browser) -> None:
    enter(desktop)
    context = browser.new_context()
    other = Visit(context.new_page(), desktop.address, "other")
    other.open("/results")
    other.settled()
    assert chosen(other, "Maths") == []
    assert other.page.evaluate(KEPT) == []
    context.close()


def test_cleared_answers_stay_away(desktop: Visit) -> None:
    enter(desktop)
    desktop.page.get_by_role("button", name="Clear my answers").click()
    desktop.page.get_by_text("Your answers are cleared.").wait_for()
    desktop.settled()
    assert desktop.page.evaluate(KEPT) == []
    desktop.page.reload()
    desktop.heading("My results")
    desktop.page.wait_for_timeout(800)
    assert chosen(desktop, "Maths") == []
    assert desktop.page.get_by_label("Home postcode (optional)").input_value() == ""


def test_what_i_like_is_kept_though_a_tap_draws_a_part_of_the_page(desktop: Visit) -> None:
    desktop.open("/likes")
    desktop.settled()
    card = desktop.page.locator(".st-key-likes-card")
    first = card.get_by_role("radiogroup").get_attribute("aria-label")
    card.get_by_role("radio").nth(3).click()
    desktop.settled()
    second = card.get_by_role("radiogroup").get_attribute("aria-label")
    assert second != first
    desktop.page.reload()
    desktop.heading("What I like")
    desktop.page.get_by_role("radiogroup", name=second, exact=True).wait_for(timeout=5000)
    desktop.page.get_by_text(re.compile("^1 of [0-9]+ done")).wait_for()


def test_the_memory_takes_no_room_on_the_page(desktop: Visit) -> None:
    desktop.open("/data")
    desktop.settled()
    box = "[...document.querySelectorAll('[class*=st-key-memory]')].map(e => e.offsetHeight)"
    assert desktop.page.evaluate(box) == [0]


def test_the_code_of_a_plan_leaves_the_address_and_is_in_no_request(desktop: Visit) -> None:
    desktop.page.goto(f"{desktop.address}/data#p={CODE}")
    desktop.page.get_by_role("heading", level=1).wait_for()
    desktop.page.wait_for_function("() => !location.hash")
    desktop.settled()
    assert CODE not in desktop.page.evaluate("location.href")
    assert desktop.asked
    assert not [url for url in desktop.asked if "ABC" in url]
    no_complaints(desktop)


def test_the_code_of_a_plan_takes_nothing_away_that_was_there(desktop: Visit) -> None:
    enter(desktop)
    desktop.page.goto("about:blank")
    desktop.page.goto(f"{desktop.address}/results#p={CODE}")
    desktop.page.get_by_role("heading", level=1).wait_for()
    desktop.page.wait_for_function("() => !location.hash")
    desktop.page.goto(f"{desktop.address}/results")
    desktop.heading("My results")
    expect_entered(desktop)


def test_focus_and_scroll_start_at_the_heading_of_a_new_page(desktop: Visit) -> None:
    page = desktop.page
    desktop.open("/results")
    desktop.settled()
    assert page.evaluate("document.activeElement.tagName") != "H1"
    desktop.tap("Maths", "3")
    assert page.evaluate("document.activeElement.tagName") != "H1"
    link = page.get_by_role("link", name="About the data").locator("visible=true").first
    link.focus()
    page.keyboard.press("Enter")
    desktop.heading("About the data")
    assert page.evaluate("document.activeElement.tagName") == "H1"
    assert page.evaluate("document.activeElement.textContent") == "About the data"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "none"
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
    page.go_back()
    desktop.heading("My results")
    assert page.evaluate("document.activeElement.textContent") == "My results"


@contextmanager
def served(port: int, log: Path) -> Iterator[None]:
    """The app on a port, killed at the end as a crash would."""
    command = [sys.executable, "-m", "streamlit", "run", "pathways/ui/serve.py"]
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    with log.open("w") as out:
        server = subprocess.Popen([*command, *options], cwd=ROOT, stdout=out, stderr=out)
        try:
            for _ in range(240):
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2).close()
                    break
                except (URLError, OSError):
                    time.sleep(0.25)
            yield
        finally:
            os.kill(server.pid, signal.SIGKILL)
            server.wait(20)


def test_a_server_that_starts_again_loses_nothing_and_logs_nothing(
    browser: Browser, tmp_path: Path
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    context = browser.new_context()
    visit = Visit(context.new_page(), f"http://127.0.0.1:{port}", "again")
    with served(port, tmp_path / "first.log"):
        enter(visit)
        visit.open_from_menu("My options")  # what is remembered is not on the page that is open
    with served(port, tmp_path / "second.log"):
        visit.page.wait_for_timeout(1000)
        visit.page.locator("[data-testid=stApp][data-test-connection-state=CONNECTED]").wait_for(
            timeout=60_000
        )
        visit.settled()
        visit.page.wait_for_timeout(1500)
        visit.open_from_menu("My results")
        expect_entered(visit)
        visit.page.goto("about:blank")
        visit.page.goto(f"{visit.address}/data#p={CODE}")
        visit.page.get_by_role("heading", level=1).wait_for()
        visit.settled()
    context.close()
    logs = [(tmp_path / f"{name}.log").read_text() for name in ("first", "second")]
    assert all(logs)
    assert not [log for log in logs if "KT1" in log or CODE in log]
