"""Nothing from a catalogue or a person reaches HTML unescaped."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pathways.ui.parts.markup import Markup, join, link, mark, plain, text


@settings(max_examples=100)
@given(st.text())
def test_text_never_opens_a_tag_or_an_attribute(value: str) -> None:
    assert not set("<>\"'") & set(text(value))


@settings(max_examples=100)
@given(st.text())
def test_a_template_holds_its_values_as_text(value: str) -> None:
    assert mark("<p>{v}</p>", v=value) == f"<p>{text(value)}</p>"


def test_markup_is_escaped_once() -> None:
    inner = mark("<b>{v}</b>", v="a & b")
    assert join([mark("<p>{v}</p>", v=inner)]) == "<p><b>a &amp; b</b></p>"
    assert isinstance(inner, Markup)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "ftp://a.example", ""]
)
def test_a_link_that_is_not_plain_http_is_words(url: str) -> None:
    assert link(url, "Site") == "Site"


def test_a_link_tells_the_other_site_nothing() -> None:
    made = link('https://a.example/?q="><script>', "Site")
    assert "<script>" not in made
    assert 'rel="noopener noreferrer"' in made


def test_labels_are_not_markdown() -> None:
    assert plain("A*-C [x](http://y) $5") == r"A\*-C \[x\](http://y) \$5"
