"""DfE apprenticeship statistics (Parquet): which providers train apprentices in what, and where.

Starts in the past show where a standard has been delivered, not that a vacancy exists.
A year such as "2025/26 (Aug to Apr)" is part of a year and stays written so.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from pathways.catalogue.sources.draft import UKPRN, Draft, Reading
from pathways.catalogue.sources.problem import refused
from pathways.catalogue.sources.raw import read_raw

LEVELS = {
    "Intermediate Apprenticeship": "L2",
    "Advanced Apprenticeship": "L3",
    "Higher Apprenticeship": "L4+",
}
_COUNTS = ("starts", "enrolments", "achievements")


def read_standards(path: Path | str) -> Reading:
    """Counts by provider and standard; old frameworks, closed to new starters, are not kept.

    Columns: provider, ukprn, provider_type, year, level (L2, L3, L4+), standard, sector_tier1,
    sector_tier2, measure (starts, enrolments, achievements), value (float).
    """
    columns = {"level": "apps_Level", "standard": "std_fwk_name", "sector_tier1": "ssa_t1_desc"}
    columns |= {"sector_tier2": "ssa_t2_desc", "flag": "std_fwk_flag", "measure": "measure"}
    columns |= {"provider_type": "provider_type", "value": "values"}
    draft = _draft(path, columns)
    draft.require_one_of("flag", ("Standard", "Framework"))
    draft.keep(draft.table["flag"] == "Standard")
    _levels(draft)
    draft.table["measure"] = draft.table["measure"].str.casefold()
    draft.require_one_of("measure", _COUNTS)
    draft.numbers("value")
    about = ("provider", "ukprn", "provider_type", "year", "level", "standard")
    return draft.reading(*about, "sector_tier1", "sector_tier2", "measure", "value")


def read_districts(path: Path | str) -> Reading:
    """Counts by provider and pair of district names.

    Columns: provider, ukprn, year, home (where apprentices live), delivery (where they are
    trained), starts, enrolments, achievements (float).
    """
    draft = _draft(path, {"home": "learner_home_lad", "delivery": "delivery_lad"} | _same(_COUNTS))
    for column in _COUNTS:
        draft.numbers(column)
    return draft.reading("provider", "ukprn", "year", "home", "delivery", *_COUNTS)


def read_breakdowns(path: Path | str) -> Reading:
    """Counts by provider, level, age group and region.

    Columns: provider, ukprn, provider_type, year, level, age_group (Under 19, 19-24, 25+),
    delivery_region, home_region, starts, enrolments, achievements (float).
    """
    columns = {"level": "apps_Level", "home_region": "learner_home_region"}
    columns |= _same(("provider_type", "age_group", "delivery_region", *_COUNTS))
    draft = _draft(path, columns)
    _levels(draft)
    draft.require_one_of("age_group", ("Under 19", "19-24", "25+"))
    for column in _COUNTS:
        draft.numbers(column)
    about = ("provider", "ukprn", "provider_type", "year", "level", "age_group")
    return draft.reading(*about, "delivery_region", "home_region", *_COUNTS)


def _same(names: tuple[str, ...]) -> dict[str, str]:
    return {name: name for name in names}


def _draft(path: Path | str, columns: Mapping[str, str]) -> Draft:
    """The named columns and year, provider and ukprn, the last two split from one cell."""
    columns = {"year": "year", "provider": "provider_name", **columns}
    raw = read_raw(path).expect("parquet")
    try:
        packed = pq.ParquetFile(io.BytesIO(raw.data))
        there = packed.schema_arrow.names
        missing = [heading for heading in columns.values() if heading not in there]
        if missing:
            raise refused(raw.name, "MISSING_COLUMN", columns=", ".join(missing))
        table = packed.read(columns=list(columns.values())).to_pandas()
    except (pa.ArrowException, OSError) as error:
        raise refused(raw.name, "DAMAGED_FILE", value="parquet") from error
    if table.empty:
        raise refused(raw.name, "EMPTY_FILE")
    table = table.rename(columns={heading: name for name, heading in columns.items()})
    table.index = pd.RangeIndex(1, len(table) + 1, name="row")
    for column in table.select_dtypes(exclude="number"):
        table[column] = table[column].fillna("").astype("str").str.strip()
    draft = Draft(table[list(columns)], columns, file=raw.name, sha256=raw.sha256)
    draft.require_match("year", r"20\d\d/\d\d( \(.+\))?", code="BAD_YEAR")
    _split_provider(draft)
    return draft


def _split_provider(draft: Draft) -> None:
    parts = draft.table["provider"].str.extract(rf"^(?P<name>.+?)\s*\((?P<ukprn>{UKPRN})\)$")
    named = parts["ukprn"].notna()
    draft.require("provider", named, code="BAD_UKPRN")
    draft.table["ukprn"] = parts.loc[named, "ukprn"]
    draft.table["provider"] = parts.loc[named, "name"]


def _levels(draft: Draft) -> None:
    draft.require_one_of("level", LEVELS)
    draft.table["level"] = draft.table["level"].map(LEVELS)
