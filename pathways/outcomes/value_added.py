"""What a provider's results say: progress first, then who stayed, then raw results, never those alone.

Source: DfE 16-18 performance tables. Value added compares a provider's students with students
in England who had the same results at 16; 0 is the average of England, 1 is one grade.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pathways.catalogue.types import ProviderResult
from pathways.outcomes.grade_names import table_grade
from pathways.reason import Reason

COHORTS = ("a_level", "academic", "applied_general", "tech_level", "technical_certificate")
"""Students at the end of a kind of course; the other cohorts of the catalogue have no progress score."""
BANDS = (1, 2, 3, 4, 5)
"""DfE's progress bands: 1 well above average, 3 average, 5 well below."""
SMALL_COHORT = 30
"""Fewer students than this get a word of care about chance."""
_GENEROUS_YEARS = frozenset({"2019/20", "2020/21", "2021/22"})
_NO_EXAMS_AT_16 = frozenset({"2021/22", "2022/23"})
"""Leavers of these years were 16 in 2020 and 2021, when GCSE exams were cancelled."""
_CODES = frozenset({"NE", "SUPP", "SP", "NP", "NA", "C", "Z"})
_NOT_GRADES = frozenset({"NE", "SUPP", "Supp", "SP", "NP", "NA", "c", "z", "fewer than six"})
"""Codes as the files write them: a small c hides a figure, a capital C is a grade."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Value added of one cohort in one year: score in grades, its 95% interval, DfE's band 1 to 5.

    `missing` says why there is no score. `students` is None where not published or fewer than six.
    """

    cohort: str
    year: str
    score: float | None
    low: float | None
    high: float | None
    band: int | None
    students: int | None
    missing: Reason | None
    source_id: str


def progress(rows: Iterable[ProviderResult]) -> tuple[Progress, ...]:
    """One entry for each cohort and year of one provider's rows; newest year first."""
    found: dict[tuple[str, str], dict[str, ProviderResult]] = {}
    for row in rows:
        if row.cohort in COHORTS:
            found.setdefault((row.cohort, row.year), {})[row.measure] = row
    keys = sorted(sorted(found), key=lambda key: key[1], reverse=True)
    return tuple(_progress(*key, found[key]) for key in keys)


def _progress(cohort: str, year: str, rows: Mapping[str, ProviderResult]) -> Progress:
    score, low, high = (_value(rows, name) for name in ("va", "va_lci", "va_uci"))
    band, students = _value(rows, "va_band"), _value(rows, "students")
    whole = score is not None and low is not None and high is not None
    return Progress(
        cohort=cohort,
        year=year,
        score=score if whole else None,
        low=low if whole else None,
        high=high if whole else None,
        band=int(band) if whole and band is not None and int(band) in BANDS else None,
        students=None if students is None else int(students),
        missing=None if whole else _why_no_progress(year, rows),
        source_id=next(iter(rows.values())).source_id,
    )


def _why_no_progress(year: str, rows: Mapping[str, ProviderResult]) -> Reason:
    """Nobody there, or no score for anyone of that year, or what the file says of this place."""
    if (none := nobody(rows)) is not None:
        return why_no_figure(none)
    if "va" not in rows and year in _NO_EXAMS_AT_16:
        return Reason.of("NO_FIGURE_YEAR", year=year)
    return why_no_figure(rows.get("va"))


def why_no_figure(row: ProviderResult | None) -> Reason:
    """Why a measure has no number: by the official code, or because nothing was published."""
    code = row.text.strip().upper() if row is not None else ""
    return Reason.of(f"NO_FIGURE_{code}" if code in _CODES else "NO_FIGURE_NP")


def about_progress(found: Progress) -> tuple[Reason, ...]:
    """Plain sentences for one score: cohort, band, size and interval, and what it does and does not mean."""
    cohort = Reason.of(f"COHORT_{found.cohort.upper()}", year=found.year)
    if found.score is None or found.low is None or found.high is None:
        return (cohort, found.missing or Reason.of("NO_FIGURE_NP"))
    parts = [cohort]
    if found.band is not None:
        parts.append(Reason.of(f"VA_BAND_{found.band}"))
    parts += about_score(found.score, low=found.low, high=found.high)
    parts += [Reason.of("VA_COHORT_NOT_PUBLISHED")] if found.students is None else []
    parts += [Reason.of("VA_COHORT", n=found.students)] if found.students is not None else []
    if found.students is not None and found.students < SMALL_COHORT:
        parts.append(Reason.of("VA_SMALL_COHORT"))
    parts += [about_sign(found.low, found.high), Reason.of("VA_DOES_NOT_MEAN")]
    return tuple(parts)


