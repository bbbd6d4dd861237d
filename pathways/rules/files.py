"""Reads and checks the files of `data/rules`: what is wrong is said with its file and line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pathways.errors import RuleValueError
from pathways.rules.dated import Period, Reference, Rule, Trust

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
EARLIEST = date(2000, 1, 1)
LATEST = date(2040, 12, 31)


class _Edge(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Reference(_Edge):
    id: str = Field(min_length=1)
    title: str = Field(min_length=1)
    href: str = Field(pattern=r"^https?://\S+$")


class _Period(_Edge):
    start: date = Field(alias="from")
    end: date | None = Field(default=None, alias="to")
    value: Any


class _File(_Edge):
    what: str = Field(min_length=10)
    values: tuple[_Period, ...] = Field(min_length=1)
    reference: tuple[_Reference, ...] = Field(min_length=1)
    trust: Trust
    last_checked: date
    unit: str = ""
    note: str = ""
    gap: bool = False


def read_rules(folder: Path) -> Mapping[str, Rule]:
    """Every rule of a folder by name (topic/file); raises `RuleValueError` for a wrong one."""
    rules: dict[str, Rule] = {}
    titles: dict[str, tuple[Reference, str]] = {}
    for path in sorted(folder.rglob("*.yaml")):
        name = path.relative_to(folder).with_suffix("").as_posix()
        rule = read_rule(path, name)
        for reference in rule.references:
            known, file = titles.setdefault(reference.id, (reference, rule.file))
            if known != reference:
                at = _lines(path).get("reference", 1)
                what = f"source {reference.id} has another title or address than in {file}."
                raise _wrong(rule.file, at, what)
        rules[name] = rule
    if not rules:
        raise RuleValueError("no dated values here.", where=folder.name, do="Restore data/rules.")
    return MappingProxyType(rules)


def read_rule(path: Path, name: str) -> Rule:
    """One file, checked."""
    label = f"{name}.yaml"
    try:
        lines = _lines(path)
        loaded = yaml.load(path.read_text("utf-8"), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _wrong(label, line, f"this is not YAML: {error.problem}.") from error
    if not isinstance(loaded, dict):
        raise _wrong(label, 1, "this file has no fields.")
    try:
        read = _File.model_validate(loaded)
    except ValidationError as error:
        first = error.errors()[0]
        at = ".".join(str(part) for part in first["loc"])
        raise _wrong(label, _line_of(lines, at), f"{at}: {first['msg']}.") from error
    _check_dates(read, label, lines)
    periods = tuple(Period(row.start, row.end, _frozen(row.value)) for row in read.values)
    return Rule(
        name=name,
        what=read.what,
        periods=periods,
        references=tuple(Reference(row.id, row.title, row.href) for row in read.reference),
        trust=read.trust,
        last_checked=read.last_checked,
        unit=read.unit,
        note=read.note,
        file=label,
    )


def _check_dates(read: _File, label: str, lines: Mapping[str, int]) -> None:
    if not EARLIEST <= read.last_checked <= LATEST:
        at = _line_of(lines, "last_checked")
        raise _wrong(label, at, f"last_checked {read.last_checked} is out of reach.")
    for index, row in enumerate(read.values):
        at = _line_of(lines, f"values.{index}")
        if row.value is None:
            raise _wrong(label, at, "a period has no value.")
        if not EARLIEST <= row.start <= LATEST or (row.end and row.end > LATEST):
            raise _wrong(label, at, f"the dates {row.start} to {row.end} are out of reach.")
        if row.end and row.end < row.start:
            raise _wrong(label, at, f"it ends ({row.end}) before it starts ({row.start}).")
        if index == 0:
            continue
        before = read.values[index - 1]
        if before.end is None or row.start <= before.end:
            raise _wrong(
                label, at, f"two values hold on {row.start}: periods overlap, or are out of order."
            )
        if row.start > before.end + timedelta(days=1) and not read.gap:
            raise _wrong(
                label, at, f"no value from {before.end} to {row.start}, and `gap: true` is not set."
            )


def _wrong(label: str, line: int, what: str) -> RuleValueError:
    return RuleValueError(
        what, where=f"{label}, line {line}", do="Correct the file and start again."
    )


def _frozen(value: Any) -> Any:
    """The value with every mapping and list made unchangeable, because all callers share it."""
    if isinstance(value, dict):
        return MappingProxyType({str(key): _frozen(one) for key, one in value.items()})
    if isinstance(value, list):
        return tuple(_frozen(one) for one in value)
    return value


def _lines(path: Path) -> dict[str, int]:
    """The line of each field, as `values.0.from`; refuses a field that is written twice."""
    node = yaml.compose(path.read_text("utf-8"), Loader=_LOADER)
    found: dict[str, int] = {}

    def walk(node: yaml.Node, at: str) -> None:
        found.setdefault(at, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, child in node.value:
                if key.value in seen:
                    raise yaml.MarkedYAMLError(
                        problem=f'"{key.value}" is written twice', problem_mark=key.start_mark
                    )
                seen.add(key.value)
                inner = f"{at}.{key.value}".strip(".")
                found[inner] = key.start_mark.line + 1
                walk(child, inner)
        elif isinstance(node, yaml.SequenceNode):
            for index, child in enumerate(node.value):
                walk(child, f"{at}.{index}")

    if node is not None:
        walk(node, "")
    return found


def _line_of(lines: Mapping[str, int], at: str) -> int:
    """The line of a field, or of the nearest thing around it."""
    while at not in lines and "." in at:
        at = at.rpartition(".")[0]
    return lines.get(at, 1)
