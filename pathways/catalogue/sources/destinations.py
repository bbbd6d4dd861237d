"""DfE destinations after 16 to 18 study (`*ks5-studest.csv`): where each place's leavers went.

The file does not say which year it is of. State-funded schools and colleges alone are in it.
"""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from pathways.catalogue.sources.draft import Reading
from pathways.catalogue.sources.numbers import read_numbers
from pathways.catalogue.sources.problem import Problem
from pathways.catalogue.sources.table import draft_text_table

_INSTITUTION = "1"
_LEAVERS = {
    "leavers_all": "TOT",
    "leavers_level_3": "L3",
    "leavers_level_2": "L2",
    "leavers_other": "LALLOTH",  # level 1, entry level and courses without a level
}
_SIZE = "leavers"
_SHARES = {
    "sustained_pct": "{start}_OVERALLPER",  # education, work or an apprenticeship, for two terms at least
    "higher_education_pct": "{start}_HEPER",
    "further_education_pct": "{start}_FEPER",
    "other_education_pct": "{start}_OTHER_EDUPER",
    "apprenticeship_pct": "{start}_APPRENPER",
    "employment_pct": "{start}_EMPLOYMENTPER",
    "not_sustained_pct": "{start}_NOT_SUSTAINEDPER",
    "not_captured_pct": "{start}_NOT_CAPTUREDPER",  # not found in any record: not the same as out of work
}


def read_destinations(path: Path | str) -> Reading:
    """Where leavers of each institution went, by the level they studied.

    One row per urn, cohort (leavers_all, leavers_level_3, leavers_level_2, leavers_other) and
    measure: `leavers` (a count) or a share of them in whole per cent. `value` is float or NaN;
    `text` the code in place of a number. An empty cell gives no row.
    """
    headings = {
        (cohort, measure): heading
        for cohort, start in _LEAVERS.items()
        for measure, heading in _measures(start).items()
    }
    columns = {f"{cohort}.{measure}": (name,) for (cohort, measure), name in headings.items()}
    draft = draft_text_table(
        path, required={"record_type": ("RECTYPE",), "urn": ("URN",), **columns}
    )
    draft.keep(draft.table["record_type"] == _INSTITUTION)
    draft.urns()
    draft.unique("urn")
    parts: list[pd.DataFrame] = []
    problems: list[Problem] = list(draft.problems)
    for (cohort, measure), heading in headings.items():
        texts = draft.table[f"{cohort}.{measure}"]
        texts = texts[texts != ""]
        values, codes, readable = read_numbers(texts)
        if measure != _SIZE:
            readable &= values.isna() | values.between(0, 100)
        problems += [
            Problem(draft.file, int(str(row)), heading, "BAD_NUMBER", str(text))
            for row, text in texts[~readable].items()
        ]
        part = pd.DataFrame({"urn": draft.table["urn"], "value": values, "text": codes})
        parts.append(part.loc[texts.index[readable]].assign(cohort=cohort, measure=measure))
    table = pd.concat(parts, ignore_index=True)[["urn", "cohort", "measure", "value", "text"]]
    return Reading(table, tuple(problems), draft.file, draft.sha256, draft.rows_read)


def _measures(start: str) -> dict[str, str]:
    shares = {measure: heading.format(start=start) for measure, heading in _SHARES.items()}
    return {_SIZE: f"{start}_COHORT", **shares}
