"""Providers and their sites: the institutions of the official tables, plus colleges that teach here."""

from __future__ import annotations

from typing import Any

import pandas as pd

from pathways.catalogue.build.area import Area
from pathways.catalogue.build.facts import Facts
from pathways.catalogue.build.rows import rows_of
from pathways.catalogue.naming import provider_id, site_id
from pathways.catalogue.reference import institution_types
from pathways.catalogue.types import CoordinateBasis, Provider, Site

RESULTS = "dfe-results-2024"
YEAR = "2023/24"
_SELECTIVE = {"SEL": "yes", "NSE": "no"}
_NO_RELIGION = {"", "does not apply", "none", "unknown"}


def placed(facts: Facts, table: pd.DataFrame) -> pd.DataFrame:
    """A table with `postcode` gains `lat`, `lon` and `coordinate_basis`, from postcode, else sector."""
    exact = facts.postcodes.reindex(table["postcode"])
    sector = table["postcode"].str.slice(0, -2)
    near = facts.sectors.reindex(sector)
    out = table.copy()
    known = exact["lat"].notna().to_numpy()
    nearly = near["lat"].notna().to_numpy()
    for column in ("lat", "lon"):
        values = pd.Series(exact[column].to_numpy(float), index=table.index)
        values = values.where(known, near[column].to_numpy(float))
        out[column] = values.round(4)
    basis = pd.Series("not_published", index=table.index)
    basis = basis.mask(nearly, "sector").mask(known, "postcode")
    out["coordinate_basis"] = basis
    return out


def institutions_of(facts: Facts, area: Area) -> pd.DataFrame:
    """The official institutions in the area, placed, one row each."""
    names = facts.authorities.set_index("la_code")
    everywhere = placed(facts, facts.institutions)
    everywhere["la"] = everywhere["la_code"].map(names["la"]).fillna("")
    everywhere["region"] = everywhere["la_code"].map(names["region"]).fillna("")
    return everywhere[area.holds(everywhere)].sort_values("urn")


def providers_and_sites(
    facts: Facts, area: Area, institutions: pd.DataFrame, elsewhere: pd.DataFrame
) -> tuple[list[Provider], list[Site]]:
    """Rows for every provider and site.

    `elsewhere` are institutions named by the subject results or the area's facts that the
    2023/24 tables do not have here: columns urn, name, la, type.
    """
    providers, sites = [], []
    for row in rows_of(institutions):
        provider = _institution(facts, area, row)
        providers.append(provider)
        sites.append(_main_site(provider, row, bool(area.sites.get(provider.urn))))
    for entry in rows_of(elsewhere):
        provider, site = _from_register(facts, entry)
        providers.append(provider)
        sites.append(site)
    for extra in area.also_teaching_here:
        provider = _extra(facts, area, extra)
        providers.append(provider)
        if provider.urn not in area.sites:
            sites.append(_unplaced_site(provider))
    held = {provider.provider_id for provider in providers}
    for urn, campuses in area.sites.items():
        owner = provider_id(urn, "", "")
        if owner in held:
            sites.extend(_campus(facts, owner, campus) for campus in campuses)
    return providers, sites


def _institution(facts: Facts, area: Area, row: dict[str, Any]) -> Provider:
    kind = institution_types()[row["type_code"]]
    urn = row["urn"]
    register = facts.register_2024
    religion = row["religion"].strip()
    return Provider(
        provider_id=provider_id(urn, "", row["name"]),
        urn=urn,
        ukprn=area.ukprns.get(urn, ""),
        name=row["name"],
        kind=kind.kind,
        fee_paying=kind.fee_paying,
        la=row["la"],
        la_code=row["la_code"],
        region=row["region"],
        gender=row["gender"],
        selective=_SELECTIVE.get(row["admission_policy"].upper(), ""),  # type: ignore[arg-type]
        religion="" if religion.casefold() in _NO_RELIGION else religion,
        age_range=row["age_range"],
        students_16_18=_whole(row["students_16_18"]),
        website=str(facts.websites.get(urn, "")),
        phone=row["phone"],
        status=str(register["status"].get(urn, "")),
        source_id=RESULTS,
        year=YEAR,
    )


