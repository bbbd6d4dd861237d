"""What English and maths mean for this learner: said kindly, each subject apart, with the reasons."""

from __future__ import annotations

from pathways.answers import EnglishMaths, SubjectStatus
from pathways.ui.parts.facts import carry_on, reasons
from pathways.ui.parts.frame import panel
from pathways.ui.parts.markup import Markup, join, mark
from pathways.ui.parts.rules_trust import trust_mark
from pathways.words import say, say_reason

_QUIET = {"met", "out_of_scope"}


def english_maths(found: EnglishMaths) -> None:
    """A panel for learners who would keep studying either subject; nothing for the others."""
    if {found.english.status, found.maths.status} <= _QUIET:
        return
    panel(say("UI_EM_TITLE"), english_maths_html(found))


def english_maths_html(found: EnglishMaths) -> Markup:
    """Both answers in view, how firm they are, and the reasons one tap away."""
    both = (found.english, found.maths)
    return mark(
        '<p class="pw-pairline">{lines}</p>{mark}<details><summary>{more}</summary><p>{lead}</p>'
        '<div class="pw-pair">{parts}</div></details>',
        lines=join(
            mark("<b>{words}</b>", words=carry_on(name, status))
            for name, status in zip(("ENGLISH", "MATHS"), both, strict=True)
        ),
        mark=trust_mark(*((status.trust, status.source_ids) for status in both)),
        more=say("UI_EM_DETAILS"),
        lead=say("UI_EM_LEAD"),
        parts=join([_one("ENGLISH", found.english), _one("MATHS", found.maths)]),
    )


def _one(name: str, status: SubjectStatus) -> Markup:
    """The answer as a heading, the first reason in view, the others one tap away."""
    first, rest = status.because[:1], status.because[1:]
    more = (
        mark(
            "<details><summary>{words}</summary>{because}</details>",
            words=say("UI_EM_MORE", subject=say(f"UI_{name}")),
            because=reasons(rest),
        )
        if rest
        else Markup()
    )
    return mark(
        "<div><h3>{words}</h3>{first}{more}</div>",
        words=carry_on(name, status),
        first=join(mark("<p>{line}</p>", line=say_reason(reason)) for reason in first),
        more=more,
    )
