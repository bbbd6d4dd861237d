"""A real Chromium against the app as it is served, with its headers. Skips, and says so, without one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from served import chromium, served
from visits import Visit

SIZES = {"phone": (360, 740), "desktop": (1280, 900)}


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the app is served, on a port nobody else uses."""
    with served(tmp_path_factory.mktemp("served") / "app.log") as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    found = chromium()
    if not found:
        pytest.skip("no Chromium on this machine: install one to run the browser tests")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(params=["phone-light", "desktop-light", "phone-dark", "desktop-dark"])
def visit(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Visit]:
    """A new visitor on a phone or a desktop, in light or dark."""
    size, scheme = request.param.split("-")
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, has_touch=size == "phone"
    )
    yield Visit(context.new_page(), address, request.param)
    context.close()


@pytest.fixture
def desktop(browser: Browser, address: str) -> Iterator[Visit]:
    """A new visitor on a desktop."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Visit(context.new_page(), address, "desktop")
    context.close()
