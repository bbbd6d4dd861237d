"""DfE 16-18 performance tables (`*_england_ks5final.csv`): institutions and their results."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from pathways.catalogue.sources.draft import Draft, Reading
from pathways.catalogue.sources.numbers import read_numbers
from pathways.catalogue.sources.problem import Problem
from pathways.catalogue.sources.table import draft_text_table

TYPE_CODES = frozenset(
    {"AC", "ACC", "ACC1619", "ACCS", "AC1619", "CTC", "CY", "CYS", "F", "F1619", "FD", "FS"}
    | {"IND", "SS", "UTC", "VA", "VC", "Agriculture and Horticulture College"}
    | {"Art, Design and Performing Arts College", "General Further Education College"}
    | {"Sixth Form College", "Specialist Designated College"}
)
ADMISSION_POLICIES = frozenset({"NSE", "SEL", "NR", "NA", ""})
GENDERS = {"MIXED": "mixed", "GIRLS": "girls", "BOYS": "boys", "": ""}

_INSTITUTION = "1"
_ABOUT = {
    "record_type": ("RECTYPE",),
    "urn": ("URN",),
    "name": ("SCHNAME",),
    "type_code": ("NFTYPE/FESITYPE",),
    "la_code": ("LEA",),
    "address1": ("ADDRESS1",),
    "address2": ("ADDRESS2",),
    "address3": ("ADDRESS3",),
    "town": ("TOWN",),
    "postcode": ("PCODE",),
    "phone": ("TELNUM",),
    "religion": ("RELDENOM",),
    "admission_policy": ("ADMPOL",),
    "gender": ("GEND1618",),
    "age_range": ("AGERANGE",),
    "students_16_18": ("TPUP1618",),
}
_INSTITUTION_COLUMNS = (
    *("urn", "name", "type_code", "la_code", "address", "town", "postcode", "phone", "religion"),
    *("admission_policy", "gender", "age_range", "students_16_18"),
)

# What each cohort is called in the middle of DfE's column names, and at their end.
_COHORTS = {
    "a_level": ("ALEV", "ALEV_1618"),
    "academic": ("ACAD", "ACAD_1618"),
    "applied_general": ("AGEN", "AGEN"),
    "tech_level": ("TLEV", "TLEV"),  # level 3 vocational, not T Levels
    "technical_certificate": ("TechCert", "TechCert"),
}
_FOR_EVERY_COHORT = {
    "students": "TALLPUP_{long}",  # at the end of study
    "aps": "TALLPPE_{long}",  # average points per entry
    "grade": "TALLPPEGRD_{long}",  # the same as a grade
    "retained_scope": "T_InScope_{short}_Ret",  # students the next two are about
    "retained_pct": "PT_Retained_{short}_Ret",
    "retained_assessed_pct": "PT_Ret_Assessed_{short}",
    "va": "VA_INS_{short}",  # value added, with its 95% interval and band 1 (high) to 5
    "va_lci": "LCI_INS_{short}",
    "va_uci": "UCI_INS_{short}",
    "va_band": "PROGRESS_BAND_{short}",
}
_FOR_A_LEVEL = {
    "best3_students": "TINCLUDE_B3",
    "best3_aps": "TB3PTSE",
    "best3_grade": "TB3PTSE_GRD",
    "aab_students": "TINCLUDE_AAB_2FAC",
    "aab_pct": "PTAAB_2FAC",
}
_WITHOUT_GRADE_4 = {"english": "E", "maths": "M"}  # students who did not have it at 16
_ENGLISH_MATHS = {
    "students": "T_SCOPEEX_{letter}",
    "em_progress": "PROGEX_{letter}",  # mean change in grades from 16 to the end of 16 to 18
}
_YEARS_BEFORE = 3
_GRADES = frozenset({"grade", "best3_grade"})
_ALWAYS = ("TALLPUP_ALEV_1618", "TALLPPE_ALEV_1618", "TALLPPEGRD_ALEV_1618")


@dataclass(frozen=True, slots=True, eq=False)
class InstitutionResults:
    """The tables of one file.

    `institutions`: urn, name, type_code, la_code, address, town, postcode, phone, religion,
    admission_policy (DfE code), gender (mixed, girls, boys), age_range, students_16_18 (float).
    `results`: urn, cohort, year, measure, value (float or NaN; `_pct` in per cent), text (the
    grade, or the code that says why there is no number). An empty cell gives no row.
    `earlier`: the same for the three years before, where the file gives them again, with two
    more cohorts, english and maths: students without grade 4 at 16.
    """

    institutions: Reading
    results: Reading
    earlier: Reading


def read_institution_results(path: Path | str, *, year: str) -> InstitutionResults:
    """Read the tables of one year, written "2023/24"; columns that a year lacks give no rows."""
    now, before = _cells(year, ""), _earlier(year)
    wanted = {cell.column: (cell.heading,) for cell in (*now, *before)}
    required = _ABOUT | {cell.column: (cell.heading,) for cell in now if cell.heading in _ALWAYS}
    draft = draft_text_table(path, required=required, optional=wanted)
    draft.keep(draft.table["record_type"] == _INSTITUTION)
    draft.urns()
    draft.unique("urn")
    draft.require_one_of("type_code", TYPE_CODES)
    draft.require_one_of("admission_policy", ADMISSION_POLICIES)
    draft.require_one_of("gender", GENDERS)
    draft.require_match("la_code", r"\d{3}", code="BAD_VALUE")
    results, earlier = _results(draft, now), _results(draft, before)
    return InstitutionResults(_institutions(draft), results, earlier)


@dataclass(frozen=True, slots=True)
class _Cell:
    """What one column of the file says: our name for it, the file's, and what it measures."""

    heading: str
    cohort: str
    year: str
    measure: str

    @property
    def column(self) -> str:
        return f"{self.cohort}_{self.measure}_{self.year}"


