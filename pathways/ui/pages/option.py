"""Details of one option: everything on its card, and where each fact comes from."""

from __future__ import annotations

import streamlit as st

from pathways.ui import advice, menu
from pathways.ui.parts import detail, facts
from pathways.ui.parts.card import open_instead, rows
from pathways.ui.parts.chances_section import chances_section
from pathways.ui.parts.flags import flag_list, of_option
from pathways.ui.parts.frame import heading
from pathways.ui.parts.journeys import journeys
from pathways.ui.parts.ladder_plan import plan_in_full
from pathways.ui.parts.markup import join, mark
from pathways.ui.parts.progress_section import provider_results
from pathways.ui.parts.save import save_button
from pathways.ui.parts.why_here import why_in_full
from pathways.words import say
from pathways.words.option import what_in_words

st.page_link(menu.page("options"), label=say("UI_BACK"), icon=":material/arrow_back:")
answer = advice.guidance()
option = answer.options.find(st.query_params.get("offer", ""))
if option is None:
    heading(say("UI_OPTION_GONE"), say("UI_OPTION_GONE_DO"))
    st.stop()

heading(option.subject, f"{what_in_words(option)} {say('UI_AT', provider=option.provider)}")
st.html(
    mark(
        '<div class="pw"><p>{chip}</p>{runs}{rows}</div>',
        chip=facts.chip(option),
        runs=facts.runs(option),
        rows=rows(option, roomy="pw-roomy"),
    )
)
open_instead(option)
save_button(option)
detail.read_aloud(option)
detail.section("UI_SECTION_RULES", detail.rules(option))
detail.section(
    "UI_SECTION_EM",
    join([detail.english_maths(option), plan_in_full(advice.plan(option.route))]),
)
chances_section(option)
if why := why_in_full(option):
    detail.section("UI_SECTION_WHY", why)
detail.section("UI_SECTION_RESULTS", provider_results(option))
st.header(say("UI_SECTION_JOURNEY"), anchor=False)
journeys(option, answer.home)
detail.section("UI_SECTION_RUNS", detail.availability(option))
if know := flag_list(of_option(answer.flags, option)):
    detail.section("UI_FLAGS_TITLE", know)
detail.section("UI_SECTION_GAPS", detail.gaps(option))
detail.section("UI_SECTION_CONTACT", detail.contact(option))
detail.section("UI_SECTION_SOURCES", detail.sources(option, advice.catalogue()))
