"""Groups: fixed cut points, and wide enough that noise in the answers seldom moves a course far."""

from __future__ import annotations

import numpy as np
import pytest

from pathways.matching.bands import bands
from pathways.matching.interests.correlation import pearson
from pathways.matching.interests.load import subjects
from pathways.matching.interests.simulated import learners
from pathways.matching.reference import reference

ANCHORS = reference().anchors
RELIABILITY = 0.69


@pytest.mark.parametrize(
    ("score", "group"),
    [(1.0, 1), (0.8, 1), (0.7999, 2), (0.65, 2), (0.5, 3), (0.4999, 4), (0.0, 4), (np.nan, 3)],
)
def test_a_group_starts_exactly_at_its_cut_point(score: float, group: int) -> None:
    assert bands(np.array([score]), ANCHORS).tolist() == [group]


def test_there_are_three_to_five_groups_and_no_data_stands_in_the_middle() -> None:
    assert 3 <= len(ANCHORS.groups_from) + 1 <= 5
    assert 1 < ANCHORS.without_data <= len(ANCHORS.groups_from)


@pytest.mark.statistical
def test_a_group_is_about_as_wide_as_two_retests_differ() -> None:
    true = learners(400, seed=3)
    noise = np.sqrt(1 / RELIABILITY - 1)
    random = np.random.default_rng(4)
    z = subjects().z[~np.isnan(subjects().z).any(axis=1)]
    shape = [
        np.array([(pearson(person, z, min_types=4) + 1) / 2 for person in true + error])
        for error in (noise * random.standard_normal((2, *true.shape)))
    ]
    differ = float((shape[0] - shape[1]).std())
    # Interest has three of ten dots until they are moved.
    width = min(np.diff(sorted((0.0, *ANCHORS.groups_from, 1.0))))
    assert 2 * 0.3 * differ < width
    # Even where nothing but interest is weighed, most courses move by one group at most.
    moved = np.abs(bands(shape[0], ANCHORS).astype(int) - bands(shape[1], ANCHORS).astype(int))
    assert (moved <= 1).mean() > 0.8
