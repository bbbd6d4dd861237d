"""Which subject area an older level 3 qualification is in, and what is reported of its funding."""

from __future__ import annotations

import re
from datetime import date

from pathways.rules.dated import DatedValue
from pathways.rules.titles import plain
from pathways.rules.values import value

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
