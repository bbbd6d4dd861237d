"""The plan on paper: one tagged PDF (PDF/UA-1), made without a network, the same bytes for the same sheet."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Literal

import typst

from pathways.plan.link import qr_svg
from pathways.plan.pdf_text import pdf_text
from pathways.plan.printable import FONTS
from pathways.plan.sheet import Sheet

Size = Literal["standard", "large"]
_TEMPLATE = Path(__file__).resolve().parent / "plan.typ"
_ONE_AT_A_TIME = Lock()
_SIDE = re.compile(r'viewBox="0 0 (\d+) ')


def pdf(sheet: Sheet, *, size: Size = "standard", link: str, code: str) -> bytes:
    """A sheet as PDF: A4, black on white; "large" has no letter under 18 points.

    `link` is the address that opens the plan (its QR code is printed), `code` the same plan to be
    typed. Text reaches Typst as data alone, never as its markup.
    """
    text = pdf_text(sheet, link=link, code=code)
    picture = qr_svg(link)
    data = {**text, "size": size, "qr": picture, "qr_modules": _modules(picture)}
    return _compiled(data, datetime.combine(sheet.made_on, time(), UTC))


def _modules(picture: str) -> int:
    """Squares along one side of a QR code, so that none is printed too small for a phone."""
    found = _SIDE.search(picture)
    return int(found[1]) if found else 0


def _compiled(data: dict[str, Any], made: datetime) -> bytes:
    # The compiler keeps its fonts and template, and the inputs of the last call, so one at a time.
    with _ONE_AT_A_TIME:
        made_pdf = _compiler().compile(
            format="pdf",
            sys_inputs={"plan": json.dumps(data, ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=made,
        )
    if not isinstance(made_pdf, bytes):
        raise TypeError("Typst gave no single file.")
    return made_pdf


@cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[FONTS])
    return typst.Compiler(_TEMPLATE, root=_TEMPLATE.parent, font_paths=fonts)
