"""The audit that ships beside each area, and whether it still is of what is in force.

python -m pathways audit --learners 5000 --json data/audits/kingston-surrey-sutton.json
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pathways.audit.report import AuditReport
from pathways.catalogue.store import Catalogue
from pathways.guide import METHOD
from pathways.paths import DATA
from pathways.reason import Reason

AUDITS = DATA / "audits"
FULL = 5000
"""Learners of an audit that ships."""
_READ = ("providers.csv", "sites.csv", "courses.csv", "offers.csv", "entry_rules.csv")
"""Tables that decide the order. Another table may change, and an audit stays as true as it was."""


@dataclass(frozen=True, slots=True)
class Shipped:
    """A report that was made before; `stale` says what has changed since, and is empty if nothing has."""

    report: AuditReport
    stale: tuple[Reason, ...]


def audited(catalogue: Catalogue) -> str:
    """A number of 12 signs for all that the audit reads of a catalogue: the same tables, the same number."""
    hashes: Mapping[str, str] = catalogue.manifest.get("tables", {})
    read = [hashes.get(name, catalogue.content) for name in _READ]
    whole = "|".join([*read, str(catalogue.start_year)])
    return hashlib.sha256(whole.encode()).hexdigest()[:12]


def shipped(catalogue: Catalogue, *, folder: Path = AUDITS) -> Shipped | None:
    """The audit that ships for this catalogue's area; None where there is none."""
    path = folder / f"{catalogue.name}.json"
    if not path.is_file():
        return None
    report = AuditReport.read(path.read_text("utf-8"))
    return Shipped(report, stale(report.sections["versions"], catalogue))


def stale(versions: Mapping[str, Any], catalogue: Catalogue) -> tuple[Reason, ...]:
    """What has changed since a report was made: the catalogue, the method, or both."""
    reasons = []
    if versions.get("audited") != audited(catalogue):
        reasons.append(Reason.of("AUDIT_STALE_CATALOGUE"))
    if versions.get("method") != METHOD:
        reasons.append(Reason.of("AUDIT_STALE_METHOD", was=versions.get("method", ""), now=METHOD))
    return tuple(reasons)


def command(catalogue: Catalogue, learners: int) -> str:
    """What to type to make the report again."""
    return (
        f"python -m pathways audit --learners {learners} --json data/audits/{catalogue.name}.json"
    )
