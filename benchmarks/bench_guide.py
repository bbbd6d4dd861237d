"""How long the advice takes, against the plain pandas way, and as the catalogue grows.

`python -m benchmarks.bench_guide [--times 100] [--plain-large] [--json FILE]`

Every figure is the median of several runs in this process, in milliseconds. The large catalogue is
the shipped area many times over, under other ids; it is made in a temporary folder.
"""

from __future__ import annotations

import argparse
import gc
import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from benchmarks.plain_pandas import advise, read_catalogue
from pathways.catalogue.store import Catalogue, load_catalogue
from pathways.guide import guide
from pathways.learner.learner import Learner
from pathways.learner.learner_file import read_learner_file
from pathways.learner.read_record import read_record
from pathways.paths import AREAS, EXAMPLES
from pathways.verdicts import requirements_of, verdicts

AREA = AREAS / "kingston-surrey-sutton"
ON = date(2026, 11, 22)
SHOWN = 20
"""Options that a page makes at once."""


def milliseconds(task: Callable[[], Any], runs: int) -> float:
    """Median time of a task; the first run, which fills caches, is not counted."""
    task()
    taken = []
    for _ in range(runs):
        gc.collect()
        start = time.perf_counter()
        task()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1000


def many_times(folder: Path, to: Path, times: int) -> Path:
    """The catalogue of `folder` so many times over, each copy with providers and sites of its own."""
    shutil.copytree(folder, to)
    for name in ("providers", "sites", "offers", "results"):
        table = pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
        own = [key for key in ("provider_id", "site_id", "offer_id") if key in table]
        copies = []
        for number in range(times):
            copy = table.copy()
            for key in own:
                copy[key] = f"n{number}-" + copy[key]
            copies.append(copy)
        pd.concat(copies).to_csv(to / f"{name}.csv", index=False)
    return to


def fill(catalogue: Catalogue) -> None:
    """All that is worked out once for a catalogue, before its first learner."""
    index = catalogue.index
    requirements_of(index)
    for name in ("lane", "main", "digest", "requirement", "lat", "provider_of", "offer_row"):
        getattr(index, name)


def first_page(learner: Learner, catalogue: Catalogue) -> None:
    """The advice and the options that a page shows first."""
    list(guide(learner, catalogue, on=ON).options[:SHOWN])


def agree(folder: Path, learners: dict[str, Learner]) -> None:
    """Stop unless both ways give every learner the same options with the same states."""
    catalogue, (wide, rules) = load_catalogue(folder), read_catalogue(folder)
    names = catalogue.index.offers["offer_id"]
    for name, learner in learners.items():
        options: Any = guide(learner, catalogue, on=ON).options
        state = verdicts(catalogue.index, read_record(learner), learner).state
        ours = {names[row]: int(state[row]) for row in options.rows.tolist()}
        plain = advise(learner, wide, rules).set_index("offer_id")["state"].to_dict()
        if ours != plain:
            raise SystemExit(f"The two ways differ for {name}: nothing was measured.")


def measure(folder: Path, learner: Learner, *, runs: int, plain: bool) -> dict[str, float]:
    """All figures for one catalogue."""
    with tempfile.TemporaryDirectory() as cache:
        kept = Path(cache)
        found = {
            "load from the tables": milliseconds(lambda: load_catalogue(folder), runs),
            "load from the cache": milliseconds(lambda: load_catalogue(folder, cache=kept), runs),
            "load from the cache and fill the index": milliseconds(
                lambda: fill(load_catalogue(folder, cache=kept)), runs
            ),
        }
        catalogue = load_catalogue(folder, cache=kept)
    fill(catalogue)
    found["guide"] = milliseconds(lambda: guide(learner, catalogue, on=ON), max(runs, 9))
    found[f"guide and {SHOWN} options"] = milliseconds(
        lambda: first_page(learner, catalogue), max(runs, 9)
    )
    if plain:
        found["plain pandas: read and merge"] = milliseconds(lambda: read_catalogue(folder), runs)
        wide, rules = read_catalogue(folder)
        few = 1 if len(wide) > 10_000 else runs
        found["plain pandas: advise"] = milliseconds(lambda: advise(learner, wide, rules), few)
    return found


def ratios(found: dict[str, float]) -> dict[str, float]:
    """How many times as long the plain way takes."""
    if "plain pandas: advise" not in found:
        return {}
    return {
        "advice": found["plain pandas: advise"] / found["guide"],
        "loading": found["plain pandas: read and merge"] / found["load from the cache"],
    }


def main() -> None:
    """Measure, print a table, and write JSON if asked."""
    asked = argparse.ArgumentParser(description="How long the advice takes.")
    asked.add_argument("--times", type=int, default=100, help="Size of the large catalogue.")
    asked.add_argument("--runs", type=int, default=5, help="Runs of each task.")
    asked.add_argument("--plain-large", action="store_true", help="Plain pandas there too (slow).")
    asked.add_argument("--json", type=Path, help="File to write the figures to.")
    options = asked.parse_args()

    learners = {path.stem: read_learner_file(path) for path in sorted(EXAMPLES.glob("*.json"))}
    agree(AREA, learners)
    learner = learners["english-3-maths-5"]
    report: dict[str, Any] = {"learner": "english-3-maths-5", "catalogues": []}
    with tempfile.TemporaryDirectory() as folder:
        large = many_times(AREA, Path(folder) / "large", options.times)
        for name, where, plain in (
            ("shipped area", AREA, True),
            (f"shipped area x {options.times}", large, options.plain_large),
        ):
            found = measure(where, learner, runs=options.runs, plain=plain)
            offers = len(load_catalogue(where).index)
            report["catalogues"].append(
                {"name": name, "offers": offers, "ms": found, "plain_is_slower": ratios(found)}
            )
    for row in report["catalogues"]:
        print(f"\n{row['name']}: {row['offers']:,} offers")
        for task, taken in row["ms"].items():
            print(f"  {taken:>10.1f} ms  {task}")
        for task, times in row["plain_is_slower"].items():
            print(f"  {times:>10.1f} x   plain pandas takes longer: {task}")
    if options.json:
        options.json.write_text(json.dumps(report, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
