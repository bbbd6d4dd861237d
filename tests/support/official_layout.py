"""A small folder in the layout of the official files, written by hand: made-up institutions only.

What is in it, by URN:

    900001  school with AS beside A level, an extra exam, EPQ alongside, a count below six
    900002  fee-paying school with the IB diploma and its components
    900003  college group with two campuses, its own course list and apprentices
    900004  school without subject rows, its postcode ended (its sector is known)
    900005  school that only the subject rows and the register have
    900006  school in the neighbouring authority
"""

from __future__ import annotations

import csv
import gzip
import io
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import pandas as pd

from pathways.catalogue.build import Area

Rows = list[dict[str, str]]
_T = TypeVar("_T")

PERFORMANCE = "official-data/performance/2023-2024_england_ks5final.csv.gz"
SUBJECTS = "official-data/catalogue/kingston_surrey_sutton_2024-25_institution_subject.csv.gz"
POSTCODES = "official-data/postcodes/england_postcodes_2025-11.csv.gz"
SECTORS = "official-data/postcodes/england_postcode_sectors.csv.gz"
REGISTER_2022 = "official-data/institutions/register_schools_incl_independent_2022.csv.gz"
REGISTER_2024 = "official-data/institutions/gias_data_all_2024-06.csv.gz"
WEBSITES = "official-data/institutions/websites_2018-19_ks5.csv.gz"
AUTHORITIES = "official-data/performance/la_and_region_codes_meta.csv"
STANDARDS = "official-data/apprenticeships/subjects_and_standards_0.parquet"
DISTRICTS = "official-data/apprenticeships/provider_by_district_2024-26.parquet"
BREAKDOWNS = "official-data/apprenticeships/provider_breakdowns_0.parquet"
RULES = "area-facts/entry_requirements.csv"
TYPICAL = "area-facts/typical_requirements.csv"
COURSES = "area-facts/college_courses.csv"
EVENTS = "area-facts/events_deadlines.csv"
NOTES = "area-facts/provider_notes.csv"

AREA = Area(
    name="example",
    title="Exampleshire",
    la_codes=frozenset({"999"}),
    districts=("Exampleton",),
    also_teaching_here=(
        {
            "name": "Example Hospital",
            "kind": "employer",
            "published_names": ["Example Hospital (internship)"],
            "why": "Hosts a supported internship.",
        },
    ),
    ukprns={"900003": "19000003"},
    sites={
        "900003": [
            {
                "name": "North Campus",
                "campus_names": ["North", "North Campus"],
                "postcode": "ZZ1 3ZZ",
            },
            {"name": "South Campus", "campus_names": ["South"], "register_urn": "900008"},
        ]
    },
)
"""The area as its hand-written configuration would give it."""


def _institution(urn: str, name: str, kind: str, postcode: str, **more: str) -> dict[str, str]:
    return {
        "RECTYPE": "1",
        "URN": urn,
        "SCHNAME": name,
        "NFTYPE/FESITYPE": kind,
        "LEA": "999",
        "ADDRESS1": "1 Sample Road",
        "ADDRESS2": "",
        "ADDRESS3": "",
        "TOWN": "Exampleton",
        "PCODE": postcode,
        "TELNUM": "2079460000",
        "RELDENOM": "None",
        "ADMPOL": "NSE",
        "GEND1618": "MIXED",
        "AGERANGE": "11-18",
        "TPUP1618": "210",
        "TALLPUP_ALEV_1618": "90",
        "TALLPPE_ALEV_1618": "34.2",
        "TALLPPEGRD_ALEV_1618": "C+",
        "TALLPUP_TLEV": "NE",
        "TALLPPE_TLEV": "NE",
        "TALLPUP_AGEN": "SUPP",
        **more,
    }


INSTITUTIONS: Rows = [
    _institution("900001", "Example Sixth Form", "ACC", "ZZ1 1ZZ"),
    _institution("900002", "Example Independent", "IND", "ZZ1 2ZZ", ADMPOL="SEL"),
    _institution("900003", "Example College Group", "General Further Education College", "ZZ1 3ZZ"),
    _institution("900004", "Example Quiet School", "CY", "ZZ9 9ZZ", TALLPUP_ALEV_1618="4"),
    _institution("900006", "Example Neighbour", "VA", "ZZ2 1ZZ", LEA="998", GEND1618="GIRLS"),
    _institution("900009", "A consortium", "3064002", "ZZ1 1ZZ") | {"RECTYPE": "3"},
]

_GROUPS = {"GCE A level": "A level", "GCE AS level": "AS level"}
_TYPES = {
    "900001": ("Exampleshire", "Example Sixth Form", "Converter Academy"),
    "900002": ("Exampleshire", "Example Independent", "Independent School"),
    "900003": ("Exampleshire", "Example College Group", "General Further Education College"),
    "900005": ("Exampleshire", "Example New School", "Free School"),
    "900006": ("Sampleton", "Example Neighbour", "Voluntary Aided School"),
}


