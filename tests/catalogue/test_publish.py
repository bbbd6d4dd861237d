"""Publishing: all or nothing, the same facts to the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.tiny import ABOUT, EXAMPLE, SCHOOL

from pathways.catalogue import publish as publishing
from pathways.catalogue.publish import publish
from pathways.catalogue.store import load_catalogue
from pathways.catalogue.tables import BY_NAME, TABLES, as_csv, cell


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_folder_holds_every_table_and_a_manifest_that_says_its_hashes(tmp_path: Path) -> None:
    folder = EXAMPLE.publish(tmp_path / "area")
    assert set(_bytes(folder)) == {spec.file for spec in TABLES} | {"manifest.json"}
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    for name, digest in manifest["tables"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    assert manifest["counts"]["offers"] == len(EXAMPLE.offers)


def test_the_order_of_rows_does_not_change_a_byte(tmp_path: Path) -> None:
    turned = replace(EXAMPLE, offers=EXAMPLE.offers[::-1], providers=EXAMPLE.providers[::-1])
    assert _bytes(EXAMPLE.publish(tmp_path / "one")) == _bytes(turned.publish(tmp_path / "two"))


def _stops(*args: Any, **kwargs: Any) -> Any:
    raise OSError(28, "No space left on device")


def _stops_at_last_table(real: Callable[..., str]) -> Callable[..., str]:
    def _as_csv(spec: Any, rows: Any) -> str:
        return _stops() if spec is TABLES[-1] else real(spec, rows)

    return _as_csv


@pytest.mark.parametrize("when", ["in the last table", "in the manifest", "at the swap"])
def test_an_error_while_publishing_leaves_the_old_folder_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    folder = EXAMPLE.publish(tmp_path / "area")
    before = _bytes(folder)
    if when == "in the last table":
        monkeypatch.setattr(publishing, "as_csv", _stops_at_last_table(as_csv))
    elif when == "in the manifest":
        monkeypatch.setattr(json, "dumps", _stops)
    else:
        real = os.replace

        def _replace(source: Any, target: Any) -> None:
            # Moving the old folder away works, putting the new one there does not.
            if Path(target) == folder and not Path(source).name.endswith(f"-old-{os.getpid()}"):
                _stops()
            real(source, target)

        monkeypatch.setattr(os, "replace", _replace)
    with pytest.raises(OSError, match="No space left"):
        publish({}, folder, about=ABOUT)
    assert _bytes(folder) == before
    assert [path.name for path in tmp_path.iterdir()] == ["area"]


def test_an_error_in_a_first_publication_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json, "dumps", _stops)
    with pytest.raises(OSError, match="No space left"):
        EXAMPLE.publish(tmp_path / "area")
    assert list(tmp_path.iterdir()) == []


def test_a_new_publication_replaces_the_whole_folder(tmp_path: Path) -> None:
    folder = EXAMPLE.publish(tmp_path / "area")
    (folder / "left over.csv").write_text("from another version")
    EXAMPLE.with_offers().publish(folder)
    assert not (folder / "left over.csv").exists()
    assert len(load_catalogue(folder).index) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["area"]


TEXT = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)


@settings(max_examples=60)
@given(TEXT)
def test_any_name_comes_back_as_it_was_published(name: str) -> None:
    renamed = EXAMPLE.with_providers(
        lambda row: row.model_copy(update={"name": name}) if row is SCHOOL else row
    )
    table = renamed.load().index.tables["providers"]
    names = {table["provider_id"][row]: table["name"][row] for row in range(len(table))}
    # A line break may come back in its plain form.
    assert names[SCHOOL.provider_id] == name.replace("\r\n", "\n").replace("\r", "\n")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        *((None, ""), (True, "yes"), (False, "no"), (7, "7"), (1.0, "1"), (0.5, "0.5")),
        *((51.4123, "51.4123"), (-0.3, "-0.3"), (1234567.0, "1.23457e+06"), ("a, b", "a, b")),
    ],
)
def test_a_value_is_written_in_one_way(value: object, text: str) -> None:
    assert cell(value) == text


def test_a_table_without_rows_has_its_headings() -> None:
    spec = BY_NAME["events"]
    assert as_csv(spec, ()) == ",".join(spec.columns) + "\n"
