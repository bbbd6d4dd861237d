"""`pathways app`: open the app in the browser."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
import webbrowser
from typing import Annotated

import typer

from pathways.paths import ROOT

_TRIES = 120
_WAIT_SECONDS = 0.5


def app(
    port: Annotated[int, typer.Option(help="Port to serve on.")] = 8501,
    address: Annotated[
        str, typer.Option(help="Address to serve on; 0.0.0.0 lets other machines in.")
    ] = "localhost",
    headless: Annotated[
        bool, typer.Option("--headless", help="Do not open a browser window.")
    ] = False,
) -> None:
    """Open Pathways in the browser."""
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "pathways/ui/serve.py")]
    command += ["--server.port", str(port), "--server.address", address]
    # Headless always: otherwise Streamlit shows learners a pop-up meant for developers.
    command += ["--server.headless", "true"]
    if not headless:
        threading.Thread(target=_open_browser, args=(port,), daemon=True).start()
    raise typer.Exit(subprocess.run(command, cwd=ROOT, check=False).returncode)


def _open_browser(port: int) -> None:
    """Open the page in the person's browser as soon as the app answers, if it does within a minute."""
    for _ in range(_TRIES):
        try:
            socket.create_connection(("localhost", port), timeout=1).close()
        except OSError:
            time.sleep(_WAIT_SECONDS)
        else:
            webbrowser.open(f"http://localhost:{port}")
            return
