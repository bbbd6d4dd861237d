"""Numbers as official files write them: "38.40%", "103009.0", "1,234", or a code.

Every code means "not published". It is never 0 and never disappears: it is kept beside the
empty number.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import pandas as pd

# NE no entries, SUPP suppressed, SP suppressed percentage, NP not published, NA and z not
# applicable, c confidential. Source: README of the official files, "Codes inside number columns".
NOT_PUBLISHED = ("NE", "SUPP", "SP", "NP", "NA", "c", "z")

_CODES = {code.casefold(): code for code in NOT_PUBLISHED}
_NUMBER = re.compile(r"[-−+]?(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?%?")


class Number(NamedTuple):
    """A number, or the code that stands in its place; both empty for an empty cell."""

    value: float | None
    code: str


def read_number(text: str) -> Number:
    """One cell as a number or code; percentages stay in per cent. Raises ValueError otherwise.

    >>> read_number("38.40%"), read_number("Supp")
    (Number(value=38.4, code=''), Number(value=None, code='SUPP'))
    """
    text = text.strip()
    if not text:
        return Number(None, "")
    code = _CODES.get(text.casefold())
    if code:
        return Number(None, code)
    if not _NUMBER.fullmatch(text) or not any(c.isdigit() for c in text):
        raise ValueError(f"not a number: {text!r}")
    return Number(float(text.replace(",", "").replace("−", "-").rstrip("%")), "")


def read_numbers(cells: pd.Series) -> tuple[pd.Series, pd.Series, pd.Series]:
    """A column of text as (values, codes, readable): float64 with NaN, text, and bool."""
    plain = pd.to_numeric(cells, errors="coerce").to_numpy("float64")  # most cells, in one step
    values = np.where(np.isfinite(plain), plain, np.nan)
    codes = np.full(len(cells), "", dtype=object)
    readable = np.full(len(cells), True)
    read: dict[str, Number | None] = {}
    for place in np.flatnonzero(np.isnan(values)):
        text = str(cells.iat[place])
        if text not in read:
            read[text] = _try(text)
        number = read[text]
        readable[place] = number is not None
        if number is not None:
            values[place] = np.nan if number.value is None else number.value
            codes[place] = number.code
    index = cells.index
    return (
        pd.Series(values, index, dtype="float64"),
        pd.Series(codes, index, dtype="str"),
        pd.Series(readable, index, dtype="bool"),
    )


def _try(text: str) -> Number | None:
    try:
        return read_number(text)
    except ValueError:
        return None


def whole(text: str) -> str:
    """A whole number without the decimals a spreadsheet added: "103009.0" -> "103009"."""
    return re.sub(r"(?<=\d)\.0+$", "", text)
