"""Decision cases: a learner or question in, what the rules answer out, checked against what is expected."""

from pathways.cases.run import CaseReport, main, run_cases

__all__ = ["CaseReport", "main", "run_cases"]
