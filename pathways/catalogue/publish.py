"""Write a catalogue folder: all of it or none of it, the same facts to the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from pathways.catalogue.tables import FORMAT, TABLES, as_csv
from pathways.catalogue.types import Row

MANIFEST = "manifest.json"


def publish(
    tables: Mapping[str, Sequence[Row]],
    folder: Path,
    *,
    about: Mapping[str, Any],
    inspect: Callable[[Path], None] = lambda fresh: None,
) -> dict[str, Any]:
    """Write the tables and their manifest to `folder`, replacing what was there in one step.

    `inspect` looks at the finished folder before it takes the old one's place: raising there keeps
    the old one.

    `about` adds to the manifest (area, title, start_year, fictional, inputs, accounts). No clock is
    read: "as at" is what the sources say.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        counts, hashes = {}, {}
        for spec in TABLES:
            text = as_csv(spec, tables.get(spec.name, ())).encode()
            (fresh / spec.file).write_bytes(text)
            counts[spec.name] = len(tables.get(spec.name, ()))
            hashes[spec.file] = hashlib.sha256(text).hexdigest()
        manifest = {"format": FORMAT, **about, "counts": counts, "tables": hashes}
        (fresh / MANIFEST).write_text(
            json.dumps(manifest, indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8"
        )
        inspect(fresh)
        _swap(fresh, folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return manifest


def _swap(fresh: Path, folder: Path) -> None:
    """Put the fresh folder in place; whoever reads meets the old one or the new one, never a half."""
    fresh.chmod(0o755)
    if not folder.exists():
        os.replace(fresh, folder)
        return
    old = folder.with_name(f".{folder.name}-old-{os.getpid()}")
    os.replace(folder, old)
    try:
        os.replace(fresh, folder)
    except OSError:
        os.replace(old, folder)
        raise
    shutil.rmtree(old)
