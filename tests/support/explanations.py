"""The ten explanations of docs/explanations.md, made from the shipped area and the example learners.

`python -m tests.support.explanations` writes the page; a test keeps it true.
"""

from __future__ import annotations

from datetime import date

from pathways.catalogue.store import load_catalogue
from pathways.guidance import Option
from pathways.guide import guide
from pathways.learner.learner_file import read_learner_file
from pathways.paths import AREAS, EXAMPLES, ROOT
from pathways.settings import DEFAULT_AREA
from pathways.wants import Wants
from pathways.words.aloud import aloud

PAGE = ROOT / "docs" / "explanations.md"
ON = date(2026, 11, 22)

PICKED = (
    ("strong-sciences", "Further Mathematics", "near_miss", "published"),
    ("strong-sciences", "Chemistry", "meets", "published"),
    ("middling-no-idea", "Biology", "", "published"),
    ("middling-no-idea", "Business", "meets", "typical"),
    ("english-3-maths-5", "History", "", "published"),
    ("english-3-maths-5", "Creative Media", "meets", "typical"),
    ("maths-2-english-4", "Health and Social Care", "", "typical"),
    ("vocational-practical", "Horticulture", "", "published"),
    ("all-ones", "Animal Studies", "", "typical"),
    ("ehc-plan-entry-level", "Supported Internship", "meets", "published"),
)
"""Learner, subject, wanted state (empty: the first there is) and what the rule rests on."""

HEAD = """# Ten explanations, read aloud

What a card says, as an adviser would read it to a parent: made from the shipped area and the learners
in `data/examples`.
Written by `python -m tests.support.explanations`; a test keeps it true.
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for learner, subject, state, basis in PICKED:
        parts.append(
            f"\n**{learner}, {subject}**\n\n> {aloud(_option(learner, subject, state, basis))}\n"
        )
    return "".join(parts)


def _option(name: str, subject: str, state: str, basis: str) -> Option:
    learner = read_learner_file(EXAMPLES / f"{name}.json").model_copy(update={"max_minutes": None})
    catalogue = load_catalogue(AREAS / DEFAULT_AREA)
    found = guide(learner, catalogue, on=ON, wants=Wants(subjects=(subject,)))
    return next(
        option
        for option in found.options
        if option.eligibility.basis == basis and state in ("", option.eligibility.state)
    )


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
