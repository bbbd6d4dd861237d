"""Asking the model: chances, abstention, names, and the promises of the shipped one."""

from __future__ import annotations

import json
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pathways.catalogue.types import Course
from pathways.errors import SourceError
from pathways.outcomes.bands import KNOTS
from pathways.outcomes.model import (
    SHIPPED,
    Abstain,
    Chances,
    OutcomeModel,
    chances,
    chances_for,
    load_model,
)
from pathways.outcomes.names import official_name
from pathways.outcomes.surface import disorder, shares, tails

LOGITS = [[-500, -400, -300, -200, -100, 0, 100, 200, 300, 400]]


def course(subject: str, students: list[int | None], size: float = 1.0) -> dict[str, object]:
    return {"subject": subject, "size": size, "students": students, "logits": LOGITS}


@pytest.fixture
def hand_made(tmp_path: Path) -> OutcomeModel:
    bands = [0, None, 0, 29, 30, 4000, None, 500, 0, 0]
    rows = [course("Biology", bands), course("Music", bands, 1.0), course("Music", bands, 2.0)]
    data = {
        "format": 1,
        "year": 2025,
        "source_id": "x",
        "knots": KNOTS.tolist(),
        "qualifications": [{"qualification": "GCE A level", "grades": ["U", "E"], "courses": rows}],
    }
    path = tmp_path / "model.json"
    path.write_text(json.dumps(data), "utf-8")
    return load_model(path)


@pytest.mark.parametrize(
    ("average", "code"),
    [
        (None, "CHANCES_NO_AVERAGE"),
        (-0.1, "CHANCES_AVERAGE_NOT_0_TO_9"),
        (9.01, "CHANCES_AVERAGE_NOT_0_TO_9"),
        (float("nan"), "CHANCES_AVERAGE_NOT_0_TO_9"),
        (0.5, "CHANCES_OUTSIDE_WHAT_WAS_SEEN"),
        (8.0, "CHANCES_OUTSIDE_WHAT_WAS_SEEN"),
        (9.0, "CHANCES_OUTSIDE_WHAT_WAS_SEEN"),
        (1.5, "CHANCES_TOO_FEW"),
        (2.5, "CHANCES_TOO_FEW"),
        (3.999, "CHANCES_TOO_FEW"),
        (6.0, "CHANCES_TOO_FEW"),
    ],
)
def test_no_chances_are_shown_and_the_reason_is_given(
    hand_made: OutcomeModel, average: float | None, code: str
) -> None:
    found = chances(hand_made, "GCE A level", "Biology", average)
    assert isinstance(found, Abstain)
    assert found.because.code == code


def test_30_students_are_enough_and_29_are_not(hand_made: OutcomeModel) -> None:
    assert isinstance(chances(hand_made, "GCE A level", "Biology", 3.9), Abstain)
    found = chances(hand_made, "GCE A level", "Biology", 4.0)
    assert isinstance(found, Chances)
    assert (found.n, found.band, found.year) == (30, (4, 5), 2025)


def test_a_course_that_was_not_counted_has_no_chances(hand_made: OutcomeModel) -> None:
    for qualification, subject in (("T Level", "Digital"), ("GCE A level", "Wizardry"), ("", "")):
        found = chances(hand_made, qualification, subject, 5.0)
        assert isinstance(found, Abstain)
        assert found.because.code == "CHANCES_NOT_COUNTED"


def test_a_course_of_several_sizes_needs_its_size(hand_made: OutcomeModel) -> None:
    unsized = chances(hand_made, "GCE A level", "Music", 5.0)
    assert isinstance(unsized, Abstain)
    assert unsized.because.code == "CHANCES_SEVERAL_SIZES"
    sized = chances(hand_made, "GCE A level", "Music", 5.0, size=2.0)
    assert isinstance(sized, Chances)
    assert sized.size == 2.0


def test_chances_are_the_logits_read_at_the_average(hand_made: OutcomeModel) -> None:
    found = chances(hand_made, "GCE A level", "Biology", 5.5)
    assert isinstance(found, Chances)
    assert found.shares == (0.5, 0.5)
    assert found.at_least("E") == 0.5


