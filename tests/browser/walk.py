"""Pictures of every page and state, at three widths, light and dark: `make walk`, then look at them all.

Runs against the app as it is served. `--only plan` takes the steps whose name has "plan" in it.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable
from pathlib import Path

import visits
from playwright.sync_api import Browser, sync_playwright
from served import chromium, served
from visits import Visit

from pathways.paths import ROOT

WIDTHS = {360: 740, 768: 1024, 1280: 900}
SCHEMES = ("light", "dark")
Step = Callable[[Visit], None]


def _grades(visit: Visit, maths: str = "3") -> None:
    visit.open_from_menu("My results")
    for subject, grade in (
        ("English Language", "5"),
        ("English Literature", "6"),
        ("Maths", maths),
    ):
        visit.tap(subject, grade)
    for subject in ("History", "Art and Design", "Business"):
        visit.add_subject(subject)
        visit.tap(subject, "5")
    visit.page.get_by_label("Home postcode (optional)").fill("KT1 2AB")
    visit.page.keyboard.press("Tab")
    visit.settled()


def _wrong(visit: Visit) -> None:
    visit.open("/results")
    visit.page.get_by_label("Home postcode (optional)").fill("banana")
    visit.page.get_by_role("button", name="See my options").click()
    visit.settled()


def _view(words: str) -> Step:
    def choose(visit: Visit) -> None:
        visit.open_from_menu("My options")
        visit.view(words)

    return choose


def _subject(visit: Visit) -> None:
    visit.open_from_menu("My options")
    visit.choose("What would you like to study?", "Business")
    visit.view("Side by side")


def _detail(visit: Visit) -> None:
    visit.open_from_menu("My options")
    visit.page.locator(".stMain").get_by_role("link").filter(has_text="See Business").first.click()
    visit.page.get_by_role("link", name="Back to my options").wait_for()
    visit.settled()


def _save(visit: Visit, count: int = 3) -> None:
    visit.open_from_menu("My options")
    for _ in range(count):
        visit.page.get_by_role("button", name="Save", exact=True).locator(
            "visible=true"
        ).first.click()
        visit.settled()


def _differs(visit: Visit) -> None:
    visit.page.locator("label").filter(has_text="Show what differs").first.click()
    visit.settled()


def _bad_code(visit: Visit) -> None:
    visit.page.get_by_text("Open a plan from its code").click()
    visit.page.get_by_label("Plan code or link").fill("ABCD-1234")
    visit.page.get_by_role("button", name="Open this plan").click()
    visit.settled()


def _menu(words: str) -> Step:
    return lambda visit: visit.open_from_menu(words)


def _print(visit: Visit) -> None:
    visit.page.emulate_media(media="print")


def _screen(visit: Visit) -> None:
    visit.page.emulate_media(media="screen")


STEPS: tuple[tuple[str, Step], ...] = (
    ("start", lambda visit: visit.open()),
    ("options-without-grades", _menu("My options")),
    ("compare-empty", _menu("Compare")),
    ("plan-empty", _menu("My plan")),
    ("results-wrong", _wrong),
    ("results", _grades),
    ("likes", _menu("What I like")),
    ("options-routes", _menu("My options")),
    ("options-side", _view("Side by side")),
    ("options-map", _view("On a map")),
    ("options-subject", _subject),
    ("detail", _detail),
    ("options-saved", _save),
    ("compare", _menu("Compare")),
    ("compare-differs", _differs),
    ("compare-print", _print),
    ("compare-again", _screen),
    ("plan", _menu("My plan")),
    ("plan-print", _print),
    ("plan-again", _screen),
    ("plan-bad-code", _bad_code),
    ("results-day", _menu("Results day")),
    ("routes", _menu("My routes")),
    ("order", _menu("How the order works")),
    ("audit", _menu("Is it fair? The check")),
    ("worth", _menu("What is this worth?")),
    ("rules", _menu("The rules")),
    ("data", _menu("About the data")),
)


def walk(browser: Browser, address: str, *, width: int, scheme: str, only: str = "") -> list[str]:
    """One visit through every step; gives what went wrong, and goes on."""
    context = browser.new_context(
        viewport={"width": width, "height": WIDTHS[width]},
        color_scheme="dark" if scheme == "dark" else "light",
        has_touch=width < 700,
    )
    visit = Visit(context.new_page(), address, f"{width}-{scheme}")
    amiss = []
    for at, (name, step) in enumerate(STEPS, start=1):
        try:
            step(visit)
            visit.settled()
            if only in name:
                visit.shoot(f"{at:02d}-{name}")
            if not visit.fits():
                amiss.append(f"{name} at {width} {scheme}: wider than the screen")
        except Exception as error:
            said = " ".join(str(error).split())
            amiss.append(f"{name} at {width} {scheme}: {said[:300]}")
    context.close()
    return amiss


def main() -> int:
    """Walk, and say what went wrong; the pictures are in the folder either way."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--to", type=Path, default=ROOT / "build" / "walk")
    ask.add_argument("--only", default="", help="take pictures of steps with this in their name")
    ask.add_argument("--width", type=int, choices=WIDTHS, action="append")
    ask.add_argument("--scheme", choices=SCHEMES, action="append")
    asked = ask.parse_args()
    shutil.rmtree(asked.to, ignore_errors=True)
    visits.SHOTS = asked.to
    amiss: list[str] = []
    with served(asked.to.parent / "walk.log") as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for width in asked.width or WIDTHS:
            for scheme in asked.scheme or SCHEMES:
                amiss += walk(browser, address, width=width, scheme=scheme, only=asked.only)
        browser.close()
    print("\n".join(amiss) or "Nothing went wrong.")  # noqa: T201
    print(f"Pictures are in {asked.to}")  # noqa: T201
    return 1 if amiss else 0


if __name__ == "__main__":
    raise SystemExit(main())
