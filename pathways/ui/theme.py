"""All the style there is beyond `.streamlit/config.toml`: our colours, and `theme.css`.

Colours that carry meaning are pairs (light, dark), follow Streamlit's own theme
through `light-dark()`, and never stand alone: an icon and words always say the same.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

# name: (light, dark); text colours are checked against their background in tests/ui/test_theme.py
COLOURS: dict[str, tuple[str, str]] = {
    "ink": ("#1b2328", "#eef1f2"),
    "quiet": ("#545e64", "#b3bdc2"),
    "line": ("#d9d6ce", "#364147"),
    "page": ("#ffffff", "#13191d"),
    "card": ("#ffffff", "#1a2125"),
    "soft": ("#f4f2ed", "#1f272c"),
    "brand": ("#0f5c63", "#86d5dc"),
    "wash": ("#e5f0f0", "#12343a"),
    "focus": ("#b06a00", "#f2b544"),
    "problem": ("#a12b20", "#ff9d92"),
    "meets": ("#17603d", "#8fdcb3"),
    "meets-wash": ("#e3f3ea", "#12382a"),
    "near_miss": ("#7a4a00", "#f5c778"),
    "near_miss-wash": ("#fdf0d9", "#3d2d10"),
    "ask": ("#1d4c86", "#a3caf7"),
    "ask-wash": ("#e6effa", "#182f4d"),
    "not_yet": ("#5b3a80", "#d3b5f2"),
    "not_yet-wash": ("#f0e9f7", "#33214a"),
}


@cache
def css() -> str:
    """The whole style sheet: the colours, `theme.css`, then the others in order of name."""
    sheets = sorted(Path(__file__).parent.glob("theme*.css"))
    rules = "".join(sheet.read_text("utf-8") for sheet in sheets).replace("\\\n", "")
    pairs = "".join(f"--pw-{name}:light-dark({a},{b});" for name, (a, b) in COLOURS.items())
    plain = "".join(f"--pw-{name}:{a};" for name, (a, _) in COLOURS.items())
    return f".stApp{{{plain}}}@supports (color: light-dark(#000, #fff)){{.stApp{{{pairs}}}}}{rules}"