def _cells(year: str, ending: str) -> list[_Cell]:
    """The columns of one year; `ending` is what DfE adds to the name for a year gone by."""
    found = []
    for cohort, (short, long) in _COHORTS.items():
        measures = _FOR_EVERY_COHORT | (_FOR_A_LEVEL if cohort == "a_level" else {})
        for name, heading in measures.items():
            found.append(_Cell(heading.format(short=short, long=long) + ending, cohort, year, name))
    for subject, letter in _WITHOUT_GRADE_4.items():
        for name, heading in _ENGLISH_MATHS.items():
            found.append(_Cell(heading.format(letter=letter) + ending, subject, year, name))
    return found


def _earlier(year: str) -> list[_Cell]:
    """The columns of the years before: "_22" ends those of 2021/22 in the file of 2023/24."""
    first = int(year[:4])
    years = [first - back for back in range(1, _YEARS_BEFORE + 1)]
    return [
        cell
        for start in years
        for cell in _cells(f"{start}/{(start + 1) % 100:02d}", f"_{(start + 1) % 100:02d}")
    ]


def _institutions(draft: Draft) -> Reading:
    draft.postcodes()
    draft.numbers("students_16_18")
    table = draft.table
    lines = table[["address1", "address2", "address3"]]
    table["address"] = [", ".join(filter(None, row)) for row in lines.itertuples(index=False)]
    table["phone"] = table["phone"].map(_phone)
    table["gender"] = table["gender"].map(GENDERS)
    return draft.reading(*_INSTITUTION_COLUMNS)


def _phone(text: str) -> str:
    """The number with its leading 0, which most rows have lost; "0" alone means none."""
    digits = text.replace(" ", "")
    if digits in {"", "0"}:
        return ""
    return digits if digits.startswith(("0", "+")) else f"0{digits}"


def _results(draft: Draft, cells: list[_Cell]) -> Reading:
    parts: list[pd.DataFrame] = []
    problems: list[Problem] = []
    for cell in cells:
        if cell.column not in draft.headings:
            continue
        filled = draft.table.loc[draft.table[cell.column] != "", ["urn", cell.column]]
        texts = filled[cell.column]
        values, codes, readable = read_numbers(texts)
        if cell.measure in _GRADES:
            # A small c is the code for a hidden figure; a capital C is a grade.
            codes = codes.where((codes != "") & (texts != "C"), texts)
            readable[:] = True
        problems += [
            Problem(draft.file, int(str(row)), draft.headings[cell.column], "BAD_NUMBER", str(text))
            for row, text in texts[~readable].items()
        ]
        part = pd.DataFrame({"urn": filled["urn"], "value": values, "text": codes})[readable]
        parts.append(part.assign(cohort=cell.cohort, year=cell.year, measure=cell.measure))
    columns = ["urn", "cohort", "year", "measure", "value", "text"]
    table = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=columns)
    return Reading(table[columns], tuple(problems), draft.file, draft.sha256, draft.rows_read)
