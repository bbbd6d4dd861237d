"""The area together: progress, who stayed and grades of all its students, no place apart from another."""

from __future__ import annotations

import streamlit as st

from pathways.outcomes.area_rollup import area_rollup
from pathways.outcomes.for_option import all_results
from pathways.ui import advice
from pathways.ui.parts.detail import source_line
from pathways.ui.parts.frame import heading
from pathways.ui.parts.markup import join, mark
from pathways.ui.parts.progress_area import area
from pathways.words import say

catalogue = advice.catalogue()
rows = all_results(catalogue.index)
heading(say("UI_PAGE_AREA"), say("UI_AREA_LEAD"))
st.html(mark('<div class="pw">{body}</div>', body=area(area_rollup(rows))))
cited = {row.source_id for row in rows}
sources = catalogue.index.tables["sources"]
lines = [row for n in range(len(sources)) if (row := sources.row(n))["source_id"] in cited]
if lines:
    st.header(say("UI_SECTION_SOURCES"), anchor=False)
    st.html(
        mark('<ul class="pw-sources">{items}</ul>', items=join(source_line(row) for row in lines))
    )
