"""The shape of a learner's interests: a six-sided picture, and the same in words beside it."""

from __future__ import annotations

from base64 import b64encode
from math import cos, pi, sin

import streamlit as st

from pathways.matching.interests.shape import Shape, Side
from pathways.ui.parts.markup import Markup, join, mark
from pathways.words import say, say_reason

# Middle tones, at least 3 to 1 against both the light and the dark page: a picture that is loaded
# as a picture cannot follow the page's own colours. Lines and dots carry it in black and white.
_GRID, _INK = "#7a858b", "#1f7f88"
_SIZE = 100


def shape_picture(shape: Shape) -> None:
    """The picture with a word at each corner, and its text version."""
    st.html(
        mark(
            '<figure class="pw-shape"><div class="pw-hexagon"><img alt="{alt}" src="{src}">{corners}'
            '</div><figcaption><ul class="pw">{words}</ul></figcaption></figure>',
            alt=say("UI_LIKES_SHAPE_ALT"),
            src=Markup(_address(svg(shape))),
            corners=join(
                mark(
                    '<span class="pw-corner-{type}" aria-hidden="true">{word}</span>',
                    type=side.type,
                    word=say(f"UI_LIKES_SIDE_{side.type}"),
                )
                for side in shape.sides
            ),
            words=join(mark("<li>{line}</li>", line=say_reason(w)) for w in shape.words),
        )
    )


def svg(shape: Shape) -> Markup:
    """Four rings, six spokes, and the learner's own outline with a dot on each side that is known."""
    known = [side for side in shape.sides if side.out is not None]
    outline = (
        mark(
            '<polygon points="{points}" fill="{ink}" fill-opacity=".28" stroke="{ink}"'
            ' stroke-width="3" stroke-linejoin="round"/>',
            points=" ".join(_at(side.x, side.y) for side in known),
            ink=_INK,
        )
        if len(known) > 2
        else Markup()
    )
    return mark(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-108 -108 216 216">{grid}{outline}{dots}</svg>',
        grid=join([*map(_ring, (0.25, 0.5, 0.75, 1.0)), *map(_spoke, range(6))]),
        outline=outline,
        dots=join(map(_dot, known)),
    )


def _ring(out: float) -> Markup:
    corners = " ".join(_at(out * sin(n * pi / 3), out * cos(n * pi / 3)) for n in range(6))
    return mark(
        '<polygon points="{points}" fill="none" stroke="{grid}" stroke-width="{width}"/>',
        points=corners,
        grid=_GRID,
        width=1.4 if out == 1 else 0.6,
    )


def _spoke(number: int) -> Markup:
    x, y = _at(sin(number * pi / 3), cos(number * pi / 3)).split(",")
    return mark('<line x2="{x}" y2="{y}" stroke="{grid}" stroke-width=".6"/>', x=x, y=y, grid=_GRID)


def _dot(side: Side) -> Markup:
    x, y = _at(side.x, side.y).split(",")
    return mark('<circle cx="{x}" cy="{y}" r="5" fill="{ink}"/>', x=x, y=y, ink=_INK)


def _at(x: float, y: float) -> str:
    return f"{x * _SIZE:.1f},{-y * _SIZE:.1f}"


def _address(picture: Markup) -> str:
    return "data:image/svg+xml;base64," + b64encode(picture.encode()).decode()
