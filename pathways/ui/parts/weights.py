"""What the learner weighs: dots for each thing, two scales, and the draw inside the groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from pathways.guidance import Method, Option
from pathways.reason import Reason
from pathways.ui import keys, state
from pathways.ui.parts.markup import Markup, join, mark
from pathways.words import say, say_reason

_MOST = 5
_OFF = {"destinations"}
"""Terms without any data yet: named in the table, with nothing to move."""


def weights(method: Method) -> None:
    """Dots from 0 to 5 for each term, and where the learner stands on the two scales."""
    for term, dots in method.weights:
        if term in _OFF:
            continue
        key = keys.weight(term)
        if state.get(key) is None:
            state.put(key, int(dots))
        st.segmented_control(
            say(f"TERM_{term.upper()}"),
            list(range(_MOST + 1)),
            key=key,
            persist_state=state.KEEP,
        )
    for key, scale in ((keys.PRACTICAL, "PRACTICAL"), (keys.COURSEWORK, "COURSEWORK")):
        st.segmented_control(
            say(f"UI_ORDER_{scale}"),
            list(range(state.STEPS)),
            format_func=partial(_place, scale),
            key=key,
            persist_state=state.KEEP,
        )


def _place(scale: str, place: int) -> str:
    return say(f"UI_ORDER_{scale}_{place}")


def dots_table(method: Method, waiting: Mapping[str, Reason]) -> Markup:
    """The weights as dots, and each one's share of those in force; what waits for the learner has none."""
    dots = {term: 0 if term in waiting else int(number) for term, number in method.weights}
    share = shares(dots)
    table = mark(
        '<table class="pw-table"><caption>{caption}</caption><thead><tr>'
        '<th scope="col">{what}</th><th scope="col" class="pw-number">{dots}</th>'
        '<th scope="col" class="pw-number">{share}</th></tr></thead><tbody>{rows}</tbody></table>',
        caption=say("UI_ORDER_TABLE"),
        what=say("UI_ORDER_TERM"),
        dots=say("UI_ORDER_DOTS"),
        share=say("UI_ORDER_SHARE"),
        rows=join(
            mark(
                '<tr><th scope="row">{name}</th><td class="pw-number">{dots}</td>'
                '<td class="pw-number">{share}</td></tr>',
                name=say(f"TERM_{term.upper()}"),
                dots=f"{number:g}",
                share=f"{share[term]} %" if dots[term] else "–",
            )
            for term, number in method.weights
        ),
    )
    said = [reason for term, reason in waiting.items() if dict(method.weights)[term]]
    if not any(dots.values()):
        said = [Reason.of("UI_ORDER_NOTHING_YET"), *said]
    lines = join(mark("<li>{words}</li>", words=say_reason(reason)) for reason in said)
    return join([table, mark("<ul>{lines}</ul>", lines=lines) if said else Markup()])


def waiting(options: Sequence[Option]) -> dict[str, Reason]:
    """The terms that count for no option at all, each with the reason: nothing is known or said yet."""
    why = options[0].explanation if options else None
    return {
        term.name: term.because
        for term in (why.terms if why else ())
        if term.because is not None and term.because.code.endswith("_UNSAID")
    }


def shares(dots: Mapping[str, int]) -> dict[str, int]:
    """Each one's share of all dots in whole hundredths that add to 100, the largest rests rounded up.

    >>> shares({"a": 1, "b": 1, "c": 1})
    {'a': 34, 'b': 33, 'c': 33}
    """
    whole = sum(dots.values())
    if not whole:
        return dict.fromkeys(dots, 0)
    found = {name: 100 * number // whole for name, number in dots.items()}
    rests = sorted(dots, key=lambda name: -(100 * dots[name] % whole))
    for name in rests[: 100 - sum(found.values())]:
        found[name] += 1
    return found


def draw_again(method: Method) -> None:
    """The seed of the draw, and another one on request."""
    with st.container(horizontal=True, vertical_alignment="center", key="draw"):
        st.markdown(say("UI_ORDER_SEED", seed=method.seed), width="content")
        st.button(say("UI_ORDER_SHUFFLE"), on_click=state.shuffle, key="shuffle")