def _whole(value: float) -> int | None:
    return None if pd.isna(value) else int(value)


def _main_site(provider: Provider, row: dict[str, Any], has_campuses: bool) -> Site:
    return Site(
        site_id=site_id(provider.provider_id),
        provider_id=provider.provider_id,
        name=f"{provider.name} (campus not stated)" if has_campuses else provider.name,
        address=row["address"],
        town=row["town"],
        postcode=row["postcode"],
        lat=_number(row["lat"]),
        lon=_number(row["lon"]),
        coordinate_basis=row["coordinate_basis"],
        source_id=RESULTS,
    )


def _number(value: Any) -> float | None:
    return None if value is None or pd.isna(value) else float(value)


def _position(facts: Facts, postcode: str) -> tuple[float | None, float | None, CoordinateBasis]:
    if not postcode:
        return None, None, "not_published"
    row = placed(facts, pd.DataFrame({"postcode": [postcode]})).iloc[0]
    return _number(row["lat"]), _number(row["lon"]), row["coordinate_basis"]


def _from_register(facts: Facts, entry: dict[str, Any]) -> tuple[Provider, Site]:
    """An institution that only the subject results name: its address from the register."""
    urn = entry["urn"]
    register = facts.register_2022.loc[urn] if urn in facts.register_2022.index else None
    postcode = "" if register is None else str(register["postcode"])
    lat, lon, basis = _position(facts, postcode)
    provider = Provider(
        provider_id=provider_id(urn, "", entry["name"]),
        urn=urn,
        name=entry["name"],
        kind=entry["kind"],
        fee_paying=entry["fee_paying"] == "yes",
        la=entry["la"],
        la_code=entry["la_code"],
        status=str(facts.register_2024["status"].get(urn, "")),
        note="In the 2024/25 subject results, not in the 2023/24 tables.",
        source_id="dfe-subjects-2025",
        year="2024/25",
    )
    site = Site(
        site_id=site_id(provider.provider_id),
        provider_id=provider.provider_id,
        name=provider.name,
        town="" if register is None else str(register["town"]),
        postcode=postcode,
        lat=lat,
        lon=lon,
        coordinate_basis=basis,
        source_id="gias-2022",
    )
    return provider, site


def _extra(facts: Facts, area: Area, extra: dict[str, Any]) -> Provider:
    """A provider of the area's published facts that is registered elsewhere, or is no institution."""
    urn = extra.get("urn", "")
    known = facts.institutions[facts.institutions["urn"] == urn]
    if len(known):
        row = {"la": "", "region": "", **rows_of(known)[0]}
        provider = _institution(facts, area, row)
        return provider.model_copy(update={"note": extra["why"]})
    return Provider(
        provider_id=provider_id(urn, "", extra["name"]),
        urn=urn,
        name=extra["name"],
        kind=extra["kind"],
        note=extra["why"],
        source_id="provider-pages",
        year="as stated on each fact",
    )


def _unplaced_site(provider: Provider) -> Site:
    """The one site of a provider whose address nobody published."""
    return Site(
        site_id=site_id(provider.provider_id),
        provider_id=provider.provider_id,
        name=provider.name,
        coordinate_basis="not_published",
        source_id="provider-pages",
    )


def _campus(facts: Facts, owner: str, campus: dict[str, Any]) -> Site:
    postcode, source = campus.get("postcode", ""), "provider-pages"
    if not postcode and campus.get("register_urn"):
        postcode = str(facts.register_2022["postcode"].get(campus["register_urn"], ""))
        source = "gias-2022"
    lat, lon, basis = _position(facts, postcode)
    return Site(
        site_id=site_id(owner, campus["name"]),
        provider_id=owner,
        name=campus["name"],
        postcode=postcode,
        lat=lat,
        lon=lon,
        coordinate_basis=basis,
        source_id=source,
    )
