"""The link and the QR code that open a plan: the code stands after the `#`, which browsers never send."""

from __future__ import annotations

import io
from urllib.parse import urlsplit, urlunsplit

import segno
from segno import consts

PAGE = "plan"
MARK = "#p="
QUIET = 4
"""Empty modules around a QR code, as its standard asks."""
_CORRECTION = "m"


def link(base: str, code: str) -> str:
    """The address that opens a plan; `base` is where the app answers, such as `https://example.org`."""
    found = urlsplit(base)
    path = f"{found.path.rstrip('/')}/{PAGE}"
    return urlunsplit((found.scheme, found.netloc, path, "", "")) + MARK + code.replace("-", "")


def code_in(text: str) -> str:
    """The code in what somebody pasted or scanned: a whole link, or the code itself."""
    return text.rpartition(MARK)[2]


def qr_svg(address: str) -> str:
    """The QR code of a link as SVG: black on a white ground of its own, with no size, so that it scales."""
    out = io.BytesIO()
    qr_code(address).save(
        out,
        kind="svg",
        border=QUIET,
        dark="#000",
        light="#fff",
        xmldecl=False,
        omitsize=True,
        svgclass=None,
        lineclass=None,
    )
    return out.getvalue().decode()


def qr_modules(address: str) -> tuple[tuple[bool, ...], ...]:
    """The same QR code as rows of modules, true where dark, its empty border included."""
    rows = qr_code(address).matrix_iter(scale=1, border=QUIET)
    return tuple(tuple(bool(module) for module in row) for row in rows)


def qr_code(address: str) -> segno.QRCode:
    """The QR code of a link, its plan code packed as capitals and digits, which take less room."""
    start, mark, code = address.rpartition(MARK)
    if not start or not code:
        return segno.make_qr(address, error=_CORRECTION)
    parts = [(start + mark, consts.MODE_BYTE), (code, consts.MODE_ALPHANUMERIC)]
    # segno takes a text in parts, though its type hints do not say so.
    return segno.make_qr(parts, error=_CORRECTION)  # type: ignore[arg-type]
