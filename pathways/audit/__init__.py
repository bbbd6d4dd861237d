"""Impartiality, measured: made-up learners, changed catalogues, exposure. `run_audit` does it all."""

from pathways.audit.report import AuditReport
from pathways.audit.run import main, run_audit

__all__ = ["AuditReport", "main", "run_audit"]
