"""Nothing is put in order by raw results: no page, no list, no option."""

from __future__ import annotations

import ast
import datetime
import re
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from pathways.catalogue.columns import Column, Table
from pathways.catalogue.index import Index
from pathways.catalogue.store import Catalogue, load_catalogue
from pathways.guide import guide
from pathways.learner.learner import Learner

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "pathways").rglob("*.py"))
SORTS = {"sorted", "sort", "sort_values", "argsort", "lexsort", "nlargest", "nsmallest"}
RESULTS = re.compile(r"\b(aps|aab\w*|best3\w*|va|va_\w+|retained\w*|raw|progress\.score)\b")


def _sorts(path: Path) -> list[str]:
    """Every call that puts things in order, as written."""
    calls = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
    return [
        ast.unparse(call)
        for call in calls
        if (
            call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        )
        in SORTS
    ]


def test_sorts_are_found() -> None:
    assert sum(len(_sorts(path)) for path in FILES) > 20  # else the search has gone blind


@pytest.mark.parametrize("line", ["sorted(rows, key=lambda r: r['aps'])", "t.sort_values('va')"])
def test_the_search_would_find_a_league_table(line: str) -> None:
    assert RESULTS.search(line)


def test_no_sort_names_a_result() -> None:
    found = {path.name: [s for s in _sorts(path) if RESULTS.search(s)] for path in FILES}
    assert {name: lines for name, lines in found.items() if lines} == {}


def _turned_upside_down(catalogue: Catalogue) -> Catalogue:
    """The same catalogue with every provider's results given to another."""
    tables = dict(catalogue.index.tables)
    results = tables["results"]
    names = results["provider_id"]
    other = dict(zip(names.words, reversed(names.words), strict=True))
    swapped = Column.of(other[names[row]] for row in range(len(results)))
    columns = {**results.columns, "provider_id": swapped}
    tables["results"] = Table(MappingProxyType(columns), len(results))
    return replace(catalogue, index=Index(MappingProxyType(tables)))


def test_other_results_give_the_same_order() -> None:
    catalogue = load_catalogue(ROOT / "data/areas/kingston-surrey-sutton")
    swapped = _turned_upside_down(catalogue)
    learner = Learner.read(
        {
            "results": [
                {"subject": name, "qualification": "GCSE", "grade": "6"}
                for name in ("English Language", "Maths", "Biology", "History", "French")
            ],
            "home": {"postcode": "KT1 2AB"},
            "seed": 3,
        }
    )
    on = datetime.date(2026, 11, 22)
    before, after = (guide(learner, one, on=on) for one in (catalogue, swapped))
    assert [o.offer_id for o in before.options] == [o.offer_id for o in after.options]
    assert [o.results for o in before.options[:30]] != [o.results for o in after.options[:30]]
    for lane, other in zip(before.lanes, after.lanes, strict=True):
        assert [o.offer_id for o in lane.options] == [o.offer_id for o in other.options]
