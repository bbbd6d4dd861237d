"""The audit that ships: of what is in force, or said to be out of date; and its measures in words."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from support.many_grades import area

from pathways.audit.measures import measures, not_shown
from pathways.audit.page import html
from pathways.audit.report import AuditReport
from pathways.audit.run import SMALL, run_audit, small_audit
from pathways.audit.shipped import AUDITS, FULL, audited, shipped, stale
from pathways.catalogue.store import Catalogue
from pathways.guide import METHOD
from pathways.words import say_reason
from pathways.words.reading_age import reading_age

DEFAULT = "kingston-surrey-sutton"


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((AUDITS / f"{DEFAULT}.json").read_text("utf-8"))
    return loaded


def _with_table(catalogue: Catalogue, name: str) -> Catalogue:
    """The same catalogue, as if one of its tables were another."""
    tables = {**catalogue.manifest["tables"], name: "0" * 64}
    return replace(catalogue, manifest=MappingProxyType({**catalogue.manifest, "tables": tables}))


def test_the_shipped_audit_is_of_the_shipped_catalogue_or_says_that_it_is_not() -> None:
    found = shipped(area(DEFAULT))
    assert found is not None
    versions = found.report.sections["versions"]
    now = (audited(area(DEFAULT)), METHOD)
    assert (versions["audited"], versions["method"]) == now or found.stale
    assert all(say_reason(reason) for reason in found.stale)
    assert found.report.sections["learners"] == FULL


@pytest.mark.parametrize("table", ["offers.csv", "providers.csv", "sites.csv", "entry_rules.csv"])
def test_another_table_that_decides_the_order_makes_an_audit_out_of_date(table: str) -> None:
    versions = {"audited": audited(area(DEFAULT)), "method": METHOD}
    assert stale(versions, area(DEFAULT)) == ()
    found = stale(versions, _with_table(area(DEFAULT), table))
    assert [reason.code for reason in found] == ["AUDIT_STALE_CATALOGUE"]


def test_a_table_that_the_order_never_reads_does_not() -> None:
    versions = {"audited": audited(area(DEFAULT)), "method": METHOD}
    assert stale(versions, _with_table(area(DEFAULT), "results.csv")) == ()


def test_another_method_makes_an_audit_out_of_date_and_says_from_which_to_which() -> None:
    found = stale({"audited": audited(area(DEFAULT)), "method": "1"}, area(DEFAULT))
    assert [say_reason(reason) for reason in found]
    assert [reason.code for reason in found] == ["AUDIT_STALE_METHOD"]


def test_an_area_without_an_audit_has_none(tmp_path: Path) -> None:
    assert shipped(area(DEFAULT), folder=tmp_path) is None


def test_a_report_read_again_is_the_same_to_the_byte(whole: dict[str, Any]) -> None:
    text = (AUDITS / f"{DEFAULT}.json").read_text("utf-8")
    assert AuditReport.read(text).as_json() == text


@pytest.mark.statistical
def test_the_shipped_audit_is_what_the_command_gives() -> None:
    """Run whole again, 5,000 learners; numbers to five decimals, as machines may differ in the last."""
    found = shipped(area(DEFAULT))
    assert found is not None
    if found.stale:
        pytest.skip("the shipped audit is out of date and says so: run `make audit`")
    again = run_audit(area(DEFAULT), learners=FULL, seed=0, workers=2)
    ours, shown = (json.loads(one.as_json()) for one in (again, found.report))
    assert _flat(ours) == pytest.approx(_flat(shown), abs=1e-5, nan_ok=True)


def _flat(value: Any, at: str = "") -> dict[str, Any]:
    """Every number by its path; words and what does not exist are part of the path."""
    if isinstance(value, dict):
        pairs = [(f"{at}/{key}", part) for key, part in value.items()]
    elif isinstance(value, list):
        pairs = [(f"{at}/{number}", part) for number, part in enumerate(value)]
    else:
        number = isinstance(value, (int, float))
        return {at: float(value)} if number else {f"{at}={value}": 0.0}
    return {path: number for where, part in pairs for path, number in _flat(part, where).items()}


def test_the_measures_hold_and_read_plainly(whole: dict[str, Any]) -> None:
    found = {one.name: one for one in measures(whole)}
    promised = ("swaps", "kinds", "scores", "coverage", "text")
    assert {found[name].answer for name in promised} == {"yes"}
    assert found["swaps"].number.startswith("0 of ")
    for one in found.values():
        assert reading_age(f"{one.sentence} {one.number}") <= 12, one.name
        if one.grid:
            assert {len(row) for row in one.grid.rows} == {len(one.grid.columns)}
    assert len(not_shown()) == 5


def _broken(whole: dict[str, Any], name: str) -> dict[str, Any]:
    other = deepcopy(whole)
    if name == "swaps":
        other["swaps"]["difference"] = 3
    elif name == "kinds":
        other["equivalence"]["rbp"]["employer"].update(low=1.06, high=1.2, equivalent=False)
    elif name == "luck":
        other["equivalence"]["dcg"]["employer"]["permutation_p_holm"] = 0.001
    elif name == "scores":
        other["passed"]["scores_are_what_is_shown"] = False
    elif name == "coverage":
        other["coverage"]["first_screen"]["routes_shown"] = 0.9
    else:
        other["text"]["loaded"] = 1
    return other


@pytest.mark.parametrize("name", ["swaps", "kinds", "luck", "scores", "coverage", "text"])
def test_a_broken_promise_is_said_and_no_other_answer_changes(
    name: str, whole: dict[str, Any]
) -> None:
    before = {one.name: one.answer for one in measures(whole)}
    after = {one.name: one.answer for one in measures(_broken(whole, name))}
    assert after == {**before, name: "no"}


def test_a_wide_range_around_fair_is_too_few_to_say_and_not_a_fault(whole: dict[str, Any]) -> None:
    other = deepcopy(whole)
    other["equivalence"]["dcg"]["employer"].update(low=0.9, high=1.1, equivalent=False)
    found = {one.name: one.answer for one in measures(other)}
    assert found["kinds"] == "unsure"


def test_the_report_page_says_every_measure_and_what_is_not_shown(whole: dict[str, Any]) -> None:
    page = html(AuditReport.read(json.dumps(whole)))
    for one in measures(whole):
        assert f"<h2>{one.title}" in page
    assert page.count("<caption>") == sum(one.grid is not None for one in measures(whole))


def test_a_small_check_tells_how_far_it_is_and_repeats_from_its_seed() -> None:
    told: list[float] = []
    found = small_audit(area("training"), seed=7, told=told.append)
    assert told == sorted(told)
    assert len(told) > 10
    assert 0 < told[0] < told[-1] <= 1
    assert found.sections["learners"] == SMALL
    assert found.sections["swaps"]["difference"] == 0
    assert len(measures(found.sections | {"passed": found.passed})) == 10
