"""English and maths with one course, in full: what, how much, until when, and what stays closed till then."""

from __future__ import annotations

from collections.abc import Iterator

from pathways.routes.ladder import EnglishMathsPlan, SubjectPlan
from pathways.ui.parts.markup import Markup, join, mark
from pathways.ui.parts.rules_trust import trust_mark
from pathways.words import say, say_reason


def plan_in_full(plan: EnglishMathsPlan) -> Markup:
    """Each subject apart; nothing for one with nothing to study."""
    parts = [_subject("ENGLISH", plan.english), _subject("MATHS", plan.maths)]
    if not any(parts):
        return Markup()
    return mark(
        '<details class="pw-plan"><summary>{title}</summary><div class="pw-pair">{parts}</div></details>',
        title=say("UI_PLAN_MORE"),
        parts=join(parts),
    )


def _subject(name: str, plan: SubjectPlan) -> Markup:
    if not plan.study:
        return Markup()
    return mark(
        "<div><h3>{subject}</h3>{lines}{mark}</div>",
        subject=say(f"UI_{name}"),
        lines=join(mark("<p>{line}</p>", line=line) for line in _lines(plan)),
        mark=trust_mark((plan.trust, plan.source_ids)),
    )


def _lines(plan: SubjectPlan) -> Iterator[str]:
    yield say("UI_PLAN_STUDY", study=say("UI_PLAN_OR").join(plan.study))
    if plan.lower:
        yield say("UI_PLAN_LOWER", study=say("UI_PLAN_OR").join(plan.lower))
    if plan.hours_each:
        yield say("UI_PLAN_HOURS", hours=plan.hours_each)
    for reason in (plan.when, plan.until, *plan.closed_until, plan.whose_rule):
        if reason is not None:
            yield say_reason(reason)
