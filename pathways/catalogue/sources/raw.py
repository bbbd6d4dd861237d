"""The bytes of a source file: unpacked, measured, and known by what they are, not by their name."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pathways.catalogue.sources.problem import refused
from pathways.words import say

LARGEST_FILE = 200 * 1024**2  # bytes on disk; the largest official file is about 70 MB
LARGEST_UNPACKED = 600 * 1024**2  # bytes in memory, so that a small packed file cannot fill it

_GZIP = b"\x1f\x8b"
_MAGIC = {
    b"PK\x03\x04": "zip",
    b"PK\x05\x06": "zip",
    b"PAR1": "parquet",
    b"\xd0\xcf\x11\xe0": "xls",
    b"%PDF": "pdf",
}
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # UTF-16, which some spreadsheets call "Unicode text"

# Characters 0x80-0x9f are control characters in Unicode and punctuation in cp1252. Quotes become
# plain ones, because the same names are written with plain ones in the other official files.
_C1 = {n: bytes([n]).decode("cp1252", "replace") for n in range(0x80, 0xA0)}
_C1 |= {0x91: "'", 0x92: "'", 0x93: '"', 0x94: '"'}


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file in memory. `kind` is csv, xlsx, xls, zip, parquet, json, html, pdf or binary."""

    name: str
    sha256: str
    data: bytes
    kind: str

    def expect(self, kind: str) -> RawFile:
        """This file, if it is of that kind; otherwise `SourceError` naming both."""
        if self.kind == kind:
            return self
        raise refused(
            self.name,
            "NOT_A_TABLE",
            found=say(f"SOURCE_KIND_{self.kind.upper()}"),
            expected=say(f"SOURCE_KIND_{kind.upper()}"),
        )

    @property
    def text(self) -> str:
        """The content as text: UTF-8 with or without a mark, UTF-16 with one, or else cp1252."""
        if self.data.startswith(_WIDE):
            return self.data.decode("utf-16", "replace")
        try:
            text = self.data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = self.data.decode("latin-1")
        return text.translate(_C1)


def read_raw(path: Path | str) -> RawFile:
    """Read a file whole, unpacking gzip whatever its name; raises `SourceError`."""
    path = Path(path)
    if not path.is_file():
        raise refused(path.name, "FILE_NOT_FOUND")
    if path.stat().st_size > LARGEST_FILE:
        raise refused(path.name, "TOO_LARGE", limit=LARGEST_FILE // 1024**2)
    packed = path.read_bytes()
    data = _unpacked(packed, path.name) if packed.startswith(_GZIP) else packed
    if not data.strip(b"\xef\xbb\xbf\r\n\t ,;"):
        raise refused(path.name, "EMPTY_FILE")
    return RawFile(path.name, hashlib.sha256(packed).hexdigest(), data, _kind(data, path.name))


def read_json(path: Path | str) -> tuple[RawFile, Any]:
    """A JSON file, loaded; raises `SourceError` naming the line that cannot be read."""
    raw = read_raw(path).expect("json")
    try:
        return raw, json.loads(raw.text)
    except json.JSONDecodeError as error:
        raise refused(raw.name, "DAMAGED_FILE", value=f"line {error.lineno}") from error


def _unpacked(packed: bytes, name: str) -> bytes:
    try:
        with gzip.open(io.BytesIO(packed)) as stream:
            data = stream.read(LARGEST_UNPACKED + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise refused(name, "DAMAGED_FILE", value="gzip") from error
    if len(data) > LARGEST_UNPACKED:
        raise refused(name, "TOO_LARGE", limit=LARGEST_UNPACKED // 1024**2)
    return data


def _kind(data: bytes, name: str) -> str:
    kind = next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), "")
    if kind:
        return _zip_kind(data, name) if kind == "zip" else kind
    if data.startswith(_WIDE):
        return "csv"
    start = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith((b"<!doctype", b"<html", b"<?xml")):
        return "html"
    if start.startswith((b"{", b"[")):
        return "json"
    return "binary" if b"\x00" in data else "csv"


def _zip_kind(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = packed.infolist()
    except zipfile.BadZipFile as error:
        raise refused(name, "DAMAGED_FILE", value="zip") from error
    if sum(member.file_size for member in members) > LARGEST_UNPACKED:
        raise refused(name, "TOO_LARGE", limit=LARGEST_UNPACKED // 1024**2)
    return "xlsx" if any(m.filename == "xl/workbook.xml" for m in members) else "zip"
