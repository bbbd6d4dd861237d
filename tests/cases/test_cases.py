"""Decision cases: ours and the shared ones pass, and nothing unknown in a case is passed over."""

import json
from pathlib import Path

import pytest

from pathways.cases import main, run_cases
from pathways.cases.case import GROUPS, read_cases
from pathways.errors import SourceError

HERE = Path(__file__).parent
OWN = sorted(HERE.glob("*.yaml"))
SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "facts" / "decision_cases.yaml"


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_our_own_cases_pass(path: Path) -> None:
    report = run_cases(path)
    assert report.ok, "\n".join(line for line in report.lines() if not line.startswith("pass"))


def test_our_own_cases_are_many_sourced_and_in_every_group() -> None:
    cases = [case for path in OWN for case in read_cases(path)]
    assert len(cases) >= 120
    assert all(case.source and case.status for case in cases)
    assert {case.group for case in cases} == set(GROUPS)
    assert len({case.id for case in cases}) == len(cases)


@pytest.mark.official
@pytest.mark.skipif(
    not SHARED.exists(), reason="the shared decision cases are not beside the checkout"
)
def test_the_shared_cases_pass() -> None:
    report = run_cases(SHARED)
    assert report.ok, "\n".join(line for line in report.lines() if not line.startswith("pass"))


def _write(folder: Path, text: str) -> Path:
    path = folder / "cases.yaml"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("case", "problem"),
    [
        (
            "{id: a, group: tariff, given: {result: []}, expect: {points: 0}}",
            'unknown given "result"',
        ),
        ("{id: a, group: tariff, given: {}, expect: {marks: 0}}", 'unknown expect "marks"'),
        ("{id: a, group: prices, given: {}, expect: {points: 0}}", 'unknown group "prices"'),
        ("{id: a, group: tariff, given: {}, expect: {}}", "nothing is expected"),
        ("{id: a, group: tariff, given: {}, expect: {state: meets}}", "gives no answer"),
        ("{id: a, group: entry, given: {rule: '5 GCSE@'}, expect: {state: meets}}", "RuleError"),
        (
            "{id: a, group: tariff, extra: 1, given: {}, expect: {points: 0}}",
            'unknown field "extra"',
        ),
        ("{id: a, group: tariff, status: sure, given: {}, expect: {points: 0}}", "unknown status"),
        ("just words", "not a case"),
        ("{id: a, group: tariff, given: 3, expect: {points: 0}}", "not lists of fields"),
    ],
)
def test_what_nobody_knows_in_a_case_is_reported(tmp_path: Path, case: str, problem: str) -> None:
    report = run_cases(_write(tmp_path, f"- {case}\n"))
    assert report.failed == 1
    assert problem in "\n".join(report.lines())


def test_a_wrong_answer_is_shown_with_what_was_expected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = "{results: [{qualification: A level, grade: A}]}"
    path = _write(tmp_path, f"- {{id: a, group: tariff, given: {held}, expect: {{points: 50}}}}\n")
    assert main(path) == 1
    assert "points: expected 50, got 48" in capsys.readouterr().out


def test_json_says_the_same_as_the_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(HERE / "admissions.yaml", as_json=True) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["failed"], said["passed"]) == (0, said["cases"])


def test_an_id_used_twice_is_reported(tmp_path: Path) -> None:
    case = "- {id: a, group: tariff, given: {results: []}, expect: {points: 0}}\n"
    assert run_cases(_write(tmp_path, case * 2)).failed == 1


@pytest.mark.parametrize("text", ["{a: 1}", "- [", ""])
def test_a_file_that_is_no_list_of_cases_is_an_error(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourceError):
        read_cases(_write(tmp_path, text))
