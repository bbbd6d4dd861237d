"""Files a stranger can read: docstrings, sizes, no traces of one person's machine."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYTHON = sorted([*(ROOT / "pathways").rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py")])
IDS = [str(path.relative_to(ROOT)) for path in PYTHON]
LONGEST = 300

LONG_FILES = {
    # The build is one story told in six steps; cut in two it would be read in two places.
    "pathways/catalogue/build/build.py",
}
"""Files over the limit that were looked at hard and kept whole, each with its reason."""


def _tracked() -> list[Path]:
    """Files that git tracks or would add; skips where there is no git."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
            cwd=ROOT,
            capture_output=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is not a git checkout")
    names = listed.stdout.decode().split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


MACHINE = re.compile(rb"(?<![\w.])/(?:work|tmp|root|home/\w+|Users/\w+)/[\w.-]")


def test_no_file_names_a_path_of_one_machine() -> None:
    found = []
    for path in _tracked():
        data = path.read_bytes()
        if b"\0" not in data and (match := MACHINE.search(data)):
            found.append(f"{path.relative_to(ROOT)}: {match[0].decode()}")
    assert found == []


@pytest.mark.parametrize("path", PYTHON, ids=IDS)
def test_every_module_and_public_name_has_a_docstring(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    if tree.body:
        assert ast.get_docstring(tree), "the module"
    kinds = (ast.FunctionDef, ast.ClassDef)
    public = [n for n in tree.body if isinstance(n, kinds) and not n.name.startswith("_")]
    methods = [
        part
        for node in public
        if isinstance(node, ast.ClassDef)
        for part in node.body
        if isinstance(part, ast.FunctionDef)
        and not part.name.startswith("_")
        and "overload" not in {ast.unparse(mark) for mark in part.decorator_list}
    ]
    bare = [node.name for node in [*public, *methods] if not ast.get_docstring(node)]
    assert bare == []


@pytest.mark.parametrize("path", PYTHON, ids=IDS)
def test_a_long_file_was_looked_at_hard(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    if lines > LONGEST:
        assert str(path.relative_to(ROOT)) in LONG_FILES, f"{lines} lines"


def test_the_list_of_long_files_names_none_that_is_short_or_gone() -> None:
    for name in LONG_FILES:
        assert len((ROOT / name).read_text("utf-8").splitlines()) > LONGEST, name


def test_every_decision_is_in_the_list_of_decisions() -> None:
    folder = ROOT / "docs" / "adr"
    if not (folder / "README.md").is_file():
        pytest.skip("there is no list of decisions (docs/adr/README.md) yet")
    listed = (folder / "README.md").read_text("utf-8")
    missing = [
        p.name for p in folder.glob("*.md") if p.name != "README.md" and p.name not in listed
    ]
    assert missing == []
