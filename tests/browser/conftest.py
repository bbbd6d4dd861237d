"""A real Chromium against the app as it is served, with its headers. Skips, and says so, without one."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError

import pytest
from playwright.sync_api import Browser, sync_playwright
from visits import Visit

from pathways.paths import ROOT

SIZES = {"phone": (360, 740), "desktop": (1280, 900)}


def _chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
    return next(filter(None, (shutil.which(name) for name in names)), None)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the app is served, on a port nobody else uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "pathways/ui/serve.py"]
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    log = tmp_path_factory.mktemp("served") / "app.log"
    with log.open("w") as out:
        served = subprocess.Popen([*command, *options], cwd=ROOT, stdout=out, stderr=out)
        try:
            _wait(f"http://127.0.0.1:{port}/healthz", served, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            served.terminate()
            served.wait(20)


def _wait(url: str, served: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(240):
        if served.poll() is not None:
            pytest.fail(f"The app did not start:\n{log.read_text()}")
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.25)
    pytest.fail(f"The app did not answer:\n{log.read_text()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    found = os.environ.get("PATHWAYS_CHROMIUM") or _chromium()
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
