"""What English and maths mean for this learner: said kindly, each subject apart, with the reasons."""

from __future__ import annotations

from pathways.guidance import EnglishMaths, SubjectStatus
from pathways.ui.parts.facts import carry_on, reasons
from pathways.ui.parts.frame import panel
from pathways.ui.parts.markup import Markup, join, mark
from pathways.words import say

_QUIET = {"met", "out_of_scope"}


def english_maths(found: EnglishMaths) -> None:
    """A panel for learners who would keep studying either subject; nothing for the others."""
    if {found.english.status, found.maths.status} <= _QUIET:
        return
    panel(
        say("UI_EM_TITLE"),
        join(
            [
                mark("<p>{lead}</p>", lead=say("UI_EM_LEAD")),
                mark(
                    '<div class="pw-pair">{parts}</div>',
                    parts=join([_one("ENGLISH", found.english), _one("MATHS", found.maths)]),
                ),
            ]
        ),
    )


def _one(name: str, status: SubjectStatus) -> Markup:
    return mark(
        "<div><h3>{subject}</h3><p>{words}</p>{because}</div>",
        subject=say(f"UI_{name}"),
        words=carry_on(name, status),
        because=reasons(status.because),
    )
