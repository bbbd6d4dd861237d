"""A ladder as boxes and as text."""

from __future__ import annotations

import pytest
from routes_learners import REAL, TRAINING, ladders_of, learner

from pathways.routes.drawing import ladder_rows, ladder_text
from pathways.words import say


@pytest.mark.parametrize("name", [REAL, TRAINING])
def test_every_box_has_a_label_in_words_and_a_column_of_its_step(name: str) -> None:
    for ladder in ladders_of(learner("3", "2", others="2", ehc_plan=True), name, "nurse"):
        cells = ladder_rows(ladder)
        assert [cell.column for cell in cells] == sorted(cell.column for cell in cells)
        assert {cell.column for cell in cells} == set(range(len(ladder.rungs)))
        assert all(say(cell.code) for cell in cells)


def test_english_and_maths_are_boxes_of_their_own() -> None:
    ladder = ladders_of(learner("3", "4", others="2"), TRAINING)[0]
    first = [cell for cell in ladder_rows(ladder) if cell.column == 0]
    assert {cell.kind: cell.code for cell in first if cell.kind in ("english", "maths")} == {
        "english": "ENGLISH_GCSE",
        "maths": "MATHS_DONE",
    }


def test_the_text_says_every_box_of_the_drawing() -> None:
    for ladder in ladders_of(learner("1", "2", others="1"), TRAINING, "electrician"):
        text = ladder_text(ladder)
        for cell in ladder_rows(ladder):
            assert say(cell.code) in text
        assert text.count("Step ") == len(ladder.rungs)
