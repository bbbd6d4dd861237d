"""What stands beside the options: signposts, which are not offers."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from pathways.guidance import Signpost, Signposted
from pathways.ui.parts.markup import Markup, join, link, mark
from pathways.words import say, say_reason

_NAMED = 4
"""How many providers a signpost names before the rest are folded."""


def signposts(found: Sequence[Signpost]) -> None:
    """Steps that exist but are listed nowhere, in a dashed box with the reason."""
    if not found:
        return
    st.header(say("UI_SIGNPOSTS_TITLE"), anchor=False)
    st.markdown(say("UI_SIGNPOSTS_LEAD"))
    st.html(
        mark('<div class="pw-signs">{cards}</div>', cards=join(_signpost(sign) for sign in found))
    )


def _signpost(sign: Signpost) -> Markup:
    first, rest = sign.providers[:_NAMED], sign.providers[_NAMED:]
    more = (
        mark(
            "<details><summary>{words}</summary><ul>{items}</ul></details>",
            words=say("UI_SIGNPOST_MORE", count=len(rest)),
            items=join(_provider(one) for one in rest),
        )
        if rest
        else Markup()
    )
    return mark(
        '<section class="pw-sign"><p class="pw-what">{tag}</p><h3>{route}</h3><p>{because}</p>'
        "<ul>{items}</ul>{more}</section>",
        tag=say("UI_SIGNPOST_TAG"),
        route=say(f"UI_ROUTE_{sign.route.upper()}"),
        because=say_reason(sign.because),
        items=join(_provider(one) for one in first),
        more=more,
    )


def _provider(one: Signposted) -> Markup:
    about = " · ".join(filter(None, (one.place, one.detail)))
    quiet = mark(' <span class="pw-quiet">{about}</span>', about=about) if about else Markup()
    return mark("<li>{name}{quiet}</li>", name=link(one.url, one.provider), quiet=quiet)
