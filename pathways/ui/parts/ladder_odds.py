"""Honest odds: English and maths by the grade held, each apart, as counts of 100; and of each step."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pathways.reason import Reason
from pathways.routes.ladder import Ladder
from pathways.routes.odds import figure_of
from pathways.ui.parts.markup import Markup, join, link, mark
from pathways.ui.parts.pictures.people import people
from pathways.ui.parts.rules_trust import trust_words
from pathways.words import say, say_reason

_DONE = "EM_ODDS_HOLDS_4"
_FIGURES = ("EM_ODDS_REACHED_4", "EM_ODDS_IMPROVED")


def english_maths_odds(ladder: Ladder) -> None:
    """What happened to others with these grades; nothing where grade 4 or above is held in both."""
    if ladder.english[0].code == ladder.maths[0].code == _DONE:
        return
    st.header(say("UI_ODDS_TITLE"), anchor=False)
    st.html(
        mark(
            '<div class="pw"><p>{lead}</p><div class="pw-pair">{parts}</div></div>',
            lead=say("UI_ODDS_LEAD"),
            parts=join([_subject("ENGLISH", ladder.english), _subject("MATHS", ladder.maths)]),
        )
    )


def _subject(name: str, because: Sequence[Reason]) -> Markup:
    """The first count as people, the second in words, and what the numbers leave out."""
    figures = [one for one in because if one.code in _FIGURES]
    rest = [one for one in because if one.code not in _FIGURES]
    subject = say(f"UI_{name}")
    if not figures:
        return mark("<section><h3>{s}</h3>{lines}</section>", s=subject, lines=_lines(rest))
    first = figures[0]
    return mark(
        "<section><h3>{subject}</h3>{first}<figure>{picture}</figure>{second}"
        "<details><summary>{more}</summary>{rest}</details></section>",
        subject=subject,
        first=_lines([first]),
        picture=people(int(first.as_dict()["got"]), label=say_reason(first)),
        second=_lines(figures[1:]),
        more=say("UI_ODDS_MORE", subject=subject),
        rest=_lines(rest),
    )


def _lines(because: Sequence[Reason]) -> Markup:
    return join(mark("<p>{words}</p>", words=say_reason(one)) for one in because)


def steps_of_100(ladders: Sequence[Ladder]) -> None:
    """Every step on this page on one base, of 100 who start; where there is no figure, why."""
    found = {rung.step: rung for ladder in ladders for rung in ladder.rungs}
    rows = join(
        mark(
            '<tr><th scope="row">{step}</th><td>{said}</td></tr>',
            step=say_reason(rung.title),
            said=_figure(rung.step, rung.of_100),
        )
        for rung in found.values()
        if rung.step != "paid_job"
    )
    st.html(
        mark(
            '<details class="pw"><summary>{title}</summary><p>{lead}</p><table class="pw-table">'
            "<caption>{caption}</caption><tbody>{rows}</tbody></table></details>",
            title=say("UI_OF_100_TITLE"),
            lead=say("UI_OF_100_LEAD"),
            caption=say("UI_OF_100_CAPTION"),
            rows=rows,
        )
    )


def _figure(step: str, said: Reason) -> Markup:
    found = figure_of(step)
    words = mark("<p>{said}</p>", said=say_reason(said))
    if found is None:
        return words
    return join(
        [
            words,
            mark(
                '<p class="pw-quiet">{who} {not_known} {source} {trust}</p>',
                who=say("UI_OF_100_WHO", population=found.population),
                not_known=found.not_known,
                source=link(found.href, found.title),
                trust=trust_words(found.trust),
            ),
        ]
    )
