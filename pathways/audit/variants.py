"""Catalogues that differ in what the order must not see: names, kinds, rows, clones, brands."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from pathways.catalogue.columns import Column, Table
from pathways.catalogue.index import Index

Cells = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Variant:
    """A changed catalogue, and what was changed."""

    name: str
    index: Index


def variants(index: Index, *, seed: int) -> tuple[Variant, ...]:
    """Every change that must change nothing."""
    random = np.random.default_rng(seed)
    providers = _cells(index.tables["providers"])
    names, kinds = providers["name"], providers["kind"]
    shuffled = random.permutation(len(names)).tolist()
    return tuple(
        Variant(name, Index(MappingProxyType({**index.tables, **tables})))
        for name, tables in (
            ("names_swapped", _provider(index, name=[names[i] for i in shuffled])),
            ("names_upper_case", _provider(index, name=[n.upper() for n in names])),
            ("names_strange", _provider(index, name=[f"Ω {i} ‮" for i in shuffled])),
            ("names_blank", _provider(index, name=[""] * len(names))),
            ("kinds_swapped", _provider(index, kind=[kinds[i] for i in shuffled])),
            (
                "identifiers_changed",
                _provider(index, urn=["1"] * len(names), ukprn=["2"] * len(names)),
            ),
            ("rows_reversed", _moved(index, lambda n: list(range(n))[::-1])),
            ("rows_shuffled", _moved(index, lambda n: random.permutation(n).tolist())),
            ("offers_listed_twice", _twice(index)),
            ("provider_cloned", _cloned(index)),
            ("provider_split_in_two_brands", _split(index)),
        )
    )


def _cells(table: Table) -> Cells:
    return {
        name: [column[row] for row in range(len(table))] for name, column in table.columns.items()
    }


def _table(cells: Mapping[str, Sequence[str]]) -> Table:
    rows = len(next(iter(cells.values())))
    return Table(
        MappingProxyType({name: Column.of(values) for name, values in cells.items()}), rows
    )


def _provider(index: Index, **changed: list[str]) -> dict[str, Table]:
    return {"providers": _table({**_cells(index.tables["providers"]), **changed})}


def _moved(index: Index, order: Callable[[int], list[int]]) -> dict[str, Table]:
    moved = {}
    for name in ("providers", "sites", "courses", "offers", "entry_rules"):
        cells = _cells(index.tables[name])
        rows = order(len(index.tables[name]))
        moved[name] = _table(
            {part: [values[row] for row in rows] for part, values in cells.items()}
        )
    return moved


def _twice(index: Index) -> dict[str, Table]:
    cells = _cells(index.tables["offers"])
    return {"offers": _table({name: values + values[::3] for name, values in cells.items()})}


def _busiest(index: Index) -> str:
    provider = index.of_provider("provider_id")
    return provider.words[int(np.bincount(provider.codes).argmax())]


def _cloned(index: Index) -> dict[str, Table]:
    """The provider with most offers once more, under another name and other ids."""
    owner = _busiest(index)
    tables: dict[str, Table] = {}
    for name in ("providers", "sites", "offers"):
        cells = _cells(index.tables[name])
        ids = cells["provider_id"] if "provider_id" in cells else cells["site_id"]
        sites = {site for site, of in zip(*_site_owners(index), strict=True) if of == owner}
        mine = [row for row, value in enumerate(ids) if value == owner or value in sites]
        for part, values in cells.items():
            changed = part in ("provider_id", "site_id", "offer_id", "name")
            values += [f"clone-{values[row]}" if changed else values[row] for row in mine]
        tables[name] = _table(cells)
    return tables


def _split(index: Index) -> dict[str, Table]:
    """The provider with most offers as two brands: every other offer at a new site in the same place."""
    owner = _busiest(index)
    tables = {}
    ids, owners = _site_owners(index)
    mine = [row for row, of in enumerate(owners) if of == owner]
    for name in ("providers", "sites"):
        cells = _cells(index.tables[name])
        rows = mine if name == "sites" else [cells["provider_id"].index(owner)]
        for part, values in cells.items():
            changed = part in ("provider_id", "site_id", "name")
            values += [f"brand-{values[row]}" if changed else values[row] for row in rows]
        tables[name] = _table(cells)
    offers = _cells(index.tables["offers"])
    own = {ids[row] for row in mine}
    moved = [row for row, site in enumerate(offers["site_id"]) if site in own][::2]
    for row in moved:
        offers["site_id"][row] = f"brand-{offers['site_id'][row]}"
    return {**tables, "offers": _table(offers)}


def _site_owners(index: Index) -> tuple[list[str], list[str]]:
    cells = _cells(index.tables["sites"])
    return cells["site_id"], cells["provider_id"]
