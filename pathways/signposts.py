"""Signposts for this learner: steps that exist here but are listed nowhere, one card a reason and route."""

from __future__ import annotations

from pathways.catalogue.index import Index
from pathways.guidance import Signpost, Signposted
from pathways.reason import Reason
from pathways.wants import Wants


def signposts_for(index: Index, wants: Wants) -> tuple[Signpost, ...]:
    """Signposts of the catalogue, grouped; the learner's route and subject filters apply."""
    table = index.tables["signposts"]
    groups: dict[tuple[str, str, str], list[dict[str, str]]] = {}
    for number in range(len(table)):
        row = table.row(number)
        if wants.routes and row["route"] not in wants.routes:
            continue
        if row["reason"] == "LISTED_LEVEL_NOT_STATED" and not _about(row["detail"], wants):
            continue
        groups.setdefault((row["lane"], row["route"], row["reason"]), []).append(row)
    return tuple(
        Signpost(
            route=route,
            lane=lane,  # type: ignore[arg-type]
            because=Reason.of(reason, count=len(rows), year=rows[0]["year"] or "year not stated"),
            providers=tuple(_one(row) for row in rows),
            year=rows[0]["year"],
            source_id=rows[0]["source_id"],
        )
        for (lane, route, reason), rows in sorted(groups.items())
    )


def _about(subject: str, wants: Wants) -> bool:
    return not wants.subjects or subject in wants.subjects


def _one(row: dict[str, str]) -> Signposted:
    return Signposted(
        provider=row["provider_name"],
        place=row["place"],
        detail=row["detail"],
        count=int(row["count"]) if row["count"] else None,
        url=row["url"],
    )
