"""What a grade 4 would open here, in each subject apart, and what is open at level 3 without it."""

from __future__ import annotations

import streamlit as st

from pathways.guidance import Guidance
from pathways.opens import Opened, Opens
from pathways.ui.parts.ladder_ways import offers
from pathways.words import say


def what_a_4_opens(found: Opens, answer: Guidance) -> None:
    """Counts of real courses, first what is open now; nothing where a 4 would open none."""
    rows: list[tuple[str, Opened | None]] = [
        ("NOW", found.level_3_now),
        ("ENGLISH", found.english),
        ("MATHS", found.maths),
        ("BOTH", found.both),
    ]
    some = [(name, opened) for name, opened in rows if opened is not None and opened.count]
    if not {name for name, _ in some} - {"NOW"}:
        return
    st.header(say("UI_OPENS_TITLE"), anchor=False)
    st.markdown(say("UI_OPENS_LEAD" if found.level_3_now.count else "UI_OPENS_LEAD_LATER"))
    with st.container(key="opens"):
        for name, opened in some:
            with st.container(key=f"opens-{name.lower()}"):
                st.subheader(say(f"UI_OPENS_{name}"), anchor=False)
                words = "UI_OPENS_COUNT" if name == "NOW" else "UI_OPENS_COUNT_MORE"
                st.markdown(say(words, count=f"{opened.count:,}"))
                offers(opened.offers, answer)
