"""About the data: sources and licences, what is in it and what is not, how the order works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from pathways.ui import advice, menu
from pathways.ui.parts.detail import source_line
from pathways.ui.parts.frame import heading
from pathways.ui.parts.markup import Markup, join, mark
from pathways.words import say


def _table(caption: str, columns: tuple[str, str], rows: Sequence[tuple[str, str]]) -> Markup:
    """A real table: caption, scoped headings, numbers on the right."""
    return mark(
        '<table class="pw-table"><caption>{caption}</caption><thead><tr><th scope="col">{a}</th>'
        '<th scope="col" class="pw-number">{b}</th></tr></thead><tbody>{rows}</tbody></table>',
        caption=caption,
        a=columns[0],
        b=columns[1],
        rows=join(
            mark('<tr><th scope="row">{a}</th><td class="pw-number">{b}</td></tr>', a=a, b=b)
            for a, b in rows
        ),
    )


catalogue = advice.catalogue()
tables = catalogue.index.tables
heading(say("UI_PAGE_DATA"), say("UI_DATA_LEAD"))
if catalogue.fictional:
    st.warning(say("UI_DATA_FICTIONAL"), icon=":material/info:")
st.header(say("UI_DATA_ORDER_TITLE"), anchor=False)
st.markdown(say("UI_DATA_ORDER"))
st.page_link(menu.page("order"), label=say("UI_PAGE_ORDER"))
st.header(say("UI_DATA_AREA"), anchor=False)
counted = [
    (say(f"UI_TABLE_{name.upper()}"), f"{len(tables[name]):,}")
    for name in ("providers", "sites", "courses", "offers", "entry_rules", "results", "left_out")
]
st.html(
    _table(
        f"{catalogue.title}, {catalogue.start_year}",
        (say("UI_DATA_COUNTS"), say("UI_DATA_ROWS")),
        counted,
    )
)
st.header(say("UI_DATA_LEFT_OUT"), anchor=False)
reasons = Counter(tables["left_out"]["reason"][row] for row in range(len(tables["left_out"])))
st.html(
    _table(
        say("UI_DATA_LEFT_OUT_LEAD"),
        (say("UI_DATA_REASON"), say("UI_DATA_ROWS")),
        [(say(reason), f"{count:,}") for reason, count in reasons.most_common()],
    )
)
st.header(say("UI_DATA_SOURCES"), anchor=False)
st.html(
    mark(
        '<ul class="pw-sources">{items}</ul>',
        items=join(source_line(tables["sources"].row(n)) for n in range(len(tables["sources"]))),
    )
)
st.page_link(menu.page("area"), label=say("UI_AREA_LINK"))
st.page_link(menu.page("rules"), label=say("UI_DATA_RULES"))
st.page_link(menu.page("worth"), label=say("UI_PAGE_WORTH"))
st.caption(say("UI_DATA_FONT"))
