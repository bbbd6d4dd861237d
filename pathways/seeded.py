"""A fair draw: an order inside ties that no name, row or neighbour can move.

Each offer id has a fixed 64-bit number; the session's seed mixes it. The same seed gives
the same order, another seed another one, and adding an offer never moves the others.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.uint64]


def digest(offer_id: str) -> int:
    """The fixed 64-bit number of an offer id."""
    return int.from_bytes(hashlib.blake2b(offer_id.encode(), digest_size=8).digest(), "big")


def draw(digests: Keys, seed: int) -> Keys:
    """Mix the seed into the digests (splitmix64 finaliser): sort by the answer to get the draw."""
    with np.errstate(over="ignore"):
        mixed = digests ^ np.uint64((seed * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF)
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


def drawn_names(names: Iterable[str], what: str, seed: int) -> list[str]:
    """Names of one kind of thing in an order drawn from the seed."""
    every = list(names)
    keys = draw(np.array([digest(f"{what}:{name}") for name in every], np.uint64), seed)
    return [name for _, name in sorted(zip(keys.tolist(), every, strict=True))]