def _subject(
    urn: str, qualification: str, subject: str, total: int, *, size: str = "1", level: str = "3"
) -> Rows:
    """A grade row whose count is suppressed and the total row, as the official file has them."""
    authority, name, kind = _TYPES[urn]
    about = {
        "Year": "2025.0",
        "Local Authority": authority,
        "URN": f"{urn}.0",
        "School or college name": name,
        "School or college type": kind,
        "Exam cohort": _GROUPS.get(qualification, "Other"),
        "Qualification": qualification,
        "Level": f"{level}.0",
        "ASIZE": size,
        "GSIZE": "4.0",
        "Grade structure": "*,A,B",
        "Subject": subject,
    }
    return [
        about | {"Grade/Total entries": "A", "Number of exams": "Supp"},
        about | {"Grade/Total entries": "Total", "Number of exams": f"{total}.0"},
    ]


IB = "International Baccalaureate"
SUBJECT_ROWS: Rows = [
    *_subject("900001", "GCE A level", "Biology", 8),
    *_subject("900001", "GCE A level", "Music", 3),
    *_subject("900001", "GCE AS level", "Biology", 7, size="0.5"),
    *_subject("900001", "GCE AS level", "French", 12, size="0.5"),
    *_subject("900001", "Extended Project (Diploma)", "Study Skills", 20, size="0.5"),
    *_subject("900001", "Advanced Extension Award", "Mathematics", 9, size="0.0"),
    *_subject("900002", "GCE A level", "Physics", 6),
    *_subject("900002", IB, "Baccalaureate", 30, size="5.0"),
    *_subject("900002", "IBO Higher level component", "Music", 2, size="0.3"),
    *_subject("900002", "IBO Standard level component", "French", 11, size="0.2"),
    *_subject("900003", "VRQ Level 3", "Business Studies", 14, size="1.0"),
    *_subject("900003", "VRQ Level 3", "Business Studies", 25, size="3.0"),
    *_subject("900003", "VRQ Level 2", "Music Technology", 16, size="0.0", level="2"),
    *_subject("900005", "GCE A level", "French", 5),
    *_subject("900006", "GCE A level", "Physics", 40),
]
OFFICIAL_SUBJECT_ROWS = len(SUBJECT_ROWS) // 2

_PLACES = {
    "ZZ1 1ZZ": (51.41, -0.30),
    "ZZ1 2ZZ": (51.42, -0.31),
    "ZZ1 3ZZ": (51.40, -0.29),
    "ZZ1 4ZZ": (51.39, -0.28),
    "ZZ1 5ZZ": (51.43, -0.27),
    "ZZ2 1ZZ": (52.90, -1.20),
}

_PROVIDER = {"year": "2024/25", "provider_name": "EXAMPLE COLLEGE GROUP (19000003)"}
_OTHER = _PROVIDER | {"provider_name": "EXAMPLE TRAINING LTD (19000004)"}
_STANDARD: dict[str, str | float] = {
    **_PROVIDER,
    "apps_Level": "Intermediate Apprenticeship",
    "std_fwk_flag": "Standard",
    "std_fwk_name": "Example Carer",
    "ssa_t1_desc": "Health, Public Services and Care",
    "ssa_t2_desc": "Health and Social Care",
    "measure": "Starts",
    "provider_type": "College",
}
_BREAKDOWN = {
    "apps_Level": "Advanced Apprenticeship",
    "age_group": "Under 19",
    "provider_type": "Other",
    "delivery_region": "South East",
    "learner_home_region": "South East",
}
PARQUET: dict[str, list[dict[str, str | float]]] = {
    STANDARDS: [
        _STANDARD | {"values": 9.0},
        _STANDARD | {"std_fwk_name": "Example Rarity", "values": 5.0},
        _STANDARD | {"year": "2023/24", "values": 50.0},
    ],
    DISTRICTS: [
        {**who, "learner_home_lad": "Exampleton", "delivery_lad": "Exampleton"}
        | {"starts": 25.0, "enrolments": 40.0, "achievements": 10.0}
        for who in (_PROVIDER, _OTHER)
    ],
    BREAKDOWNS: [
        {**who, **_BREAKDOWN, "starts": 12.0, "enrolments": 12.0, "achievements": 3.0}
        for who in (_PROVIDER, _OTHER)
    ],
}

