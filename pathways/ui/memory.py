"""What this tab remembers: answers come back after a reload, and nobody else's browser ever has them.

The answers are kept by the browser for one tab (sessionStorage), never in an address, a cookie or on
disk of the server. `browser/memory.js` holds the text and gives it back; it is served from our own
address as a file, because a script written into the page would need the policy in `headers.py`
loosened. See docs/adr/0008.
"""

from __future__ import annotations

import secrets
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from pathways import __version__
from pathways.catalogue.store import Catalogue
from pathways.ui import advice, keys, state
from pathways.ui.memory_answers import LONGEST, read, written
from pathways.ui.memory_choices import Choices, choices_of

_PACKAGE, _NAME = "pathways", "memory"
_SCRIPTS = "browser"
_KEY = "memory"
_VISIT, _HEARD, _CODE, _LAST = "memory:visit", "memory:heard", "memory:code", "memory:last"
LONGEST_CODE = 4096
"""Characters of the code of a plan."""
_TYPED = ("grade", "rated", "note")


class Spoken(BaseModel):
    """What the browser says: the `code` of a plan that it was opened with, and the answers it `kept`."""

    model_config = ConfigDict(strict=True, extra="ignore")
    code: str = Field("", max_length=LONGEST_CODE)
    kept: str = Field("", max_length=LONGEST)


def mount(place: str) -> None:
    """Take what the tab kept, give it what to keep. Once a page, before anything else is drawn.

    `place` is the name of the page: when it changes, focus goes to the heading of the new one.
    """
    _draw(_KEY, f"{place}?{st.query_params.get('offer', '')}")


def keep(name: str) -> None:
    """Give the tab the answers as they are now, from inside a fragment, which `mount` does not see.

    `name` tells one fragment from another.
    """
    _draw(f"{_KEY}-{name}", None)


def code_waits() -> bool:
    """Whether the visit came with the code of a plan that no page has read yet."""
    return bool(st.session_state.get(_CODE))


def arrived_code() -> str | None:
    """The code of a plan that this visit came with, given once; None where there is none."""
    code = st.session_state.pop(_CODE, None)
    return str(code) if code else None


def _draw(key: str, place: str | None) -> None:
    visit = st.session_state.setdefault(_VISIT, secrets.token_hex(8))
    number, answers = _answers()
    data = {
        "visit": visit,
        "heard": bool(st.session_state.get(_HEARD)),
        "number": number,
        "answers": answers,
        "place": place,
    }
    _component()(key=key, data=data, on_spoke_change=lambda: _hear(key))


def _answers() -> tuple[int, str]:
    """The answers as text, with a number that grows when they change: the browser keeps the newest."""
    session = {str(name): value for name, value in st.session_state.items()}
    now = ""
    if any(keys.entered(name) or name in keys.HELD for name in session):
        now = written(session, _choices(), catalogue=advice.catalogue().content[:12])
    number, last = st.session_state.get(_LAST, (0, ""))
    if now != last:
        st.session_state[_LAST] = number, last = number + 1, now
    return number, last


def _hear(key: str) -> None:
    """Take in what the browser says; it runs before the page does, so that fields are drawn filled in."""
    heard = bool(st.session_state.get(_HEARD))
    st.session_state[_HEARD] = True
    try:
        spoken = Spoken.model_validate(st.session_state[key].get("spoke"))
    except ValidationError:
        return  # not what our script says: there is nothing to take from it
    if spoken.code:
        st.session_state[_CODE] = spoken.code
    if spoken.kept and not heard:
        _restore(spoken.kept)


def _restore(text: str) -> None:
    """Set what was kept, except where the person has been faster and already entered something."""
    for name, value in read(text, lambda training: _choices(training=training)).items():
        if not (_only_entered(name) and st.session_state.get(name)):
            state.put(name, value)


def _only_entered(name: str) -> bool:
    """Whether a value of this key can only have been entered by the person, never set by a page."""
    kind, _ = keys.of_many(name)
    return kind in _TYPED or name in {keys.OTHERS, keys.SAVED} or keys.blank(name) in ("", [])


def _choices(*, training: bool | None = None) -> Choices:
    there = state.training() if training is None else training
    areas = tuple(advice.areas().values())
    made_up = next((one for one in areas if one.fictional), areas[0])
    here = made_up if there else advice.default_catalogue()
    return _choices_of(here.content, tuple(one.content for one in areas), here, areas)


@st.cache_resource(show_spinner=False, max_entries=4)
def _choices_of(
    here: str, areas: tuple[str, ...], _here: Catalogue, _areas: tuple[Catalogue, ...]
) -> Choices:
    """The choices of a catalogue, worked out once for all visitors: nothing in it can be changed."""
    return choices_of(_here, _areas)


def _component() -> Any:
    """The component, known to the running server by its folder, as an installed one would be."""
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(f"{_PACKAGE}.{_NAME}") is None:
        parts = [ComponentConfig(_NAME, _SCRIPTS)]
        manager.register_from_manifest(
            ComponentManifest(_PACKAGE, __version__, parts), Path(__file__).parent
        )
    return _renderer()


@cache
def _renderer() -> Any:
    return st.components.v2.component(f"{_PACKAGE}.{_NAME}", js="memory.js")
