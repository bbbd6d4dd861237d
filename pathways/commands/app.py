"""`pathways app`: open the app in the browser."""

from __future__ import annotations

import subprocess
import sys
from typing import Annotated

import typer

from pathways.paths import ROOT


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
    command += ["--server.headless", str(headless).lower()]
    raise typer.Exit(subprocess.run(command, cwd=ROOT, check=False).returncode)
