"""Lines in the layout of the official transition counts: made-up numbers, written by hand."""

from __future__ import annotations

import math

HEAD = (
    "ReportYr,Qual_Description,SUBLEVNO,Potential_Level,ASIZE,GSIZE,Subject,SUBJ,"
    "gradeStructure,PRIOR_BAND,grade,students"
)
LETTERS = ("U", "E", "D", "C", "B", "A", "*")
BANDS = ("<1", "1-<2", "2-<3", "3-<4", "4-<5", "5-<6", "6-<7", "7-<8", "8-<9", "9>=")


def row(band: str, grade: str, students: int, *, subject: str = "Biology", year: int = 2025) -> str:
    """One line of the file for an A level."""
    return f'{year},GCE A level,111,3,1,4,{subject},1,"*,A,B,C,D,E",{band},{grade},{students}'


def subject_rows(subject: str, students: int, *, year: int, hard: float) -> list[str]:
    """A made-up subject: a bell of students over bands and of grades around the band's own."""
    found = []
    for at, band in enumerate(BANDS):
        here = students * math.exp(-((at - 5.5) ** 2) / 3)
        weights = [math.exp(-((g - 0.9 * at + hard) ** 2) / 3) for g in range(len(LETTERS))]
        for grade, weight in zip(LETTERS, weights, strict=True):
            n = round(here * weight / sum(weights))
            if n:
                found.append(row(band, grade, n, subject=subject, year=year))
    found.append(row("All", "C", 999_999, subject=subject, year=year))
    found.append(row("Unknown prior", "C", 888_888, subject=subject, year=year))
    return found
