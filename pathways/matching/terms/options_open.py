"""Keeps options open: to how many kinds of next step a qualification leads."""

from __future__ import annotations

from pathways.matching.table import Floats


def options_open(next_steps: Floats) -> Floats:
    """The share of all kinds of next step that the qualification is known to lead to."""
    return next_steps
