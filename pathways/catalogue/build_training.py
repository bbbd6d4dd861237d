"""Builds the fictional training area from the hand-written files of `data/reference/areas/training`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pathways.catalogue.entry_rules import parse
from pathways.catalogue.naming import course_id, offer_id, site_id, slug
from pathways.catalogue.publish import publish
from pathways.catalogue.reference import subjects
from pathways.catalogue.types import (
    Course,
    EntryRule,
    Event,
    Note,
    Offer,
    Provider,
    Row,
    Site,
    Source,
)
from pathways.errors import CatalogueError
from pathways.paths import AREAS, REFERENCE
from pathways.yaml_file import read_yaml

TRAINING = "training"
FOLDER = REFERENCE / "areas" / TRAINING
_AREA = "area.yaml"
_LEVEL_OF = {
    "entry_level": "E",
    "level_1": "1",
    "level_2": "2",
    "apprenticeship_l2": "2",
    "foundation_apprenticeship": "2",
    "supported_internship": "",
    "re_engagement": "",
}


def build_training(to: Path = AREAS / TRAINING, *, folder: Path = FOLDER) -> dict[str, Any]:
    """Write the training area to `to`; returns its manifest. Raises `CatalogueError`."""
    area = read_yaml(folder / _AREA)
    about = {
        "area": area["area"],
        "title": area["title"],
        "start_year": area["start_year"],
        "fictional": True,
        "accounts": {},
        "inputs": {},
    }
    return publish(training_tables(folder), to, about=about)


def training_tables(folder: Path = FOLDER) -> dict[str, Sequence[Row]]:
    """Every table of the training area, each row citing its one source."""
    area = read_yaml(folder / _AREA)
    tables: dict[str, list[Row]] = {
        "sources": [Source(**area["source"])],
        **{name: [] for name in ("providers", "sites", "courses", "offers", "entry_rules")},
        **{name: [] for name in ("events", "notes")},
    }
    courses: dict[str, Course] = {}
    for path in sorted(folder.glob("*.yaml")):
        if path.name != _AREA:
            _add(tables, courses, read_yaml(path), area)
    tables["courses"] = list(courses.values())
    return {name: tuple(rows) for name, rows in tables.items()}


def _add(
    tables: dict[str, list[Row]],
    courses: dict[str, Course],
    entry: Mapping[str, Any],
    area: Mapping[str, Any],
) -> None:
    provider = _provider(entry["provider"], area)
    tables["providers"].append(provider)
    source, fields = provider.source_id, _fields(area)
    sites = {one["id"]: _site(provider, one) for one in entry["sites"]}
    tables["sites"] += sites.values()
    for group in entry["offers"]:
        where = sites[group.get("site", next(iter(sites)))]
        whole = _rule(provider, group, "programme", "", group["rule"])
        tables["entry_rules"] += [rule for rule in (whole,) if rule not in tables["entry_rules"]]
        for subject, own in _subjects(group["subjects"]):
            course = _course(group, subject, fields)
            courses.setdefault(course.course_id, course)
            rule = _rule(provider, group, "subject", subject, own) if own else None
            tables["entry_rules"] += [rule] if rule and rule not in tables["entry_rules"] else []
            tables["offers"].append(_offer(group, where, course, whole, rule))
    tables["events"] += [
        Event(
            provider_id=provider.provider_id,
            provider_name=provider.name,
            kind=one["kind"],
            date=str(one["date"]),
            text=one["text"],
            source_id=source,
        )
        for one in entry.get("events", ())
    ]
    tables["notes"] += [
        Note(
            provider_id=provider.provider_id,
            topic=one["topic"],
            entry_year=str(area["start_year"]),
            text=one["text"],
            source_id=source,
        )
        for one in entry.get("notes", ())
    ]


def _provider(cells: Mapping[str, Any], area: Mapping[str, Any]) -> Provider:
    return Provider(
        **{key: value for key, value in cells.items() if key != "id"},
        provider_id=f"{TRAINING}-{cells['id']}",
        la=area["la"],
        region=area["region"],
        status="Open",
        note="Fictional.",
        source_id=area["source"]["source_id"],
        year=area["year"],
    )


def _site(provider: Provider, cells: Mapping[str, Any]) -> Site:
    return Site(
        site_id=site_id(provider.provider_id, "" if cells["id"] == "main" else cells["id"]),
        provider_id=provider.provider_id,
        name=cells["name"],
        town=cells["town"],
        lat=cells["lat"],
        lon=cells["lon"],
        coordinate_basis="postcode",
        source_id=provider.source_id,
    )


def _subjects(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """`Biology | Biology@6` is a subject with a rule of its own."""
    for line in lines:
        subject, _, own = line.partition("|")
        yield subject.strip(), own.strip()


def _course(group: Mapping[str, Any], subject: str, fields: Mapping[str, str]) -> Course:
    size = 1 if group["route"] == "a_level" and "size" not in group else group.get("size")
    return Course(
        course_id=course_id(group["qualification"], subject),
        route=group["route"],
        qualification=group["qualification"],
        subject=subject,
        field=_field(subject, fields),
        level=_LEVEL_OF.get(group["route"], "3"),  # type: ignore[arg-type]
        size=size,
        part=group.get("part", "main"),
    )


def _field(subject: str, fields: Mapping[str, str]) -> str:
    try:
        return fields[subject]
    except KeyError:
        raise CatalogueError(
            f"Nobody knows the field of the subject '{subject}'.",
            where=_AREA,
            do="Add it under fields.",
        ) from None


def _fields(area: Mapping[str, Any]) -> Mapping[str, str]:
    """Subject to field: the official names, and the area's own."""
    official = {one.name: one.field for one in subjects().values()}
    return official | {name: field for field, names in area["fields"].items() for name in names}


def _rule(
    provider: Provider, group: Mapping[str, Any], scope: str, subject: str, text: str
) -> EntryRule:
    """A published rule in its one written form, so that a group's rule is one row."""
    written = str(parse(text))
    key = f"{group.get('site', 'main')}.{slug(group['qualification'])}"
    return EntryRule(
        rule_id=f"{provider.provider_id}:{key}.{slug(subject) if subject else slug(written)}",
        provider_id=provider.provider_id,
        scope=scope,  # type: ignore[arg-type]
        qualification=group["route"],
        subject=subject,
        rule=written,
        basis="published",
        entry_year="2027",
        source_id=provider.source_id,
    )


def _offer(
    group: Mapping[str, Any], site: Site, course: Course, whole: EntryRule, own: EntryRule | None
) -> Offer:
    return Offer(
        offer_id=offer_id(site.site_id, course.course_id),
        site_id=site.site_id,
        course_id=course.course_id,
        basis="provider",
        basis_year="2026/27",
        title=group.get("title", ""),
        entries_note="not published",
        note=group.get("note", ""),
        programme_rule_id=whole.rule_id,
        subject_rule_id=own.rule_id if own else "",
        rule_basis="published",
        length_years=group["length"],
        source_id=site.source_id,
    )
