"""Chances as a picture of 100 people, in both ways of saying it, with every grade and every word of care."""

from __future__ import annotations

from collections.abc import Iterable

from pathways.outcomes.cited import cited
from pathways.outcomes.for_option import OptionChances
from pathways.outcomes.icons import IconArray
from pathways.outcomes.model import Abstain
from pathways.reason import Reason
from pathways.ui.parts.detail import source_line
from pathways.ui.parts.markup import Markup, join, mark
from pathways.ui.parts.pictures.people import key_to, people
from pathways.ui.parts.pictures.spread import spread
from pathways.words import say, say_reason


def chances(found: OptionChances) -> Markup:
    """What happened to others, or why there is no figure."""
    if isinstance(found.chances, Abstain) or found.icons is None:
        return join([_title("UI_WHY_NO_FIGURE"), *_said(found.about)])
    icons = found.icons
    whole, *_, n = icons.text
    return join(
        [
            _title("UI_CHANCES_HEAD"),
            *_said([whole]),
            _picture(icons),
            _spread(icons),
            *_said([n]),
            *_yours(found),
            mark(
                "<h3>{question}</h3><p>{answer}</p>",
                question=say("UI_CHANCES_ASK_SURE", grade=icons.frame),
                answer=say("UI_CHANCES_NOT_SURE"),
            ),
            _title("UI_CHANCES_CARE"),
            mark(
                "<ul>{items}</ul>",
                items=join(mark("<li>{w}</li>", w=say_reason(reason)) for reason in found.about),
            ),
            mark(
                '<details><summary>{words}</summary><ul class="pw-sources">{line}</ul></details>',
                words=say("UI_CHANCES_SOURCE"),
                line=source_line(cited()[found.chances.source_id].model_dump()),
            ),
        ]
    )


def _picture(icons: IconArray) -> Markup:
    got = say("UI_CHANCES_GOT", got=icons.got, grade=icons.frame)
    did_not = say("UI_CHANCES_DID_NOT", did_not=icons.did_not)
    return mark(
        '<figure class="pw-hundred">{people}<figcaption>{got}{did_not}</figcaption></figure>',
        people=people(
            icons.got, label=say("UI_CHANCES_PICTURE", got=icons.got, did_not=icons.did_not)
        ),
        got=key_to(got, filled=True),
        did_not=key_to(did_not, filled=False),
    )


def _spread(icons: IconArray) -> Markup:
    names = [name for name, _ in icons.counts]
    frame = names.index(icons.frame)
    return spread(
        [(name, count, at <= frame) for at, (name, count) in enumerate(icons.counts)],
        caption=say("UI_CHANCES_SPREAD"),
        grade=say("UI_CHANCES_GRADE"),
        people=say("UI_CHANCES_PEOPLE"),
    )


def _yours(found: OptionChances) -> list[Markup]:
    yours = say("UI_CHANCES_YOURS", average=f"{found.average:.1f}", count=found.grades)
    predicted = say("UI_CHANCES_PREDICTED") if found.predicted else ""
    return [mark("<p>{yours} {predicted}</p>", yours=yours, predicted=predicted)]


def _title(code: str) -> Markup:
    return mark("<h3>{words}</h3>", words=say(code))


def _said(reasons: Iterable[Reason]) -> list[Markup]:
    return [mark("<p>{words}</p>", words=say_reason(reason)) for reason in reasons]
