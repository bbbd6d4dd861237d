"""Registers, websites, places, qualifications and area facts, from hand-written files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pathways.catalogue.sources import (
    Reading,
    read_approved,
    read_campuses,
    read_college_courses,
    read_entry_requirements,
    read_events,
    read_local_authorities,
    read_outcodes,
    read_postcodes,
    read_provider_notes,
    read_register,
    read_sectors,
    read_typical_requirements,
    read_websites,
)
from pathways.errors import SourceError

Save = Callable[..., Path]

FULL_HEADINGS = (
    "URN,LA (name),EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),"
    "OpenDate,CloseDate,PhaseOfEducation (name),StatutoryLowAge,StatutoryHighAge,"
    "OfficialSixthForm (name),Gender (name),ReligiousCharacter (name),AdmissionsPolicy (name),"
    "Trusts (name),UKPRN,Street,Town,Postcode,SchoolWebsite,HeadLastName,Easting,Northing\n"
)
FULL_ROW = (
    "100001,Sampleshire,St Example\x92s School,Academy converter,Open,01-09-2011,,Secondary,11,18,"
    "Has a sixth form,Mixed,,Non-selective,Example Trust,10000001,1 Sample Road,Exampleton,"
    "ZZ1 1ZZ,www.example.org,Nobody,431887,431208\n"
)


def test_the_full_register_is_read_without_the_columns_that_name_people(save: Save) -> None:
    read = read_register(save(FULL_HEADINGS + FULL_ROW, encoding="latin-1"))
    assert read.form == "full"
    assert read.problems == ()
    row = read.table.iloc[0].to_dict()
    assert row == {
        "urn": "100001",
        "ukprn": "10000001",
        "name": "St Example's School",
        "type": "Academy converter",
        "phase": "Secondary",
        "status": "Open",
        "la": "Sampleshire",
        "street": "1 Sample Road",
        "town": "Exampleton",
        "postcode": "ZZ1 1ZZ",
        "easting": 431887.0,
        "northing": 431208.0,
        "low_age": 11.0,
        "high_age": 18.0,
        "sixth_form": "yes",
        "gender": "Mixed",
        "religion": "",
        "admissions": "Non-selective",
        "website": "http://www.example.org",
        "open_date": "2011-09-01",
        "close_date": "",
        "trust": "Example Trust",
    }


def test_a_wrong_ukprn_is_blanked_and_reported(save: Save) -> None:
    text = (FULL_HEADINGS + FULL_ROW).replace("10000001", "20000001")
    read = read_register(save(text, encoding="latin-1"))
    assert read.table["ukprn"].tolist() == [""]
    (problem,) = read.problems
    assert (problem.code, problem.column, problem.left_out) == ("BAD_UKPRN", "UKPRN", "cell")


@pytest.mark.parametrize(
    ("text", "form", "known"),
    [
        (
            "urn,name,local_authority_name,phase_of_education,gender,status\n"
            "100001,Example School,Sampleshire,Secondary,Mixed,Open\n",
            "status_list",
            {"la": "Sampleshire", "phase": "Secondary", "gender": "Mixed", "status": "Open"},
        ),
        (
            "urn,name,open_date,town,postcode\n"
            "100001,Example School,01-09-2011,Exampleton,ZZ1 1ZZ\n",
            "open_list",
            {"open_date": "2011-09-01", "town": "Exampleton", "postcode": "ZZ1 1ZZ"},
        ),
        (
            "urn,name,town,postcode,lead_school,open_date,close_date\n"
            '100001,Example School,Exampleton,ZZ1 1ZZ,false,"",31-08-2020\n',
            "open_and_closed_list",
            {"close_date": "2020-08-31", "open_date": "", "postcode": "ZZ1 1ZZ"},
        ),
    ],
)
def test_each_short_register_says_its_form_and_leaves_the_rest_blank(
    save: Save, text: str, form: str, known: dict[str, str]
) -> None:
    read = read_register(save(text))
    assert read.form == form
    assert read.table.loc[0, list(known)].to_dict() == known
    assert read.table.loc[0, ["ukprn", "trust", "sixth_form"]].tolist() == ["", "", ""]


def test_a_register_in_no_known_form_is_refused(save: Save) -> None:
    with pytest.raises(SourceError, match=r"columns are missing: UKPRN, TypeOfEstablishment"):
        read_register(save("urn,name\n100001,Example School\n"))


WEBSITES = "RECTYPE,URN,WEB\n1,100001,{}\n"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("http://www.example.org", "http://www.example.org"),
        ("www.example.org/", "http://www.example.org/"),
        ("HTTPS://example.org/sixth form".replace(" ", "-"), "https://example.org/sixth-form"),
        ("http:/www.example.org", "http://www.example.org"),
        ("httpexample.org", "http://httpexample.org"),
        ("Not Available", ""),
        ("", ""),
    ],
)
def test_a_website_is_put_in_a_form_that_can_be_linked(save: Save, written: str, read: str) -> None:
    reading = read_websites(save(WEBSITES.format(written)))
    assert reading.table.to_dict("records") == [
        {"urn": "100001", "website": read, "year": "2018/19"}
    ]
    assert reading.problems == ()


@pytest.mark.parametrize(
    "written", ["example", "javascript:alert(1)", "http://<script>.x", "a b.org"]
)
def test_what_is_no_web_address_is_blanked(save: Save, written: str) -> None:
    reading = read_websites(save(WEBSITES.format(written)))
    assert reading.table["website"].tolist() == [""]
    (problem,) = reading.problems
    assert (problem.code, problem.value, problem.row) == ("BAD_WEBSITE", written, 2)


PLACES: list[tuple[Callable[[Path], Reading], str, str, str, str]] = [
    (read_postcodes, "postcode", "postcode", "ZZ1 1ZZ", "ZZ1"),
    (read_sectors, "sector", "sector", "ZZ1 1", "ZZ1"),
    (read_outcodes, "outward", "outcode", "ZZ1", "ZZ1 1"),
]


@pytest.mark.parametrize(("reader", "heading", "column", "good", "bad"), PLACES)
def test_places_keep_good_rows_and_report_the_others(
    save: Save,
    reader: Callable[[Path], Reading],
    heading: str,
    column: str,
    good: str,
    bad: str,
) -> None:
    rows = [
        f"{heading},easting,lat,lon,district",
        f"{good},515487,51.5,-0.3,E07000240",
        f"{good},515487,51.5,-0.3,E07000240",
        f"{bad},515487,51.5,-0.3,E07000240",
        f"{good.replace('1', '2')},515487,-0.3,51.5,E07000240",
        f"{good.replace('1', '3')},515487,51.5,,E07000240",
    ]
    read = reader(save("\n".join(rows)))
    assert read.table.to_dict("records") == [
        {column: good, "lat": 51.5, "lon": -0.3, "district": "E07000240"}
    ]
    assert [(p.row, p.code) for p in read.problems] == [
        (3, "DUPLICATE_ROW"),
        (4, "BAD_POSTCODE"),
        (5, "BAD_COORDINATE"),
        (6, "MISSING_VALUE"),
    ]


def test_local_authorities_keep_their_three_digits(save: Save) -> None:
    text = (
        "LEA,LA Name,REGION,REGION NAME\n841,Sampleshire,1,North East A\n84,Short,1,North East A\n"
    )
    read = read_local_authorities(save(text))
    assert read.table.to_dict("records") == [
        {"la_code": "841", "la": "Sampleshire", "region_code": "1", "region": "North East A"}
    ]
    assert [p.code for p in read.problems] == ["BAD_VALUE"]


APPROVED = (
    "QualificationName,AwardingOrganisation,QualificationNumber,Level,QualificationType,"
    "SectorSubjectArea,Age1619_FundingAvailable,Age1619_FundingApprovalStartDate,"
    "Age1619_FundingApprovalEndDate\n"
    "Example Award ,Example Awards,601/1234/x,Level 3,Project,Science,True,01/09/2022,31/07/2026\n"
    "Sample Award,Example Awards,60112345,Level 2,Project,Science,False,,\n"
)


def test_approved_qualifications_have_plain_numbers_and_iso_dates(save: Save) -> None:
    table = read_approved(save(APPROVED, encoding="utf-8-sig")).table
    assert table["qan"].tolist() == ["6011234X", "60112345"]
    assert table["title"].tolist() == ["Example Award", "Sample Award"]
    assert table["age1619_available"].tolist() == [True, False]
    assert table["start"].tolist() == ["2022-09-01", ""]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("60112345", "123", "BAD_QUALIFICATION_NUMBER"),
        ("False", "Perhaps", "BAD_VALUE"),
        ("Science,False,,", "Science,False,31/02/2026,", "BAD_DATE"),
    ],
)
def test_a_bad_qualification_is_a_problem(save: Save, old: str, new: str, code: str) -> None:
    (problem,) = read_approved(save(APPROVED.replace(old, new))).problems
    assert (problem.code, problem.row) == (code, 3)


FACTS: list[tuple[Callable[[Path], Reading], str]] = [
    (
        read_entry_requirements,
        "provider_urn,provider_name,provider_type,area,scope,qualification,subject_or_course,rule,"
        "rule_note,entry_year,page_url,confidence\n"
        "100001,Example Sixth Form,school,KSS,subject,a_level,Biology,Biology@6,,2026,"
        "https://example.org/a,clear\n",
    ),
    (
        read_college_courses,
        "provider_urn,provider_name,campus,campus_postcode,course_title,qualification,level,sector,"
        "days_or_hours,duration_years,entry_rule,english_maths_note,start,page_url,confidence,note\n"
        "100001,Example College,Main,ZZ1 1ZZ,Example T Level,t_level,3,Land,,2,,,,"
        "https://example.org/b,partial,\n",
    ),
    (
        read_events,
        "provider_urn,provider_name,kind,date,date_text_own_words,page_url\n"
        "100001,Example College,deadline,2026-01-15,By noon,https://example.org/c\n",
    ),
    (
        read_provider_notes,
        "provider_urn,provider_name,topic,entry_year,note_own_words,page_url\n"
        "100001,Example College,places,2026,Many places,https://example.org/d\n",
    ),
    (
        read_campuses,
        "provider_urn,provider_name,campus,address,postcode,area,note\n"
        "100001,Example College,Main,1 Sample Road,ZZ1 1ZZ,in area,\n",
    ),
    (
        read_typical_requirements,
        "qualification,subject,n_providers,min,median,max,common_general_requirement,n_sharing_it,"
        "grade_basis,maths_median_where_asked,n_asking_maths,english_median_where_asked,"
        "n_asking_english,n_no_grade_set,n_kss,n_selective_or_independent\n"
        "a_level,Biology,4,5,5.5,6,5 GCSE@4,3,Biology,5,3,4,3,0,1,2\n",
    ),
]


@pytest.mark.parametrize(("reader", "text"), FACTS)
def test_area_facts_keep_their_columns_and_words(
    save: Save, reader: Callable[[Path], Reading], text: str
) -> None:
    read = reader(save(text))
    headings, row = (line.split(",") for line in text.splitlines())
    assert read.table.columns.tolist() == headings
    assert read.table.iloc[0].tolist() == row
    assert read.problems == ()


@pytest.mark.parametrize(
    ("place", "old", "new", "code", "kept"),
    [
        (0, "clear", "sure", "BAD_VALUE", 0),
        (0, "KSS", "Surrey", "BAD_VALUE", 0),
        (0, ",subject,", ",topic,", "BAD_VALUE", 0),
        (0, "Biology@6", "", "MISSING_VALUE", 0),
        (0, "100001", "1001", "BAD_URN", 1),
        (0, "2026", "soon", "BAD_YEAR", 1),
        (0, "https://example.org/a", "javascript:x", "BAD_WEBSITE", 1),
        (1, "ZZ1 1ZZ", "nowhere", "BAD_POSTCODE", 1),
        (1, "partial", "", "MISSING_VALUE", 0),
        (2, "deadline", "party", "BAD_VALUE", 0),
        (2, "2026-01-15", "2026-13-15", "BAD_DATE", 1),
        (3, "2026", "26", "BAD_YEAR", 1),
        (4, "in area", "here", "BAD_VALUE", 0),
        (4, "Example College", "", "MISSING_VALUE", 0),
        (5, "5.5", "five", "BAD_NUMBER", 1),
    ],
)
def test_a_bad_area_fact_is_a_problem(
    save: Save, place: int, old: str, new: str, code: str, kept: int
) -> None:
    reader, text = FACTS[place]
    headings, row = text.splitlines()
    assert old in row
    read = reader(save(f"{headings}\n{row.replace(old, new)}\n"))
    assert len(read.table) == kept
    (problem,) = read.problems
    assert (problem.code, problem.row) == (code, 2)


@pytest.mark.parametrize(("reader", "text"), FACTS)
def test_the_same_fact_twice_is_kept_once(
    save: Save, reader: Callable[[Path], Reading], text: str
) -> None:
    read = reader(save(text + text.splitlines()[1] + "\n"))
    assert len(read.table) == 1
    assert [(p.code, p.row) for p in read.problems] == [("DUPLICATE_ROW", 3)]
