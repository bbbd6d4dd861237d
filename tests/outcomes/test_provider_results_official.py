"""Every real provider of the shipped area is told what the official file says: all of them, all cells."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

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
YEARS = ("2021/22", "2022/23", "2023/24")
CODES = {"NE", "SUPP", "SP", "NP", "NA", "c", "z", ""}


def read(name: str) -> pd.DataFrame:
    path = official_folder() / name
    table = pd.read_csv(path, dtype=str, encoding="utf-8-sig", keep_default_na=False)
    return table[table["RECTYPE"] == "1"].set_index("URN")


OFFICIAL = cache(read)


def plain_number(cell: str) -> float | None:
    return None if cell in CODES else float(cell.rstrip("%"))


def cells_of(provider: str, year: str) -> tuple[pd.Series | None, str]:
    """The official cells of a year, and what ends their headings: from that year's own file first."""
    urn = provider.removeprefix("urn-")
    own, again = {"2023/24": (FILE, ""), "2022/23": (None, "_23"), "2021/22": (OLDER, "_22")}[year]
    if own and urn in OFFICIAL(own).index:
        return OFFICIAL(own).loc[urn], ""
    if again and urn in OFFICIAL(FILE).index:
        row = OFFICIAL(FILE).loc[urn]
        return row.set_axis(row.index.str.upper()), again
    return None, ""


def heading(name: str, ending: str) -> str:
    return (name + ending).upper() if ending else name


def test_the_details_of_every_provider_match_the_official_files_in_every_year() -> None:
    index = load_catalogue(AREA).index
    providers = [p for p in index.tables["providers"]["provider_id"].words if p.startswith("urn-")]
    assert len(providers) > 95
    scored = told_why = 0
    checked: Counter[str] = Counter()
    for provider in providers:
        rows = results_of(index, provider)
        if provider.removeprefix("urn-") not in OFFICIAL(FILE).index:
            assert rows == ()
            continue
        for route in COHORTS:
            found = results_for_option(route, rows)
            check_presence(found, provider, route)
            for years in found.cohorts:
                assert [y.row.year for y in years] == sorted({y.row.year for y in years})[::-1]
                for year in years:
                    cells, ending = cells_of(provider, year.row.year)
                    assert cells is not None
                    check(year, cells, ending)
                    checked[year.row.year] += 1
                    scored += year.progress.score is not None
                    told_why += year.progress.missing is not None
    assert scored > 200
    assert told_why > 400
    assert min(checked[year] for year in YEARS) > 200


def check_presence(found: OptionResults, provider: str, route: str) -> None:
    """A cohort is shown unless the official files say that nobody was in it in any of the years."""
    told = {years[0].progress.cohort for years in found.cohorts}
    taken = set()
    for year in YEARS:
        cells, ending = cells_of(provider, year)
        for cohort in COHORTS[route]:
            cell = "" if cells is None else cells[heading(f"TALLPUP_{NAMES[cohort][1]}", ending)]
            taken |= {cohort} if cell not in {"NE", ""} else set()
    assert told == taken
    assert (found.missing is None) == bool(taken)


def check(year: YearOfResults, cells: pd.Series, ending: str) -> None:
    """One cohort and year against its official cells, numbers and sentences."""
    found = year.progress
    short, long = NAMES[found.cohort]
    headings = [heading(f"{name}_INS_{short}", ending) for name in ("VA", "LCI", "UCI")]
    official = [plain_number(cells.get(name, "")) for name in headings]
    whole = None not in official
    assert [found.score, found.low, found.high] == (official if whole else [None] * 3)
    band = plain_number(cells.get(heading(f"PROGRESS_BAND_{short}", ending), ""))
    assert found.band == (int(band) if whole and band is not None else None)
    size = cells[heading(f"TALLPUP_{long}", ending)]
    counted = plain_number(size)
    assert found.students == (None if counted is None or counted < 6 else int(counted))
    assert (year.row.students.why is None) == (found.students is not None)
    said = " ".join(say_reason(reason) for reason in year.about)
    if whole and found.score is not None:
        assert f"The score is {signed(found.score)}." in said
        assert ("A score below 0 does not mean" in said) == (official[2] < 0)  # type: ignore[operator]
    else:
        code = cells.get(headings[0], "").upper() or "NP"
        code = "YEAR" if code == "NP" and found.year != "2023/24" else code
        code = "NE" if size == "NE" else code
        assert [reason.code for reason in year.about] == [f"NO_FIGURE_{code}"]
    if size == "NE":
        figures = (year.row.students, year.row.score, year.row.stayed, year.row.grade)
        assert {figure.why and figure.why.code for figure in figures} == {"NO_FIGURE_NE"}
        assert year.raw == ()
        return
    check_retention(year, cells[heading(f"PT_Retained_{short}_Ret", ending)])
    check_raw(year, cells, long, ending)


