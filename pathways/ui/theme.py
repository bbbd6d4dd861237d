"""All the CSS there is: what theme options in `.streamlit/config.toml` cannot say.

Colours that carry meaning are pairs (light, dark), follow Streamlit's own theme
through `light-dark()`, and never stand alone: an icon and words always say the same.
"""

from __future__ import annotations

from functools import cache

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
    "sun": ("#f2b544", "#f2b544"),
    "meets": ("#17603d", "#8fdcb3"),
    "meets-wash": ("#e3f3ea", "#12382a"),
    "near_miss": ("#7a4a00", "#f5c778"),
    "near_miss-wash": ("#fdf0d9", "#3d2d10"),
    "ask": ("#1d4c86", "#a3caf7"),
    "ask-wash": ("#e6effa", "#182f4d"),
    "not_yet": ("#5b3a80", "#d3b5f2"),
    "not_yet-wash": ("#f0e9f7", "#33214a"),
}

_RULES = """
.pw, .pw-card, .pw-panel, .pw-summary, .pw-page { color: var(--pw-ink); overflow-wrap: anywhere; }
.pw-quiet { color: var(--pw-quiet); font-size: .88rem; margin: 0; }
.pw-visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

/* page header */
.pw-page h1 { font-size: clamp(1.7rem, 1.2rem + 2.2vw, 2.3rem); line-height: 1.15; letter-spacing: -.015em; margin: 0; padding: 0; text-wrap: balance; }
.pw-page p { font-size: 1.06rem; line-height: 1.5; margin: .6rem 0 0; color: var(--pw-quiet); max-width: 62ch; }
.pw-step { font-size: .85rem !important; font-weight: 650; color: var(--pw-brand) !important; margin: 0 0 .35rem !important; }

/* a card: the same rows in the same order on every one */
.pw-card h3 { font-size: 1.12rem; line-height: 1.25; margin: 0; padding: 0; }
.pw-card .pw-what { margin: .1rem 0 .6rem; color: var(--pw-quiet); font-size: .9rem; }
.pw-card .pw-who { font-weight: 650; }
.pw-facts { margin: .7rem 0 0 !important; padding: 0 !important; display: grid; grid-template-columns: 4.9rem minmax(0, 1fr); font-size: .92rem; line-height: 1.4; }
.pw-facts dt { margin: 0; color: var(--pw-quiet); padding: .42rem .6rem .42rem 0; border-top: 1px solid var(--pw-line); }
.pw-facts dd { margin: 0; padding: .42rem 0; border-top: 1px solid var(--pw-line); }
.pw-facts dd p, .pw-facts dd ul, .pw-facts dd li { margin: 0; font-size: inherit; line-height: inherit; }
.pw-facts dd .pw-quiet { font-size: .93em; }
.pw-facts dd p + p { margin-top: .3rem; }
.pw-facts dd ul { padding-left: 1.1rem; }
.pw-facts dd ul.pw-clauses { padding-left: 0; }
.pw-facts.pw-roomy { grid-template-columns: 9rem minmax(0, 1fr); font-size: 1rem; }
.pw-none { color: var(--pw-quiet); font-style: italic; }

/* a status: icon, words, colour */
.pw-chip { display: inline-flex; align-items: baseline; gap: .45em; padding: .22rem .65rem .26rem; border-radius: .5rem; font-size: .9rem; font-weight: 650; line-height: 1.3; }
.pw-chip b { font-weight: 800; }
.pw-meets { color: var(--pw-meets); background: var(--pw-meets-wash); }
.pw-near_miss { color: var(--pw-near_miss); background: var(--pw-near_miss-wash); }
.pw-ask { color: var(--pw-ask); background: var(--pw-ask-wash); }
.pw-not_yet { color: var(--pw-not_yet); background: var(--pw-not_yet-wash); }
.pw-clauses { list-style: none; padding: 0 !important; }
.pw-clauses li { padding-left: 1.35em; text-indent: -1.35em; }
.pw-clauses li b { display: inline-block; width: 1.35em; text-indent: 0; }

/* panels */
.pw-panel { background: var(--pw-wash); border-radius: .8rem; padding: 1rem 1.15rem; }
.pw-panel h2, .pw-summary h2 { font-size: 1.15rem; margin: 0 0 .4rem; padding: 0; }
.pw-panel p { margin: .35rem 0 0; max-width: 68ch; }
.pw-panel ul { margin: .4rem 0 0; padding-left: 1.2rem; }
.pw-pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .8rem 1.6rem; margin-top: .6rem; }
.pw-pair h3 { font-size: 1rem; margin: 0; padding: 0; }
.pw-summary { border: 3px solid #b3372b; border-radius: .8rem; padding: 1rem 1.15rem; background: var(--pw-card); }
.pw-summary ul { margin: 0; padding-left: 1.2rem; }
.pw-summary p { margin: .35rem 0 0; }
.pw-problem { color: light-dark(#a12b20, #ff9d92); font-weight: 650; margin: 0; font-size: .95rem; }
.pw-sign { border: 2px dashed var(--pw-line); border-radius: .8rem; padding: .9rem 1rem; }
.pw-sign .pw-what { font-weight: 650; color: var(--pw-quiet); }

.pw-signs { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); gap: 1rem; align-items: start; }
.pw-sign h3 { font-size: 1.05rem; margin: .2rem 0 .3rem; padding: 0; }
.pw-sign p, .pw-sign ul { margin: .3rem 0 0; }
.pw-sign ul { padding-left: 1.1rem; font-size: .92rem; }
.pw-trio { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1.2rem 2rem; border-top: 1px solid var(--pw-line); padding-top: 1.4rem; }
.pw-trio h2 { font-size: 1.1rem; margin: 0 0 .25rem; padding: 0; }
.pw-trio p { margin: 0; color: var(--pw-quiet); line-height: 1.5; }
.pw-rule { border-left: 4px solid var(--pw-line); padding: .1rem 0 .1rem .9rem; margin: 0 0 1rem; }
.pw h3 { font-size: 1.02rem; margin: .8rem 0 .1rem; padding: 0; }
.pw p { margin: .2rem 0; max-width: 68ch; }
.pw-who { font-weight: 650; }
.pw-table { border-collapse: collapse; width: 100%; font-size: .95rem; }
.pw-table caption { text-align: left; font-weight: 650; padding: 0 0 .4rem; }
.pw-table th, .pw-table td { text-align: left; font-weight: 400; padding: .45rem .6rem .45rem 0; border-bottom: 1px solid var(--pw-line); vertical-align: top; }
.pw-table thead th { font-weight: 650; }
.pw-number { text-align: right !important; font-variant-numeric: tabular-nums; }
.pw-sources li { margin-bottom: .7rem; }
details summary { cursor: pointer; padding: .3rem 0; }

/* lanes */
.pw-lane { border-top: 4px solid var(--pw-brand); padding-top: .6rem; }
.pw-lane h2 { font-size: 1.25rem; margin: 0; padding: 0; }
.pw-lane p { margin: .15rem 0 0; min-height: 2.6rem; color: var(--pw-quiet); font-size: .9rem; }
[class*="st-key-card-"] { background: var(--pw-card); border: 1px solid var(--pw-line); border-radius: .9rem; padding: 1rem 1.05rem .55rem; gap: .35rem; box-shadow: 0 1px 2px rgb(0 0 0 / .05); }
[class*="st-key-card-"]:focus-within { border-color: var(--pw-brand); }

/* grades: one tap each, and room for a thumb */
[class*="st-key-row-"] { border-bottom: 1px solid var(--pw-line); padding-bottom: .7rem; }
[class*="st-key-row-"] [data-testid="stWidgetLabel"] p { font-weight: 650; }
[class*="st-key-row-"] [role="radio"], .st-key-lane_switch [role="radio"] { min-width: 0; min-height: 2.7rem; padding-inline: 0; flex: 1 1 0; justify-content: center; }
[role="radio"][aria-checked="true"] { background: var(--pw-brand) !important; color: var(--pw-page) !important; font-weight: 700; }
[role="radio"][aria-checked="true"] p { color: var(--pw-page); font-weight: 700; }

/* the frame */
.stMain [data-testid="stPageLink-NavLink"] { padding-inline: 0; }
.stMain [data-testid="stPageLink-NavLink"], .stMain [data-testid="stPageLink"] { height: auto; }
.stMain [data-testid="stPageLink-NavLink"] * { white-space: normal; }
.stMain [data-testid="stPageLink-NavLink"] p { color: var(--pw-brand); text-decoration: underline; text-underline-offset: .18em; font-weight: 600; overflow-wrap: anywhere; line-height: 1.35; font-size: .95rem; }
.st-key-menu { border-bottom: 1px solid var(--pw-line); gap: .3rem 1.15rem; padding-bottom: .3rem; margin-top: -.6rem; }
.stMain .st-key-menu [data-testid="stPageLink-NavLink"] { background: none; }
.stMain .st-key-menu [data-testid="stPageLink-NavLink"] p { text-decoration: none; font-size: .95rem; }
.stMain .st-key-menu [aria-current] p { color: var(--pw-ink); border-bottom: 3px solid var(--pw-brand); }
.st-key-hero { background: var(--pw-wash) no-repeat right -4rem bottom -5rem / 22rem; border-radius: 1.2rem; padding: clamp(1.3rem, 5vw, 2.6rem); gap: .9rem;
  background-image: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 200' fill='none' stroke='%232a7f88' stroke-opacity='.15' stroke-width='9' stroke-linecap='round'%3E%3Cpath d='M100 190V130M100 130C100 80 40 95 40 25M100 130V20M100 130C100 80 160 95 160 25'/%3E%3C/svg%3E"); }
.st-key-hero .pw-page p { color: var(--pw-ink); }
.st-key-footer { border-top: 1px solid var(--pw-line); margin-top: 2rem; padding-top: 1rem; }
a:focus-visible, button:focus-visible, summary:focus-visible { outline: 3px solid var(--pw-sun) !important; outline-offset: 2px; }

/* a phone: the menu in view, one lane at a time */
@media (max-width: 640px) {
  [class*="st-key-lane-rest-"], [data-testid="stExpandSidebarButton"] { display: none; }
  .stMainBlockContainer { padding-inline: 1rem; }
  .pw-facts.pw-roomy { grid-template-columns: 5.6rem minmax(0, 1fr); }
  .pw-lane p { min-height: 0; }
  .st-key-menu { border-bottom: 1px solid var(--pw-line); gap: .3rem 1.15rem; padding-bottom: .3rem; margin-top: -.6rem; }
.stMain .st-key-menu [data-testid="stPageLink-NavLink"] { background: none; }
.stMain .st-key-menu [data-testid="stPageLink-NavLink"] p { text-decoration: none; font-size: .95rem; }
.stMain .st-key-menu [aria-current] p { color: var(--pw-ink); border-bottom: 3px solid var(--pw-brand); }
.st-key-hero { background-size: 15rem; padding-bottom: 4.5rem; }
}
/* wider: labels beside their grades, all lanes side by side */
@media (min-width: 641px) {
  .st-key-lane_switch, .st-key-menu { display: none; }
  [class*="st-key-row-"] [data-testid="stButtonGroup"], [class*="st-key-row-"] [data-testid="stSelectbox"] { display: flex; align-items: center; gap: 1rem; }
  [class*="st-key-row-"] [data-testid="stWidgetLabel"] { flex: 0 0 11.5rem; margin: 0; }
  [class*="st-key-row-"] [role="radiogroup"], [class*="st-key-row-"] [data-testid="stSelectbox"] > :last-child { flex: 1 1 auto; }
}

@media print {
  [class*="st-key-lane-rest-"] { display: block; }
  .st-key-footer, .st-key-lane_switch, .st-key-filters, [data-testid="stHeader"], .stButton { display: none; }
  [class*="st-key-card-"] { break-inside: avoid; box-shadow: none; }
}
"""


@cache
def css() -> str:
    """The whole style sheet, the colours first."""
    pairs = "".join(f"--pw-{name}:light-dark({a},{b});" for name, (a, b) in COLOURS.items())
    plain = "".join(f"--pw-{name}:{a};" for name, (a, _) in COLOURS.items())
    return (
        f".stApp{{{plain}}}@supports (color: light-dark(#000, #fff)){{.stApp{{{pairs}}}}}{_RULES}"
    )
