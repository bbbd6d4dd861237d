"""A learner's sentence, cut into parts that each say one thing, liked or set aside."""

from __future__ import annotations

import re
from dataclasses import dataclass

# "don't" and "dont" are the same word to us; so are curly and straight apostrophes.
_APOSTROPHE = re.compile(r"['’`]")
_END = re.compile(r"[.!?;\n]+|\bbut\b|\bthough\b|\bexcept\b")
_JOIN = re.compile(r"[,/+&]+|\band\b|\bor\b|\bthen\b|\balso\b|\bplus\b")
_SET_ASIDE = re.compile(
    r"\b(hate|hated|hating|dislike|cant stand|bored of|boring|sick of|not into|not really into|"
    r"not keen on|not for me|dont (?:really )?(?:like|enjoy|want|love|care)|"
    r"didnt (?:really )?(?:like|enjoy)|do not (?:like|enjoy|want)|never want|wouldnt want|"
    r"bad at|rubbish at|no good at|not good at|anything but|apart from|rather not)\b"
)
_LIKED = re.compile(r"\b(love|like|enjoy|into|good at|fan of|prefer|obsessed|interested|want)\b")
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Clause:
    """One part of what was typed: its words in small letters, and whether it is liked."""

    text: str
    liked: bool


def clauses(text: str) -> tuple[Clause, ...]:
    """The parts of a text; "I hate maths and English but love art" gives three.

    A dislike carries on over "and", "or" and commas until the sentence turns or something is liked.
    """
    found: list[Clause] = []
    for sentence in _END.split(_APOSTROPHE.sub("", text.casefold())):
        liked = True
        for part in _JOIN.split(sentence):
            if not _WORD.search(part):
                continue
            aside = _SET_ASIDE.search(part)
            if aside:
                liked = False
            elif _LIKED.search(part) or not found:
                liked = True
            found.append(Clause(" ".join(_WORD.findall(_SET_ASIDE.sub(" ", part))), liked))
    return tuple(clause for clause in found if clause.text)
