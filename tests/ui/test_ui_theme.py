"""Colours can be read, in light and in dark; and the settings that protect people are on."""

from __future__ import annotations

import tomllib

import pytest

from pathways.paths import ROOT
from pathways.ui.theme import COLOURS, css

CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
TEXT_ON = [
    ("ink", "page"), ("ink", "card"), ("ink", "soft"), ("ink", "wash"),
    ("quiet", "page"), ("quiet", "card"), ("quiet", "wash"),
    ("brand", "page"), ("brand", "card"), ("brand", "wash"),
    ("problem", "page"), ("problem", "card"),
    ("page", "brand"),
    *[(state, f"{state}-wash") for state in ("meets", "near_miss", "ask", "not_yet")],
]  # fmt: skip


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_text_stands_out_from_its_background(text: str, ground: str, mode: int) -> None:
    assert contrast(COLOURS[text][mode], COLOURS[ground][mode]) >= 4.5


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_focus_can_be_seen(mode: int) -> None:
    assert contrast(COLOURS["focus"][mode], COLOURS["page"][mode]) >= 3


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_theme_colours_meet_aa(mode: str) -> None:
    theme = CONFIG["theme"][mode]
    for ground in ("backgroundColor", "secondaryBackgroundColor"):
        assert contrast(theme["textColor"], theme[ground]) >= 7
        assert contrast(theme["linkColor"], theme[ground]) >= 4.5
        assert contrast(theme["borderColor"], theme[ground]) >= 3
    assert contrast("#ffffff", theme["primaryColor"]) >= 4.5


@pytest.mark.parametrize(("mode", "at"), [("light", 0), ("dark", 1)])
def test_the_style_sheet_and_the_theme_agree(mode: str, at: int) -> None:
    assert COLOURS["page"][at] == CONFIG["theme"][mode]["backgroundColor"]
    assert COLOURS["ink"][at] == CONFIG["theme"][mode]["textColor"]


def test_the_style_sheet_fetches_nothing() -> None:
    assert "http:" not in css().replace("http://www.w3.org/2000/svg", "")
    assert "https:" not in css()


def test_settings_protect_people() -> None:
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["client"]["showErrorDetails"] == "none"
    assert CONFIG["client"]["toolbarMode"] == "minimal"
    assert CONFIG["server"]["maxUploadSize"] == 5
    assert CONFIG["server"]["fileWatcherType"] == "none"


def test_the_font_ships_with_its_licence() -> None:
    fonts = ROOT / "static" / "fonts"
    for face in CONFIG["theme"]["fontFaces"]:
        assert (ROOT / face["url"].removeprefix("app/")).is_file()
    assert "SIL Open Font License" in next(fonts.glob("LICENSE*")).read_text("utf-8")
