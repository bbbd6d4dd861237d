"""`python -m pathways model ...` for interests: build profiles, measure fit and free text."""

from __future__ import annotations

import gzip
import json
from dataclasses import asdict
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np
import typer

from pathways.errors import SourceError
from pathways.matching.interests import benchmark, load
from pathways.matching.interests.profiles import (
    anchors_by_kind,
    build_profiles,
    from_csv,
    read_ratings,
    standardise,
    to_csv,
)
from pathways.paths import MODELS, ROOT

if TYPE_CHECKING:
    from pathways.matching.interests.text_model import TextModel

OFFICIAL = ROOT.parent / "shared" / "official-data" / "interests"
CAREERS = OFFICIAL.parent / "careers" / "ncs_job_profiles_2020.json.gz"
SHIPPED = load.FOLDER / "subject_profiles.csv"
TRIALS = {
    "fit as it ships": benchmark.Trial(),
    "fit as it ships, left out everywhere": benchmark.Trial(leave_out="every subject"),
    "learner among all jobs, left out everywhere": benchmark.Trial(
        learner="jobs", leave_out="every subject"
    ),
    "all on jobs (science A5's Pearson-z)": benchmark.Trial("jobs", "jobs"),
    "all on jobs, left out everywhere": benchmark.Trial("jobs", "jobs", "every subject"),
}
METRICS = MODELS / "interests" / "metrics.json"


def profiles_build(folder: Path = OFFICIAL, to: Path = SHIPPED) -> None:
    """Build the table of subject and route profiles from job ratings and anchors in `folder`."""
    profiles = build_profiles(*_official(folder))
    to.write_text(to_csv(profiles), "utf-8")
    routes = sum(p.kind == "route" for p in profiles)
    typer.echo(f"{len(profiles) - routes} subjects and {routes} routes written to {to.name}.")


def fit_benchmark(
    folder: Path = OFFICIAL,
    learners: int = 20_000,
    repeats: int = 20,
    seed: int = 0,
    metrics: Path | None = None,
) -> None:
    """Measure fit as in science A5: held-out jobs, and exposure over random learners."""
    ratings_csv, anchors_json = _official(folder)
    ratings = read_ratings(ratings_csv)
    anchors = anchors_by_kind(json.loads(anchors_json))["subject"]
    found: dict[str, object] = {"seed": seed}
    for name, trial in TRIALS.items():
        held = benchmark.retrieval(anchors, ratings, trial, seed=seed, repeats=repeats)
        found[name] = held.as_dict()
        typer.echo(
            f"held-out jobs, {name}: MRR {held.mrr:.3f}, hit@5 {held.hit5:.3f}, "
            f"hit@10 {held.hit10:.3f} ({held.trials} trials)"
        )
    profiles = [p for p in from_csv(SHIPPED.read_text("utf-8")) if p.kind == "subject"]
    z = standardise(np.array([p.raw for p in profiles]))
    even = benchmark.exposure([p.name for p in profiles], z, count=learners, seed=seed)
    found["exposure"] = even.as_dict()
    typer.echo(
        f"exposure over {learners} random learners: Gini {even.gini:.3f}, least {even.least[0]} "
        f"{even.least[1]:.1%}, most {even.most[0]} {even.most[1]:.1%}, never shown {even.never}"
    )
    typer.echo(
        f"r of the best tenth {even.strong_r:.3f}, of the best three tenths {even.good_r:.3f}"
    )
    _keep(metrics, "fit", found)


def text_benchmark(
    careers: Path = CAREERS, metrics: Path | None = None, list_wrong: bool = True
) -> None:
    """Measure free text on phrases kept apart, and on official job titles; list what is wrong."""
    # scikit-learn takes a second or two to import: no other command should wait for it.
    from pathways.matching.interests import text_benchmark as text_measure
    from pathways.matching.interests.text_model import TextModel

    texts = load.texts()
    start = perf_counter()
    model = TextModel(texts)
    built = 1000 * (perf_counter() - start)
    phrases = text_measure.phrases((load.FOLDER / "phrases_test.csv").read_text("utf-8"))
    read = text_measure.read_all(model, phrases)
    all_hits = text_measure.hits(read)
    for kind in all_hits:
        typer.echo(
            f"{kind.kind}: {kind.phrases} phrases, hit@1 {kind.hit1:.3f}, hit@3 {kind.hit3:.3f}, "
            f"hit@5 {kind.hit5:.3f}"
        )
    empty = [one for one in read if not one.phrase.accept]
    said_so = sum(one.right for one in empty)
    typer.echo(f"says nothing: {said_so} of {len(empty)} rightly not read")
    typer.echo(
        f"built in {built:.0f} ms, {text_measure.milliseconds(model, phrases[:50]):.1f} ms a phrase"
    )
    missed = [one for one in read if not one.right]
    if list_wrong:
        for one in missed:
            wanted = " or ".join(sorted(one.phrase.accept)) or "nothing"
            typer.echo(
                f"  {one.phrase.text!r}: wanted {wanted}; read {', '.join(one.shown) or 'nothing'}"
            )
    kept: dict[str, object] = {
        "hits": [asdict(kind) for kind in all_hits],
        "says_nothing": {"phrases": len(empty), "rightly_not_read": said_so},
        "wrong": [one.phrase.text for one in missed],
    }
    if careers.is_file():
        kept["job_titles"] = _job_titles(model, careers)
    _keep(metrics, "text", kept)


def _job_titles(model: TextModel, careers: Path) -> dict[str, object]:
    from pathways.matching.interests import text_benchmark as text_measure

    table = load.subjects()
    jobs = json.loads(gzip.decompress(careers.read_bytes()))
    titles = text_measure.job_titles(
        [(job["title"], job["categories"]) for job in jobs],
        load.job_categories(),
        dict(zip(table.ids, table.fields, strict=True)),
    )
    read = text_measure.read_all(model, titles)
    hits = text_measure.hits(read)[-1]
    chance = text_measure.by_chance(read, seed=0)
    typer.echo(
        f"official job titles: {hits.phrases}, right field hit@1 {hits.hit1:.3f}, "
        f"hit@5 {hits.hit5:.3f} (by chance {chance:.3f})"
    )
    return {**asdict(hits), "hit5_by_chance": chance}


def _official(folder: Path) -> tuple[str, str]:
    texts = []
    for name in ("onet_oi_2026.csv", "anchors.json"):
        path = folder / name
        if not path.is_file():
            raise SourceError(
                f"{name} is not there.",
                where=folder.name,
                do="Give the folder that holds the job ratings and the anchors.",
            )
        texts.append(path.read_text("utf-8"))
    return texts[0], texts[1]


def _keep(path: Path | None, part: str, found: dict[str, object]) -> None:
    if path is None:
        return
    kept = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    kept[part] = found
    path.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n", "utf-8")
