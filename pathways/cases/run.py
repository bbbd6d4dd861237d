"""Runs decision cases and says which pass: `python -m pathways cases CASES.yaml [--json]`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pathways.cases.case import Case, read_cases
from pathways.cases.other_answers import (
    access_answers,
    admissions_answers,
    availability_answers,
    participation_answers,
    support_answers,
    tariff_answers,
)
from pathways.cases.study_answers import (
    Given,
    apprenticeship_answers,
    condition_answers,
    entry_answers,
)
from pathways.errors import PathwaysError

ANSWERS: dict[str, Callable[[Given], dict[str, Any]]] = {
    "condition_of_funding": condition_answers,
    "availability": availability_answers,
    "entry": entry_answers,
    "apprenticeship": apprenticeship_answers,
    "participation": participation_answers,
    "support": support_answers,
    "admissions": admissions_answers,
    "access": access_answers,
    "tariff": tariff_answers,
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A key whose answer is not the one expected."""

    key: str
    expected: Any
    got: Any


@dataclass(frozen=True, slots=True)
class CaseResult:
    """How one case went."""

    case: Case
    differences: tuple[Difference, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether every expected key has its answer and nothing was unreadable."""
        return not self.differences and not self.problems


@dataclass(frozen=True, slots=True)
class CaseReport:
    """How all the cases of a file went, in their order."""

    path: str
    results: tuple[CaseResult, ...]

    @property
    def failed(self) -> int:
        """How many did not pass."""
        return sum(not result.passed for result in self.results)

    @property
    def ok(self) -> bool:
        """Whether there are cases and all of them pass."""
        return bool(self.results) and not self.failed

    def as_dict(self) -> dict[str, Any]:
        """The report as plain data, for JSON."""
        return {
            "file": self.path,
            "cases": len(self.results),
            "passed": len(self.results) - self.failed,
            "failed": self.failed,
            "results": [
                {
                    "id": one.case.id,
                    "group": one.case.group,
                    "status": one.case.status,
                    "passed": one.passed,
                    "differences": [
                        {"key": it.key, "expected": it.expected, "got": it.got}
                        for it in one.differences
                    ],
                    "problems": list(one.problems),
                }
                for one in self.results
            ],
        }

    def lines(self) -> list[str]:
        """The report as lines to print."""
        lines = []
        for one in self.results:
            lines.append(f"{'pass' if one.passed else 'FAIL'}  {one.case.id}  {one.case.group}")
            lines += [
                f"      {it.key}: expected {it.expected!r}, got {it.got!r}"
                for it in one.differences
            ]
            lines += [f"      {problem}" for problem in one.problems]
        lines.append(f"{len(self.results) - self.failed} of {len(self.results)} cases pass")
        return lines


def run_cases(path: str | Path) -> CaseReport:
    """Run every case of a file; a case with a field nobody knows is reported and does not pass."""
    path = Path(path)
    return CaseReport(path.name, tuple(run_case(case) for case in read_cases(path)))


def run_case(case: Case) -> CaseResult:
    """Run one case."""
    if case.problems:
        return CaseResult(case, problems=case.problems)
    try:
        answers = ANSWERS[case.group](case.given)
    except (PathwaysError, KeyError, TypeError, ValueError) as error:
        # A case file is typed by hand: whatever it holds, the other cases are still run.
        return CaseResult(case, problems=(f"{type(error).__name__}: {error}",))
    unanswered = tuple(
        f'the group "{case.group}" gives no answer for "{key}"'
        for key in case.expect
        if key not in answers
    )
    differences = tuple(
        Difference(key, expected, answers[key])
        for key, expected in case.expect.items()
        if key in answers and not _same(key, expected, answers[key])
    )
    return CaseResult(case, differences, unanswered)


def _same(key: str, expected: Any, got: Any) -> bool:
    if key == "short":
        return sorted(_canonical(one) for one in expected or ()) == sorted(got)
    if isinstance(expected, bool):
        expected = "yes" if expected else "no"
    return bool(expected == got)


def _canonical(clause: str) -> str:
    from pathways.catalogue.entry_rules import parse

    return str(parse(str(clause)))


def main(path: str | Path, *, as_json: bool = False) -> int:
    """Print the report; the exit code is 1 unless every case passes."""
    report = run_cases(path)
    text = (
        json.dumps(report.as_dict(), indent=2, ensure_ascii=False, default=str)
        if as_json
        else "\n".join(report.lines())
    )
    sys.stdout.write(text + "\n")
    return 0 if report.ok else 1
