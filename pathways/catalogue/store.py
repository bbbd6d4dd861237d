"""Open a published catalogue folder: checked, indexed, and cached by its content."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from pathways.catalogue.columns import Column, Table
from pathways.catalogue.index import Index
from pathways.catalogue.publish import MANIFEST
from pathways.catalogue.tables import FORMAT, TABLES, TableSpec
from pathways.errors import CatalogueError

REBUILD = "Build it again: python -m pathways catalogue build --area NAME --from DIR --to DIR"


@dataclass(frozen=True, eq=False)
class Catalogue:
    """A published catalogue, ready to match: immutable, shared by all sessions."""

    name: str
    title: str
    start_year: int
    fictional: bool
    content: str
    manifest: Mapping[str, Any]
    index: Index


def load_catalogue(folder: Path, *, cache: Path | None = None, linked: bool = True) -> Catalogue:
    """The catalogue in `folder`.

    With `cache`, the index is kept there under the hash of the tables and reused as long as no
    table changes. Raises `CatalogueError` when the folder is missing, damaged or of another version,
    and, unless not `linked`, when an offer's course, site or provider is not there.
    """
    manifest = _manifest(folder)
    files = {spec: _bytes(folder, spec) for spec in TABLES}
    content = hashlib.sha256(
        b"".join(hashlib.sha256(data).digest() for data in files.values())
    ).hexdigest()
    kept = cache / f"index-{FORMAT}-{content[:32]}.npz" if cache else None
    tables = _from_cache(kept)
    if tables is None:
        tables = {spec.name: _table(folder, spec, data) for spec, data in files.items()}
        _to_cache(kept, tables)
    index = Index(MappingProxyType(tables))
    if linked and (lost := index.unlinked):
        raise CatalogueError(
            f"The offer {lost} has no course, site or provider.",
            where=str(folder),
            do="Run: python -m pathways catalogue check DIR",
        )
    return Catalogue(
        name=manifest["area"],
        title=manifest["title"],
        start_year=manifest["start_year"],
        fictional=bool(manifest.get("fictional", False)),
        content=content,
        manifest=MappingProxyType(manifest),
        index=index,
    )


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    if not path.is_file():
        raise CatalogueError("There is no catalogue here.", where=str(folder), do=REBUILD)
    try:
        manifest = json.loads(path.read_text("utf-8"))
        version = manifest["format"]
    except (ValueError, TypeError, KeyError) as error:
        raise _damaged(path) from error
    if version != FORMAT:
        raise CatalogueError(
            f"This catalogue has version {version}; this Pathways reads {FORMAT}.",
            where=str(folder),
            do=REBUILD,
        )
    try:
        return {**manifest, **{name: kind(manifest[name]) for name, kind in _NEEDED.items()}}
    except (ValueError, TypeError, KeyError) as error:
        raise _damaged(path) from error


_NEEDED: Mapping[str, type] = MappingProxyType({"area": str, "title": str, "start_year": int})


def _damaged(path: Path) -> CatalogueError:
    return CatalogueError("The manifest is damaged.", where=str(path), do=REBUILD)


def _bytes(folder: Path, spec: TableSpec) -> bytes:
    try:
        return (folder / spec.file).read_bytes()
    except FileNotFoundError as error:
        raise CatalogueError(
            f"The table {spec.file} is missing.", where=str(folder), do=REBUILD
        ) from error


def _table(folder: Path, spec: TableSpec, data: bytes) -> Table:
    where = str(folder / spec.file)
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise CatalogueError(
            f"The table cannot be read ({error}).", where=where, do=REBUILD
        ) from error
    header = rows[0] if rows else []
    missing = [column for column in spec.columns if column not in header]
    if missing:
        raise CatalogueError(
            f"The table lacks the columns {', '.join(missing)}.", where=where, do=REBUILD
        )
    body = [row for row in rows[1:] if row]
    ragged = next((n for n, row in enumerate(body, 2) if len(row) != len(header)), None)
    if ragged:
        raise CatalogueError(
            f"Row {ragged} does not have {len(header)} cells.", where=where, do=REBUILD
        )
    by_column = list(zip(*body, strict=True)) if body else [()] * len(header)
    columns = {name: Column.of(by_column[header.index(name)]) for name in spec.columns}
    return Table(MappingProxyType(columns), len(body))


def _from_cache(kept: Path | None) -> dict[str, Table] | None:
    if kept is None or not kept.is_file():
        return None
    try:
        with np.load(kept, allow_pickle=False) as stored:
            return {spec.name: _stored(stored, spec) for spec in TABLES}
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile):
        return None  # a damaged cache is rebuilt from the tables


def _stored(stored: Mapping[str, Any], spec: TableSpec) -> Table:
    columns = {}
    for name in spec.columns:
        parts = [stored[f"{spec.name}/{name}/{part}"] for part in ("codes", "blob", "ends")]
        for array in parts:
            array.setflags(write=False)
        columns[name] = Column(*parts)
    return Table(MappingProxyType(columns), len(columns[spec.columns[0]]))


def _to_cache(kept: Path | None, tables: Mapping[str, Table]) -> None:
    """Keep the index for the next start. A folder that cannot be written costs speed, nothing else."""
    if kept is None:
        return
    arrays = {
        f"{table}/{name}/{part}": getattr(column, part)
        for table, content in tables.items()
        for name, column in content.columns.items()
        for part in ("codes", "blob", "ends")
    }
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
            fresh = Path(folder, kept.name)
            np.savez(fresh, **arrays)
            os.replace(fresh, kept)
    except OSError:
        return
