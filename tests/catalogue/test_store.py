"""Opening a catalogue folder: what is refused and how it is said, and the cache."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from support.tiny import EXAMPLE, SCHOOL

from pathways.catalogue.store import Catalogue, load_catalogue
from pathways.errors import CatalogueError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return EXAMPLE.publish(tmp_path / "area")


def _manifest(folder: Path, **changes: object) -> None:
    path = folder / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | changes), "utf-8")


def _edit(folder: Path, old: str, new: str, table: str = "offers.csv") -> None:
    path = folder / table
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def _workbook() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/workbook.xml", "<workbook/>" * 50)
    return packed.getvalue()


def _without_a_manifest_value(folder: Path) -> None:
    path = folder / "manifest.json"
    loaded = json.loads(path.read_text("utf-8"))
    del loaded["title"]
    path.write_text(json.dumps(loaded), "utf-8")


DAMAGE: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "no manifest": (
        lambda f: (f / "manifest.json").unlink(),
        "There is no catalogue here.",
        "",
    ),
    "broken manifest": (
        lambda f: (f / "manifest.json").write_text("{", "utf-8"),
        "The manifest is damaged.",
        "manifest.json",
    ),
    "manifest in another encoding": (
        lambda f: (f / "manifest.json").write_bytes(b"\xff\xfe{"),
        "The manifest is damaged.",
        "manifest.json",
    ),
    "manifest that is a list": (
        lambda f: (f / "manifest.json").write_text("[1]", "utf-8"),
        "The manifest is damaged.",
        "manifest.json",
    ),
    "manifest without a title": (
        _without_a_manifest_value,
        "The manifest is damaged.",
        "manifest.json",
    ),
    "manifest with a year in words": (
        lambda f: _manifest(f, start_year="soon"),
        "The manifest is damaged.",
        "manifest.json",
    ),
    "another version": (lambda f: _manifest(f, format=99), "has version 99", ""),
    "missing table": (
        lambda f: (f / "sites.csv").unlink(),
        "The table sites.csv is missing.",
        "",
    ),
    "missing column": (
        lambda f: _edit(f, "basis_year", "year_basis"),
        "The table lacks the columns basis_year.",
        "offers.csv",
    ),
    "ragged row": (
        lambda f: _edit(f, ",results,", ",results,extra,"),
        "Row 2 does not have 16 cells.",
        "offers.csv",
    ),
    "empty table": (
        lambda f: (f / "offers.csv").write_bytes(b""),
        "The table lacks the columns offer_id",
        "offers.csv",
    ),
    "not UTF-8": (
        lambda f: (f / "sites.csv").write_bytes("caf\xe9".encode("latin-1")),
        "The table cannot be read",
        "sites.csv",
    ),
    "a workbook by another name": (
        lambda f: (f / "sites.csv").write_bytes(_workbook()),
        "The table cannot be read",
        "sites.csv",
    ),
    "open quotation mark": (
        lambda f: _edit(f, ",results,", ',"results,'),
        "The table cannot be read",
        "offers.csv",
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_folder_is_refused_with_what_where_and_what_to_do(
    folder: Path, damage: str
) -> None:
    spoil, what, where = DAMAGE[damage]
    spoil(folder)
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(folder)
    assert what in caught.value.what
    assert caught.value.where.endswith(where or "area")
    assert "python -m pathways catalogue build" in caught.value.do
    assert "\n" not in caught.value.message


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="There is no catalogue here"):
        load_catalogue(tmp_path / "nowhere")


def test_a_table_saved_by_a_spreadsheet_with_a_byte_order_mark_is_read(folder: Path) -> None:
    path = folder / "sites.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert len(load_catalogue(folder).index.tables["sites"]) == 5


def _same(one: Catalogue, other: Catalogue) -> bool:
    return one.content == other.content and all(
        np.array_equal(getattr(column, part), getattr(other.index.tables[table][name], part))
        for table, content in one.index.tables.items()
        for name, column in content.columns.items()
        for part in ("codes", "blob", "ends")
    )


def test_from_the_cache_comes_the_same_catalogue(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache" / "deep"
    first = load_catalogue(folder, cache=cache)
    (kept,) = cache.iterdir()
    before = kept.read_bytes()
    second = load_catalogue(folder, cache=cache)
    assert kept.read_bytes() == before
    assert _same(first, second)
    assert _same(load_catalogue(folder), second)
    assert len(second.index) == len(EXAMPLE.offers)


def test_the_cache_is_really_read(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    load_catalogue(folder, cache=cache)
    (kept,) = cache.iterdir()
    with np.load(kept) as stored:
        arrays = dict(stored)
    arrays["providers/name/blob"] = np.char.upper(
        arrays["providers/name/blob"].tobytes().decode()
    ).item()
    arrays["providers/name/blob"] = np.frombuffer(arrays["providers/name/blob"].encode(), np.uint8)
    np.savez(kept, **arrays)
    names = load_catalogue(folder, cache=cache).index.tables["providers"]["name"].words
    assert SCHOOL.name.upper() in names


def test_a_changed_table_gives_a_new_index(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    before = load_catalogue(folder, cache=cache)
    _edit(folder, SCHOOL.name, "Example Renamed", "providers.csv")
    after = load_catalogue(folder, cache=cache)
    assert after.content != before.content
    assert "Example Renamed" in after.index.tables["providers"]["name"].words
    assert len(list(cache.iterdir())) == 2


@pytest.mark.parametrize("damage", [b"", b"not a cache", b"PK\x03\x04 cut short"])
def test_a_damaged_cache_file_is_rebuilt(folder: Path, tmp_path: Path, damage: bytes) -> None:
    cache = tmp_path / "cache"
    first = load_catalogue(folder, cache=cache)
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(damage)
    assert _same(first, load_catalogue(folder, cache=cache))
    assert kept.stat().st_size == len(whole)


def test_a_cache_file_cut_in_half_is_rebuilt(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = load_catalogue(folder, cache=cache)
    (kept,) = cache.iterdir()
    kept.write_bytes(kept.read_bytes()[: kept.stat().st_size // 2])
    assert _same(first, load_catalogue(folder, cache=cache))


def test_a_cache_with_one_byte_turned_is_rebuilt(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first = load_catalogue(folder, cache=cache)
    (kept,) = cache.iterdir()
    data = bytearray(kept.read_bytes())
    at = data.find(b"Example Provider")
    data[at] ^= 0xFF
    kept.write_bytes(data)
    assert _same(first, load_catalogue(folder, cache=cache))


def test_a_cache_folder_that_cannot_be_written_is_harmless(folder: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    assert _same(load_catalogue(folder), load_catalogue(folder, cache=blocked / "cache"))


def test_nothing_is_left_behind_when_the_cache_cannot_be_filled(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*args: object, **arrays: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(np, "savez", full)
    cache = tmp_path / "cache"
    assert len(load_catalogue(folder, cache=cache).index) == len(EXAMPLE.offers)
    assert list(cache.iterdir()) == []
