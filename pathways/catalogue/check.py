"""How good a catalogue is: counts, gaps, duplicates, orphans, and every official row accounted for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from pathways.catalogue.build.build import named
from pathways.catalogue.columns import Codes
from pathways.catalogue.entry_rules import parse
from pathways.catalogue.index import LANES, Index
from pathways.catalogue.store import Catalogue
from pathways.errors import RuleError


@dataclass(frozen=True, slots=True)
class Report:
    """The quality report: `counts` by heading, `shares` of offers, and lines of faults and gaps."""

    title: str
    counts: dict[str, dict[str, int]]
    shares: dict[str, float]
    accounts: tuple[str, ...]
    gaps: tuple[str, ...]
    faults: tuple[str, ...]
    unread_rules: tuple[str, ...] = field(default=())

    def lines(self) -> Iterator[str]:
        """The report as lines for a person."""
        yield self.title
        for heading, counted in self.counts.items():
            yield f"\n{heading}: {sum(counted.values())}"
            yield from (f"  {count:>6}  {name}" for name, count in counted.items())
        yield "\nOffers with"
        yield from (f"  {share:>6.1%}  {name}" for name, share in self.shares.items())
        for heading, found in (
            ("Official rows", self.accounts),
            ("Gaps", self.gaps),
            ("Rules not read (shown as the provider's words, answer: ask)", self.unread_rules),
            ("Faults", self.faults or ("none",)),
        ):
            if found:
                yield f"\n{heading}"
                yield from (f"  {line}" for line in found)


def check(catalogue: Catalogue) -> Report:
    """Check every table of a catalogue against the others."""
    index = catalogue.index
    return Report(
        title=f"{catalogue.title} ({catalogue.name}), content {catalogue.content[:12]}",
        counts=_counts(index),
        shares=_shares(index),
        accounts=tuple(_accounts(catalogue)),
        gaps=tuple(_gaps(index)),
        faults=tuple(_faults(index)),
        unread_rules=tuple(_unread(index)),
    )


def _counted(values: Iterator[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))


def _counts(index: Index) -> dict[str, dict[str, int]]:
    providers, offers = index.tables["providers"], range(len(index))
    tables = providers["source_id"].where(["dfe-results-2024"])
    here = providers["note"].where([""])
    route, level, part = (index.of_course(name) for name in ("route", "level", "part"))
    return {
        "Institutions of the 2023/24 tables here": _kinds(index, tables & here),
        "Of the 2023/24 tables, registered elsewhere, teaching here": _kinds(index, tables & ~here),
        "In the 2024/25 subject rows alone": _kinds(
            index, providers["source_id"].where(["dfe-subjects-2025"])
        ),
        "Other providers": _kinds(index, providers["source_id"].where(["provider-pages"])),
        "Offers by route": _counted(route[row] for row in offers),
        "Offers by level": _counted(level[row] or "not stated" for row in offers),
        "Offers by lane": _counted(LANES[index.lane[row]] for row in offers),
        "Offers by part": _counted(part[row] for row in offers),
        "Offers by basis": _counted(
            f"{index.offers['basis'][row]} {index.offers['basis_year'][row]}" for row in offers
        ),
        "Signposts by reason": _counted(
            index.tables["signposts"]["reason"][row]
            for row in range(len(index.tables["signposts"]))
        ),
    }


def _kinds(index: Index, chosen: npt.NDArray[np.bool_]) -> dict[str, int]:
    kind = index.tables["providers"]["kind"]
    return _counted(kind[row] for row in np.flatnonzero(chosen).tolist())


def _shares(index: Index) -> dict[str, float]:
    total = max(1, len(index))
    basis = index.offers["rule_basis"]
    return {
        **{
            f"a {name} entry rule": float(basis.where([name]).sum()) / total
            for name in ("published", "typical")
        },
        "no entry rule held": float(basis.where(["unknown"]).sum()) / total,
        "coordinates": float((~np.isnan(index.lat)).sum()) / total,
        "a source": float((~index.offers["source_id"].where([""])).sum()) / total,
    }


def _accounts(catalogue: Catalogue) -> Iterator[str]:
    rows = catalogue.manifest.get("accounts", {}).get("subject_rows", 0)
    if not rows:
        return
    offers = int(catalogue.index.offers["source_id"].where(["dfe-subjects-2025"]).sum())
    left = catalogue.index.tables["left_out"]
    yield f"{rows} official institution x qualification x size x subject rows of 2024/25:"
    yield f"  {offers} are offers"
    for reason, count in _counted(left["reason"][row] for row in range(len(left))).items():
        yield f"  {count} left out: {reason}"
    yield f"  {rows - offers - len(left)} not accounted for"


def _gaps(index: Index) -> Iterator[str]:
    providers, sites = index.tables["providers"], index.tables["sites"]
    with_rows = set(
        index.provider_of[index.offers["source_id"].where(["dfe-subjects-2025"])].tolist()
    )
    official = providers["source_id"].where(["dfe-results-2024"]) & providers["note"].where([""])
    without = [
        providers["name"][r] for r in np.flatnonzero(official).tolist() if r not in with_rows
    ]
    if with_rows and without:
        yield f"{len(without)} institutions without subject rows{named(without)}"
    extra = providers["source_id"].where(["dfe-subjects-2025"])
    if extra.any():
        names = [providers["name"][row] for row in np.flatnonzero(extra).tolist()]
        yield f"Only in the 2024/25 subject rows: {', '.join(names)}"
    unplaced = [sites["name"][r] for r in np.flatnonzero(np.isnan(sites.floats("lat"))).tolist()]
    if unplaced:
        yield f"{len(unplaced)} sites without coordinates{named(unplaced)}"
    near = int(sites["coordinate_basis"].where(["sector"]).sum())
    if near:
        yield f"{near} sites placed by postcode sector, the full postcode having ended"


def _faults(index: Index) -> Iterator[str]:
    for name, column in (("courses", "course_id"), ("sites", "site_id")):
        rows = index.tables[name].match(column, index.offers[column])
        yield from _orphans(index, rows, f"no {name} row")
    providers = index.tables["providers"]
    known = providers.match("provider_id", index.tables["sites"]["provider_id"])
    for row in np.flatnonzero(known < 0).tolist():
        yield f"site {index.tables['sites']['site_id'][row]}: no such provider"
    for name, table in index.tables.items():
        if name != "sources" and "source_id" in table.columns:
            cited = index.tables["sources"].match("source_id", table["source_id"])
            for row in np.flatnonzero(cited < 0)[:5].tolist():
                yield f"{name} row {row + 2}: source '{table['source_id'][row]}' is not in sources.csv"
    for name, key in (("offers", "offer_id"), ("providers", "provider_id"), ("sites", "site_id")):
        ids = index.tables[name][key]
        if len(ids.words) != len(ids):
            yield f"{name}: {len(ids) - len(ids.words)} rows repeat a {key}"
    sited = set(index.provider_of_site.tolist())
    placed = index.tables["sites"].floats("lat")
    for row in range(len(providers)):
        if row not in sited and providers["kind"][row] not in ("employer", "training_provider"):
            yield f"provider {providers['name'][row]}: no site"
    official = providers["source_id"].where(["dfe-results-2024", "dfe-subjects-2025"])
    for row in np.flatnonzero(official).tolist():
        own = placed[index.provider_of_site == row]
        if not len(own) or np.isnan(own).all():
            yield f"institution {providers['name'][row]}: no coordinates"
    for name in ("programme_rule_id", "subject_rule_id"):
        for rule in index.offers[name].words:
            if rule and rule not in index.rule_row:
                yield f"offers: no entry rule {rule}"


def _orphans(index: Index, rows: Codes, why: str) -> Iterator[str]:
    for row in np.flatnonzero(rows < 0)[:10].tolist():
        yield f"offer {index.offers['offer_id'][row]}: {why}"


def _unread(index: Index) -> Iterator[str]:
    rules = index.tables["entry_rules"]
    for row in range(len(rules)):
        try:
            parse(rules["rule"][row])
        except RuleError as error:
            yield f"{rules['rule_id'][row]}: {error.message}"
