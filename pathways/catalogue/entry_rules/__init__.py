"""Entry rules as data: typed text in, a checked tree out, and back."""

from pathways.catalogue.entry_rules.parse import parse
from pathways.catalogue.entry_rules.rule import AnyOf, Rule, unread

__all__ = ["AnyOf", "Rule", "parse", "unread"]
