"""Every text a person reads, keyed by reason code, in one folder per language.

`say("CODE", name=value)` gives the sentence. A code without a sentence is an
error, so that a page can never show a bare code.
"""

from __future__ import annotations

from functools import cache

from pathways.paths import ROOT
from pathways.reason import Reason, Value
from pathways.yaml_file import read_yaml

_FOLDER = ROOT / "pathways" / "words"


@cache
def sentences(language: str = "en") -> dict[str, str]:
    """All sentences of a language, code to template."""
    found: dict[str, str] = {}
    for path in sorted((_FOLDER / language).glob("*.yaml")):
        loaded = read_yaml(path) or {}
        twice = found.keys() & loaded.keys()
        if twice:
            raise KeyError(f"{path.name}: {sorted(twice)} are worded twice")
        found.update({str(code): str(text) for code, text in loaded.items()})
    return found


def say(code: str, /, **values: Value) -> str:
    """The sentence for a code, with its values filled in."""
    return sentences()[code].format(**values)


def say_reason(reason: Reason) -> str:
    """The sentence for a reason."""
    return say(reason.code, **reason.as_dict())
