"""About how old a reader must be for a text: the Flesch-Kincaid grade, as an age in years.

A rough guide made for long texts: use it to catch hard words and long sentences, not to compare
two short ones. Formula: Kincaid and others (1975); grade 1 is about age 6.
"""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[.!?:;]+")
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?", re.IGNORECASE)
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouy]es|[^aeioudt]ed|[^l]e)$")
_AGE_AT_GRADE_0 = 5


def reading_age(text: str) -> float:
    """Reading age in years; 5 for a text without words."""
    words = _WORD.findall(text)
    if not words:
        return float(_AGE_AT_GRADE_0)
    sentences = sum(bool(_WORD.search(part)) for part in _SENTENCE_END.split(text))
    sounds = sum(syllables(word) for word in words)
    grade = 0.39 * len(words) / sentences + 11.8 * sounds / len(words) - 15.59
    return max(grade, 0.0) + _AGE_AT_GRADE_0


def syllables(word: str) -> int:
    """Syllables of an English word, counted by its vowel groups; at least one."""
    plain = re.sub(r"['’]", "", word.casefold())
    spoken = _SILENT.sub("", plain) if len(plain) > 3 else plain
    return max(len(_VOWELS.findall(spoken)), 1)