def about_score(score: float, *, low: float, high: float) -> tuple[Reason, Reason]:
    """How far from students who started level, in grades, and how sure that is."""
    interval = Reason.of("VA_INTERVAL", score=signed(score), low=signed(low), high=signed(high))
    return _size(score), interval


def about_sign(low: float, high: float) -> Reason:
    """What a score with this interval means: below 0, above it, or not to be told apart from it."""
    sign = "NEGATIVE" if high < 0 else "POSITIVE" if low > 0 else "ABOUT_AVERAGE"
    return Reason.of(f"VA_{sign}_MEANS")


def _size(score: float) -> Reason:
    if abs(score) < 0.005:
        return Reason.of("VA_SAME")
    side = "ABOVE" if score > 0 else "BELOW"
    return Reason.of(f"VA_{side}", grades=f"{abs(score):.2f}")


def about_results(rows: Iterable[ProviderResult]) -> tuple[tuple[Reason, ...], ...]:
    """For each cohort and year: progress, then retention, then raw results, always in that order."""
    held = tuple(rows)
    out = []
    for found in progress(held):
        measures = measures_of(held, found)
        out.append((*about_progress(found), *about_retention(measures), *about_raw(measures)))
    return tuple(out)


def measures_of(rows: Iterable[ProviderResult], found: Progress) -> dict[str, ProviderResult]:
    """The rows of one cohort and year, by measure."""
    same = (found.cohort, found.year)
    return {row.measure: row for row in rows if (row.cohort, row.year) == same}


def about_retention(rows: Mapping[str, ProviderResult]) -> tuple[Reason, ...]:
    """How many of every 100 stayed to the end, or why that is not shown."""
    row = rows.get("retained_pct")
    if row is None or row.value is None:
        return (Reason.of("RETENTION_NO_FIGURE"), why_no_figure(row or nobody(rows)))
    return (Reason.of("RETENTION", of_100=round(row.value)),)


def is_grade(text: str) -> bool:
    """Whether the text of a row is a grade, and not a code or nothing."""
    return bool(text) and text not in _NOT_GRADES


def nobody(rows: Mapping[str, ProviderResult]) -> ProviderResult | None:
    """The row that says that nobody was in the cohort that year."""
    students = rows.get("students")
    return students if students is not None and students.text == "NE" else None


def about_raw(rows: Mapping[str, ProviderResult]) -> tuple[Reason, ...]:
    """Raw results with the word of care that belongs to them; nothing at all when none is held."""
    parts = []
    for measure in ("grade", "best3_grade"):
        row = rows.get(measure)
        if row is not None and is_grade(row.text):
            parts.append(Reason.of(f"RAW_{measure.upper()}", grade=table_grade(row.text)))
        elif row is not None:
            parts += [Reason.of(f"RAW_{measure.upper()}_NO_FIGURE"), why_no_figure(row)]
    aab = rows.get("aab_pct")
    if aab is not None and aab.value is not None:
        parts.append(Reason.of("RAW_AAB_PCT", of_100=round(aab.value)))
    elif aab is not None:
        parts += [Reason.of("RAW_AAB_PCT_NO_FIGURE"), why_no_figure(aab)]
    if not parts:
        return ()
    fairer = "RAW_SAYS_WHO_JOINED" if _value(rows, "va") is not None else "RAW_WITHOUT_PROGRESS"
    care = [Reason.of(fairer)]
    year = next(iter(rows.values())).year
    care += [Reason.of("RAW_GENEROUS_YEAR", year=year)] if year in _GENEROUS_YEARS else []
    return (*care, *parts)


def _value(rows: Mapping[str, ProviderResult], measure: str) -> float | None:
    row = rows.get(measure)
    return None if row is None else row.value


def signed(number: float) -> str:
    """A score with its sign, a true minus: "−0.18"."""
    return f"{number:+.2f}".replace("-", "−")
