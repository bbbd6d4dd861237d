"""Every real provider of the shipped area is told what the official file says: all of them, all cells."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from pathways.catalogue.store import load_catalogue
from pathways.outcomes.for_option import (
    COHORTS,
    OptionResults,
    YearOfResults,
    results_for_option,
    results_of,
)
from pathways.outcomes.value_added import signed
from pathways.paths import ROOT
from pathways.words import say_reason
from tests.support.shared import official_folder

pytestmark = pytest.mark.official

AREA = ROOT / "data/areas/kingston-surrey-sutton"
FILE = "official-data/performance/2023-2024_england_ks5final.csv.gz"
OLDER = "official-data/performance/2021-2022_england_ks5final.csv.gz"
NAMES = {
    "a_level": ("ALEV", "ALEV_1618"),
    "academic": ("ACAD", "ACAD_1618"),
    "applied_general": ("AGEN", "AGEN"),
    "tech_level": ("TLEV", "TLEV"),
    "technical_certificate": ("TechCert", "TechCert"),
}
"""What DfE calls a cohort inside its columns, and at their end."""
CODES = {"NE", "SUPP", "SP", "NP", "NA", "c", "z", ""}


def read(name: str) -> pd.DataFrame:
    path = official_folder() / name
    table = pd.read_csv(path, dtype=str, encoding="utf-8-sig", keep_default_na=False)
    return table[table["RECTYPE"] == "1"].set_index("URN")


def plain_number(cell: str) -> float | None:
    return None if cell in CODES else float(cell.rstrip("%"))


def test_the_details_of_every_provider_match_the_official_file() -> None:
    official = read(FILE)
    index = load_catalogue(AREA).index
    providers = [p for p in index.tables["providers"]["provider_id"].words if p.startswith("urn-")]
    assert len(providers) > 95
    scored = told_why = 0
    for provider in providers:
        rows = results_of(index, provider)
        if provider.removeprefix("urn-") not in official.index:
            assert rows == ()
            continue
        cells = official.loc[provider.removeprefix("urn-")]
        for route in COHORTS:
            found = results_for_option(route, rows)
            check_presence(found, cells, route)
            for years in found.cohorts:
                (year,) = years
                check(year, cells)
                scored += year.progress.score is not None
                told_why += year.progress.missing is not None
    assert scored > 200
    assert told_why > 20


def check_presence(found: OptionResults, cells: pd.Series, route: str) -> None:
    """A cohort is shown unless the official file says that nobody was in it."""
    told = {years[0].progress.cohort for years in found.cohorts}
    taken = {c for c in COHORTS[route] if cells[f"TALLPUP_{NAMES[c][1]}"] not in {"NE", ""}}
    assert told == taken
    assert (found.missing is None) == bool(taken)


def check(year: YearOfResults, cells: pd.Series) -> None:
    """One cohort against its official cells, numbers and sentences."""
    found = year.progress
    short, long = NAMES[found.cohort]
    headings = [f"{name}_INS_{short}" for name in ("VA", "LCI", "UCI")]
    official = [plain_number(cells.get(name, "")) for name in headings]
    whole = None not in official
    assert [found.score, found.low, found.high] == (official if whole else [None] * 3)
    band = plain_number(cells.get(f"PROGRESS_BAND_{short}", ""))
    assert found.band == (int(band) if whole and band is not None else None)
    counted = plain_number(cells[f"TALLPUP_{long}"])
    assert found.students == (None if counted is None or counted < 6 else int(counted))
    said = " ".join(say_reason(reason) for reason in year.about)
    if whole and found.score is not None:
        assert f"The score is {signed(found.score)}." in said
        assert ("A score below 0 does not mean" in said) == (official[2] < 0)  # type: ignore[operator]
    else:
        code = cells.get(headings[0], "").upper() or "NP"
        assert [reason.code for reason in year.about] == [f"NO_FIGURE_{code}"]
    check_retention(year, cells[f"PT_Retained_{short}_Ret"])
    check_raw(year, cells, long)


def check_retention(year: YearOfResults, cell: str) -> None:
    stayed = plain_number(cell)
    if stayed is None:
        wanted = ["RETENTION_NO_FIGURE", f"NO_FIGURE_{cell.upper() or 'NP'}"]
        assert [reason.code for reason in year.retention] == wanted
    else:
        assert f"About {round(stayed)} of every 100" in say_reason(year.retention[0])


def check_raw(year: YearOfResults, cells: pd.Series, long: str) -> None:
    """Raw results stand after their word of care; a code is never shown as a grade."""
    codes = [reason.code for reason in year.raw]
    said = " ".join(say_reason(reason) for reason in year.raw)
    if codes:
        fairer = year.progress.score is not None
        assert codes[0] == ("RAW_SAYS_WHO_JOINED" if fairer else "RAW_WITHOUT_PROGRESS")
    grade = cells[f"TALLPPEGRD_{long}"]
    if grade in CODES:
        assert "RAW_GRADE" not in codes
    else:
        shown = re.sub(r"^L(\d)", r"level \1 ", grade.replace("Dist", "Distinction"))
        assert f"The average grade was {shown}." in said
    if year.progress.cohort != "a_level":
        assert not {"RAW_AAB_PCT", "RAW_BEST3_GRADE"} & set(codes)
        return
    top = plain_number(cells["PTAAB_2FAC"])
    if top is not None:
        assert f"About {round(top)} of every 100 A level students got AAB" in said
    best = cells["TB3PTSE_GRD"]
    assert (f"best three A levels was {best}." in said) == (best not in CODES)


def test_the_official_files_hold_progress_for_one_year_so_one_year_is_shown() -> None:
    newest, older = read(FILE), read(OLDER)
    for cohort in ("ALEV", "ACAD", "AGEN"):
        assert (newest[f"VA_INS_{cohort}"] != "").any()
        for year in ("23", "22", "21"):
            assert set(newest[f"VA_INS_{cohort}_{year}"]) == {""}
        assert f"VA_INS_{cohort}" not in older.columns
