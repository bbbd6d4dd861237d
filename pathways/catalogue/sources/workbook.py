"""The rows of one sheet of an Excel workbook, as the text a CSV file would hold."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from pathways.catalogue.sources.problem import refused
from pathways.catalogue.sources.raw import RawFile


def sheet_rows(raw: RawFile, sheet: str) -> Iterator[tuple[int, list[str]]]:
    """Row number and cells of each row that holds anything; raises `SourceError`."""
    try:
        book = load_workbook(io.BytesIO(raw.data), read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, ParseError, KeyError, ValueError) as error:
        raise refused(raw.name, "DAMAGED_FILE", value="xlsx") from error
    try:
        name = next((s for s in book.sheetnames if s.strip().casefold() == sheet.casefold()), None)
        if name is None:
            raise refused(raw.name, "MISSING_SHEET", sheet=sheet, found=", ".join(book.sheetnames))
        for number, cells in enumerate(book[name].iter_rows(values_only=True), start=1):
            if any(cell is not None for cell in cells):
                yield number, [_text(cell) for cell in cells]
    finally:
        book.close()


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == datetime.min.time():
        return cell.date().isoformat()
    if isinstance(cell, (date, datetime)):
        return cell.isoformat()
    return str(cell)
