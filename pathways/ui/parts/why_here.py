"""Why an option stands where it does: its numbers add up to its score."""

from __future__ import annotations

from pathways.explanation import Explanation, TermShown
from pathways.guidance import Option
from pathways.ui.parts.markup import Markup, join, mark
from pathways.words import say, say_reason


def why_fold(option: Option) -> Markup:
    """The reasons on a card, folded: what adds most, what speaks against it, what would move it."""
    if option.explanation is None:
        return Markup()
    return mark(
        '<details class="pw-why"><summary>{title}</summary>{body}</details>',
        title=say("UI_WHY_TITLE"),
        body=_reasons(option, option.explanation),
    )


def why_in_full(option: Option) -> Markup:
    """The reasons and every number behind the score."""
    why = option.explanation
    if why is None:
        return Markup()
    return join([_reasons(option, why), _table(option, why)])


def _reasons(option: Option, why: Explanation) -> Markup:
    said = (*why.largest, *option.against, *why.changes, why.steady_because)
    lines = join(mark("<li>{words}</li>", words=say_reason(reason)) for reason in said)
    group = say("UI_WHY_GROUP", group=option.band)
    return mark("<p>{group}</p><ul>{lines}</ul>", group=group, lines=lines)


def _table(option: Option, why: Explanation) -> Markup:
    score = "" if option.score is None else say("UI_WHY_SCORE", score=f"{100 * option.score:.1f}")
    return mark(
        '<table class="pw-table"><caption>{caption}</caption><thead><tr>'
        '<th scope="col">{what}</th><th scope="col" class="pw-number">{dots}</th>'
        '<th scope="col" class="pw-number">{value}</th><th scope="col" class="pw-number">{adds}</th>'
        "</tr></thead><tbody>{rows}</tbody></table><p>{score}</p>{dropped}",
        caption=say("UI_WHY_TABLE"),
        what=say("UI_ORDER_TERM"),
        dots=say("UI_ORDER_DOTS"),
        value=say("UI_WHY_VALUE"),
        adds=say("UI_WHY_ADDS"),
        rows=join(_row(term) for term in why.terms if term.value is not None),
        score=score,
        dropped=mark(
            "<ul>{lines}</ul>",
            lines=join(
                mark("<li>{words}</li>", words=say_reason(term.because))
                for term in why.terms
                if term.because is not None and term.dots
            ),
        ),
    )


def _row(term: TermShown) -> Markup:
    return mark(
        '<tr><th scope="row">{name}</th><td class="pw-number">{dots}</td>'
        '<td class="pw-number">{value}</td><td class="pw-number">{adds}</td></tr>',
        name=say(f"TERM_{term.name.upper()}"),
        dots=term.dots,
        value=f"{100 * (term.value or 0):.0f}",
        adds=f"{100 * (term.adds or 0):.1f}",
    )
