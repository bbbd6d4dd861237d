"""Which part may know which: arrows point one way, as the design says."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "pathways"
FILES = sorted(PACKAGE.rglob("*.py"))
IDS = [str(path.relative_to(PACKAGE)) for path in FILES]


def _module(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def _imports(path: Path) -> set[str]:
    """Full names of what a file imports anywhere, also inside functions."""
    found: set[str] = set()
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: imports are written in full"
            found |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def _knows(path: Path, *parts: str) -> set[str]:
    return {
        name
        for name in _imports(path)
        if any(name == part or name.startswith(f"{part}.") for part in parts)
    }


def _inside(*folders: str) -> list[Path]:
    return [path for path in FILES if path.relative_to(PACKAGE).parts[0] in folders]


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_streamlit_is_known_to_the_pages_alone(path: Path) -> None:
    if path.relative_to(PACKAGE).parts[0] != "ui":
        assert _knows(path, "streamlit") == set()


_FRONT = ("pathways.ui", "pathways.cli", "pathways.commands", "pathways.__main__")
_USERS = ("pathways.cohort", "pathways.partnership", "pathways.plan", "pathways.audit")
_THINKING = ("pathways.matching", "pathways.routes", "pathways.outcomes")
_FACTS = ("pathways.rules", "pathways.catalogue", "pathways.places")
_GUIDE = ("pathways.guide",)
MAY_NOT_KNOW = {
    "cohort": _FRONT,
    "partnership": _FRONT,
    "plan": _FRONT,
    "audit": _FRONT,
    "matching": (*_FRONT, *_USERS, *_GUIDE, "pathways.routes", "pathways.outcomes"),
    "routes": (*_FRONT, *_USERS, *_GUIDE),
    "outcomes": (*_FRONT, *_USERS, *_GUIDE),
    "rules": (*_FRONT, *_USERS, *_GUIDE, *_THINKING, "pathways.catalogue", "pathways.places"),
    "places": (*_FRONT, *_USERS, *_GUIDE, *_THINKING, "pathways.rules", "pathways.catalogue"),
    "learner": (*_FRONT, *_USERS, *_GUIDE, *_THINKING, *_FACTS),
    "catalogue": (*_FRONT, *_USERS, *_GUIDE, "pathways.rules", "pathways.routes"),
    "words": (*_FRONT, *_USERS, *_GUIDE),
}
"""Folder -> what it must never import (design, section 3)."""

EXCEPTIONS = {
    # Typical rules are put into the catalogue's form where rules are understood.
    ("catalogue/build/entry_rules.py", "pathways.matching.eligibility.typical"),
}
"""Imports against the arrows that were weighed and kept, each with its reason above it."""


@pytest.mark.parametrize("folder", MAY_NOT_KNOW)
def test_arrows_point_one_way(folder: str) -> None:
    against = [
        f"{_module(path)} imports {name}"
        for path in _inside(folder)
        for name in sorted(_knows(path, *MAY_NOT_KNOW[folder]))
        if not any(
            (str(path.relative_to(PACKAGE)), allowed) in EXCEPTIONS
            for allowed in (name, name.rpartition(".")[0])
        )
    ]
    assert against == []


KNOWS_PROVIDERS = (
    *("pathways.catalogue.index", "pathways.catalogue.store", "pathways.catalogue.types"),
    *("pathways.catalogue.tables", "pathways.catalogue.sources", "pathways.catalogue.build"),
    *("pathways.catalogue.check", "pathways.catalogue.publish", "pathways.option"),
)


def test_matching_imports_nothing_that_knows_a_provider() -> None:
    found = {_module(path): _knows(path, *KNOWS_PROVIDERS) for path in _inside("matching")}
    assert {name: known for name, known in found.items() if known} == {}


def test_readers_of_files_know_no_catalogue() -> None:
    catalogue = {
        f"pathways.catalogue.{path.stem}"
        for path in (PACKAGE / "catalogue").glob("*.py")
        if path.stem not in ("__init__", "types")
    } | {"pathways.catalogue.build"}
    for path in (PACKAGE / "catalogue" / "sources").glob("*.py"):
        assert _knows(path, *catalogue) == set(), path.name


def test_no_part_of_the_package_imports_the_tests() -> None:
    for path in FILES:
        assert _knows(path, "tests", "support", "benchmarks", "pytest") == set()


def _mutable(path: Path) -> Iterator[str]:
    """Names bound at module level to a list, dict or set that code could change."""
    made = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    for node in _tree(path).body:
        value = getattr(node, "value", None)
        if not isinstance(node, ast.Assign | ast.AnnAssign) or value is None:
            continue
        called = isinstance(value, ast.Call) and isinstance(value.func, ast.Name)
        if isinstance(value, made) or (called and value.func.id in ("dict", "list", "set")):
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            name = ast.unparse(target)
            # A name in capitals is a constant by its looks: nothing may change it below.
            if name.strip("_").isupper() and not _changed(path, name):
                continue
            yield name


def _changed(path: Path, name: str) -> bool:
    changing = {"append", "update", "add", "pop", "clear", "extend", "setdefault", "remove"}
    for node in ast.walk(_tree(path)):
        if (
            isinstance(node, ast.Attribute)
            and node.attr in changing
            and isinstance(node.value, ast.Name)
            and node.value.id == name
        ):
            return True
        if (
            isinstance(node, ast.Subscript)
            and isinstance(node.ctx, ast.Store | ast.Del)
            and isinstance(node.value, ast.Name)
            and node.value.id == name
        ):
            return True
        if isinstance(node, ast.Global):
            return True
    return False


# A page is a script that runs afresh for each visit: its names are that visit's own.
SHARED_BY_SESSIONS = [path for path in _inside("ui") if path.parent.name != "pages"]


@pytest.mark.parametrize("path", SHARED_BY_SESSIONS, ids=_module)
def test_no_page_keeps_state_that_sessions_would_share(path: Path) -> None:
    assert list(_mutable(path)) == []


def _catches_all(path: Path) -> list[str]:
    kinds = {"", "Exception", "BaseException"}
    return [
        f"{path.relative_to(PACKAGE)}:{ast.unparse(node.type) if node.type else 'bare'}"
        for node in ast.walk(_tree(path))
        if isinstance(node, ast.ExceptHandler)
        and (ast.unparse(node.type) if node.type else "") in kinds
    ]


def test_one_handler_alone_catches_every_error_the_one_around_a_page() -> None:
    assert [found for path in FILES for found in _catches_all(path)] == ["ui/shell.py:Exception"]
