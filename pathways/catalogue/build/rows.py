"""Rows of a table, one mapping each."""

from __future__ import annotations

from typing import Any, cast

import pandas as pd


def rows_of(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Each row as column name to value."""
    return cast(list[dict[str, Any]], table.to_dict("records"))
