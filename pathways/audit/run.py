"""Run the audit: draw learners, rank for each, change the catalogue, measure."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

import pathways
from pathways.audit import report as sections
from pathways.audit.assumptions import Assumptions, assumptions
from pathways.audit.learners import Synthetic, synthetic_learners
from pathways.audit.pages import Labels, Pages, labels_of, pages
from pathways.audit.report import AuditReport
from pathways.audit.shipped import audited
from pathways.audit.swaps import swaps
from pathways.audit.text import text_audit
from pathways.audit.variants import variants
from pathways.catalogue.index import Index
from pathways.catalogue.store import Catalogue
from pathways.first_screen import ROUTES
from pathways.guide import METHOD, guide
from pathways.matching.reference import reference
from pathways.matching.weighing import TERMS

CHUNK = 250
"""Learners that are reduced together: fixed, so that sums do not depend on how many processes run."""
_ON = date(2026, 11, 1)
"""A day for guidance; the audit looks at nothing that depends on it."""
_EXACT = 1e-9
SMALL, SMALL_CHUNK, SMALL_SWAPS = 200, 20, 10
"""The check that a visitor runs: learners, learners between two reports of progress, learners swapped."""
Told = Callable[[float], None]
_shared: dict[str, Any] = {}


def run_audit(
    catalogue: Catalogue,
    *,
    learners: int = 5000,
    seed: int = 0,
    workers: int = 1,
    assumed: Assumptions | None = None,
    chunk: int = CHUNK,
    told: Told = lambda share: None,
) -> AuditReport:
    """The whole audit of a catalogue; the same arguments give the same report, whatever `workers`.

    `told` hears now and then what share of the work is done, from 0 to 1.
    """
    assumed, index = assumed or assumptions(), catalogue.index
    made = synthetic_learners(learners, index, assumed, seed=seed, start_year=catalogue.start_year)
    labels = labels_of(index)
    seen = _pages(
        [made[start : start + chunk] for start in range(0, len(made), chunk)] or [[]],
        index,
        labels,
        assumed,
        workers,
        lambda share: told(0.6 * share),
    )
    sample = made[: assumed.swap_learners]
    swapped = swaps(
        sample, index, variants(index, seed=seed), told=lambda share: told(0.6 + 0.3 * share)
    )
    text = sections.text_section(text_audit())
    equal = sections.equivalences(seen, labels, assumed)
    found = {
        "swaps": sections.swap_section(swapped),
        "exposure": sections.exposure(seen, labels, assumed),
        "equivalence": equal,
        "coverage": sections.coverage(seen, _first_screens(sample, catalogue)),
        "undermatch": sections.undermatch(seen, made),
        "route_exposure": {
            "routes": sections.by_group(seen.by_route, labels.routes, made, seen.listed),
            "fields": sections.by_group(seen.by_field, labels.fields, made, seen.listed),
        },
        "text": text,
        "seed": seed,
        "learners": learners,
        "weights": dict(zip(TERMS, (reference().anchors.defaults[t] for t in TERMS), strict=True)),
        "versions": {
            "pathways": getattr(pathways, "__version__", ""),
            "method": METHOD,
            "catalogue": catalogue.name,
            "audited": audited(catalogue),
        },
    }
    return AuditReport(found, _passed(found))


def _passed(found: dict[str, Any]) -> dict[str, bool]:
    kinds = [kind for weights in ("dcg", "rbp") for kind in found["equivalence"][weights].values()]
    return {
        "swaps_change_nothing": found["swaps"]["difference"] == 0,
        "kinds_equivalent": all(kind["equivalent"] for kind in kinds),
        "scores_are_what_is_shown": found["exposure"]["score_not_explained"] < _EXACT,
        "no_loaded_words": found["text"]["loaded"] == 0,
        "first_screen_has_every_route": found["coverage"]["first_screen"]["routes_shown"] == 1.0,
    }


def small_audit(catalogue: Catalogue, *, seed: int, told: Told) -> AuditReport:
    """The same audit with fewer learners, quick enough to wait for; too few to prove equal exposure."""
    few = replace(assumptions(), swap_learners=SMALL_SWAPS)
    return run_audit(
        catalogue, learners=SMALL, seed=seed, assumed=few, chunk=SMALL_CHUNK, told=told
    )


def _pages(
    chunks: Sequence[Sequence[Synthetic]],
    index: Index,
    labels: Labels,
    assumed: Assumptions,
    workers: int,
    told: Told,
) -> Pages:
    if workers > 1 and "fork" in multiprocessing.get_all_start_methods():
        return _pages_forked(chunks, index, labels, assumed, workers)
    parts = []
    for number, chunk in enumerate(chunks, 1):
        parts.append(pages(chunk, index, labels, rbp=assumed.rbp))
        told(number / len(chunks))
    return Pages.joined(parts)


def _pages_forked(
    chunks: Sequence[Sequence[Synthetic]],
    index: Index,
    labels: Labels,
    assumed: Assumptions,
    workers: int,
) -> Pages:
    """A fork sees the catalogue without a copy; elsewhere one process does all."""
    _shared.update(index=index, labels=labels, rbp=assumed.rbp)
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(workers, mp_context=context) as pool:
            return Pages.joined(list(pool.map(_chunk, chunks)))
    finally:
        _shared.clear()


def _chunk(chunk: Sequence[Synthetic]) -> Pages:
    return pages(chunk, _shared["index"], _shared["labels"], rbp=_shared["rbp"])


def _first_screens(sample: Sequence[Synthetic], catalogue: Catalogue) -> dict[str, float]:
    """Of all routes, the share with a lane; of lanes with options, the share that shows a card; stretch."""
    lanes, cards, stretch = [], [], []
    for one in sample:
        found = guide(one.learner, catalogue, on=_ON).routes
        said = {lane.route for lane in found if len(lane.first) or lane.empty_because}
        lanes += [route in said for route in ROUTES]
        cards += [len(lane.first) > 0 for lane in found if len(lane.options)]
        stretch += [len(lane.stretch) > 0 for lane in found if lane.stretch_count]
    shares = {"routes_shown": lanes, "lanes_with_cards": cards, "stretch_shown": stretch}
    return {name: float(np.mean(each)) if each else 1.0 for name, each in shares.items()}


def main(
    *,
    learners: int = 5000,
    seed: int = 0,
    json_path: Path | None = None,
    html_path: Path | None = None,
    catalogue: Catalogue | None = None,
) -> AuditReport:
    """Audit the catalogue of the settings and write the report where asked."""
    from pathways.audit.page import html
    from pathways.catalogue.store import load_catalogue
    from pathways.settings import settings

    if catalogue is None:
        chosen = settings()
        catalogue = load_catalogue(chosen.catalogue, cache=chosen.cache)
    workers = min(2, multiprocessing.cpu_count())
    found = run_audit(catalogue, learners=learners, seed=seed, workers=workers)
    if json_path:
        json_path.write_text(found.as_json(), "utf-8")
    if html_path:
        html_path.write_text(html(found), "utf-8")
    return found