def check_retention(year: YearOfResults, cell: str) -> None:
    stayed = plain_number(cell)
    if stayed is None:
        wanted = ["RETENTION_NO_FIGURE", f"NO_FIGURE_{cell.upper() or 'NP'}"]
        assert [reason.code for reason in year.retention] == wanted
    else:
        assert f"About {round(stayed)} of every 100" in say_reason(year.retention[0])
        assert year.row.stayed.shown == str(round(stayed))


def check_raw(year: YearOfResults, cells: pd.Series, long: str, ending: str) -> None:
    """Raw results stand after their word of care; a code is never shown as a grade."""
    codes = [reason.code for reason in year.raw]
    said = " ".join(say_reason(reason) for reason in year.raw)
    if codes:
        fairer = year.progress.score is not None
        assert codes[0] == ("RAW_SAYS_WHO_JOINED" if fairer else "RAW_WITHOUT_PROGRESS")
    grade = cells[heading(f"TALLPPEGRD_{long}", ending)]
    if grade in CODES:
        assert "RAW_GRADE" not in codes
        assert year.row.grade.why is not None
    else:
        shown = re.sub(r"^L(\d)", r"level \1 ", grade.replace("Dist", "Distinction"))
        assert f"The average grade was {shown}." in said
        assert year.row.grade.shown == shown
        assert ("RAW_GENEROUS_YEAR" in codes) == (year.row.year == "2021/22")
    if year.progress.cohort != "a_level" or ending:  # not given again for years gone by
        assert not {"RAW_AAB_PCT", "RAW_BEST3_GRADE"} & set(codes)
        return
    top = plain_number(cells["PTAAB_2FAC"])
    if top is not None:
        assert f"About {round(top)} of every 100 A level students got AAB" in said
    best = cells["TB3PTSE_GRD"]
    assert (f"best three A levels was {best}." in said) == (best not in CODES)


DESTINATIONS = "official-data/destinations/england_ks5-studest.csv.gz"
LEVELS = {
    "leavers_all": "TOT",
    "leavers_level_3": "L3",
    "leavers_level_2": "L2",
    "leavers_other": "LALLOTH",
}
WENT = {
    "higher_education_pct": "HE",
    "further_education_pct": "FE",
    "other_education_pct": "OTHER_EDU",
    "apprenticeship_pct": "APPREN",
    "employment_pct": "EMPLOYMENT",
    "not_sustained_pct": "NOT_SUSTAINED",
    "not_captured_pct": "NOT_CAPTURED",
}


def test_the_destinations_of_every_provider_match_the_official_file() -> None:
    official = OFFICIAL(DESTINATIONS)
    index = load_catalogue(AREA).index
    shown = hidden = absent = 0
    for provider in index.tables["providers"]["provider_id"].words:
        rows = results_of(index, provider)
        urn = provider.removeprefix("urn-")
        if urn not in official.index:
            why = results_for_option("a_level", rows).no_destinations
            assert why is not None
            assert why.code == "DEST_PLACE"
            absent += 1
            continue
        cells = official.loc[urn]
        for route in ("a_level", "level_2", "level_1"):
            for found in results_for_option(route, rows).destinations:
                start = LEVELS[found.cohort]
                counted = int(cells[f"{start}_COHORT"])
                assert found.leavers == (counted if counted >= 6 else None)
                if found.missing is not None:
                    assert counted < 6 or cells[f"{start}_OVERALLPER"] == "SUPP"
                    hidden += 1
                    continue
                assert found.stayed.of_100 == plain_number(cells[f"{start}_OVERALLPER"])
                for share in found.shares:
                    cell = cells[f"{start}_{WENT[share.measure]}PER"]
                    assert share.of_100 == plain_number(cell), (provider, share)
                    assert (share.missing is None) == (cell not in CODES)
                shown += 1
    assert shown > 60
    assert hidden > 10
    assert absent > 40


def test_english_and_maths_progress_of_every_provider_matches_the_official_file() -> None:
    official = OFFICIAL(OLDER)
    index = load_catalogue(AREA).index
    told = hidden = 0
    for provider in index.tables["providers"]["provider_id"].words:
        rows = {(r.cohort, r.measure): r for r in results_of(index, provider)}
        urn = provider.removeprefix("urn-")
        for subject, letter in (("english", "E"), ("maths", "M")):
            cell = official[f"PROGEX_{letter}_19"].get(urn, "")
            row = rows.get((subject, "em_progress"))
            assert (row is None) == (cell in {"", "NE"}), (provider, subject)
            if row is not None:
                assert row.year == "2018/19"
                assert row.value == plain_number(cell)
                told += row.value is not None
                hidden += row.text == "SUPP"
    assert told > 20
    assert hidden > 20


def test_the_official_files_hold_progress_for_one_of_the_three_years() -> None:
    newest, older = read(FILE), read(OLDER)
    for cohort in ("ALEV", "ACAD", "AGEN"):
        assert (newest[f"VA_INS_{cohort}"] != "").any()
        for year in ("23", "22", "21"):
            assert set(newest[f"VA_INS_{cohort}_{year}"]) == {""}
        assert f"VA_INS_{cohort}" not in older.columns
