"""Visitors that several tests start from."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest
from visitor import filled, go


@pytest.fixture
def options() -> AppTest:
    """A visitor with grades on My options."""
    return go(filled(), "options")  # AppTest forgets a page that the app itself switched to
