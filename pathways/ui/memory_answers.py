"""Answers as text for the memory of a tab, and back: what comes back is treated as written by a stranger."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from pathways import __version__
from pathways.clock import today
from pathways.matching.interests.load import tiles
from pathways.ui import keys, state
from pathways.ui.memory_choices import Choices, check_for
from pathways.ui.parts import worth_form

FORMAT = 1
"""The meaning of the text. Another one is not read; choices that came or went need no new one."""
LONGEST = 64 * 1024
"""Bytes (UTF-8) of all that is kept."""
_CONVENIENCES = ("shown", "chances")
"""Kinds of key that are left out first where all would be too long: what stands open, no answer."""


class Kept(BaseModel):
    """The text that is kept: `app` and `catalogue` tell who wrote it, every answer is checked by itself."""

    model_config = ConfigDict(strict=True, extra="ignore")
    format: int = Field(ge=FORMAT, le=FORMAT)
    app: str = ""
    catalogue: str = ""
    answers: dict[str, JsonValue]


def written(session: Mapping[str, object], choices: Choices, *, catalogue: str) -> str:
    """The answers of a session as text; empty where nothing was entered."""
    answers = valid(_entered(session), choices)
    if not answers.keys() - {keys.SEED}:
        return ""
    text = _text(answers, catalogue)
    if len(text.encode()) <= LONGEST:
        return text
    core = {
        name: one for name, one in answers.items() if keys.of_many(name)[0] not in _CONVENIENCES
    }
    return _text(core, catalogue)


def read(text: str, choices_for: Callable[[bool], Choices]) -> dict[str, object]:
    """The answers in a text that still hold, by key; none where it is no text of ours.

    `choices_for` gives the choices of the training area (True) or of the visit's own (False), as
    which of them was looked at is itself an answer. Never raises, whatever the text.
    """
    written = text.encode("utf-8", "replace")
    if len(written) > LONGEST:
        return {}
    try:
        kept = Kept.model_validate_json(written)
    except ValidationError:
        return {}
    return valid(kept.answers, choices_for(kept.answers.get(keys.TRAINING) is True))


def valid(answers: Mapping[str, object], choices: Choices) -> dict[str, object]:
    """The answers that their controls can hold, each checked by itself, then against each other."""
    found: dict[str, object] = {}
    for name, value in answers.items():
        check = check_for(name, choices)
        if check is None:
            continue
        try:
            found[name] = check.validate_python(value)
        except ValidationError:
            continue
    return _agreed(found)


def _entered(session: Mapping[str, object]) -> dict[str, object]:
    """What differs from a session that nobody has touched."""
    return {name: value for name, value in session.items() if _touched(name, value)}


def _touched(name: str, value: object) -> bool:
    if name in keys.HELD:
        return bool(value)
    empty = value is None or value is False or value == []  # 0 is an answer
    return keys.entered(name) and not empty and value != state.untouched(name)


def _agreed(found: dict[str, Any]) -> dict[str, object]:
    """Answers that depend on another one, as the page would have left them."""
    results = {keys.of_many(name)[1] for name in found if keys.of_many(name)[0] == "grade"}
    results |= {other["subject"] for other in found.get(keys.OTHERS, ())}
    if keys.ACTUAL in found:
        found[keys.ACTUAL] = [one for one in found[keys.ACTUAL] if one in results]
    room = tiles().pick_up_to
    for name in (keys.LIKED_FIELDS, keys.LIKED_SUBJECTS):
        if name in found:
            found[name] = found[name][:room]
            room -= len(found[name])
    liked = {*found.get(keys.LIKED_FIELDS, ()), *found.get(keys.LIKED_SUBJECTS, ())}
    if keys.NOT_FOR_ME in found:
        found[keys.NOT_FOR_ME] = [one for one in found[keys.NOT_FOR_ME] if one not in liked]
    return {name: value for name, value in found.items() if _grade_of_kind(name, found)}


def _grade_of_kind(name: str, found: Mapping[str, Any]) -> bool:
    """Whether a grade in "What is this worth?" is one of its qualification; True of any other key."""
    kind, which = keys.of_many(name)
    if kind != "worth" or not which.startswith("grade:"):
        return True
    taken = found.get(keys.worth("kind", int(which.removeprefix("grade:"))))
    return taken is not None and found[name] in worth_form.grades(today()).get(taken, ())


def _text(answers: Mapping[str, object], catalogue: str) -> str:
    kept = {"format": FORMAT, "app": __version__, "catalogue": catalogue, "answers": answers}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
