"""The audit as a whole: learners as in England, promises that hold, and that breaking one shows."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pathways.audit import pages as pages_module
from pathways.audit import swaps as swaps_module
from pathways.audit.assumptions import assumptions
from pathways.audit.gcse_grades import gcse_grades
from pathways.audit.learners import Synthetic, synthetic_learners
from pathways.audit.page import html
from pathways.audit.report import AuditReport
from pathways.audit.run import main, run_audit
from pathways.audit.swaps import swaps
from pathways.audit.variants import variants
from pathways.catalogue.index import Index
from pathways.catalogue.store import Catalogue, load_catalogue
from pathways.learner.learner import Learner
from pathways.matching.bands import bands
from pathways.matching.order import Orderable, order
from pathways.matching.reference import reference
from pathways.paths import AREAS
from pathways.ranking import Ranking, ranking

LEARNERS = 40
FEW = replace(assumptions(), swap_learners=6)


@pytest.fixture(scope="module")
def area() -> Catalogue:
    return load_catalogue(AREAS / "kingston-surrey-sutton")


@pytest.fixture(scope="module")
def report(area: Catalogue) -> AuditReport:
    return run_audit(area, learners=LEARNERS, seed=3, assumed=FEW)


@pytest.fixture(scope="module")
def made(area: Catalogue) -> list[Synthetic]:
    return synthetic_learners(3000, area.index, assumptions(), seed=5, start_year=2027)


def _grade(one: Synthetic, subject: str) -> str | None:
    return next((r.grade for r in one.learner.results if r.subject == subject), None)


def test_grades_of_made_up_learners_fall_as_they_do_in_england(made: list[Synthetic]) -> None:
    for subject in ("Maths", "English Language", "Biology"):
        official = gcse_grades()[subject]
        got = [grade for one in made if (grade := _grade(one, subject))]
        for grade, share in zip(official.grades, official.shares, strict=True):
            assert got.count(grade) / len(got) == pytest.approx(share, abs=0.006)


def test_grades_of_one_learner_go_together(made: list[Synthetic]) -> None:
    both = [
        (int(english), int(maths))
        for one in made
        if (english := _grade(one, "English Language")) not in (None, "U")
        and (maths := _grade(one, "Maths")) not in (None, "U")
    ]
    found = np.corrcoef(np.array(both).T)[0, 1]
    assert found == pytest.approx(assumptions().ability_share, abs=0.06)


def test_the_same_seed_makes_the_same_learners_and_another_others(area: Catalogue) -> None:
    once, again, other = (
        synthetic_learners(20, area.index, assumptions(), seed=s, start_year=2027)
        for s in (1, 1, 2)
    )
    assert once == again
    assert once != other


def test_no_change_of_the_catalogue_moves_anything(report: AuditReport) -> None:
    section = report.sections["swaps"]
    assert section["difference"] == 0
    assert section["learners"] == FEW.swap_learners
    assert len(section["changes"]) == 11
    assert {change["farthest"] for change in section["changes"].values()} == {0}


def test_the_json_has_its_keys_and_repeats_to_the_byte(
    report: AuditReport, area: Catalogue
) -> None:
    again = run_audit(area, learners=LEARNERS, seed=3, assumed=FEW)
    assert report.as_json() == again.as_json()
    keys = {
        *("swaps", "exposure", "equivalence", "coverage", "undermatch", "text", "seed", "versions"),
        *("route_exposure", "passed"),
    }
    assert keys <= json.loads(report.as_json()).keys()
    assert "NaN" not in report.as_json()


def test_the_page_needs_nothing_from_anywhere(report: AuditReport) -> None:
    page = html(report)
    assert not re.search(r"https?://|<script|<link|@import|url\(", page)
    assert page.count("<h1>") == 1


def test_two_processes_give_the_same_bytes_as_one(
    area: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pathways.audit.run.CHUNK", 10)
    one, two = (run_audit(area, learners=20, seed=1, workers=w, assumed=FEW) for w in (1, 2))
    assert one.as_json() == two.as_json()


def test_the_command_writes_what_it_found(
    tmp_path: Path, area: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pathways.audit.run.assumptions", lambda: FEW)
    files = [tmp_path / "audit.json", tmp_path / "audit.html"]
    found = main(learners=5, json_path=files[0], html_path=files[1], catalogue=area)
    assert files[0].read_text("utf-8") == found.as_json()
    assert files[1].read_text("utf-8").startswith("<!doctype html>")


def _favouring(learner: Learner, index: Index) -> Ranking:
    """The ranking of somebody who lets names that begin with A to G come first."""
    fair = ranking(learner, index)
    name = index.of_provider("name")
    liked = np.array([word.casefold().startswith(tuple("abcdefg")) for word in name.words])
    score = np.minimum(1.0, fair.scored.score + 0.1 * liked[name.codes])
    band = bands(score, reference().anchors)
    rows = order(Orderable(fair.verdict.state, band, index.digest), learner.seed)
    scored = replace(fair.scored, score=score, band=band)
    return replace(fair, scored=scored, rows=rows[np.isin(rows, fair.rows)])


@pytest.fixture
def favouring(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (pages_module, swaps_module):
        monkeypatch.setattr(module, "ranking", _favouring)


@pytest.mark.usefixtures("favouring")
def test_a_score_that_sees_names_is_caught_three_ways(area: Catalogue) -> None:
    assumed = assumptions()
    learners = synthetic_learners(60, area.index, assumed, seed=3, start_year=2027)
    found = swaps(learners[:5], area.index, variants(area.index, seed=3)[:1])
    assert found[0].difference == 5
    labels = pages_module.labels_of(area.index)
    seen = pages_module.pages(learners, area.index, labels, rbp=assumed.rbp)
    assert seen.unexplained.max() == pytest.approx(0.1)
    top, x, y = seen.order_sums[0]
    assert top / np.sqrt(x * y) > 0.1
