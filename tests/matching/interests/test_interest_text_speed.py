"""Reading a text is quick, keeps nothing, and agrees with scikit-learn's own way and difflib's."""

from __future__ import annotations

import gc
from types import FunctionType, ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from pathways.matching.interests import load
from pathways.matching.interests.likeness import Likeness
from pathways.matching.interests.mending import Mender
from pathways.matching.interests.tokens import mended, stems

KNOWN = sorted({stem for about, said in load.texts().values() for p in said for stem in stems(p)})
TEXTS = [" ".join(stems(about)) for about, _ in load.texts().values()]
MENDER = Mender(KNOWN)
ANALYSERS = (
    {"analyzer": str.split},
    {"analyzer": "char_wb", "ngram_range": (3, 5), "sublinear_tf": True},
)
misspelt = st.tuples(
    st.sampled_from(KNOWN), st.integers(0, 9), st.sampled_from("abcdefghij"), st.booleans()
).map(lambda t: t[0][: t[1]] + t[2] + t[0][t[1] + t[3] :])
some = settings(max_examples=150)


@some
@given(misspelt | st.text("abcdeimnorstu0123456789", min_size=1, max_size=12))
def test_a_word_is_mended_as_difflib_would(word: str) -> None:
    assert MENDER.mend(word) == mended(word, KNOWN)


@pytest.mark.parametrize("settings_of", ANALYSERS, ids=["words", "letters"])
@some
@given(st.lists(st.sampled_from(KNOWN) | misspelt, max_size=12).map(" ".join))
def test_likeness_is_that_of_scikit_learn(settings_of: dict[str, object], text: str) -> None:
    fast, slow = _both(tuple(settings_of.items()))
    vectoriser, matrix = slow
    wanted = (vectoriser.transform([text]) @ matrix.T).toarray()[0]
    assert fast.of(text) == pytest.approx(wanted, abs=1e-12)


_MADE: dict[object, tuple[Likeness, tuple[TfidfVectorizer, np.ndarray]]] = {}


def _both(key: tuple[tuple[str, object], ...]) -> tuple[Likeness, tuple[TfidfVectorizer, object]]:
    if key not in _MADE:
        vectoriser = TfidfVectorizer(**dict(key))
        matrix = vectoriser.fit_transform(TEXTS)
        _MADE[key] = Likeness(TfidfVectorizer(**dict(key)), TEXTS), (vectoriser, matrix)
    return _MADE[key]


def test_nothing_of_a_text_is_kept_by_the_model_once_it_is_read() -> None:
    model = load.text_model()
    model.read("I like zqxwvkjp and bikes")
    held = _strings(model)
    assert "bike" in held
    assert not [text for text in held if "zqxwvkjp" in text]


def _strings(whole: object) -> set[str]:
    """Every text that an object holds, at any depth; classes, modules and functions are not gone into."""
    seen, todo, found = set(), [whole], set()
    while todo:
        one = todo.pop()
        if id(one) in seen or isinstance(one, (type, ModuleType, FunctionType)):
            continue
        seen.add(id(one))
        if isinstance(one, str):
            found.add(one)
        todo += gc.get_referents(one)
    return found
