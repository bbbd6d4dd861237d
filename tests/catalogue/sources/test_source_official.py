"""The full official files: every row is accounted for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from pathways.catalogue import sources
from pathways.catalogue.sources import Reading

pytestmark = pytest.mark.official

Read = Callable[[Path], Reading]


@pytest.mark.parametrize(
    ("file", "year", "institutions"),
    [("2023-2024", "2023/24", 2785), ("2021-2022", "2021/22", 2802)],
)
def test_every_institution_is_read(official: Path, file: str, year: str, institutions: int) -> None:
    path = official / "performance" / f"{file}_england_ks5final.csv.gz"
    read = sources.read_institution_results(path, year=year)
    assert len(read.institutions.table) == institutions
    assert read.institutions.problems == read.results.problems == read.earlier.problems == ()
    earlier = read.earlier.table
    assert set(earlier["year"]) == ({"2022/23", "2021/22"} if year == "2023/24" else {"2018/19"})
    assert ("em_progress" in set(earlier["measure"])) == (year == "2021/22")
    assert not earlier.duplicated(["urn", "cohort", "year", "measure"]).any()
    phones = read.institutions.table["phone"]
    assert phones[phones != ""].str.startswith("0").all()
    results = read.results.table
    assert results["urn"].isin(read.institutions.table["urn"]).all()
    assert ("va" in set(results["measure"])) == (year == "2023/24")
    assert not results.duplicated(["urn", "cohort", "measure"]).any()
    # A number, a grade or a code: a row never says nothing.
    assert (results["value"].notna() | (results["text"] != "")).all()


def test_both_files_say_the_same_of_2021_22(official: Path) -> None:
    key = ["urn", "cohort", "measure"]
    folder = official / "performance"
    older = sources.read_institution_results(
        folder / "2021-2022_england_ks5final.csv.gz", year="2021/22"
    ).results.table
    again = sources.read_institution_results(
        folder / "2023-2024_england_ks5final.csv.gz", year="2023/24"
    ).earlier.table
    again = again[again["year"] == "2021/22"]
    both = older.merge(again, on=key, suffixes=("", "_again"))
    assert len(both) > 60_000
    known = both["value"].notna() & both["value_again"].notna()
    assert (both.loc[known, "value"] - both.loc[known, "value_again"]).abs().max() < 0.051


def test_a_known_institution_has_its_published_results(official: Path) -> None:
    path = official / "performance" / "2023-2024_england_ks5final.csv.gz"
    rows = sources.read_institution_results(path, year="2023/24").results.table
    rows = rows[(rows["urn"] == "136778") & (rows["cohort"] == "a_level")].set_index("measure")
    values = rows["value"]
    assert values[["students", "aps", "aab_pct", "va", "va_lci", "va_uci", "va_band"]].tolist() == [
        *(152, 43.18, 38.4, -0.08, -0.18, 0.03, 3)
    ]
    assert rows.loc["grade", "text"] == "B+"


def test_both_forms_of_the_subject_results_are_equal(official: Path) -> None:
    folder = official / "catalogue"
    book = sources.read_institution_subjects(
        folder / "2024-2025_ks5underlying_kingston_surrey_sutton.xlsx"
    )
    text = sources.read_institution_subjects(
        folder / "kingston_surrey_sutton_2024-25_institution_subject.csv.gz"
    )
    pd.testing.assert_frame_equal(book.table, text.table)
    assert len(text.table) == book.rows_read == text.rows_read == 19_832
    assert book.problems == text.problems == ()
    offers = sources.totals(text)
    assert len(offers) == 2_844
    assert offers["entries"].notna().all()
    assert (text.table["exams_code"] == "SUPP").sum() == 5_954
    assert text.table["urn"].nunique() == 95


@pytest.mark.parametrize(
    ("file", "form", "rows", "problems"),
    [
        ("edubase-leeds_2023-07_no_names", "full", 771, 0),
        ("gias_data_all_2024-06", "status_list", 51_012, 0),
        ("register_schools_gias_2025-07", "open_list", 22_010, 0),
        # One school abroad has the postcode of its own country.
        ("register_schools_incl_independent_2022", "open_and_closed_list", 49_514, 1),
    ],
)
def test_every_register_is_read(
    official: Path, file: str, form: str, rows: int, problems: int
) -> None:
    read = sources.read_register(official / "institutions" / f"{file}.csv.gz")
    assert (read.form, len(read.table), len(read.problems)) == (form, rows, problems)
    assert not read.table["name"].str.contains("[\x80-\x9f\ufffd]").any()


FILES: list[tuple[Read, str, int, int]] = [
    (sources.read_websites, "institutions/websites_2018-19_ks5.csv.gz", 2_903, 0),
    (sources.read_sectors, "postcodes/england_postcode_sectors.csv.gz", 9_132, 0),
    (sources.read_outcodes, "postcodes/england_outcodes.csv.gz", 2_223, 0),
    (sources.read_local_authorities, "performance/la_and_region_codes_meta.csv", 153, 0),
    (sources.read_approved, "qualifications/aodp_approved_2025-02.csv.gz", 8_092, 0),
    # 205,803 less 7,935 rows of frameworks
    (sources.read_standards, "apprenticeships/subjects_and_standards_0.parquet", 197_868, 0),
    (sources.read_districts, "apprenticeships/provider_by_district_2024-26.parquet", 448_100, 0),
    (sources.read_breakdowns, "apprenticeships/provider_breakdowns_0.parquet", 237_056, 0),
]


@pytest.mark.parametrize(("reader", "file", "rows", "problems"), FILES)
def test_every_row_of_the_other_files_is_read(
    official: Path, reader: Read, file: str, rows: int, problems: int
) -> None:
    read = reader(official / file)
    assert (len(read.table), len(read.problems)) == (rows, problems)


def test_a_page_of_the_big_postcode_file_agrees_with_its_sectors(
    official: Path, tmp_path: Path
) -> None:
    # The whole file takes 15 seconds and a gigabyte: its first rows stand for it here.
    import gzip

    with gzip.open(official / "postcodes" / "england_postcodes_2025-11.csv.gz", "rt") as stream:
        start = [next(stream) for _ in range(20_001)]
    path = tmp_path / "start.csv"
    path.write_text("".join(start), "utf-8")
    read = sources.read_postcodes(path)
    assert (len(read.table), read.problems) == (20_000, ())
    means = (
        read.table.assign(sector=read.table["postcode"].str[:-2]).groupby("sector")["lat"].mean()
    )
    sectors = sources.read_sectors(official / "postcodes" / "england_postcode_sectors.csv.gz")
    given = sectors.table.set_index("sector")["lat"]
    whole = means.index[:-1]  # the last sector may be cut by the end of the page
    assert (means[whole] - given[whole]).abs().max() < 0.001


def test_six_websites_of_the_institutions_read_not_available(official: Path) -> None:
    read = sources.read_websites(official / "institutions" / "websites_2018-19_ks5.csv.gz")
    assert (read.table["website"] == "").sum() == 19
    results = sources.read_institution_results(
        official / "performance" / "2023-2024_england_ks5final.csv.gz", year="2023/24"
    )
    shared = read.table[read.table["urn"].isin(results.institutions.table["urn"])]
    assert (len(shared), (shared["website"] == "").sum()) == (2_507, 6)


def test_t_level_lists_have_the_providers_and_venues_they_say(official: Path) -> None:
    folder = official / "tlevels"
    names = folder / "tlevel_qualifications.json"
    first = sources.read_t_level_providers(folder / "tlevel_providers_2021-22.json", names)
    assert (len(first.table), first.table["ukprn"].nunique()) == (592, 111)
    more = sources.read_t_level_additional(folder / "find_provider_additional_2022.json", names)
    assert more.table["ukprn"].nunique() == 45
    assert [p.code for p in more.problems] == ["TEST_RECORD"]
    directory = folder / "course_directory_tlevels_api_sample.json"
    assert sources.read_course_directory(directory).table["t_level"].nunique() == 3


def test_approved_for_16_to_19_is_counted_as_published(official: Path) -> None:
    path = official / "qualifications" / "aodp_approved_2025-02.csv.gz"
    table = sources.read_approved(path).table
    approved = table[table["age1619_available"]]
    assert len(approved) == 7_469
    assert (approved["type"] == "GCE A Level").sum() == 137


FACTS: list[tuple[Read, str, int]] = [
    (sources.read_entry_requirements, "entry_requirements", 678),
    (sources.read_college_courses, "college_courses", 48),
    (sources.read_events, "events_deadlines", 19),
    (sources.read_typical_requirements, "typical_requirements", 49),
    (sources.read_provider_notes, "provider_notes", 16),
    (sources.read_campuses, "campuses", 12),
]


@pytest.mark.parametrize(("reader", "file", "rows"), FACTS)
def test_every_area_fact_is_read(area_facts: Path, reader: Read, file: str, rows: int) -> None:
    read = reader(area_facts / f"{file}.csv")
    assert (len(read.table), read.problems) == (rows, ())


def test_62_published_rules_are_of_the_area(area_facts: Path) -> None:
    table = sources.read_entry_requirements(area_facts / "entry_requirements.csv").table
    assert (table["area"] == "KSS").sum() == 62
    assert (table["confidence"] == "clear").sum() == 644
    assert table.loc[table["area"] == "KSS", "provider_urn"].nunique() == 12