_RULE = {
    "provider_urn": "900001",
    "provider_name": "Example Sixth Form",
    "provider_type": "school",
    "area": "KSS",
    "scope": "programme",
    "qualification": "a_level",
    "rule_note": "",
    "subject_or_course": "A level programme",
    "rule": "5 GCSE@4",
    "entry_year": "2025",
    "page_url": "https://example.org/entry",
    "confidence": "clear",
}
_LISTED = {
    "provider_urn": "900003",
    "provider_name": "Example College Group",
    "campus": "South",
    "campus_postcode": "",
    "course_title": "Horticulture Level 3",
    "qualification": "aaq_btec",
    "level": "3",
    "sector": "Land",
    "days_or_hours": "",
    "duration_years": "2",
    "entry_rule": "4 GCSE@4",
    "english_maths_note": "",
    "start": "2026",
    "page_url": "https://example.org/courses",
    "confidence": "clear",
    "note": "",
}
_TYPICAL = {
    "qualification": "a_level",
    "subject": "Biology",
    "n_providers": "4",
    "min": "5",
    "median": "6",
    "max": "7",
    "common_general_requirement": "",
    "n_sharing_it": "",
    "grade_basis": "Biology or Combined Science",
    "maths_median_where_asked": "5",
    "n_asking_maths": "1",
    "english_median_where_asked": "",
    "n_asking_english": "0",
    "n_no_grade_set": "0",
    "n_kss": "1",
    "n_selective_or_independent": "0",
}

TABLES: dict[str, Rows] = {
    PERFORMANCE: INSTITUTIONS,
    SUBJECTS: SUBJECT_ROWS,
    POSTCODES: [
        {"postcode": name, "lat": str(lat), "lon": str(lon), "district": "E07000240"}
        for name, (lat, lon) in _PLACES.items()
    ],
    SECTORS: [
        {"sector": sector, "lat": lat, "lon": "-0.30", "district": "E07000240"}
        for sector, lat in (("ZZ1 1", "51.41"), ("ZZ9 9", "51.44"))
    ],
    REGISTER_2022: [
        {"urn": urn, "name": name, "town": "Exampleton", "postcode": postcode}
        | {"lead_school": "false", "open_date": "", "close_date": closed}
        for urn, name, postcode, closed in (
            ("900005", "Example New School", "ZZ1 4ZZ", ""),
            ("900008", "Example South College", "ZZ1 5ZZ", "31-08-2018"),
        )
    ],
    REGISTER_2024: [
        {"urn": urn, "name": "Example", "local_authority_name": "Exampleshire"}
        | {"phase_of_education": "16 plus", "gender": "Mixed", "status": status}
        for urn, status in (("900001", "Open"), ("900004", "Open, but proposed to close"))
    ],
    WEBSITES: [{"RECTYPE": "1", "URN": "900001", "WEB": "www.example.org"}],
    AUTHORITIES: [
        {"LEA": code, "LA Name": name, "REGION": "1", "REGION NAME": "South East A"}
        for code, name in (("999", "Exampleshire"), ("998", "Sampleton"))
    ],
    RULES: [
        _RULE,
        _RULE | {"entry_year": "2026", "rule": "6 GCSE@4"},
        _RULE | {"scope": "subject", "subject_or_course": "Biology", "rule": "Biology@7"},
        _RULE | {"scope": "subject", "subject_or_course": "Economics", "rule": "Maths@6"},
        _RULE | {"area": "OTHER", "provider_urn": "900011", "provider_name": "Far Away School"},
    ],
    TYPICAL: [
        _TYPICAL,
        _TYPICAL | {"subject": "(general requirement)", "common_general_requirement": "5 GCSE@5"},
    ],
    COURSES: [
        _LISTED,
        _LISTED | {"course_title": "Horticulture Level 2", "qualification": "", "level": "2"},
        _LISTED | {"provider_urn": "", "provider_name": "Nobody We Know"},
        _LISTED
        | {"provider_urn": "", "provider_name": "Example Hospital (internship)", "campus": ""}
        | {"qualification": "supported_internship", "entry_rule": "EHCP", "level": ""},
    ],
    EVENTS: [
        {"provider_urn": "900001", "provider_name": "Example Sixth Form", "kind": "deadline"}
        | {"date": "2026-01-15", "date_text_own_words": "By noon", "page_url": ""}
    ],
    NOTES: [
        {"provider_urn": "900003", "provider_name": "Example College Group", "topic": "places"}
        | {"entry_year": "2026", "note_own_words": "Many places", "page_url": ""}
    ],
}


def write_folder(
    folder: Path,
    *,
    shuffled: int | None = None,
    without: Sequence[str] = (),
    changed: Mapping[str, Rows] | None = None,
) -> Path:
    """Write the files, with rows in a drawn order if `shuffled`, some left out, some replaced."""
    for name, rows in {**TABLES, **(changed or {})}.items():
        if name not in without:
            data = _csv(_in_order(rows, shuffled)).encode()
            packed = gzip.compress(data, mtime=0) if name.endswith(".gz") else data
            _path(folder, name).write_bytes(packed)
    for name, records in PARQUET.items():
        if name not in without:
            pd.DataFrame(_in_order(records, shuffled)).to_parquet(_path(folder, name))
    return folder


def _path(folder: Path, name: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _in_order(rows: list[_T], seed: int | None) -> list[_T]:
    return rows if seed is None else random.Random(seed).sample(rows, len(rows))


def _csv(rows: Rows) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
