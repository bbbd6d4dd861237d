"""Older level 3 qualifications: the subject area, and what is reported of its funding."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from pathways.reason import Reason
from pathways.rules.dated import Basis, DatedValue
from pathways.rules.started import Started
from pathways.rules.titles import plain
from pathways.rules.values import start_day, value

_OF_THE_QUALIFICATION = re.compile(
    r"\b(btec|pearson|ocr|national|extended|foundation|diploma|certificate|subsidiary|applied"
    r"|general|aaq|agq|toq|alternative academic|academic|technical|cambridge|advanced"
    r"|occupational|qualification|ctec|vocational)\b"
)


def area_of(title: str, *, on: date) -> tuple[str, int | None, DatedValue]:
    """The area and the September from which its funding ends for new starts.

    The area is "" where no area, or areas with different years, fit the title: nobody should
    guess. The year is None where the area keeps its funding until something new arrives.
    """
    table = value("availability/level_3_area_funding", on=on)
    text = f" {_OF_THE_QUALIFICATION.sub(' ', plain(title))} "
    text = f" {' '.join(text.split())} "
    fits: dict[str, int | None] = {}
    words = [(plain(word), row) for row in table.value for word in row["words"]]
    # The longest words first, and each is used up: "computer science" is not also "science".
    for word, row in sorted(words, key=lambda pair: -len(pair[0])):
        if f" {word} " in text:
            text = text.replace(f" {word} ", " | ")
            fits[str(row["area"])] = row["ends_for_starts_from"]
    if not fits or len(set(fits.values())) > 1:
        return "", None, table
    return min(fits), next(iter(fits.values())), table


def lost_funding(title: str, *, on: date) -> tuple[int, DatedValue] | None:
    """The last September a named qualification that lost funding could be started, if it is one."""
    listed = value("availability/level_3_lost_2025", on=on)
    words = plain(title)
    if "aaq" in words.split() or "alternative academic" in words:
        return None
    rest = " ".join(_OF_THE_QUALIFICATION.sub(" ", words).split())
    for row in listed.value:
        subject = " ".join(_OF_THE_QUALIFICATION.sub(" ", plain(row["subject"])).split())
        applied = "applied" in plain(row["subject"]).split()
        if plain(row["size"]) in words and rest == subject and applied == ("applied" in words):
            return int(row["last_start"]), listed
    return None


def level_3(name: str, subject: str, year: int) -> Started:
    """An older level 3 qualification. From 2027 a list by number decides, so the answer is `check`."""
    on = start_day(year)
    titled = f"{name} {subject}" if subject not in ("any", name) else name
    lost = lost_funding(titled, on=on)
    if lost is not None and year > lost[0]:
        because = Reason.of("LOST_FUNDING", subject=titled, year=lost[0])
        return Started("closed", (because,), Basis.of(lost[1]), last_start=lost[0])
    area, ends, table = area_of(titled, on=on)
    kept = value("availability/level_3_diplomas_kept", on=on)
    funding: Literal["continues", "ends", ""] = ""
    if area:
        funding = "ends" if ends is not None and year >= ends else "continues"
    if year <= kept.value and re.search(r"\bdiploma\b", titled, re.I) and _whole_diploma(titled):
        because = Reason.of("DIPLOMAS_KEPT", year=int(kept.value))
        return Started("yes", (because,), Basis.of(kept), area_funding=funding)
    reasons: list[Reason] = []
    if funding == "ends" and ends is not None:
        reasons.append(Reason.of("AREA_FUNDING_ENDS", area=area, year=ends))
    elif funding == "continues":
        reasons.append(Reason.of("AREA_FUNDING_CONTINUES", area=area, year=year))
    reasons.append(Reason.of("LIST_BY_NUMBER_DECIDES"))
    lists = value("availability/level_3_lists", on=on)
    return Started("check", tuple(reasons), Basis.of(table, lists), area_funding=funding)


def _whole_diploma(name: str) -> bool:
    """Foundation, introductory and subsidiary diplomas are smaller than the diplomas that were kept."""
    return not re.search(r"(foundation|introductory|subsidiary) diploma", name, re.I)