def test_a_damaged_or_older_model_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    for text in ("", "{", '{"format": 99}', '{"format": 1, "knots": [1]}'):
        path.write_text(text, "utf-8")
        with pytest.raises(SourceError, match="model train"):
            load_model(path)


def test_the_shipped_model_never_gives_a_better_average_a_lower_chance(
    shipped: OutcomeModel,
) -> None:
    grid = np.linspace(0, 9, 361)
    for part in shipped.courses:
        tail = tails(part.logits, grid)
        assert disorder(part.logits) == 0
        assert (np.diff(tail, axis=0) >= 0).all(), part.subject
        assert (np.diff(tail, axis=1) <= 0).all(), part.subject
        assert (shares(tail) > 0).all(), part.subject


def test_the_shipped_model_covers_the_main_qualifications(shipped: OutcomeModel) -> None:
    for qualification, subject, size in (
        ("GCE A level", "Mathematics", 1.0),
        ("A level", "Biology", None),
        ("GCE AS level", "Mathematics", None),
        ("BTEC National Extended Certificate", "Business Studies", 1.0),
        ("BTEC National Extended Diploma L3 - Band N - PPP-D*D*D*", "Business Studies", 3.0),
        ("Extended Project (EPQ)", "Study Skills", None),
        ("OCR Cambridge Technical Extended Certificate at Level 3", "Health Studies", None),
        ("International Baccalaureate", "Baccalaureate", None),
    ):
        found = chances(shipped, qualification, subject, 5.5, size=size)
        assert isinstance(found, Chances), (qualification, subject)
        assert np.isclose(sum(found.shares), 1)
        assert found.n >= 30


def test_inside_a_band_chances_rise_with_the_average(shipped: OutcomeModel) -> None:
    said = [chances(shipped, "GCE A level", "Mathematics", at) for at in (5.0, 5.5, 5.9)]
    low, middle, high = (s.at_least("C") for s in said if isinstance(s, Chances))
    assert low < middle - 0.05 < high - 0.1


def test_small_counts_are_not_in_the_shipped_file() -> None:
    data = json.loads(SHIPPED.read_text("utf-8"))
    for group in data["qualifications"]:
        for row in group["courses"]:
            assert all(n is None or n == 0 or n >= 30 for n in row["students"])


def test_the_shipped_model_loads_in_milliseconds() -> None:
    load_model()
    best = min(timed() for _ in range(5))
    assert best < 0.1


def timed() -> float:
    start = time.perf_counter()
    load_model()
    return time.perf_counter() - start


@given(st.lists(st.floats(0, 9), min_size=1, max_size=8))
def test_one_at_a_time_and_all_at_once_agree(averages: list[float]) -> None:
    model = load_model()
    (course,) = model.find("GCE A level", "History")
    together = course.shares(np.array(averages))
    for at, average in enumerate(averages):
        found = chances(model, "GCE A level", "History", average)
        if isinstance(found, Chances):
            assert np.allclose(found.shares, together[at], atol=1e-12)


def test_chances_for_many_courses_keep_the_order_they_were_asked_in(shipped: OutcomeModel) -> None:
    asked = [("GCE A level", s, None) for s in ("Physics", "Art and Design", "Wizardry", "Law")]
    assert [c.subject for c in chances_for(shipped, asked, 5.0)] == [s for _, s, _ in asked]


@pytest.mark.parametrize(
    ("route", "official", "wanted"),
    [
        (
            "a_level",
            "GCE A level: Business Studies:Single",
            ("GCE A level", "Business Studies:Single"),
        ),
        (
            "ib",
            "IBO Higher level component: Biology",
            ("International Baccalaureate", "Baccalaureate"),
        ),
        ("a_level", "", ("GCE A level", "Biology")),
    ],
)
def test_a_course_of_the_catalogue_knows_its_official_name(
    route: str, official: str, wanted: tuple[str, str]
) -> None:
    found = Course.model_validate(
        {
            "course_id": "c",
            "route": route,
            "qualification": "A level",
            "subject": "Biology",
            "field": "Science",
            "level": "3",
            "official_name": official,
        }
    )
    assert official_name(found) == wanted
