"""The app as an ASGI application: the same `app.py`, with headers, a health check and a warm start.

From the root of the checkout: `python -m streamlit run pathways/ui/serve.py`, or with any ASGI
server, `python -m uvicorn pathways.ui.serve:app`.
"""

from __future__ import annotations

import gc
import logging
import platform
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from pathways import guide
from pathways.errors import PathwaysError
from pathways.matching.interests.load import text_model
from pathways.paths import ROOT
from pathways.ui.advice import default_catalogue
from pathways.ui.headers import SecurityHeaders

_LOG = logging.getLogger("pathways.ui")


@asynccontextmanager
async def _warm(app: st.App) -> AsyncIterator[dict[str, object]]:
    """Load what the first visitor needs, and take it out of the collector's rounds."""
    try:
        default_catalogue()
    except PathwaysError as error:
        _LOG.error("%s", error.message)  # the app still starts, and each page says what is wrong
    text_model()  # scikit-learn takes a second or two to import: before the first visitor, not during
    gc.collect()
    gc.freeze()
    yield {}


async def health(request: Request) -> JSONResponse:
    """Whether visitors can be served, and from which catalogue and method."""
    try:
        loaded = default_catalogue()
    except PathwaysError as error:
        return JSONResponse({"status": "no catalogue", "because": error.message}, status_code=503)
    return JSONResponse(
        {
            "status": "ok",
            "area": loaded.name,
            "catalogue": loaded.content[:12],
            "offers": len(loaded.index),
            "method": guide.METHOD,
            "python": platform.python_version(),
            "streamlit": st.__version__,
        }
    )


app = st.App(
    ROOT / "app.py",
    lifespan=_warm,
    routes=[Route("/healthz", health)],
    middleware=[Middleware(SecurityHeaders)],
)
