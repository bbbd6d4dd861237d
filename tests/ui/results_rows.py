"""Rows of results of one made-up place, what a person reads of a page, and a visitor on one."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from streamlit.testing.v1 import AppTest
from visitor import go

from pathways.catalogue.types import ProviderResult
from tests.support.result_row import row


def words(markup: str) -> str:
    """What a person reads, without the tags."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", markup)))


def scored(score: float, year: str = "2023/24") -> list[ProviderResult]:
    found = {
        "va": score,
        "va_lci": score - 0.1,
        "va_uci": score + 0.1,
        "va_band": 3,
        "students": 90,
    }
    return [row(name, value, year=year) for name, value in found.items()]


RAW = [row("grade", None, "C+"), row("retained_pct", 94.0)]


def leavers(cohort: str, size: float | None, text: str = "", **shares: Any) -> list[ProviderResult]:
    about: dict[str, Any] = {"cohort": cohort, "year": "2018/19 or 2019/20"}
    rows = [row("leavers", size, text, **about)]
    for name, cell in shares.items():
        number = None if isinstance(cell, str) else cell
        rows.append(row(f"{name}_pct", number, cell if number is None else "", **about))
    return rows


WENT = {
    "sustained": 90.0,
    "higher_education": 60.0,
    "further_education": 8.0,
    "other_education": "SP",
    "apprenticeship": 0.0,
    "employment": 20.0,
    "not_sustained": 6.0,
    "not_captured": 4.0,
}


def on_an_a_level(options: AppTest) -> AppTest:
    """The same visitor on the page of an A level."""
    listed = options.session_state["_kept:guidance"][1].options
    options.query_params["offer"] = next(o for o in listed if o.route == "a_level").offer_id
    return go(options, "option")
