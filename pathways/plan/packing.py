"""Numbers, texts and names as few bytes, and back. Reading never goes past the end."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Collection

from pathways.errors import PlanCodeError
from pathways.plan.symbols import damaged

MOST_INFLATED = 4_096
"""Bytes that a code may unpack to: far more than any plan, far less than does harm."""
_RAW = -15
_BIGGEST = 1 << 16


def short_hash(name: str, size: int) -> bytes:
    """The first bytes that stand for a name, the same in every version and on every machine."""
    return hashlib.blake2b(name.encode(), digest_size=size).digest()


def deflated(data: bytes) -> bytes:
    """Data made smaller, if it can be."""
    packer = zlib.compressobj(9, zlib.DEFLATED, _RAW, 9)
    return packer.compress(data) + packer.flush()


def inflated(data: bytes) -> bytes:
    """Data as before `deflated`; raises `PlanCodeError` when it is not whole or too much."""
    opener = zlib.decompressobj(_RAW)
    try:
        out = opener.decompress(data, MOST_INFLATED)
    except zlib.error:
        raise damaged() from None
    if not opener.eof or opener.unused_data:
        raise damaged()
    return out


def number(value: int) -> bytes:
    """A number from 0 as seven bits a byte."""
    if not 0 <= value < _BIGGEST:
        raise ValueError(value)
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes((*out, value))


def text(words: str) -> bytes:
    """A text with its length before it; raises `PlanCodeError` for what is no Unicode text."""
    try:
        data = words.encode()
        return number(len(data)) + data
    except ValueError:
        raise PlanCodeError(
            "Please make your notes shorter and use letters and numbers in them."
        ) from None


class Reader:
    """Reads what was packed, in order."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def take(self, size: int) -> bytes:
        """The next bytes."""
        out = self._data[self._at : self._at + size]
        if len(out) != size:
            raise damaged()
        self._at += size
        return out

    def byte(self) -> int:
        """The next byte."""
        return self.take(1)[0]

    def number(self) -> int:
        """The next number."""
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 127) << shift
            shift += 7
            if value >= _BIGGEST:
                raise damaged()
            if byte < 128:
                return value

    def text(self) -> str:
        """The next text."""
        try:
            return self.take(self.number()).decode()
        except UnicodeDecodeError:
            raise damaged() from None

    def close(self) -> None:
        """Nothing may be left."""
        if self._at != len(self._data):
            raise damaged()


def by_hash(names: Collection[str], size: int) -> dict[bytes, str]:
    """The name that each short hash stands for; a hash that two names share stands for neither."""
    found: dict[bytes, str] = {}
    shared: set[bytes] = set()
    for name in names:
        key = short_hash(name, size)
        if found.setdefault(key, name) != name:
            shared.add(key)
    return {key: name for key, name in found.items() if key not in shared}
