"""A learner from a JSON file in the form of design section 6."""

from __future__ import annotations

import json
from pathlib import Path

from pathways.errors import LearnerError
from pathways.learner.learner import Learner

LARGEST_BYTES = 1_000_000
"""A learner is a few kilobytes: anything larger is the wrong file."""


def read_learner_file(path: Path) -> Learner:
    """The learner in a file; raises `LearnerError` naming the file and the line of broken JSON."""
    where = path.name
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= LARGEST_BYTES else b""
    except OSError as error:
        raise LearnerError(
            "This file cannot be opened.", where=where, do="Check its name and folder."
        ) from error
    if size > LARGEST_BYTES:
        raise LearnerError(
            f"This file is too big ({size:,} bytes).",
            where=where,
            do="A learner file is below 1 MB: choose another file.",
        )
    try:
        return learner_from_json(raw)
    except LearnerError as error:
        raise LearnerError(
            error.what, where=f"{where}, {error.where}" if error.where else where, do=error.do
        ) from error


def learner_from_json(raw: bytes) -> Learner:
    """The learner in the bytes of a JSON file; raises `LearnerError`."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LearnerError(
            "This file is not in UTF-8, so its letters cannot be read.",
            do='Save it again with the encoding "UTF-8".',
        ) from error
    try:
        data = json.loads(text, object_pairs_hook=_each_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise LearnerError(
            "This is not JSON that we can read.",
            where=f"line {error.lineno}, column {error.colno}",
            do="Look for a missing comma, quote or bracket there.",
        ) from error
    except RecursionError as error:
        raise LearnerError("This file has too many brackets inside each other.") from error
    if not isinstance(data, dict):
        raise LearnerError(
            "A learner file is one group of fields in curly brackets.",
            do="Start from one of the files in data/examples.",
        )
    return Learner.read(data)


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made: dict[str, object] = {}
    for name, value in pairs:
        if name in made:
            raise LearnerError(f'The field "{name}" is given twice.', do="Keep one of them.")
        made[name] = value
    return made


def _no_constant(name: str) -> object:
    raise LearnerError(
        f"{name} is not a number that we can use.", do="Give a number or leave it out."
    )
