"""Interest cards: one at a time with five faces, or all of them as a list to look over."""

from __future__ import annotations

import streamlit as st

from pathways.matching.interests.cards import Card
from pathways.matching.interests.load import deck
from pathways.ui import keys, likes_state, state
from pathways.ui.parts.likes_order import pile
from pathways.ui.parts.likes_steps import next_step
from pathways.ui.parts.markup import mark, plain
from pathways.words import say

_FACES = {
    1: ":material/sentiment_very_dissatisfied:",
    2: ":material/sentiment_dissatisfied:",
    3: ":material/sentiment_neutral:",
    4: ":material/sentiment_satisfied:",
    5: ":material/sentiment_very_satisfied:",
}


def cards() -> None:
    """The pile, how far one has come, and a list of every answer to change any of them."""
    order = pile(state.seed())
    done = sum(bool(state.get(keys.rated(card.id))) for card in order)
    if state.get(keys.LIKES_LIST):
        _list(order)
    else:
        _one(order)
    st.progress(done / len(order), text=say("UI_LIKES_DONE", done=done, of=len(order)))
    st.toggle(say("UI_LIKES_LIST"), key=keys.LIKES_LIST, persist_state=state.KEEP)
    next_step("tiles")
    thanks()


def thanks() -> None:
    """Whose work the cards rest on, as its licence asks."""
    st.caption(plain(deck().attribution))


def _one(order: tuple[Card, ...]) -> None:
    """One card in a box of one height, so that nothing moves when the next comes."""
    at = min(likes_state.card_at(), len(order))
    with st.container(key="likes-card"):
        if at < len(order):
            st.html(
                mark(
                    '<p class="pw-step">{words}</p>',
                    words=say("UI_LIKES_CARD", number=at + 1, of=len(order)),
                )
            )
            _faces(order[at], at)
        else:
            _end(order)
        with st.container(horizontal=True, horizontal_alignment="distribute", key="likes-turn"):
            _turn("UI_LIKES_BACK", at - 1, ":material/arrow_back:", held=at == 0)
            if at < len(order):
                rated = state.get(keys.rated(order[at].id))
                _turn("UI_LIKES_ON" if rated else "UI_LIKES_SKIP", at + 1, "")


def _turn(words: str, to: int, icon: str, *, held: bool = False) -> None:
    st.button(
        say(words),
        key=f"turn-{'on' if not icon else 'back'}",
        icon=icon or None,
        disabled=held,
        type="tertiary",
        on_click=likes_state.turn_to_card,
        args=(to,),
    )


def _end(order: tuple[Card, ...]) -> None:
    """What stands after the last card: how many were skipped, and the way back to the first of them."""
    skipped = [at for at, card in enumerate(order) if not state.get(keys.rated(card.id))]
    words = say("UI_LIKES_END_SKIPPED", count=len(skipped)) if skipped else say("UI_LIKES_END")
    st.html(
        mark(
            '<p class="pw-end" role="status"><b>{title}</b><br>{words}</p>',
            title=say("UI_LIKES_END_TITLE"),
            words=words,
        )
    )
    if skipped:
        st.button(
            say("UI_LIKES_SKIPPED"),
            key="to_skipped",
            on_click=likes_state.turn_to_card,
            args=(skipped[0],),
        )


def _list(order: tuple[Card, ...]) -> None:
    """Every card under the other: nothing moves on by itself."""
    st.caption(say("UI_LIKES_LIST_HINT"))
    for card in order:
        with st.container(key=f"row-likes-{keys.slug(card.id)}"):
            _faces(card, None)


def _faces(card: Card, at: int | None) -> None:
    """Five faces; with a place in the pile, an answer turns to the next card.

    There, a second tap on the same face does nothing, so that a double tap cannot undo the answer.
    """
    st.segmented_control(
        card.text,
        list(_FACES),
        format_func=lambda rating: f"{_FACES[rating]} {say(f'UI_LIKES_FACE_{rating}')}",
        key=keys.rated(card.id),
        persist_state=state.KEEP,
        width="stretch",
        required=at is not None,
        on_change=_answered,
        args=(card.id, at),
    )


def _answered(card: str, at: int | None) -> None:
    if at is not None and state.get(keys.rated(card)):
        likes_state.turn_to_card(at + 1)
