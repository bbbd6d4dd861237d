"""The sections of the page of one option: each says its facts and where they were read."""

from __future__ import annotations

import streamlit as st

from pathways.catalogue.store import Catalogue
from pathways.guidance import Option, RuleSource
from pathways.ui.parts import facts
from pathways.ui.parts.markup import Markup, join, link, mark
from pathways.ui.parts.rules_trust import sources as pages_read
from pathways.ui.parts.rules_trust import trust_mark
from pathways.words import say
from pathways.words.aloud import aloud
from pathways.words.option import asked_in_words


def section(title: str, body: Markup) -> None:
    """A heading and what stands under it."""
    st.header(say(title), anchor=False)
    st.html(mark('<div class="pw">{body}</div>', body=body))


def _paragraphs(lines: list[str]) -> Markup:
    return join(mark("<p>{line}</p>", line=line) for line in lines if line)


def rules(option: Option) -> Markup:
    """Each entry rule as typed, its year, page, confidence, and range when it is a typical one."""
    if not option.rule_sources:
        return _paragraphs([say("UI_RULES_NONE")])
    because = facts.reasons(option.eligibility.because)
    predicted = any(clause.predicted for clause in option.eligibility.clauses)
    note = _paragraphs([say("UI_PREDICTED_NOTE")]) if predicted else Markup()
    return join([*(_rule(rule) for rule in option.rule_sources), because, note])


def _rule(rule: RuleSource) -> Markup:
    typical = rule.basis == "typical"
    lines = [
        say("UI_RULE_TYPICAL") if typical else "",
        say("UI_RULE_RANGE", count=rule.n_providers, lowest=rule.lowest, highest=rule.highest)
        if typical and rule.n_providers
        else "",
        say("UI_RULE_ENTRY_YEAR", year=rule.entry_year) if rule.entry_year else "",
        "" if typical else say(f"UI_RULE_CONFIDENCE_{rule.confidence.upper()}"),
        "" if typical else rule.note,
    ]
    page = link(rule.page_url, say("UI_RULE_PAGE")) if rule.page_url else Markup()
    return mark(
        '<div class="pw-rule"><h3>{scope}</h3><p class="pw-who">{rule}</p>{lines}{page}</div>',
        scope=say(f"UI_RULE_SCOPE_{rule.scope.upper()}"),
        rule=asked_in_words(rule.rule),
        lines=_paragraphs(lines),
        page=page,
    )


def english_maths(option: Option) -> Markup:
    """What the learner would study in each, and why."""
    plan = option.english_maths_plan
    return join(
        mark(
            "<h3>{subject}</h3><p>{words}</p>{because}{mark}",
            subject=say(f"UI_{name}"),
            words=facts.carry_on(name, status),
            because=facts.reasons(status.because),
            mark=trust_mark((status.trust, status.source_ids)),
        )
        for name, status in (("ENGLISH", plan.english), ("MATHS", plan.maths))
    )


def availability(option: Option) -> Markup:
    """Whether it can be started in the learner's year, and what that rests on."""
    found = option.availability
    said = facts.reasons(found.because) or facts.none()
    where = trust_mark((found.trust, found.source_ids)) or pages_read(found.source_ids)
    return join([facts.runs_words(option), said, where])


def read_aloud(option: Option) -> None:
    """The whole option in sentences, folded: to read to somebody, or for a screen reader."""
    st.html(
        mark(
            '<details class="pw"><summary>{title}</summary><p>{words}</p></details>',
            title=say("UI_READ_ALOUD"),
            words=aloud(option),
        )
    )


def gaps(option: Option) -> Markup:
    """What is not known, as a list."""
    if not option.data_gaps:
        return _paragraphs([say("UI_GAPS_NONE")])
    lines = join(mark("<li>{line}</li>", line=say(code)) for code in option.data_gaps)
    return mark("<ul>{lines}</ul>", lines=lines)


def contact(option: Option) -> Markup:
    """How to reach them: addresses as they published them, nothing followed or fetched."""
    found = [
        mark("<li>{words}: {value}</li>", words=say(words), value=value)
        for words, value in (
            ("UI_COURSE_PAGE", link(option.page_url, option.page_url) if option.page_url else ""),
            ("UI_WEBSITE", link(_web(option.website), option.website) if option.website else ""),
            ("UI_PHONE", option.phone),
        )
        if value
    ]
    return mark("<ul>{items}</ul>", items=join(found)) if found else facts.none()


def _web(address: str) -> str:
    return address if "://" in address else f"https://{address}"


def sources(option: Option, catalogue: Catalogue) -> Markup:
    """Every source of this option's facts, with its year and licence."""
    table = catalogue.index.tables["sources"]
    found = [table.row(number) for number in range(len(table))]
    return mark(
        '<ul class="pw-sources">{items}</ul>',
        items=join(source_line(row) for row in found if row["source_id"] in option.sources),
    )


def source_line(row: dict[str, str]) -> Markup:
    """One source: what it is, whose, of which year, under which licence."""
    words = say("UI_SOURCE_LINE", title=row["title"], publisher=row["publisher"], year=row["year"])
    return mark(
        '<li>{words}<br><span class="pw-quiet">{licence}. {attribution}</span></li>',
        words=link(row["url"], words) if row["url"] else words,
        licence=row["licence"],
        attribution=row["attribution"],
    )
