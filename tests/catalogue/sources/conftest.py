"""Files to read: hand-written ones, saved in a temporary folder, and the official ones."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3].parent / "shared"

Save = Callable[..., Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Save text or bytes as a file, packed or not, and give its path."""

    def _save(
        content: str | bytes, name: str = "sample.csv", *, encoding: str = "utf-8", packed: int = 0
    ) -> Path:
        data = content if isinstance(content, bytes) else content.encode(encoding)
        path = tmp_path / name
        path.write_bytes(gzip.compress(data) if packed else data)
        return path

    return _save


@pytest.fixture(scope="session")
def official() -> Path:
    """The folder of official files, or a skip that says that it is absent."""
    folder = SHARED / "official-data"
    if not folder.is_dir():
        pytest.skip("the official files are not beside the checkout (../shared/official-data)")
    return folder


@pytest.fixture(scope="session")
def area_facts() -> Path:
    """The folder of facts read from providers' pages, or a skip."""
    folder = SHARED / "area-facts"
    if not folder.is_dir():
        pytest.skip("the area facts are not beside the checkout (../shared/area-facts)")
    return folder
