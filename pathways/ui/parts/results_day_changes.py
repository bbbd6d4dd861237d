"""What changed, at once: saved options first, then English and maths, then what is newly open."""

from __future__ import annotations

import streamlit as st

from pathways.guidance import Option
from pathways.plan.next_step import NextStep
from pathways.plan.results_day import KINDS, Change, Kind, NewlyOpen, ResultsDay, SubjectChange
from pathways.ui import keys, menu
from pathways.ui.parts import facts
from pathways.ui.parts.contact import phone, website
from pathways.ui.parts.markup import Markup, join, mark
from pathways.ui.parts.option_link import option_link
from pathways.words import say, say_reason
from pathways.words.option import distance_in_words

_ICON = {"opened": "✓", "closed": "☎", "still_open": "✓", "not_open": "→"}


def tally(found: ResultsDay) -> str:
    """The whole area in one line."""
    counts = dict(found.counts)
    return say("UI_DAY_TALLY" if counts["opened"] or counts["closed"] else "UI_DAY_SAME", **counts)


def saved(found: ResultsDay, *, changed: bool) -> None:
    """The saved options, by what became of them; with `changed` false, as they stand."""
    for kind in KINDS:
        group = found.of_kind(kind)
        if group:
            _group(kind, group, changed=changed)
    if found.gone:
        st.markdown(say("UI_DAY_GONE", count=len(found.gone)))
    if not found.saved:
        with st.container(key="day_nothing_saved", border=True):
            st.markdown(say("UI_DAY_NOTHING_SAVED"))
            st.page_link(
                menu.page("options"),
                label=say("UI_DAY_TO_OPTIONS"),
                icon=":material/arrow_forward:",
            )


def _group(kind: Kind, group: tuple[Change, ...], *, changed: bool) -> None:
    code = f"UI_DAY_{kind.upper()}" if changed else f"UI_DAY_NOW_{kind.upper()}"
    title = mark(
        '<h3 class="pw-day-title pw-day-{kind}"><b aria-hidden="true">{icon}</b> {words}</h3>',
        kind=kind,
        icon=_ICON[kind],
        words=say(code, count=len(group)),
    )
    cards = join(_change(one, changed=changed) for one in group)
    st.html(
        mark(
            '<div class="pw">{title}<ul class="pw-day">{cards}</ul></div>', title=title, cards=cards
        )
    )


def _change(one: Change, *, changed: bool) -> Markup:
    moved = changed and one.before != one.after
    was = (
        mark(
            ' <span class="pw-quiet">{words}</span>',
            words=say("UI_DAY_WAS", state=say(f"UI_STATE_{one.before.upper()}").lower()),
        )
        if moved
        else Markup()
    )
    return mark(
        '<li><h4>{subject}</h4><p class="pw-quiet">{what}</p><p>{chip}{was}</p>{steps}</li>',
        subject=one.option.subject,
        what=_what(one.option),
        chip=facts.chip(one.option),
        was=was,
        steps=join(_step(step) for step in one.steps),
    )


def _step(step: NextStep) -> Markup:
    ways = [way(given) for way, given in ((phone, step.phone), (website, step.website)) if given]
    reach = (
        mark(
            '<p class="pw-reach">{ways}</p>', ways=join(mark("<span>{w}</span>", w=w) for w in ways)
        )
        if ways
        else mark('<p class="pw-reach">{w}</p>', w=facts.none("UI_DAY_NO_CONTACT"))
    )
    return mark(
        '<div class="pw-next"><p>{do}</p>{reach}</div>', do=say_reason(step.do), reach=reach
    )


def _what(option: Option) -> str:
    return f"{option.qualification} {say('UI_AT', provider=option.provider)}"


def english_maths(found: ResultsDay) -> None:
    """English and maths: each what it is now, and what to know about it."""
    st.html(
        mark(
            '<div class="pw pw-pair">{both}</div>',
            both=join(_subject(one) for one in found.english_maths),
        )
    )


def _subject(one: SubjectChange) -> Markup:
    words = facts.carry_on(one.subject.upper(), one.after)
    changed = (
        mark(' <span class="pw-differs">{w}</span>', w=say("UI_DAY_CHANGED"))
        if one.changed
        else Markup()
    )
    return mark(
        "<div><h3>{words}{changed}</h3>{says}</div>",
        words=words,
        changed=changed,
        says=join(mark("<p>{w}</p>", w=say_reason(reason)) for reason in one.says),
    )


def newly_open(found: ResultsDay) -> None:
    """A few newly open options a lane, in the order that My options has them, and how many there are."""
    for lane in found.newly:
        if lane.count:
            _lane(lane)
    fees = dict(found.counts)["opened"] - sum(lane.count for lane in found.newly)
    if fees:
        st.caption(say("UI_DAY_FEES", count=fees))


def _lane(lane: NewlyOpen) -> None:
    name = say(f"UI_LANE_{lane.lane.upper()}")
    st.subheader(say("UI_DAY_LANE", lane=name, count=lane.count), anchor=False)
    for option in lane.first:
        with st.container(key=f"newly-{keys.slug(option.offer_id)}"):
            option_link(option)
            far = distance_in_words(option.journey)
            st.html(
                mark(
                    '<p class="pw-quiet">{what}</p>',
                    what=" · ".join(filter(None, (option.qualification, far))),
                )
            )
