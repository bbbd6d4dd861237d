"""What is this worth? UCAS points of results, the levels, and grade scales side by side."""

from __future__ import annotations

import streamlit as st

from pathways.clock import today
from pathways.rules.tariff import tariff
from pathways.ui.parts import worth_form, worth_tables, worth_total
from pathways.ui.parts.frame import heading, status
from pathways.ui.parts.markup import mark
from pathways.words import say

on = today()
heading(say("UI_PAGE_WORTH"), say("UI_WORTH_LEAD"))
st.header(say("UI_WORTH_UCAS"), anchor=False)
st.html(
    mark(
        '<div class="pw"><p>{gcse}</p><p>{courses}</p></div>',
        gcse=say("TARIFF_LEVEL_3_ALONE"),
        courses=say("UI_WORTH_MANY_COURSES"),
    )
)
rows = worth_form.rows(on)
total = tariff(rows, on=on)
status(worth_total.total_words(total))
st.html(mark('<div class="pw">{table}</div>', table=worth_total.table(rows, total)))
st.header(say("UI_WORTH_SCALES"), anchor=False)
for part in (worth_tables.gcse_scales, worth_tables.levels, worth_tables.vocational):
    st.html(mark('<div class="pw pw-scale">{part}</div>', part=part(on)))
