"""The headers every answer carries, and the health check."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Message

from pathways.ui import serve
from pathways.ui.headers import CSP, HEADERS, SecurityHeaders

T = TypeVar("T")


def finished(start: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """What a coroutine answers, in a thread of its own: the browser tests leave a loop running here."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(start())).result()


def answer(path: str) -> dict[str, str]:
    """Headers of an answer to a request for a path."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    app = SecurityHeaders(PlainTextResponse("ok"))
    scope = {"type": "http", "method": "GET", "path": path, "headers": []}
    finished(lambda: app(scope, receive, send))
    return {name.decode(): value.decode() for name, value in sent[0]["headers"]}


@pytest.mark.parametrize("path", ["/", "/results", "/_stcore/health", "/static/x.js"])
def test_every_answer_has_every_header(path: str) -> None:
    given = answer(path)
    assert {name.lower(): value for name, value in HEADERS.items()}.items() <= given.items()


def test_pages_are_not_stored_and_files_that_never_change_may_be() -> None:
    assert answer("/results")["cache-control"] == "no-store"
    assert "cache-control" not in answer("/static/x.js")


def test_the_policy_allows_no_other_site_and_no_inline_script() -> None:
    assert "http" not in CSP
    assert "'unsafe-inline'" not in CSP.split("script-src")[1].split(";")[0]
    assert "'unsafe-eval'" not in CSP


def test_health_names_the_catalogue() -> None:
    response = finished(lambda: serve.health(Request({"type": "http", "headers": []})))
    told = json.loads(bytes(response.body))
    assert told["status"] == "ok"
    assert told["offers"] > 0
