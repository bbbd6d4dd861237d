"""One visitor in a real browser: taps, reads, and has pictures taken."""

from __future__ import annotations

from playwright.sync_api import Page

from pathways.paths import ROOT

SHOTS = ROOT / "build" / "shots"


class Visit:
    """One visitor: a page, everything it asked the network for, and what the console complained of."""

    def __init__(self, page: Page, address: str, name: str) -> None:
        self.page, self.address, self.name = page, address, name
        self.asked: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("websocket", lambda socket: self.asked.append(socket.url))
        page.on(
            "console",
            lambda said: self.complaints.append(said.text) if said.type == "error" else None,
        )

    def open(self, path: str = "/") -> None:
        """Open a page of the app and wait for its heading."""
        self.page.goto(self.address + path)
        self.page.get_by_role("heading", level=1).wait_for(timeout=30_000)

    def heading(self, words: str) -> None:
        """Wait for the page with this heading."""
        self.page.get_by_role("heading", level=1, name=words, exact=True).wait_for(timeout=30_000)
        self.settled()

    def open_from_menu(self, words: str) -> None:
        """Go to another page by the menu, which a phone and a desktop show in different places."""
        self.page.get_by_role("link", name=words, exact=True).locator("visible=true").first.click()
        self.heading(words)

    def settled(self) -> None:
        """Wait until the app has finished drawing."""
        self.page.wait_for_timeout(150)
        self.page.wait_for_function(
            "() => document.querySelector('[data-test-script-state=notRunning]')"
            " && !document.querySelector('[data-stale=true]')"
        )
        self.page.wait_for_timeout(200)

    def tap(self, subject: str, grade: str) -> None:
        """Tap a grade."""
        row = self.page.get_by_role("radiogroup", name=subject, exact=True)
        row.get_by_role("radio", name=grade, exact=True).click()
        self.settled()

    def add_subject(self, name: str) -> None:
        """Tap a usual subject on My results, in the middle of the screen as people do."""
        pill = self.page.get_by_role("button", name=name, exact=True)
        # At the very edge of the screen the browser moves a control that is half out of view.
        pill.evaluate("e => e.scrollIntoView({block: 'center'})")
        pill.click()
        self.settled()

    def view(self, words: str) -> None:
        """Choose how My options are shown."""
        self.page.get_by_role("radio", name=words, exact=True).click()
        self.settled()

    def save(self, count: int) -> None:
        """Save the first options in view that are not saved yet."""
        for _ in range(count):
            button = self.page.get_by_role("button", name="Save", exact=True)
            button.locator("visible=true").first.click()
            self.settled()

    def choose(self, label: str, option: str) -> None:
        """Choose from a list that can be typed in."""
        field = self.page.get_by_role("combobox", name=label)
        field.click()
        field.fill(option)
        self.page.get_by_role("option", name=option, exact=True).first.click()
        self.page.keyboard.press("Escape")
        self.settled()

    def shoot(self, what: str) -> None:
        """A picture of the whole page in build/shots."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        size = self.page.viewport_size
        assert size is not None
        tall = self.page.evaluate(
            "Math.max(...[...document.querySelectorAll('section, .stMain')].map(e => e.scrollHeight))"
        )
        self.page.set_viewport_size({"width": size["width"], "height": min(int(tall) + 20, 4000)})
        self.page.evaluate("document.querySelectorAll('.stMain').forEach(e => e.scrollTop = 0)")
        self.page.wait_for_timeout(300)
        self.page.screenshot(path=SHOTS / f"{what}-{self.name}.png")
        self.page.set_viewport_size({"width": size["width"], "height": size["height"]})

    def fits(self) -> bool:
        """Whether nothing sticks out sideways."""
        return bool(
            self.page.evaluate(
                "[document.documentElement, ...document.querySelectorAll('.stMain')]"
                ".every(e => e.scrollWidth <= e.clientWidth + 1)"
            )
        )
