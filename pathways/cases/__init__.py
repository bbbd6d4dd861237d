"""Decision cases: a learner or question in, and whether the rules answer what is expected."""

from pathways.cases.run import CaseReport, main, run_cases

__all__ = ["CaseReport", "main", "run_cases"]
