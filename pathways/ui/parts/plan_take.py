"""Taking a plan along: paper, calendar, and a code with its square. None of them is kept here."""

from __future__ import annotations

import base64
from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from pathways.errors import PlanCodeError
from pathways.plan.calendar import calendar
from pathways.plan.code import encode
from pathways.plan.link import link, qr_svg
from pathways.plan.pdf import Size, pdf
from pathways.plan.plan import Plan
from pathways.plan.sheet import Sheet
from pathways.ui import advice, keys, state
from pathways.ui.parts.markup import mark
from pathways.words import say

_PAPERS: tuple[tuple[Size, str, str], ...] = (
    ("standard", "UI_PLAN_PDF", "my-plan.pdf"),
    ("large", "UI_PLAN_PDF_LARGE", "my-plan-large-print.pdf"),
)
_HERE = "http://localhost:8501"


def take(plan: Plan, sheet: Sheet) -> None:
    """Downloads first, then the code."""
    st.header(say("UI_PLAN_TAKE_TITLE"), anchor=False)
    st.markdown(say("UI_PLAN_TAKE_LEAD"))
    st.checkbox(
        say("UI_PLAN_GRADES"),
        key=keys.CARRY_GRADES,
        persist_state=state.KEEP,
        help=say("UI_PLAN_GRADES_HELP"),
    )
    try:
        code = encode(plan, advice.catalogue().index.offer_row)
    except PlanCodeError as error:
        st.warning(error.message, icon=":material/info:")
        return
    address = link(_base(), code)
    _downloads(sheet, code, address)
    _code(code, address)


def _downloads(sheet: Sheet, code: str, address: str) -> None:
    with st.container(key="take-files", horizontal=True, gap="small"):
        for size, words, name in _PAPERS:
            st.download_button(
                say(words),
                data=_paper(sheet, size, code, address),
                file_name=name,
                mime="application/pdf",
                key=f"take-{size}",
                icon=":material/picture_as_pdf:",
                on_click="ignore",
            )
        st.download_button(
            say("UI_PLAN_ICS"),
            data=calendar(sheet),
            file_name="my-plan.ics",
            mime="text/calendar",
            key="take-ics",
            icon=":material/calendar_month:",
            on_click="ignore",
        )


def _paper(sheet: Sheet, size: Size, code: str, address: str) -> Callable[[], bytes]:
    """Made when the button is pressed, not on every run."""
    return lambda: pdf(sheet, size=size, link=address, code=code)


def _code(code: str, address: str) -> None:
    picture = base64.b64encode(qr_svg(address).encode()).decode()
    st.html(
        mark(
            '<section class="pw pw-take"><img class="pw-qr" alt="{alt}" '
            'src="data:image/svg+xml;base64,{picture}">'
            '<div><h3>{title}</h3><p class="pw-code">{code}</p><p>{how}</p></div></section>',
            alt=say("UI_PLAN_QR"),
            picture=picture,
            title=say("UI_PLAN_CODE"),
            code=code,
            how=say("UI_PLAN_CODE_HOW"),
        )
    )


def _base() -> str:
    """Where this app answers, as the visitor's browser sees it."""
    found = urlsplit(st.context.url or _HERE)
    return urlunsplit((found.scheme, found.netloc, "", "", ""))
