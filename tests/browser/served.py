"""The app as it is served, on a port nobody else uses, and the system's Chromium."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from pathways.paths import ROOT

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def chromium() -> str | None:
    """Where a Chromium is, if there is one."""
    named = os.environ.get("PATHWAYS_CHROMIUM")
    return named or next(filter(None, (shutil.which(name) for name in _NAMES)), None)


@contextmanager
def served(log: Path) -> Iterator[str]:
    """The address of an app that runs for as long as it is needed; what it says goes to `log`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "pathways/ui/serve.py"]
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as out:
        running = subprocess.Popen([*command, *options], cwd=ROOT, stdout=out, stderr=out)
        try:
            _wait(f"http://127.0.0.1:{port}/healthz", running, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()
            running.wait(20)


def _wait(url: str, running: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(240):
        if running.poll() is not None:
            raise RuntimeError(f"The app did not start:\n{log.read_text()}")
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (URLError, OSError):
            time.sleep(0.25)
    raise RuntimeError(f"The app did not answer:\n{log.read_text()}")
