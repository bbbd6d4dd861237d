"""What each row of a card says: one function a row, each from one field of an `Option`."""

from __future__ import annotations

from pathways.answers import Clause, Eligibility, SubjectStatus
from pathways.guidance import Option
from pathways.reason import Reason
from pathways.ui.parts.markup import Markup, join, mark
from pathways.ui.parts.outcomes import on_a_card
from pathways.ui.parts.rules_trust import trust_mark
from pathways.words import say, say_reason
from pathways.words.option import (
    asked_in_words,
    distance_in_words,
    kind_in_words,
    place_in_words,
    state_in_words,
)

_ICON = {"meets": "✓", "near_miss": "≈", "ask": "?", "not_yet": "→"}
_CLAUSE_ICON = {"held": "✓", "short": "→", "missing": "?", "person": "?"}


def none(code: str = "UI_NOT_PUBLISHED") -> Markup:
    """A value that does not exist, said as such."""
    return mark('<span class="pw-none">{words}</span>', words=say(code))


def chip(option: Option) -> Markup:
    """Whether the learner's grades meet what is asked: an icon, words and a colour."""
    eligibility = option.eligibility
    return mark(
        '<span class="pw-chip pw-{state}"><b aria-hidden="true">{icon}</b>{words}</span>',
        state=eligibility.state,
        icon=_ICON[eligibility.state],
        words=state_in_words(eligibility),
    )


def place(option: Option) -> Markup:
    """The site, unless it is called as its provider is, and how far it is."""
    far = distance_in_words(option.journey)
    return mark(
        "{where}{far}",
        where=place_in_words(option),
        far=mark("<br>{far}", far=far) if far else Markup(),
    )


def to_get_in(option: Option) -> Markup:
    """What is asked, clause by clause, against the learner's grades."""
    eligibility = option.eligibility
    if eligibility.basis == "unknown":
        return none("UI_RULE_UNKNOWN")
    body = mark(
        '<ul class="pw-clauses">{lines}</ul>',
        lines=join(
            _clause(clause, whose=_whose(clause, eligibility)) for clause in eligibility.clauses
        ),
    )
    change = (
        join(
            mark(
                "<p>{words}</p>",
                words=say("UI_CHANGE", subject=c.subject, now=c.now, needed=c.needed),
            )
            for c in eligibility.smallest_change
        )
        if eligibility.state == "near_miss"
        else Markup()
    )
    typical = (
        mark('<p class="pw-quiet">{words}</p>', words=say("UI_RULE_TYPICAL"))
        if eligibility.basis == "typical"
        else Markup()
    )
    return join([body, change, typical])


def open_instead(option: Option) -> str:
    """Where the same subject is open already, when this one is not; empty when there is none."""
    near = option.open_instead
    if near is None or option.eligibility.state == "meets":
        return ""
    code = "UI_OPEN_INSTEAD" if near.basis == "published" else "UI_MAY_BE_OPEN"
    return say(code, what=near.qualification, provider=near.provider)


def runs_words(option: Option) -> Markup:
    """Whether it can be started, in a few words; nothing where that is plain."""
    state = option.availability.state
    return Markup() if state == "yes" else mark("<p>{w}</p>", w=say(f"UI_RUNS_{state.upper()}"))


def runs(option: Option) -> Markup:
    """One line where it is not plain that the course can be started in the learner's year."""
    found, words = option.availability, runs_words(option)
    if not words:
        return Markup()
    return mark(
        '<div class="pw-runs">{words}{mark}</div>',
        words=words,
        mark=trust_mark((found.trust, found.source_ids)),
    )


def _whose(clause: Clause, eligibility: Eligibility) -> str:
    """Said of each clause where a provider's own rule and a usual one stand together."""
    if {one.basis for one in eligibility.clauses} == {clause.basis}:
        return ""
    return say(f"UI_CLAUSE_BASIS_{clause.basis.upper()}")


def _clause(clause: Clause, *, whose: str = "") -> Markup:
    has = say("UI_YOU_HAVE", has=clause.has) if clause.has else ""
    return mark(
        '<li><b aria-hidden="true">{icon}</b>{rule}<span class="pw-visually-hidden">: {state}</span>'
        "{has}{whose}</li>",
        icon=_CLAUSE_ICON[clause.state],
        rule=asked_in_words(clause.rule),
        state=say(f"UI_CLAUSE_{clause.state.upper()}"),
        has=mark(' <span class="pw-quiet">{has}</span>', has=has) if has else Markup(),
        whose=mark(' <span class="pw-quiet">{whose}</span>', whose=whose) if whose else Markup(),
    )


def english_maths(option: Option) -> Markup:
    """What the learner would study in English and maths alongside: one line if both are alike."""
    plan = option.english_maths_plan
    if plan.english.status == plan.maths.status:
        both = say(f"UI_EM_BOTH_{plan.english.status.upper()}")
        return mark("<p>{both}</p>", both=both)
    return join(
        mark("<p>{words}</p>", words=carry_on(name, status))
        for name, status in (("ENGLISH", plan.english), ("MATHS", plan.maths))
    )


def carry_on(subject: str, status: SubjectStatus) -> str:
    """One subject's status as a short sentence."""
    return say(f"UI_EM_{status.status.upper()}", subject=say(f"UI_{subject}"))


def results(option: Option) -> Markup:
    """What happened to earlier students, with the year, in a sentence."""
    return on_a_card(option.results)


def rests_on(option: Option) -> Markup:
    """What the card's facts rest on."""
    return mark("{words}", words=say(f"UI_BASIS_{option.basis.upper()}", year=option.basis_year))


def reasons(items: tuple[Reason, ...]) -> Markup:
    """Reasons as a list."""
    if not items:
        return Markup()
    lines = join(mark("<li>{words}</li>", words=say_reason(reason)) for reason in items)
    return mark("<ul>{lines}</ul>", lines=lines)


def provider_line(option: Option) -> Markup:
    """Who teaches it, what kind of place that is, and facts a learner may filter on."""
    return mark(
        '<span class="pw-who">{who}</span><br><span class="pw-quiet">{facts}</span>',
        who=option.provider,
        facts=kind_in_words(option),
    )
