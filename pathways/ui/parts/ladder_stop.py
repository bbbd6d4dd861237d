"""One step of a way, drawn as a stop on a line: shape and words say the same, and colour says nothing."""

from __future__ import annotations

from pathways.routes.drawing import ladder_rows
from pathways.routes.ladder import Ladder, Rung
from pathways.routes.steps import sources
from pathways.ui.parts import facts
from pathways.ui.parts.markup import Markup, join, mark
from pathways.ui.parts.rules_trust import source_list, trust_mark
from pathways.words import say, say_reason

SHAPES = {"study": "circle", "work": "square", "beyond": "diamond"}
"""A kind of step and the shape of its stop."""
_IN_VIEW = {"OF_100_WHO_START", "TOO_NEW_TO_KNOW"}


def stop(ladder: Ladder, at: int) -> Markup:
    """A step: when, what, how long, what it gives, pay, English and maths; the rest one tap away."""
    rung = ladder.rungs[at]
    return mark(
        '<div class="pw-stop"><span class="pw-shape-{shape}" aria-hidden="true"></span>'
        '<p class="pw-when">{when}</p><h3>{title}</h3><p class="pw-long">{length}</p>'
        "<p>{gives}</p>{pay}{odds}{alongside}{more}</div>",
        shape=SHAPES[rung.kind],
        when=say(f"UI_ROUTE_STEP_{rung.kind.upper()}", number=at + 1, age=rung.age),
        title=say_reason(rung.title),
        length=_capital(say_reason(rung.length)),
        gives=say_reason(rung.gives),
        pay=_pay(rung),
        odds=_odds(rung),
        alongside=_alongside(ladder, at),
        more=_more(rung),
    )


def ask(rung: Rung) -> Markup:
    """Who to ask where no course is listed, and why they are named; nothing for offers that are."""
    runs = rung.runs
    if not runs.is_signpost:
        return Markup()
    names = join(mark("<li>{name}</li>", name=name) for name in runs.named)
    return mark(
        '<div class="pw-stop-ask">{because}{names}</div>',
        because=join(mark("<p>{words}</p>", words=say_reason(one)) for one in runs.because),
        names=mark("<ul>{names}</ul>", names=names) if names else Markup(),
    )


def _pay(rung: Rung) -> Markup:
    if not rung.pay:
        return Markup()
    return mark(
        '<div class="pw-pay">{lines}{mark}</div>',
        lines=join(mark("<p>{words}</p>", words=say_reason(one)) for one in rung.pay[:1]),
        mark=trust_mark((rung.pay_trust, rung.pay_source_ids)),
    )


def _odds(rung: Rung) -> Markup:
    if rung.of_100.code not in _IN_VIEW:
        return Markup()
    return mark(
        '<p class="pw-odds"><b>{asked}</b> {words}</p>',
        asked=say("UI_ROUTE_FINISH"),
        words=say_reason(rung.of_100),
    )


def _alongside(ladder: Ladder, at: int) -> Markup:
    """English and maths as two small lines of their own, next to the step."""
    found = [cell for cell in ladder_rows(ladder) if cell.column == at]
    tracks = join(
        mark('<li class="pw-track-{kind}">{words}</li>', kind=cell.kind, words=say(cell.code))
        for cell in found
        if cell.kind in ("english", "maths")
    )
    if not tracks:
        return Markup()
    return mark(
        '<ul class="pw-tracks" aria-label="{label}">{tracks}</ul>',
        label=say("UI_ROUTE_ALONGSIDE"),
        tracks=tracks,
    )


def _more(rung: Rung) -> Markup:
    """What it asks, money, odds, what else it opens, and where the facts were read."""
    exits = join(mark("<li>{name}</li>", name=say(f"STEP_{step.upper()}")) for step in rung.exits)
    parts = [
        ("UI_ROUTE_NEEDS", facts.reasons(rung.needs)),
        ("UI_ROUTE_MONEY", facts.reasons((*rung.funding, *rung.pay[1:]))),
        ("UI_ROUTE_RUNS", _runs(rung)),
        ("UI_ROUTE_OF_100", mark("<p>{words}</p>", words=say_reason(rung.of_100))),
        ("UI_ROUTE_EXITS", mark("<ul>{exits}</ul>", exits=exits) if exits else Markup()),
        ("UI_ROUTE_READ_IN", _read_in(rung)),
    ]
    return mark(
        '<details><summary>{words}<span class="pw-visually-hidden">: {step}</span></summary>'
        '<div class="pw-stop-more">{parts}</div></details>',
        words=say("UI_ROUTE_MORE"),
        step=say_reason(rung.title),
        parts=join(
            mark("<h4>{title}</h4>{body}", title=say(title), body=body)
            for title, body in parts
            if body
        ),
    )


def _runs(rung: Rung) -> Markup:
    found = rung.availability
    if found.state == "yes":
        return Markup()
    said = facts.reasons(found.because) or mark("<p>{w}</p>", w=say("UI_RUNS_CHECK"))
    return join([said, trust_mark((found.trust, found.source_ids))])


def _read_in(rung: Rung) -> Markup:
    held = [sources()[one] for one in rung.source_ids]
    return join(
        [
            trust_mark(*((one.trust, ()) for one in held)),
            source_list((one.title, one.href) for one in held),
        ]
    )


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
