"""Pathways: impartial post-16 guidance from one shared catalogue."""

__version__ = "0.1.0"
